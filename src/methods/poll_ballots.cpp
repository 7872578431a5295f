#include "methods/poll_ballots.hpp"

namespace methods {
namespace {

constexpr std::int64_t per_cent = 100;

/// Options and criteria by their places in the rule's lists.
class PlaceOf {
  public:
    explicit PlaceOf(const std::vector<std::string>& ids) {
        for (const auto& id : ids) places_.emplace(id, static_cast<std::uint32_t>(places_.size()));
    }
    std::optional<std::uint32_t> find(const std::string& id) const {
        const auto found = places_.find(id);
        if (found == places_.end()) return {};
        return found->second;
    }

  private:
    std::map<std::string, std::uint32_t> places_;
};

std::vector<std::string> criteria_of(const PollRule& rule) {
    if (rule.method == Method::three_dots) return rule.criteria;
    if (rule.method == Method::matrix) return {"x", "y"};
    return {""};
}

}  // namespace

Marks to_marks(const PollRule& rule, std::span<const CountedBallot> ballots) {
    const auto criteria = criteria_of(rule);
    const PlaceOf options(rule.options);
    const PlaceOf colours(criteria);
    Marks marks;
    marks.options = has_options(rule.method) ? rule.options.size() : 1;
    marks.criteria = criteria.size();
    if (rule.method == Method::matrix) marks.unit = per_cent;
    for (const auto& [ballot, count] : ballots) {
        MarkedBallot marked{{}, count};
        const auto add = [&](const std::string& colour, const std::string& id, std::int64_t value) {
            const auto option = options.find(id);
            const auto criterion = colours.find(colour);
            if (option && criterion) marked.marks.push_back({*option, *criterion, value});
        };
        if (ballot.choice) add("", *ballot.choice, 1);
        if (ballot.scale) marked.marks.push_back({0, 0, *ballot.scale});
        for (const auto* numbers : {&ballot.dots, &ballot.marks}) {
            for (const auto& [colour, given] : *numbers) {
                for (const auto& [id, number] : given) add(colour, id, number);
            }
        }
        marks.ballots.push_back(std::move(marked));
    }
    return marks;
}

Orders to_orders(const PollRule& rule, std::span<const CountedBallot> ballots) {
    const PlaceOf options(rule.options);
    Orders orders;
    orders.options = rule.options.size();
    for (const auto& [ballot, count] : ballots) {
        OrderedBallot ordered{{}, {}, count};
        std::uint32_t place = 0;
        for (const auto& shared : ballot.order) {
            const auto before = ordered.options.size();
            for (const auto& id : shared) {
                const auto option = options.find(id);
                if (!option) continue;
                ordered.options.push_back(*option);
                ordered.place.push_back(place);
            }
            if (ordered.options.size() > before) ++place;
        }
        orders.ballots.push_back(std::move(ordered));
    }
    return orders;
}

Comparisons to_comparisons(const PollRule& rule, std::span<const CountedBallot> ballots) {
    const PlaceOf options(rule.options);
    Comparisons comparisons;
    comparisons.options = rule.options.size();
    for (const auto& [ballot, count] : ballots) {
        for (const auto& pair : ballot.pairs) {
            const auto left = options.find(pair.left);
            const auto right = options.find(pair.right);
            if (!left || !right || *left == *right) continue;
            const auto choice = pair.chosen == Pair::Chosen::left    ? Comparison::Choice::left
                                : pair.chosen == Pair::Chosen::right ? Comparison::Choice::right
                                                                     : Comparison::Choice::neither;
            comparisons.made.push_back({*left, *right, choice, count});
        }
    }
    return comparisons;
}

BudgetPoll to_budget(const PollRule& rule, std::span<const CountedBallot> ballots) {
    BudgetPoll poll;
    poll.budget = rule.budget;
    for (const auto& option : rule.options) {
        const auto cost = rule.cost.find(option);
        // What has no price cannot be bought.
        poll.costs.push_back(cost == rule.cost.end() || cost->second <= 0 ? rule.budget + 1 : cost->second);
    }
    poll.votes.assign(rule.options.size(), 0);
    for (const auto& ballot : to_marks(rule, ballots).ballots) {
        SupportBallot support{{}, ballot.count};
        for (const auto& mark : ballot.marks) {
            if (mark.value <= 0) continue;
            support.projects.push_back(mark.option);
            poll.votes[mark.option] += ballot.count;
        }
        poll.ballots.push_back(std::move(support));
    }
    return poll;
}

TieBreak tie_break_of(const PollRule& rule) {
    return {rule.tie, rule.seed, rule.options};
}

ScoreRule score_rule_of(Method method) {
    if (method == Method::show14) return {ScoreRule::By::mean, {0, 1}, false};
    return {};
}

}  // namespace methods
