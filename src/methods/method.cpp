#include "methods/method.hpp"

#include <algorithm>
#include <array>

namespace methods {
namespace {

constexpr std::array<std::string_view, 20> method_names = {
    "choice",    "dots",   "tre-prickar", "feelings", "scale",    "show14",        "approval",
    "score",     "borda",  "irv",         "schulze",  "copeland", "bradley-terry", "points",
    "quadratic", "greedy", "mes",         "fist",     "matrix",   "consent"};

}  // namespace

std::string_view method_name(Method method) {
    return method_names[static_cast<std::size_t>(method)];
}

std::optional<Method> parse_method(std::string_view name) {
    const auto* const found = std::find(method_names.begin(), method_names.end(), name);
    if (found == method_names.end()) return std::nullopt;
    return static_cast<Method>(found - method_names.begin());
}

Answer answer_of(Method method) {
    switch (method) {
        case Method::choice:
            return Answer::choice;
        case Method::dots:
        case Method::three_dots:
            return Answer::dots;
        case Method::feelings:
            return Answer::feelings;
        case Method::scale:
        case Method::fist:
            return Answer::scale;
        case Method::borda:
        case Method::irv:
        case Method::schulze:
        case Method::copeland:
            return Answer::order;
        case Method::bradley_terry:
            return Answer::pairs;
        case Method::consent:
            return Answer::objection;
        default:
            return Answer::marks;
    }
}

bool has_options(Method method) {
    const auto answer = answer_of(method);
    return answer != Answer::scale && answer != Answer::objection;
}

bool has_budget(Method method) {
    return method == Method::greedy || method == Method::mes;
}

bool zero_says_something(Method method) {
    return method == Method::show14 || method == Method::score || method == Method::matrix;
}

RowParts row_parts(Method method) {
    switch (method) {
        case Method::feelings:
        case Method::scale:
        case Method::fist:
            return {.rank = false, .n = true, .by = true, .spread = true, .mean = true};
        case Method::show14:
        case Method::score:
            return {.votes = true, .n = true, .by = true, .mean = true};
        case Method::borda:
        case Method::schulze:
        case Method::copeland:
            return {};
        case Method::irv:
            return {.votes = true};
        case Method::bradley_terry:
            return {.n = true};
        case Method::matrix:
            return {.rank = false, .n = true};
        case Method::consent:
            return {.rank = false};
        default:
            return {.votes = true, .supporters = true, .by = method == Method::three_dots};
    }
}

}  // namespace methods
