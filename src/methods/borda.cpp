#include "methods/orders.hpp"
#include "methods/pairwise.hpp"

namespace methods {
namespace {

/// Twice the points of `size` options that share a place when `above` stand above it.
std::int64_t doubled_points(std::size_t options, std::size_t above, std::size_t size) {
    const auto first = static_cast<std::int64_t>(options - 1 - above);
    return 2 * first - static_cast<std::int64_t>(size - 1);
}

void add_points(std::vector<std::int64_t>& doubled, const OrderedBallot& ballot) {
    const auto options = doubled.size();
    std::vector<bool> named(options, false);
    for (std::size_t from = 0; from < ballot.options.size();) {
        auto to = from;
        while (to < ballot.options.size() && ballot.place[to] == ballot.place[from]) ++to;
        const auto points = doubled_points(options, from, to - from) * ballot.count;
        for (auto i = from; i < to; ++i) {
            doubled[ballot.options[i]] += points;
            named[ballot.options[i]] = true;
        }
        from = to;
    }
    const auto left = options - ballot.options.size();
    if (left < 2) return;  // what remains for one alone is 0
    const auto points = doubled_points(options, ballot.options.size(), left) * ballot.count;
    for (std::size_t option = 0; option < options; ++option) {
        if (!named[option]) doubled[option] += points;
    }
}

/// 1 for whoever beats all others with as many points, else 0.
std::vector<std::int64_t> winners_in_pairs(const Places& places, const Orders& orders) {
    std::vector<std::int64_t> second(orders.options, 0);
    const PairTable pairs(orders);
    for (const auto& place : places) {
        for (const auto option : place) {
            bool beats_all = true;
            for (const auto other : place) beats_all = beats_all && (option == other || pairs.beats(option, other));
            second[option] = beats_all ? 1 : 0;
        }
    }
    return second;
}

}  // namespace

void count_ballots(const Orders& orders, Count& count) {
    for (const auto& ballot : orders.ballots) {
        count.voters += ballot.count;
        if (!ballot.options.empty()) count.ballots += ballot.count;
    }
}

Count count_borda(const Orders& orders, const TieBreak& tie) {
    Count count;
    count_ballots(orders, count);
    std::vector<std::int64_t> doubled(orders.options, 0);
    for (const auto& ballot : orders.ballots) {
        if (!ballot.options.empty()) add_points(doubled, ballot);
    }
    for (const auto points : doubled) count.tally.push_back(exact(ratio(points, 2)));
    const auto places = places_of(doubled);
    std::vector<std::int64_t> second;
    if (tie.policy == TiePolicy::secondary_criterion) second = winners_in_pairs(places, orders);
    count.ranking = settle(places, tie, second, std::vector<bool>(orders.options, count.ballots == 0));
    if (count.ballots > 0) count.winners = count.ranking.places[0];
    return count;
}

}  // namespace methods
