#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "methods/spread.hpp"
#include "methods/tie_policy.hpp"

namespace methods {

/// How a vote is counted. Names in files and messages: choice, dots, tre-prickar, feelings, scale.
///   choice       one of the options
///   dots         V1 and V2: k dots, at most one per option unless stacking
///   tre-prickar  V3: k dots per criterion, stacking free, user benefit first
///   feelings     a whole number, lowest…highest, on each step; a step without an answer is not a 0
///   scale        one whole number, lowest…highest
enum class Method { choice, dots, three_dots, feelings, scale };
std::string_view method_name(Method method);
std::optional<Method> parse_method(std::string_view name);

/// The rules of one round, frozen when it opens.
struct PollRule {
    Method method = Method::dots;
    int dots = 3;
    bool stacking = false;
    int lowest = 0;
    int highest = 0;
    std::vector<std::string> criteria;  // tre-prickar: first = user benefit, last = novelty
    std::vector<std::string> options;   // ids, in their frozen order; steps for feelings; unused for scale
    TiePolicy tie = TiePolicy::report;
    std::string criterion;  // for secondary_criterion; empty: the first
    std::string seed;       // for seeded_lot
};

/// One ballot, decoded. Only what the method asks for is set; nothing set is a blank ballot (abstains).
struct Ballot {
    std::optional<std::string> choice;
    std::map<std::string, std::map<std::string, std::int64_t>> dots;  // criterion ("" for dots) → option → dots
    std::map<std::string, std::int64_t> feelings;                     // step → number
    std::optional<std::int64_t> scale;

    bool blank() const;
    bool operator==(const Ballot&) const = default;
};
/// Equal ballots are kept as one with how many there were.
struct CountedBallot {
    Ballot ballot;
    std::int64_t count = 1;
};

/// Right for these rules? Code::bad_input with `what` one of "wrong_method" (something else is filled in),
/// "unknown_option", "unknown_criterion", "negative", "too_many_dots", "stacked" (two on one option where one may lie),
/// "out_of_range". A dot count of 0 is right and says nothing.
base::Done check_ballot(const Ballot& ballot, const PollRule& rule);

/// One option's count. Which members are set follows the method.
struct OutcomeRow {
    std::string option;  // "scale" for Method::scale
    int rank = 0;        // 1 = first; shared when tied (1, 1, 3); 0 for feelings and scale
    std::int64_t votes = 0;
    std::int64_t supporters = 0;  // ballots with at least one dot here
    std::map<std::string, std::int64_t>
        by;                        // tre-prickar: criterion → dots; feelings and scale: number ("-2") → answers
    std::int64_t n = 0;            // feelings and scale: answers
    std::optional<Spread> spread;  // feelings and scale, when n > 0
    std::optional<Ratio> mean;     // feelings and scale, when n > 0
    std::optional<Agreement> agreement;  // feelings and scale, when n > 1
};

/// The result of one round, as it is kept and shown.
struct Outcome {
    Method method = Method::dots;
    TiePolicy tie = TiePolicy::report;
    std::int64_t eligible = 0;
    std::int64_t voted = 0;                      // ballots that said something
    std::int64_t abstained = 0;                  // blank ballots; eligible − voted − abstained have not answered
    bool few = false;                            // fewer than five ballots: say that secrecy cannot hold (invariant 25)
    std::vector<OutcomeRow> rows;                // by rank, then in the frozen order; feelings in the steps' order
    std::vector<std::vector<std::string>> ties;  // groups with votes that still share a rank
    std::vector<std::vector<std::string>> broken;  // groups that the policy put in order
    std::vector<std::string> winners;              // rank 1 with votes; empty when nobody voted
    std::vector<std::string> wildcards;            // tre-prickar: most of the last criterion among those not rank 1
};

/// Counts. Ballots must have passed check_ballot; the order they come in makes no difference. Pure, any thread.
Outcome count_poll(const PollRule& rule, std::span<const CountedBallot> ballots, std::int64_t eligible);

/// The outcome with `from` counted as `into`, as if they had been one option from the start: shows what splitting the
/// vote on near-duplicates did (domain V4). Where one dot per option is the rule, a person who gave both has given one.
Outcome recount_merged(const PollRule& rule, std::span<const CountedBallot> ballots, std::int64_t eligible,
                       const std::map<std::string, std::string>& from_into);

/// The outcome as JSON with sorted keys (`poll.result`): the same counts give the same text on every machine.
///   {"abstained":0,"broken":[],"eligible":18,"few":false,"method":"dots","rows":[ROW …],"tie_policy":"report",
///    "ties":[["id","id"]],"voted":17,"wildcards":[],"winners":["id","id"]}
///   ROW of choice, dots, tre-prickar: {"by":{"nytta":6},"id":"…","rank":1,"supporters":5,"votes":9} (by: tre-prickar)
///   ROW of feelings, scale: {"agreement":"agree","by":{"4":7,"5":9},"high":"5","id":"…","low":"4","mean":"21/5",
///    "median":"4","n":16} – exact fractions as text; without n, mean and the others are left out
std::string to_json(const Outcome& outcome);

}  // namespace methods
