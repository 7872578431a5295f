#include "methods/points.hpp"

#include <algorithm>
#include <map>

#include "methods/exact_private.hpp"
#include "methods/places_private.hpp"
#include "methods/wide_private.hpp"

namespace methods {
namespace {

std::int64_t points_of(const MarkedBallot& ballot) {
    std::int64_t points = 0;
    for (const auto& mark : ballot.marks) points += mark.value;
    return points;
}

/// What a person gave to one option, as a share of all the person gave.
struct Share {
    std::int64_t given = 0;
    std::int64_t of = 1;
    std::int64_t count = 0;
    bool operator<(const Share& other) const {
        return static_cast<Wide>(given) * other.of < static_cast<Wide>(other.given) * of;
    }
};

Fraction fraction_of(const Share& share, std::int64_t total) {
    return Fraction(Whole(share.given) * total, Whole(share.of));
}

/// The middle of all ballots' shares, those without one counted as 0; of two the mean.
Fraction median_of(std::vector<Share> shares, std::int64_t ballots, std::int64_t total) {
    for (const auto& share : shares) ballots -= share.count;
    if (ballots > 0) shares.push_back({0, 1, ballots});
    std::sort(shares.begin(), shares.end());
    std::int64_t all = 0;
    for (const auto& share : shares) all += share.count;
    const auto at = [&](std::int64_t place) {
        for (const auto& share : shares) {
            if (place < share.count) return fraction_of(share, total);
            place -= share.count;
        }
        return Fraction(0);
    };
    if (all == 0) return Fraction(0);
    return (at((all - 1) / 2) + at(all / 2)) / 2;
}

/// What every option got, over one denominator as long as it is added up.
std::vector<Fraction> scaled_sums(const std::map<std::int64_t, std::vector<std::int64_t>>& by_sum, std::size_t options,
                                  std::int64_t total) {
    Whole common = 1;
    for (const auto& [points, given] : by_sum) common = lcm(common, Whole(points));
    std::vector<Whole> scaled(options);
    for (const auto& [points, given] : by_sum) {
        const Whole factor = common / points * total;
        for (std::size_t i = 0; i < options; ++i) {
            if (given[i] != 0) scaled[i] += factor * given[i];
        }
    }
    std::vector<Fraction> sums;
    for (const auto& number : scaled) sums.emplace_back(number, common);
    return sums;
}

/// Numbers in the order of the fractions, equal for equal ones.
std::vector<std::int64_t> levels_of(const std::vector<Fraction>& numbers) {
    std::vector<std::int64_t> levels(numbers.size());
    auto level = static_cast<std::int64_t>(numbers.size());
    for (const auto& place : places_by(numbers.size(), [&](Option a, Option b) { return numbers[a] > numbers[b]; })) {
        for (const auto option : place) levels[option] = level;
        --level;
    }
    return levels;
}

/// Median first, then supporters, as one number.
std::vector<std::int64_t> second_look(const std::vector<std::int64_t>& medians,
                                      const std::vector<std::int64_t>& supporters) {
    const auto places = places_by(medians.size(), [&](Option a, Option b) {
        return medians[a] != medians[b] ? medians[a] > medians[b] : supporters[a] > supporters[b];
    });
    std::vector<std::int64_t> second(medians.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (const auto option : places[i]) second[option] = -static_cast<std::int64_t>(i);
    }
    return second;
}

}  // namespace

base::Result<PointCount> count_points(const Marks& marks, std::int64_t total, const TieBreak& tie) {
    PointCount count;
    count.supporters.assign(marks.options, 0);
    std::map<std::int64_t, std::vector<std::int64_t>> by_sum;  // what ballots gave together → option → given
    std::vector<std::vector<Share>> shares(marks.options);
    for (const auto& ballot : marks.ballots) {
        for (const auto& mark : ballot.marks) {
            if (mark.value < 0) return base::refuse(base::Code::bad_shape, "negative");
        }
        count.voters += ballot.count;
        const auto points = points_of(ballot);
        if (points <= 0) continue;
        count.ballots += ballot.count;
        if (points != total * marks.unit) count.normalised += ballot.count;
        auto& given = by_sum[points];
        given.resize(marks.options);
        if (by_sum.size() > most_point_sums) return base::refuse(base::Code::too_many, "sums");
        for (const auto& mark : ballot.marks) {
            if (mark.value == 0) continue;
            given[mark.option] += mark.value * ballot.count;
            shares[mark.option].push_back({mark.value, points, ballot.count});
            count.supporters[mark.option] += ballot.count;
        }
    }
    const auto sums = scaled_sums(by_sum, marks.options, total);
    std::vector<Fraction> medians;
    std::vector<bool> nothing;
    for (std::size_t i = 0; i < marks.options; ++i) {
        medians.push_back(median_of(std::move(shares[i]), count.ballots, total));
        count.medians.push_back(exact(medians[i]));
        count.tally.push_back(exact(sums[i]));
        nothing.push_back(sums[i] == 0);
    }
    const auto median_levels = levels_of(medians);
    const auto& second =
        tie.policy == TiePolicy::distinct_supporters ? count.supporters : second_look(median_levels, count.supporters);
    count.ranking = settle(places_of(levels_of(sums)), tie, second, nothing);
    if (count.ballots == 0) return count;
    count.winners = count.ranking.places[0];
    const auto highest = *std::max_element(median_levels.begin(), median_levels.end());
    count.polarised = std::none_of(count.winners.begin(), count.winners.end(),
                                   [&](Option option) { return median_levels[option] == highest; });
    return count;
}

}  // namespace methods
