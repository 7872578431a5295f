#pragma once
#include "methods/ranking.hpp"

namespace methods {

/// Ballots that put whole numbers on options: dots, yes, points, scores, votes for and against. A number is
/// `value / unit`, so that decimals on paper are whole numbers here.
struct Mark {
    Option option = 0;
    std::uint32_t criterion = 0;
    std::int64_t value = 0;
};
struct MarkedBallot {
    std::vector<Mark> marks;  // one per option and criterion at most; none: a blank ballot
    std::int64_t count = 1;   // equal ballots are kept as one
};
struct Marks {
    std::size_t options = 0;
    std::size_t criteria = 1;
    std::int64_t unit = 1;
    std::vector<MarkedBallot> ballots;
};

/// Sums of marks. A mark of 0 says nothing.
struct DotCount : Count {
    std::vector<std::int64_t> votes;            // by option, in 1/unit
    std::vector<std::int64_t> supporters;       // ballots with more than 0 on it
    std::vector<std::vector<std::int64_t>> by;  // criterion → option → votes
    std::vector<Option> wildcards;              // most of the last of several criteria among those not rank 1
};

/// V1 and V2 dots, V3 tre prickar (several criteria; their unweighted sum ranks, the vectors are shown), V6 approval
/// (Brams & Fishburn, "Approval Voting", American Political Science Review 72, 1978: marks of 1) and V13 quadratic
/// votes (Lalley & Weyl, "Quadratic Voting", AEA Papers and Proceedings 108, 2018: marks may be negative): the sum.
/// secondary_criterion looks at `criterion`, distinct_supporters at supporters. Sums must stay below 2⁶³. Pure.
DotCount count_dots(const Marks& marks, const TieBreak& tie, std::uint32_t criterion = 0);

/// Σ v² of one ballot's marks in 1/unit², and whether it is at most `credits` (whole). What a quadratic vote may cost.
bool within_credits(const MarkedBallot& ballot, std::int64_t unit, std::int64_t credits);

}  // namespace methods
