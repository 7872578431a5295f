#pragma once
#include "ballots/methods_known.hpp"
#include "methods/matrix.hpp"
#include "methods/poll.hpp"

namespace ballots {

using methods::Exact;

/// A numbered step of a count: a round of IRV, or a project that is bought.
struct ReportRound {
    std::vector<Option> standing;  // IRV: who took part, with votes
    std::vector<Exact> votes;      // IRV: by option
    Exact exhausted;
    std::vector<Option> dropped;
    std::optional<Option> funded;  // budgets
    Exact price;                   // equal shares
};

/// What came of a count, whatever the method: what all have, and beside it what this one has to say.
struct Report {
    std::string method;
    std::string tie_policy, seed;
    std::vector<std::string> ids, names;
    std::int64_t voters = 0, ballots = 0;
    methods::Ranking ranking;
    std::vector<Exact> tally;  // by option
    std::vector<Option> winners;
    std::vector<std::pair<std::string, std::vector<Exact>>> columns;        // "supporters" → by option
    std::vector<std::pair<std::string, std::vector<Option>>> lists;         // "below_quorum" → options
    std::vector<std::pair<std::string, Exact>> numbers;                     // "cost" → 600
    std::vector<std::pair<std::string, bool>> flags;                        // "polarised"
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> tables;  // "pairwise" → a · options + b
    std::vector<std::vector<Option>> close;                                 // Bradley–Terry: too close to tell apart
    std::vector<std::pair<std::string, std::vector<Exact>>> by;             // tre-prickar: criterion → by option
    std::vector<methods::MatrixPoint> points;                               // matrix
    std::vector<methods::Answers> answers;                                  // score, show14, fist
    std::int64_t unit = 1;                                                  // of the answers' values
    std::vector<ReportRound> rounds;
};

/// Counts a file. Code::bad_input with a sentence when it holds no ballots of the kind the method counts;
/// Code::too_many when an exact result would take more than can be told. `progress` as for count_equal_shares. Pure.
base::Result<Report> count_ballots(const BallotFile& file, const CountPlan& plan,
                                   const methods::BudgetProgress& progress = {});

/// Counts a closed vote of a session, by any of method_names(). Options stand in the rule's order. `completion`: of
/// mes, as the session has counted it. Pure.
base::Result<Report> count_ballots(const methods::PollRule& rule, std::span<const methods::CountedBallot> ballots,
                                   methods::Completion completion = methods::Completion::none);

/// The report as JSON, keys in a fixed order, ids in theirs: the same ballots give the same text on every machine.
/// docs/counting.md says what each key means.
std::string to_json(const Report& report);

}  // namespace ballots
