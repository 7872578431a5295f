#include <algorithm>

#include "methods/count_private.hpp"
#include "methods/points.hpp"
#include "methods/poll_ballots.hpp"

namespace methods {

void count_sums(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots) {
    const auto criterion = std::find(rule.criteria.begin(), rule.criteria.end(), rule.criterion);
    const auto at = rule.criterion.empty() ? 0 : criterion - rule.criteria.begin();
    const auto count = count_dots(to_marks(rule, ballots), tie_break_of(rule), static_cast<std::uint32_t>(at));
    take_ranking(outcome, rule, count, [&](OutcomeRow& row, Option option) {
        row.votes = count.votes[option];
        row.supporters = count.supporters[option];
        if (rule.method != Method::three_dots) return;
        for (std::size_t i = 0; i < rule.criteria.size(); ++i) row.by[rule.criteria[i]] = count.by[i][option];
    });
    outcome.wildcards = ids_of(count.wildcards, rule);
}

void count_shared_points(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots) {
    const auto marks = to_marks(rule, ballots);
    const auto count = count_points(marks, rule.dots, tie_break_of(rule));
    if (!count) return;  // no ballots that check_ballot lets in
    const auto sums = count_dots(marks, {}).votes;
    take_ranking(outcome, rule, *count, [&](OutcomeRow& row, Option option) {
        row.votes = sums[option];
        row.supporters = count->supporters[option];
        row.numbers["median"] = count->medians[option];
    });
    outcome.flags["polarised"] = count->polarised;
}

namespace {

/// With add1 as far as the effort goes, and says so.
base::Result<BudgetCount> count_shares(Outcome& outcome, const BudgetPoll& poll, const TieBreak& tie,
                                       const Effort& effort) {
    if (effort.add1_looks <= 0) return count_equal_shares(poll, {}, tie);
    constexpr std::int64_t any_count = 100;
    const auto voters = outcome.voted + outcome.abstained;
    const auto each = voters * static_cast<std::int64_t>(poll.costs.size()) + any_count;
    auto left = effort.add1_looks;
    SharesRule completed;
    completed.completion = Completion::add1;
    auto count = count_equal_shares(poll, completed, tie,
                                    [&left, each](std::int64_t, std::int64_t) { return (left -= each) >= 0; });
    outcome.flags["add1"] = count.has_value();
    if (!count) return count_equal_shares(poll, {}, tie);
    return count;
}

}  // namespace

void count_budget(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots,
                  const Effort& effort) {
    const auto poll = to_budget(rule, ballots);
    const auto tie = tie_break_of(rule);
    const auto shares = rule.method == Method::mes ? count_shares(outcome, poll, tie, effort) : count_greedy(poll, tie);
    if (!shares) return;  // nobody stops it
    const auto& count = *shares;
    take_ranking(outcome, rule, count, [&](OutcomeRow& row, Option option) {
        row.votes = poll.votes[option];
        row.supporters = count.supporters[option];
        row.numbers["cost"] = exact(poll.costs[option]);
        row.flags["funded"] = std::binary_search(count.funded.begin(), count.funded.end(), option);
    });
    outcome.numbers["cost"] = exact(count.cost);
    outcome.numbers["budget"] = exact(rule.budget);
}

}  // namespace methods
