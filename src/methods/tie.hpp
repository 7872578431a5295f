#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "methods/exact.hpp"

namespace methods {

/// An option is known to the rules by its place in the list of ids that the round was opened with.
using Option = std::uint32_t;

/// What becomes of a tie (domain 2). Nothing is ever broken silently: the outcome lists what was tied and how it went.
///   report               shared rank 1, 1, 3
///   discuss_revote       as report; the room talks, and a new round is opened for the tied
///   distinct_supporters  more people behind it goes first
///   secondary_criterion  what the method looks at next goes first (tre-prickar: more dots of one criterion)
///   seeded_lot           SHA-256 of "seed:id" ascending; the seed is published before opening
enum class TiePolicy { report, discuss_revote, distinct_supporters, secondary_criterion, seeded_lot };
std::string_view tie_policy_name(TiePolicy policy);
std::optional<TiePolicy> parse_tie_policy(std::string_view name);

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
