#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "methods/poll.hpp"

namespace methods {
namespace {

template <class List>
bool holds(const List& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

tl::unexpected<base::Error> wrong(std::string what) {
    return base::refuse(base::Code::bad_input, std::move(what));
}

base::Done check_range(std::int64_t number, std::int64_t lowest, std::int64_t highest) {
    if (number < lowest || number > highest) return wrong("out_of_range");
    return {};
}

bool is_filled(const Ballot& ballot, Answer answer) {
    switch (answer) {
        case Answer::choice:
            return ballot.choice.has_value();
        case Answer::dots:
            return !ballot.dots.empty();
        case Answer::feelings:
            return !ballot.feelings.empty();
        case Answer::scale:
            return ballot.scale.has_value();
        case Answer::marks:
            return !ballot.marks.empty();
        case Answer::order:
            return !ballot.order.empty();
        case Answer::pairs:
            return !ballot.pairs.empty();
        case Answer::objection:
            return ballot.objection.has_value();
    }
    return false;
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

base::Done check_dots(const Numbers& dots, const PollRule& rule) {
    const bool by_criteria = rule.method == Method::three_dots;
    for (const auto& [criterion, colour] : dots) {
        const bool known = by_criteria ? holds(rule.criteria, criterion) : criterion.empty();
        if (!known) return wrong("unknown_criterion");
        IR_DO(check_colour(colour, rule, by_criteria || rule.stacking));
    }
    return {};
}

base::Done check_feelings(const std::map<std::string, std::int64_t>& feelings, const PollRule& rule) {
    for (const auto& [step, number] : feelings) {
        if (!holds(rule.options, step)) return wrong("unknown_option");
        IR_DO(check_range(number, rule.lowest, rule.highest));
    }
    return {};
}

base::Done check_points(const std::map<std::string, std::int64_t>& points, const PollRule& rule) {
    std::int64_t left = rule.dots;
    for (const auto& [option, number] : points) {
        if (number < 0) return wrong("negative");
        if (rule.cap > 0 && number > rule.cap) return wrong("over_cap");
        if (number > left) return wrong("not_all_points");
        left -= number;
    }
    const bool blank = left == rule.dots;
    if (left != 0 && !blank) return wrong("not_all_points");
    return {};
}

base::Done check_credits(const std::map<std::string, std::int64_t>& votes, const PollRule& rule) {
    std::int64_t left = rule.dots;
    for (const auto& [option, number] : votes) {
        IR_DO(check_range(number, -rule.dots, rule.dots));  // so that no square is too large to compare
        if (number * number > left) return wrong("too_many_credits");
        left -= number * number;
    }
    return {};
}

/// Whoever stands on one axis stands on the other.
base::Done check_placed(const Numbers& marks) {
    const auto axis = [&marks](const char* name) {
        std::set<std::string> placed;
        if (const auto found = marks.find(name); found != marks.end()) {
            for (const auto& [option, number] : found->second) placed.insert(option);
        }
        return placed;
    };
    if (axis("x") != axis("y")) return wrong("half_placed");
    return {};
}

base::Done check_marks(const Numbers& marks, const PollRule& rule) {
    const bool matrix = rule.method == Method::matrix;
    for (const auto& [criterion, given] : marks) {
        if (matrix ? criterion != "x" && criterion != "y" : !criterion.empty()) return wrong("unknown_criterion");
        for (const auto& [option, number] : given) {
            if (!holds(rule.options, option)) return wrong("unknown_option");
            if (matrix) IR_DO(check_range(number, 0, 100));
            if (rule.method == Method::approval || has_budget(rule.method)) IR_DO(check_range(number, 0, 1));
            if (rule.method == Method::show14 || rule.method == Method::score) {
                IR_DO(check_range(number, rule.lowest, rule.highest));
            }
        }
        if (rule.method == Method::points) IR_DO(check_points(given, rule));
        if (rule.method == Method::quadratic) IR_DO(check_credits(given, rule));
    }
    if (matrix) return check_placed(marks);
    return {};
}

base::Done check_order(const std::vector<std::vector<std::string>>& order, const PollRule& rule) {
    std::set<std::string_view> seen;
    for (const auto& place : order) {
        for (const auto& option : place) {
            if (!holds(rule.options, option)) return wrong("unknown_option");
            if (!seen.insert(option).second) return wrong("twice");
        }
        if (rule.method == Method::irv && place.size() > 1) return wrong("tied_places");
    }
    return {};
}

base::Done check_pairs(const std::vector<Pair>& pairs, const PollRule& rule) {
    if (pairs.size() > most_pairs_ever) return wrong("too_many_pairs");
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const auto& pair : pairs) {
        if (!holds(rule.options, pair.left) || !holds(rule.options, pair.right)) return wrong("unknown_option");
        if (pair.left == pair.right) return wrong("same_option");
        if (!seen.insert(std::minmax<std::string_view>(pair.left, pair.right)).second) return wrong("twice");
    }
    return {};
}

base::Done check_objection(const std::string& reason) {
    if (base::graphemes(reason) > most_objection_graphemes) return wrong("too_long");
    return {};
}

std::size_t longest_option(const PollRule& rule) {
    std::size_t longest = 0;
    for (const auto& option : rule.options) longest = std::max(longest, option.size());
    return longest;
}

}  // namespace

base::Done check_ballot(const Ballot& ballot, const PollRule& rule) {
    constexpr std::array answers{Answer::choice, Answer::dots,  Answer::feelings, Answer::scale,
                                 Answer::marks,  Answer::order, Answer::pairs,    Answer::objection};
    const auto asked = answer_of(rule.method);
    for (const auto answer : answers) {
        if (answer != asked && is_filled(ballot, answer)) return wrong("wrong_method");
    }
    switch (asked) {
        case Answer::choice:
            if (ballot.choice && !holds(rule.options, *ballot.choice)) return wrong("unknown_option");
            return {};
        case Answer::dots:
            return check_dots(ballot.dots, rule);
        case Answer::feelings:
            return check_feelings(ballot.feelings, rule);
        case Answer::scale:
            if (ballot.scale) return check_range(*ballot.scale, rule.lowest, rule.highest);
            return {};
        case Answer::marks:
            return check_marks(ballot.marks, rule);
        case Answer::order:
            return check_order(ballot.order, rule);
        case Answer::pairs:
            return check_pairs(ballot.pairs, rule);
        case Answer::objection:
            return check_objection(ballot.objection.value_or(""));
    }
    return {};
}

std::size_t most_pairs(const PollRule& rule) {
    constexpr std::size_t around = 12, around_each = 16;  // {"pairs":[]}; quotes, commas, brackets, "right"
    const auto options = rule.options.size();
    const auto all = options * (options - std::min<std::size_t>(options, 1)) / 2;
    const auto each = 2 * longest_option(rule) + around_each;
    return std::min({all, most_pairs_ever, (most_ballot_bytes - around) / each});
}

std::size_t largest_ballot(const PollRule& rule) {
    constexpr std::size_t around = 32,
                          around_each = 8;  // braces and the kind; quotes, colon or brackets, number, comma
    std::size_t all = 0;
    for (const auto& option : rule.options) all += option.size() + around_each;
    const auto longest = longest_option(rule) + (rule.options.empty() ? 0 : around_each);
    const auto dots = std::min(rule.options.size(), static_cast<std::size_t>(std::max(0, rule.dots)));
    switch (answer_of(rule.method)) {
        case Answer::choice:
        case Answer::scale:
            return around + longest;
        case Answer::dots: {
            if (rule.method == Method::dots) return around + dots * longest;
            std::size_t size = around;
            for (const auto& criterion : rule.criteria) size += criterion.size() + around_each + dots * longest;
            return size;
        }
        case Answer::marks:
            return around + (rule.method == Method::matrix ? 2 * all : all);
        case Answer::pairs:
            return around + 2 * longest;
        case Answer::objection:
            return most_ballot_bytes;
        default:
            return around + all;
    }
}

}  // namespace methods
