#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "methods/exact.hpp"
#include "methods/method.hpp"
#include "methods/tie_policy.hpp"

namespace methods {

/// The rules of one round, frozen when it opens.
struct PollRule {
    Method method = Method::dots;
    int dots = 3;  // points: all that are shared out; quadratic: credits
    bool stacking = false;
    int lowest = 0;  // with highest: feelings, scale, fist, show14, score
    int highest = 0;
    int cap = 0;                               // points: most on one option; 0 = any
    std::int64_t budget = 0;                   // greedy, mes: whole money
    std::map<std::string, std::int64_t> cost;  // greedy, mes: of every option, above 0
    std::vector<std::string> criteria;         // tre-prickar: first = user benefit, last = novelty; matrix: x, y
    std::vector<std::string>
        options;  // ids, in their frozen order; steps for feelings; none where has_options is false
    TiePolicy tie = TiePolicy::report;
    std::string criterion;  // for secondary_criterion; empty: the first
    std::string seed;       // for seeded_lot, published when the round opens
};

/// Numbers on options: criterion ("" where there is but one) → option → number.
using Numbers = std::map<std::string, std::map<std::string, std::int64_t>>;

/// Somebody was shown two options and chose one, or could not decide.
struct Pair {
    enum class Chosen { left, right, skip };
    std::string left, right;
    Chosen chosen = Chosen::skip;
    bool operator==(const Pair&) const = default;
};
std::string_view chosen_name(Pair::Chosen chosen);
std::optional<Pair::Chosen> parse_chosen(std::string_view name);

/// One ballot, decoded. Only what the method asks for is set; nothing set is a blank ballot (abstains).
struct Ballot {
    std::optional<std::string> choice;
    Numbers dots;
    std::map<std::string, std::int64_t> feelings;  // step → number
    std::optional<std::int64_t> scale;
    Numbers marks;                                // yes, scores, points, votes; matrix: x and y in per cent
    std::vector<std::vector<std::string>> order;  // best first; an inner list shares a place; left out: last
    std::vector<Pair> pairs;
    std::optional<std::string> objection;  // its reason; empty: consents to the proposal

    bool blank() const;
    bool operator==(const Ballot&) const = default;
};
/// The ballot in its one form, whoever wrote it: a dot count of 0 says nothing and is dropped, those that share a place
/// stand in bytewise order, and so do the two of a pair and the pairs.
Ballot canonical(Ballot ballot);
/// The same, and without the marks of 0 that say nothing by the method.
Ballot canonical(Ballot ballot, Method method);
/// The one text of a canonical ballot: compact JSON, keys in bytewise order (docs/protocol.md, VALUE).
std::string to_json(const Ballot& ballot);

/// Equal ballots are kept as one with how many there were.
struct CountedBallot {
    Ballot ballot;
    std::int64_t count = 1;
};

/// The text of a ballot is at most this long: each step of a journey of 180 judged.
inline constexpr std::size_t most_ballot_bytes = 8192;
/// How many pairs a ballot may hold: all there are, as many as fit into a ballot, and at most 200.
std::size_t most_pairs(const PollRule& rule);
inline constexpr std::size_t most_pairs_ever = 200;
/// How long the reason of an objection may be.
inline constexpr std::size_t most_objection_graphemes = 500;
/// The most bytes that an answer to all of it takes as to_json writes it; of pairs, two; of a reason, all that there
/// are.
std::size_t largest_ballot(const PollRule& rule);

/// Right for these rules? Code::bad_input with `what` one of "wrong_method" (something else is filled in),
/// "unknown_option", "unknown_criterion", "negative", "too_many_dots", "stacked" (two on one option where one may lie),
/// "out_of_range", "not_all_points", "over_cap", "too_many_credits", "half_placed" (only one of x and y), "twice",
/// "tied_places" (where each option needs a place of its own), "same_option" (a pair of one), "too_many_pairs",
/// "too_long" (an objection's reason).
base::Done check_ballot(const Ballot& ballot, const PollRule& rule);

/// One option's count. Which members are set follows the method (row_parts).
struct OutcomeRow {
    std::string option;  // "scale" where the question itself is answered
    int rank = 0;        // 1 = first; shared when tied (1, 1, 3); 0 for what is not ranked
    std::int64_t votes = 0;
    std::int64_t supporters = 0;             // ballots with more than 0 here
    std::map<std::string, std::int64_t> by;  // tre-prickar: criterion → dots; else number ("-2") → answers
    std::int64_t n = 0;                      // answers; bradley-terry: comparisons
    std::optional<Spread> spread;            // when n > 0
    std::optional<Ratio> mean;               // when n > 0
    std::optional<Agreement> agreement;      // when n > 1
    /// What else the method has to say, exact: median, points, firsts, wins, cost, x, y.
    std::map<std::string, Exact> numbers;
    std::map<std::string, bool> flags;  // below_quorum, few, funded, split
    std::string quadrant;               // matrix: quick_win, big_bet, fill_in, avoid
    /// bradley-terry, by whose strengths it ranks: the mean chance in per cent to be chosen before another option, and
    /// how many of the n comparisons were won. Told and not kept: the one is an estimate, the other follows from the
    /// points.
    std::optional<double> chance;
    std::int64_t won = 0;
};

/// One round of instant-runoff voting.
struct OutcomeRound {
    std::map<std::string, Exact> votes;  // of those who took part; empty while they are more than most_in_table
    std::vector<std::string> dropped;
    Exact exhausted;
};

/// A reason that objections gave, and how many gave it in the same words.
struct CountedObjection {
    std::string text;
    std::int64_t n = 0;
    bool operator==(const CountedObjection&) const = default;
};

/// The result of one round, as it is kept and shown.
struct Outcome {
    Method method = Method::dots;
    TiePolicy tie = TiePolicy::report;  // as counted: irv draws lots when it would else branch beyond all bounds
    std::int64_t eligible = 0;
    std::int64_t voted = 0;                      // ballots that said something
    std::int64_t abstained = 0;                  // blank ballots; eligible − voted − abstained have not answered
    bool few = false;                            // fewer than five ballots: say that secrecy cannot hold (invariant 25)
    std::vector<OutcomeRow> rows;                // by rank, then in the frozen order; what is not ranked in that order
    std::vector<std::vector<std::string>> ties;  // groups with votes that still share a rank
    std::vector<std::vector<std::string>> broken;  // groups that the policy, or the method's own rule, put in order
    std::vector<std::string> winners;              // rank 1 with votes; of budgets what is funded
    std::vector<std::string> wildcards;            // tre-prickar: most of the last criterion among those not rank 1
    std::map<std::string, Exact> numbers;          // budgets: cost, budget; bradley-terry: undecided; consent: consents
    std::map<std::string, bool> flags;             // polarised, branches, passed, add1
    std::vector<OutcomeRound> rounds;              // irv
    std::vector<std::string> branched;  // irv: who were level last where each was dropped in a count of its own; told,
                                        // not kept in `poll.result`
    std::map<std::string, std::map<std::string, std::int64_t>> pairs;  // how many put a before b; schulze, copeland,
                                                                       // of at most most_in_table options
    std::string condorcet;                                             // who beats all others, if anybody does
    /// consent: in bytewise order, which tells nothing of who or when. Told, not kept in `poll.result`: people's words
    /// lie in the ballots alone, where an erasure finds them.
    std::vector<CountedObjection> objections;
};
inline constexpr std::size_t most_in_table = 20;

/// How much a count may do before it takes the shorter way. Measured in counts, so that it is the same on every
/// machine.
struct Effort {
    /// mes: voters · options + 100 for each count of completion add1; more than that, and what is left over stays so.
    std::int64_t add1_looks = 0;
    /// irv: so many ways to go on from ties for last; more, and lots are drawn by the seed instead.
    int irv_branches = 200;
};
inline constexpr Effort usual_effort{40000000};
/// That which a result was counted with, from the text that is kept of it: earlier ones left over what mes left, and
/// followed more ways of irv.
Effort effort_of(std::string_view kept_result);

/// Counts. Ballots must have passed check_ballot; the order they come in makes no difference. Pure, any thread.
/// score: quorum half of those who answered, then lower median, then answers. bradley-terry: 0.5 virtual wins each way.
/// mes: each supported project counts as one; what is left over is shared by add1 as far as `effort` goes (flag
/// "add1"), else not at all. consent: passed when somebody has answered and nobody objects.
Outcome count_poll(const PollRule& rule, std::span<const CountedBallot> ballots, std::int64_t eligible,
                   const Effort& effort = usual_effort);

/// The outcome with `from` counted as `into`, as if they had been one option from the start: shows what splitting the
/// vote on near-duplicates did (domain V4). For choice, dots and tre-prickar. Where one dot per option is the rule, a
/// person who gave both has given one.
Outcome recount_merged(const PollRule& rule, std::span<const CountedBallot> ballots, std::int64_t eligible,
                       const std::map<std::string, std::string>& from_into);

/// The outcome as JSON with sorted keys (`poll.result`): the same counts give the same text on every machine.
///   {"abstained":0,"broken":[],"eligible":18,"few":false,"method":"dots","rows":[ROW …],"tie_policy":"report",
///    "ties":[["id","id"]],"voted":17,"wildcards":[],"winners":["id","id"]}
///   ROW of choice, dots, tre-prickar: {"by":{"nytta":6},"id":"…","rank":1,"supporters":5,"votes":9} (by: tre-prickar)
///   ROW of feelings, scale, fist: {"agreement":"agree","by":{"4":7,"5":9},"high":"5","id":"…","low":"4",
///    "mean":"21/5","median":"4","n":16} – exact fractions as text; without n, mean and the others are left out
/// Other methods have more members, each under its name (docs/register-format.md): numbers as they are when whole, else
/// exact fractions as text.
std::string to_json(const Outcome& outcome);

}  // namespace methods
