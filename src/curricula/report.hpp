#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "base/problem.hpp"

namespace curricula {

/// Where in a course something stands. `line` is 1-based, 0 = the whole file.
struct Place {
    std::string file;
    int line = 0;
};

/// Gathers the problems of one reading. The text of a code is `course.problem.<code>`, or that of a template
/// `template.problem.<code>`; `nearest`, when not empty, adds
/// "did you mean …?". The same code with the same words at the same place is kept once, and of a line that could not be
/// read nothing else is said.
class Report {
  public:
    enum class Topic { course, form };
    explicit Report(Topic topic = Topic::course) : topic_(topic) {}
    void error(const Place& place, std::string_view code, std::initializer_list<base::Fill> fills = {},
               std::string_view nearest = {});
    void hint(const Place& place, std::string_view code, std::initializer_list<base::Fill> fills = {},
              std::string_view nearest = {});
    /// All of them, sorted by file, line and code. The report is empty afterwards.
    base::Problems take();

  private:
    void add(base::Problem::Severity severity, const Place& place, std::string_view code,
             std::initializer_list<base::Fill> fills, std::string_view nearest);

    Topic topic_;
    base::Problems problems_;
};

}  // namespace curricula
