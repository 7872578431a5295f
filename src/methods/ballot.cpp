#include <algorithm>
#include <array>

#include "methods/poll.hpp"

namespace methods {
namespace {

constexpr std::array<std::string_view, 5> method_names = {"choice", "dots", "tre-prickar", "feelings", "scale"};

template <class List>
bool holds(const List& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

tl::unexpected<base::Error> wrong(std::string what) {
    return base::refuse(base::Code::bad_input, std::move(what));
}

base::Done check_range(std::int64_t number, const PollRule& rule) {
    if (number < rule.lowest || number > rule.highest) return wrong("out_of_range");
    return {};
}

/// The dots of one colour: at most rule.dots together, and one per option unless they may be stacked.
base::Done check_colour(const std::map<std::string, std::int64_t>& dots, const PollRule& rule, bool stacking) {
    std::int64_t left = rule.dots;
    for (const auto& [option, count] : dots) {
        if (!holds(rule.options, option)) return wrong("unknown_option");
        if (count < 0) return wrong("negative");
        if (!stacking && count > 1) return wrong("stacked");
        if (count > left) return wrong("too_many_dots");
        left -= count;
    }
    return {};
}

base::Done check_dots(const Ballot& ballot, const PollRule& rule) {
    if (ballot.choice || !ballot.feelings.empty() || ballot.scale) return wrong("wrong_method");
    const bool by_criteria = rule.method == Method::three_dots;
    for (const auto& [criterion, dots] : ballot.dots) {
        const bool known = by_criteria ? holds(rule.criteria, criterion) : criterion.empty();
        if (!known) return wrong("unknown_criterion");
        IR_DO(check_colour(dots, rule, by_criteria || rule.stacking));
    }
    return {};
}

}  // namespace

std::string_view method_name(Method method) {
    return method_names[static_cast<std::size_t>(method)];
}

std::optional<Method> parse_method(std::string_view name) {
    const auto* const found = std::find(method_names.begin(), method_names.end(), name);
    if (found == method_names.end()) return std::nullopt;
    return static_cast<Method>(found - method_names.begin());
}

bool Ballot::blank() const {
    const auto is_zero = [](const auto& entry) { return entry.second == 0; };
    return !choice && !scale && feelings.empty() &&
           std::all_of(dots.begin(), dots.end(), [&is_zero](const auto& colour) {
               return std::all_of(colour.second.begin(), colour.second.end(), is_zero);
           });
}

base::Done check_ballot(const Ballot& ballot, const PollRule& rule) {
    switch (rule.method) {
        case Method::dots:
        case Method::three_dots:
            return check_dots(ballot, rule);
        case Method::choice:
            if (!ballot.dots.empty() || !ballot.feelings.empty() || ballot.scale) return wrong("wrong_method");
            if (ballot.choice && !holds(rule.options, *ballot.choice)) return wrong("unknown_option");
            return {};
        case Method::feelings:
            if (!ballot.dots.empty() || ballot.choice || ballot.scale) return wrong("wrong_method");
            for (const auto& [step, number] : ballot.feelings) {
                if (!holds(rule.options, step)) return wrong("unknown_option");
                IR_DO(check_range(number, rule));
            }
            return {};
        case Method::scale:
            if (!ballot.dots.empty() || ballot.choice || !ballot.feelings.empty()) return wrong("wrong_method");
            if (ballot.scale) return check_range(*ballot.scale, rule);
            return {};
    }
    return {};
}

}  // namespace methods
