#pragma once
#include "methods/pairwise.hpp"

namespace methods {

struct SchulzeCount : Count {
    std::vector<std::int64_t> paths;  // a · options + b: the strength of the strongest path from a to b
};

/// V10 Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
/// election method", Social Choice and Welfare 36 (2011), with winning votes as strength. a beats b when its strongest
/// path to b is stronger than b's to a. Ranked in layers: first everybody whom nobody beats, then again without them.
/// The tally is how many an option beats. O(options³). Pure.
SchulzeCount count_schulze(const Orders& orders, const PairTable& pairs, const TieBreak& tie);

}  // namespace methods
