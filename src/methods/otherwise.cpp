#include "methods/otherwise.hpp"

#include <algorithm>

namespace methods {

std::vector<Method> other_methods(Method method) {
    std::vector<Method> all;
    if (answer_of(method) == Answer::order) all = {Method::borda, Method::irv, Method::schulze, Method::copeland};
    if (has_budget(method)) all = {Method::greedy, Method::mes};
    std::erase(all, method);
    return all;
}

std::vector<Outcome> count_otherwise(const PollRule& rule, std::span<const CountedBallot> ballots,
                                     std::int64_t eligible) {
    const auto options = static_cast<std::int64_t>(rule.options.size());
    const auto most_ballots = most_other_looks / std::max<std::int64_t>(1, options * options);
    if (static_cast<std::int64_t>(ballots.size()) > most_ballots) return {};
    std::vector<Outcome> outcomes;
    for (const auto method : other_methods(rule.method)) {
        auto other = rule;
        other.method = method;
        other.tie = TiePolicy::report;
        auto outcome = count_poll(other, ballots, eligible);
        // A winner that a lot has made is no answer to how the method counts.
        if (outcome.tie == TiePolicy::seeded_lot) continue;
        outcome.rounds.clear();
        outcome.pairs.clear();
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

std::vector<std::vector<std::string>> places_of(const Outcome& outcome) {
    std::vector<std::vector<std::string>> places;
    int rank = 0;
    for (const auto& row : outcome.rows) {
        if (row.rank == 0) continue;
        if (row.rank != rank) places.emplace_back();
        rank = row.rank;
        places.back().push_back(row.option);
    }
    return places;
}

}  // namespace methods
