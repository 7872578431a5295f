#pragma once
#include <map>

#include "ballots/ballot_file.hpp"
#include "base/result.hpp"
#include "methods/score.hpp"

namespace ballots {

/// How `iderum count` was asked to count.
struct CountWish {
    std::string method;
    std::string ties = "report";
    std::string seed;
    std::vector<std::string> options;  // "utility=cost"
};

/// A wish that has been understood. Which members mean something follows from the method.
struct CountPlan {
    std::string method;
    methods::TieBreak tie;
    MarkRule marks;              // for paper ballots
    methods::ScoreRule score;    // score, show14
    std::string criterion;       // tre-prickar: that secondary_criterion looks at; empty: the first
    std::int64_t total = 100;    // points
    double prior = 0.5;          // bradley-terry
    methods::SharesRule shares;  // mes
};

/// "dots", "tre-prickar", … in the order of the documentation.
std::vector<std::string> method_names();

/// Code::bad_input with a sentence that says what can be written instead: an unknown method, tie policy or option, a
/// policy the method has no use for, seeded_lot without a seed.
base::Result<CountPlan> plan_count(const CountWish& wish);

}  // namespace ballots
