#include <algorithm>

#include "methods/count_private.hpp"
#include "methods/irv.hpp"

namespace methods {
namespace {

constexpr std::int64_t few_ballots = 5;  // invariant 25

void count_by_method(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots,
                     const Effort& effort) {
    switch (rule.method) {
        case Method::choice:
        case Method::dots:
        case Method::three_dots:
        case Method::approval:
        case Method::quadratic:
            return count_sums(outcome, rule, ballots);
        case Method::feelings:
        case Method::scale:
        case Method::fist:
            return count_numbers(outcome, rule, ballots);
        case Method::show14:
        case Method::score:
            return count_scored(outcome, rule, ballots);
        case Method::points:
            return count_shared_points(outcome, rule, ballots);
        case Method::greedy:
        case Method::mes:
            return count_budget(outcome, rule, ballots, effort);
        case Method::matrix:
            return count_placed(outcome, rule, ballots);
        case Method::borda:
        case Method::irv:
        case Method::schulze:
        case Method::copeland:
            return count_orders(outcome, rule, ballots, effort);
        case Method::bradley_terry:
            return count_pairs(outcome, rule, ballots);
        case Method::consent:
            return count_consent(outcome, ballots);
    }
}

}  // namespace

std::vector<std::string> ids_of(const std::vector<Option>& options, const PollRule& rule) {
    std::vector<std::string> ids;
    for (const auto at : options) ids.push_back(rule.options[at]);
    return ids;
}

void take_ranking(Outcome& outcome, const PollRule& rule, const Count& count,
                  const std::function<void(OutcomeRow& row, Option option)>& fill) {
    for (const auto& place : count.ranking.places) {
        const auto rank = static_cast<int>(outcome.rows.size()) + 1;
        for (const auto option : place) {
            OutcomeRow row;
            row.option = rule.options[option];
            row.rank = rank;
            fill(row, option);
            outcome.rows.push_back(std::move(row));
        }
    }
    for (const auto& tie : count.ranking.ties) {
        if (tie.by == Tie::By::every_branch) continue;  // it has put nobody before the others
        (tie.by == Tie::By::shared ? outcome.ties : outcome.broken).push_back(ids_of(tie.options, rule));
    }
    outcome.winners = ids_of(count.winners, rule);
}

Effort effort_of(std::string_view kept_result) {
    const auto has = [kept_result](std::string_view words) {
        return kept_result.find(words) != std::string_view::npos;
    };
    auto effort = usual_effort;
    if (has(R"("method":"mes")") && !has(R"("add1":)")) effort.add1_looks = 0;
    if (has(R"("branches":true)")) effort.irv_branches = most_irv_branches;
    return effort;
}

Outcome count_poll(const PollRule& rule, std::span<const CountedBallot> ballots, std::int64_t eligible,
                   const Effort& effort) {
    Outcome outcome;
    outcome.method = rule.method;
    outcome.tie = rule.tie;
    outcome.eligible = eligible;
    for (const auto& counted : ballots) {
        const bool blank = canonical(counted.ballot, rule.method).blank();
        (blank ? outcome.abstained : outcome.voted) += counted.count;
    }
    outcome.few = outcome.voted + outcome.abstained < few_ballots;
    count_by_method(outcome, rule, ballots, effort);
    return outcome;
}

Outcome recount_merged(const PollRule& rule, std::span<const CountedBallot> ballots, std::int64_t eligible,
                       const std::map<std::string, std::string>& from_into) {
    const auto merged = [&from_into](const std::string& option) {
        const auto found = from_into.find(option);
        return found == from_into.end() ? option : found->second;
    };
    PollRule joined = rule;
    joined.options.clear();
    for (const auto& option : rule.options) {
        const auto target = merged(option);
        if (std::find(joined.options.begin(), joined.options.end(), target) == joined.options.end()) {
            joined.options.push_back(target);
        }
    }
    const bool one_each = rule.method == Method::dots && !rule.stacking;
    std::vector<CountedBallot> recounted;
    for (const auto& counted : ballots) {
        CountedBallot moved{{}, counted.count};
        if (counted.ballot.choice) moved.ballot.choice = merged(*counted.ballot.choice);
        for (const auto& [criterion, dots] : counted.ballot.dots) {
            auto& colour = moved.ballot.dots[criterion];
            for (const auto& [option, count] : dots) {
                auto& dot = colour[merged(option)];
                dot = one_each ? std::max(dot, count) : dot + count;
            }
        }
        recounted.push_back(std::move(moved));
    }
    return count_poll(joined, recounted, eligible);
}

}  // namespace methods
