#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "base/result.hpp"
#include "model/course.hpp"

/// Course files and course values. The grammar is docs/course-format.md. Pure: any thread, nothing kept; texts of
/// problems are in the program's language (base::tr, keys `course.problem.<code>`).
namespace curricula {

/// Limits. What is longer is a problem, never cut in silence.
constexpr std::size_t most_file_bytes = 1U << 20U;
constexpr std::size_t most_files = 40;
constexpr std::size_t most_blocks = 60;
constexpr int most_minutes = 480;  // of one block

/// What came out of reading: every problem, sorted by file and line, and the course as far as it could be understood.
struct CourseReading {
    model::Course course;
    base::Problems problems;
    /// No errors (hints may be there): the course can be run.
    bool usable() const;
};

/// Reads all files of a course and reports everything that is wrong in them, not only the first. `templates`: names of
/// those that are known here, to hint at one that is not among them; none: nothing is said of it.
CourseReading check_course(const model::CourseSource& source, const std::vector<std::string>& templates = {});

/// The same for those who want to run it: a usable reading, or Code::bad_input with the first error's text in `what`
/// and its "file:line" in `where`.
base::Result<CourseReading> read_course(const model::CourseSource& source);

/// Every code that a problem can have, in alphabetical order.
std::span<const std::string_view> problem_codes();

}  // namespace curricula
