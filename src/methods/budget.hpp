#pragma once
#include <functional>

#include "base/result.hpp"
#include "methods/ranking.hpp"

namespace methods {

/// Money shared between projects (V14). Money is in whole 1/unit, so that decimals in a file are whole numbers here.
struct SupportBallot {
    std::vector<Option> projects;  // each once; none: a blank ballot, whose voter has a share all the same
    std::int64_t count = 1;        // equal ballots are kept as one
};
struct BudgetPoll {
    std::int64_t budget = 0;
    std::int64_t unit = 1;
    std::vector<std::int64_t> costs;  // by project, > 0
    std::vector<std::int64_t> votes;  // by project: what greedy looks at: approvals, or points in 1/votes_unit
    std::int64_t votes_unit = 1;
    std::vector<SupportBallot> ballots;
};

struct BudgetRound {
    Option project = 0;
    Exact price;  // equal shares: the most that a supporter paid, in whole money
};
struct BudgetCount : Count {
    std::vector<Option> funded;       // ascending; also the winners
    std::int64_t cost = 0;            // together, in 1/unit
    std::vector<BudgetRound> rounds;  // in the order in which they were funded
    std::vector<std::int64_t> supporters;
    std::int64_t raised = 0;  // equal shares with add1: how much each share was raised, in whole money
    std::int64_t counts = 1;  // how many counts that took
};

/// Projects by votes, each funded when what is left suffices, else skipped; one without votes is never funded. Of equal
/// votes the lower id goes first (under seeded_lot the lower lot, under distinct_supporters more supporters before the
/// id), and the ties say so. Ranked by votes; the tally is the votes. Pure.
BudgetCount count_greedy(const BudgetPoll& poll, const TieBreak& tie);

/// How equal shares count what a project is worth to each of its supporters, and how they go on when money is left.
enum class Utility { cardinality, cost };
enum class Completion { none, add1 };
struct SharesRule {
    Utility utility = Utility::cardinality;
    Completion completion = Completion::none;
    /// add1 as others have it: ends as soon as nothing that is supported fits into what is left.
    bool exhaustive = false;
    /// add1 as others have it: the raised shares are counted from whole money, rounded down.
    bool integral = false;
};

/// Told after every count what it costs, of what may be spent; false stops.
using BudgetProgress = std::function<bool(std::int64_t cost, std::int64_t budget)>;

/// The Method of Equal Shares (Peters & Skowron, "Proportionality and the Limits of Welfarism", EC 2020, as Rule X;
/// Peters, Pierczyński & Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021). Every
/// voter has budget/voters. Again and again the project is bought that its supporters can afford at the lowest ρ: the
/// most that any of them pays, divided by its utility (1, or its cost); they pay equally, but none more than is left in
/// the purse. Equal ρ: more supporters, then the lower id (under seeded_lot the lower lot). Completion add1: the count
/// is made again with every share raised by 1, as long as it costs no more than the true budget and something supported
/// is left that the budget could pay for alone; the last such count holds. Ranked in the order of buying, what is not
/// funded last; the tally is the supporters. Exact: comparisons that floating point cannot settle beyond doubt are made
/// in whole numbers. Code::not_now when `progress` stopped it. Pure.
base::Result<BudgetCount> count_equal_shares(const BudgetPoll& poll, const SharesRule& rule, const TieBreak& tie,
                                             const BudgetProgress& progress = {});

}  // namespace methods
