#pragma once
#include "methods/budget.hpp"
#include "methods/comparisons.hpp"
#include "methods/marks.hpp"
#include "methods/orders.hpp"
#include "methods/poll.hpp"
#include "methods/score.hpp"

namespace methods {

/// A poll's ballots as the counting rules take them: options and criteria by their places in the rule's lists. What is
/// not on the lists is left out. Pure.

/// Choice, dots and marks; a `scale` as a mark on the one option there is. matrix: 0–100 in 1/100.
Marks to_marks(const PollRule& rule, std::span<const CountedBallot> ballots);
Orders to_orders(const PollRule& rule, std::span<const CountedBallot> ballots);
Comparisons to_comparisons(const PollRule& rule, std::span<const CountedBallot> ballots);
/// Every ballot, the blank ones too, has a share of the money.
BudgetPoll to_budget(const PollRule& rule, std::span<const CountedBallot> ballots);

/// What settles the ties of this poll.
TieBreak tie_break_of(const PollRule& rule);
/// How show14 and score are ranked.
ScoreRule score_rule_of(Method method);
inline constexpr double usual_prior = 0.5;  // of bradley-terry: virtual wins each way between every two options

}  // namespace methods
