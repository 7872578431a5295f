#pragma once
#include "methods/ranking.hpp"

namespace methods {

/// One ballot that puts options in order. Those that stand on the same place are equal to the voter; options that are
/// left out stand below all others, equal to each other.
struct OrderedBallot {
    std::vector<Option> options;       // best first, each once
    std::vector<std::uint32_t> place;  // of options[i]: 0, then equal to or one more than before
    std::int64_t count = 1;            // equal ballots are kept as one
};
struct Orders {
    std::size_t options = 0;
    std::vector<OrderedBallot> ballots;
};

/// Ballots handed in, and those that name anything: a blank one abstains and is no vote for equality.
void count_ballots(const Orders& orders, Count& count);

/// V8 Borda (1784): m − 1 … 0 points; those on one place share what their places are worth together, and those that are
/// left out share what remains. The tally is in halves at most. secondary_criterion looks for whoever of the tied beats
/// all other tied in pairs. Exact while m · voters < 2⁶². Pure.
Count count_borda(const Orders& orders, const TieBreak& tie);

}  // namespace methods
