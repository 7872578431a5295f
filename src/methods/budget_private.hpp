#pragma once
#include "methods/budget.hpp"

namespace methods {

/// Voters, ballots and supporters.
BudgetCount begin_count(const BudgetPoll& poll);
/// The tied in the order that settles what nothing else does: by id, or by lot.
std::vector<Option> in_order(const std::vector<Option>& tied, const TieBreak& tie);
Tie::By by_order(const TieBreak& tie);

}  // namespace methods
