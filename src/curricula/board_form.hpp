#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"
#include "model/board_form.hpp"

/// Templates of boards as files. The format is docs/template-format.md. Reading a text is pure; texts of problems are
/// in the program's language (keys `template.problem.<code>`).
namespace curricula {

/// Limits. What is more is a problem, never cut in silence.
constexpr std::size_t most_form_bytes = 256U << 10U;
constexpr std::size_t most_form_parts = 400;  // regions, those of a grid included
constexpr double largest_form = 20000;        // px, either way
constexpr double least_region = 60;

/// What came out of reading a template: every problem, sorted by line, and the template as far as it was understood.
struct FormReading {
    model::BoardForm form;
    base::Problems problems;
    /// No errors (hints may be there): boards can be made from it.
    bool usable() const;
};

/// `file`: what problems call it; its name without folder and ".toml" is the template's.
FormReading read_board_form(const std::string& file, std::string_view content);

/// A template filled in: examples/<name>.toml. Fields that `form` does not have are told.
struct ContentReading {
    model::FormContent content;
    base::Problems problems;
};
ContentReading read_form_content(const std::string& file, std::string_view content, const model::BoardForm& form);

/// Every code that a problem of a template can have, in alphabetical order.
std::span<const std::string_view> form_problem_codes();

/// Templates found in folders.
struct FormShelf {
    std::vector<model::BoardForm> forms;  // usable ones, by number ("T2" before "T10") and name; own ones last
    base::Problems problems;              // `file` is the whole path
    const model::BoardForm* find(std::string_view name) const;
};
/// The files *.toml of a folder, in the order of their names; empty where there is no such folder. Code::denied when it
/// cannot be read, Code::too_many above 1,000 entries.
base::Result<std::vector<base::Path>> find_board_forms(const base::Path& folder);
/// One file; what keeps it from being read at all is a problem too.
FormReading load_board_form(const base::Path& file);
/// Those of both folders; one in `own` takes the place of another with its name. What has errors is told and left out.
FormShelf load_board_forms(const base::Path& shipped, const base::Path& own);

}  // namespace curricula
