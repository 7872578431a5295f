#pragma once
#include "methods/poll.hpp"

namespace methods {

/// What other methods make of the same ballots, to be shown beside a result (domain V9: one profile, three winners).
/// The vote's own method decides. Pure, any thread.

/// Those whose ballots say the same under the same rules, itself left out: orders of preference (borda, irv, schulze,
/// copeland), and yes to projects that cost (greedy, mes). None for the others: how many dots or points there are is
/// part of what a ballot says.
std::vector<Method> other_methods(Method method);

/// Rows and winners by each of other_methods(); options that are level share a rank, whatever the vote's own policy
/// (irv draws lots by the vote's seed where it would branch beyond all bounds). Rounds and pairs are left out. Empty
/// when ballots · options² is above most_other_looks: nobody shall wait for what only is told beside.
std::vector<Outcome> count_otherwise(const PollRule& rule, std::span<const CountedBallot> ballots,
                                     std::int64_t eligible);
inline constexpr std::int64_t most_other_looks = 50000000;

/// The ranking: ids that share a place stand together, best first. What is not ranked is left out.
std::vector<std::vector<std::string>> places_of(const Outcome& outcome);

}  // namespace methods
