#pragma once
#include "base/result.hpp"
#include "methods/orders.hpp"

namespace methods {

/// One round of the count, along the first branch.
struct IrvRound {
    std::vector<Exact> votes;      // by option; of those already out "0"
    std::vector<Option> standing;  // who took part
    Exact exhausted;               // votes whose ballots name nobody who stands any more
    std::vector<Option> dropped;   // at the end of it; empty in the last round
};
struct IrvCount : Count {
    std::vector<IrvRound> rounds;
    int branches = 1;  // counts made because a tie for last could not be settled otherwise
};

/// V9 instant-runoff voting (Hare 1857, Ware 1871): drops whoever has the fewest votes, whose ballots move on, until
/// one has more than half of the votes that still count. Options that share a place on a ballot share its vote in equal
/// parts. A tie for last is settled by the latest earlier round in which the tied differ; else, under seeded_lot, the
/// last in the lot is dropped; else each of them is dropped in a count of its own and whoever wins any of them is a
/// winner (parallel universes; Conitzer, Rognlie & Xia, IJCAI 2009). When the tied together have fewer votes than the
/// next one, or none at all, they would all be dropped before it in whatever order, and are dropped together, sharing
/// the rank. Ranked by when they were dropped, those in the last round by votes; with several branches by the best rank
/// an option reaches. The tally is the votes in the last round an option stood in, along the first branch (lowest id
/// dropped last). Exact. Code::too_many when there would be more than `most_branches`, or so many that the ballots
/// would be looked at more than most_irv_looks times. Pure.
inline constexpr int most_irv_branches = 20000;
base::Result<IrvCount> count_irv(const Orders& orders, const TieBreak& tie, int most_branches = most_irv_branches);
inline constexpr std::int64_t most_irv_looks = 1000000000;

}  // namespace methods
