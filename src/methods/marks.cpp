#include "methods/marks.hpp"

#include <algorithm>

#include "methods/wide_private.hpp"

namespace methods {
namespace {

void add_ballot(DotCount& count, const MarkedBallot& ballot) {
    // Marks of one option may lie on several criteria: its supporter is one person all the same.
    std::vector<Option> supported;
    bool said = false;
    for (const auto& mark : ballot.marks) {
        if (mark.value == 0) continue;
        said = true;
        count.votes[mark.option] += mark.value * ballot.count;
        count.by[mark.criterion][mark.option] += mark.value * ballot.count;
        if (mark.value > 0) supported.push_back(mark.option);
    }
    std::sort(supported.begin(), supported.end());
    supported.erase(std::unique(supported.begin(), supported.end()), supported.end());
    for (const auto option : supported) count.supporters[option] += ballot.count;
    count.voters += ballot.count;
    if (said) count.ballots += ballot.count;
}

/// At least one uncertain idea of high novelty goes along (domain V3).
std::vector<Option> find_wildcards(const DotCount& count) {
    std::vector<Option> wildcards;
    const auto& novelty = count.by.back();
    std::int64_t most = 0;
    for (std::size_t place = 1; place < count.ranking.places.size(); ++place) {
        for (const auto option : count.ranking.places[place]) {
            if (novelty[option] <= 0 || novelty[option] < most) continue;
            if (novelty[option] > most) wildcards.clear();
            most = novelty[option];
            wildcards.push_back(option);
        }
    }
    return wildcards;
}

}  // namespace

DotCount count_dots(const Marks& marks, const TieBreak& tie, std::uint32_t criterion) {
    DotCount count;
    count.votes.assign(marks.options, 0);
    count.supporters.assign(marks.options, 0);
    count.by.assign(marks.criteria, std::vector<std::int64_t>(marks.options, 0));
    for (const auto& ballot : marks.ballots) add_ballot(count, ballot);
    std::vector<bool> nothing;
    for (const auto votes : count.votes) {
        nothing.push_back(votes == 0);
        count.tally.push_back(exact(ratio(votes, marks.unit)));
    }
    std::vector<std::int64_t> second;
    if (criterion < count.by.size()) second = count.by[criterion];
    if (tie.policy == TiePolicy::distinct_supporters) second = count.supporters;
    count.ranking = settle(places_of(count.votes), tie, second, nothing);
    if (!count.ranking.places.empty() && count.votes[count.ranking.places[0][0]] > 0) {
        count.winners = count.ranking.places[0];
    }
    if (marks.criteria > 1) count.wildcards = find_wildcards(count);
    return count;
}

bool within_credits(const MarkedBallot& ballot, std::int64_t unit, std::int64_t credits) {
    const Wide most = static_cast<Wide>(credits) * unit * unit;
    Wide cost = 0;
    for (const auto& mark : ballot.marks) {
        cost += static_cast<Wide>(mark.value) * mark.value;
        if (cost > most) return false;
    }
    return true;
}

}  // namespace methods
