#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "methods/exact.hpp"
#include "methods/tie_policy.hpp"

namespace methods {

/// An option is known to the rules by its place in the list of ids that the round was opened with.
using Option = std::uint32_t;

/// A tie, and what settled it.
struct Tie {
    enum class By {
        shared,               // nothing: they share the rank
        distinct_supporters,  // the policies
        secondary_criterion,
        seeded_lot,
        earlier_rounds,   // IRV: fewer votes in the latest round in which they differ
        every_branch,     // IRV: each of them was dropped in a count of its own
        more_supporters,  // equal shares: the rule's own second look
        id,               // the lower id went first, as the rule says
    };
    std::vector<Option> options;  // ascending
    By by = By::shared;
    int round = 0;  // of the count, from 1; 0 when it concerns the final order
    bool operator==(const Tie&) const = default;
};
std::string_view tie_by_name(Tie::By by);

using Places = std::vector<std::vector<Option>>;  // options that share a rank, best first; ascending within a rank

struct Ranking {
    Places places;
    std::vector<Tie> ties;
};

/// How the ties of one count are to be settled.
struct TieBreak {
    TiePolicy policy = TiePolicy::report;
    std::string seed;              // for seeded_lot
    std::vector<std::string> ids;  // by option, for seeded_lot
};

/// SHA-256 of "seed:id" in hex: the lower goes first.
std::string lot_of(const TieBreak& tie, Option option);

/// Settles the ties in `places` by the policy. `second` is what distinct_supporters and secondary_criterion look at:
/// by option, the higher goes first; empty when there is nothing to look at. A rank whose options `nothing` names
/// (true: nobody chose it) stays as it is and is no tie. Pure, any thread.
Ranking settle(const Places& places, const TieBreak& tie, const std::vector<std::int64_t>& second,
               const std::vector<bool>& nothing = {});

/// Places by a number per option, the higher first.
Places places_of(const std::vector<std::int64_t>& numbers);

/// The part that all counts have in common.
struct Count {
    Ranking ranking;
    std::vector<Exact> tally;     // by option
    std::vector<Option> winners;  // rank 1, when anybody chose it
    std::int64_t voters = 0;      // ballots handed in
    std::int64_t ballots = 0;     // that said something
};

}  // namespace methods
