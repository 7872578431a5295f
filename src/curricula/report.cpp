#include "curricula/report.hpp"

#include <algorithm>
#include <tuple>

#include "base/check.hpp"
#include "curricula/board_form.hpp"
#include "curricula/course.hpp"

namespace curricula {
namespace {

/// A file of nothing but faults gets this many lines, not a million.
constexpr std::size_t most_problems = 1'000;

bool is_known(Report::Topic topic, std::string_view code) {
    const auto codes = topic == Report::Topic::course ? problem_codes() : form_problem_codes();
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// What such a line says is a guess, and not worth a remark of its own.
bool is_unreadable(std::string_view code) {
    return code == "bad_utf8" || code == "control_character";
}

}  // namespace

void Report::add(base::Problem::Severity severity, const Place& place, std::string_view code,
                 std::initializer_list<base::Fill> fills, std::string_view nearest) {
    base::check(is_known(topic_, code), "a problem code that is not in the list");
    if (problems_.size() >= most_problems) return;
    const std::string texts = topic_ == Topic::course ? "course.problem." : "template.problem.";
    base::Problem problem{severity, place.file, place.line, std::string(code),
                          base::tr(texts + std::string(code), fills)};
    if (!nearest.empty()) problem.message += " " + base::tr("course.did_you_mean", {{"word", nearest}});
    const bool there = std::any_of(problems_.begin(), problems_.end(), [&problem](const base::Problem& other) {
        const bool same = other.code == problem.code && other.message == problem.message;
        return other.line == problem.line && other.file == problem.file && (same || is_unreadable(other.code));
    });
    if (there) return;
    problems_.push_back(std::move(problem));
}

void Report::error(const Place& place, std::string_view code, std::initializer_list<base::Fill> fills,
                   std::string_view nearest) {
    add(base::Problem::Severity::error, place, code, fills, nearest);
}

void Report::hint(const Place& place, std::string_view code, std::initializer_list<base::Fill> fills,
                  std::string_view nearest) {
    add(base::Problem::Severity::hint, place, code, fills, nearest);
}

base::Problems Report::take() {
    std::sort(problems_.begin(), problems_.end(), [](const base::Problem& a, const base::Problem& b) {
        return std::tie(a.file, a.line, a.code, a.message) < std::tie(b.file, b.line, b.code, b.message);
    });
    return std::exchange(problems_, {});
}

}  // namespace curricula
