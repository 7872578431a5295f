#include <algorithm>

#include "ballots/report.hpp"
#include "methods/poll_ballots.hpp"

namespace ballots {
namespace {

using methods::Answer;

std::int64_t choosers_among(std::span<const methods::CountedBallot> ballots) {
    std::int64_t choosers = 0;
    for (const auto& [ballot, count] : ballots) {
        const auto& pairs = ballot.pairs;
        const auto has_chosen = [](const methods::Pair& pair) { return pair.chosen != methods::Pair::Chosen::skip; };
        if (std::any_of(pairs.begin(), pairs.end(), has_chosen)) choosers += count;
    }
    return choosers;
}

/// The ballots as if they had been read from a file.
BallotFile to_file(const methods::PollRule& rule, std::span<const methods::CountedBallot> ballots) {
    BallotFile file;
    file.ids = methods::has_options(rule.method) ? rule.options : std::vector<std::string>{"scale"};
    file.names.resize(file.ids.size());
    file.criteria = rule.criteria;
    for (const auto& counted : ballots) file.voters += counted.count;
    const auto answer = methods::answer_of(rule.method);
    if (methods::has_budget(rule.method)) {
        file.budget = methods::to_budget(rule, ballots);
    } else if (answer == Answer::order) {
        file.orders = methods::to_orders(rule, ballots);
    } else if (answer == Answer::pairs) {
        file.comparisons = methods::to_comparisons(rule, ballots);
        file.choosers = choosers_among(ballots);
    } else {
        file.marks = methods::to_marks(rule, ballots);
    }
    return file;
}

}  // namespace

base::Result<Report> count_ballots(const methods::PollRule& rule, std::span<const methods::CountedBallot> ballots,
                                   methods::Completion completion) {
    CountPlan plan;
    plan.method = methods::method_name(rule.method);
    plan.tie = methods::tie_break_of(rule);
    plan.score = methods::score_rule_of(rule.method);
    plan.criterion = rule.criterion;
    plan.total = rule.dots;
    plan.prior = methods::usual_prior;
    plan.shares.completion = completion;
    return count_ballots(to_file(rule, ballots), plan);
}

}  // namespace ballots
