#include <algorithm>

#include "methods/budget.hpp"
#include "methods/budget_private.hpp"

namespace methods {

BudgetCount begin_count(const BudgetPoll& poll) {
    BudgetCount count;
    count.supporters.assign(poll.costs.size(), 0);
    for (const auto& ballot : poll.ballots) {
        count.voters += ballot.count;
        if (!ballot.projects.empty()) count.ballots += ballot.count;
        for (const auto project : ballot.projects) count.supporters[project] += ballot.count;
    }
    return count;
}

std::vector<Option> in_order(const std::vector<Option>& tied, const TieBreak& tie) {
    auto order = tied;
    std::sort(order.begin(), order.end());
    if (tie.policy == TiePolicy::seeded_lot) {
        std::sort(order.begin(), order.end(), [&tie](Option a, Option b) { return lot_of(tie, a) < lot_of(tie, b); });
    }
    return order;
}

Tie::By by_order(const TieBreak& tie) {
    return tie.policy == TiePolicy::seeded_lot ? Tie::By::seeded_lot : Tie::By::id;
}

BudgetCount count_greedy(const BudgetPoll& poll, const TieBreak& tie) {
    auto count = begin_count(poll);
    count.ranking.places = places_of(poll.votes);
    std::vector<Option> order;
    for (const auto& place : count.ranking.places) {
        if (poll.votes[place.front()] <= 0) break;
        Places parts = {place};
        if (tie.policy == TiePolicy::distinct_supporters) {
            auto settled = settle(parts, tie, count.supporters);
            parts = std::move(settled.places);
            for (auto& tied : settled.ties) {
                if (tied.by != Tie::By::shared) count.ranking.ties.push_back(std::move(tied));
            }
        }
        for (const auto& part : parts) {
            if (part.size() > 1) count.ranking.ties.push_back({part, by_order(tie), 0});
            const auto ordered = in_order(part, tie);
            order.insert(order.end(), ordered.begin(), ordered.end());
        }
    }
    for (const auto project : order) {
        if (poll.costs[project] > poll.budget - count.cost) continue;
        count.cost += poll.costs[project];
        count.funded.push_back(project);
        count.rounds.push_back({project, {}});
    }
    std::sort(count.funded.begin(), count.funded.end());
    count.winners = count.funded;
    for (const auto votes : poll.votes) count.tally.push_back(exact(ratio(votes, poll.votes_unit)));
    return count;
}

}  // namespace methods
