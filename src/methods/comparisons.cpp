#include "methods/comparisons.hpp"

#include <algorithm>
#include <cmath>

#include "methods/places_private.hpp"

namespace methods {
namespace {

constexpr double still = 1e-12;  // no strength moves more: done
constexpr double same = 1e-9;    // of strengths: equal
constexpr int most_steps = 200000;
constexpr double close_points = 1.0;  // domain V11: report when less lies between

/// Who won how often over whom.
class WinTable {
  public:
    explicit WinTable(const Comparisons& comparisons) : options_(comparisons.options), wins_(options_ * options_, 0) {
        for (const auto& made : comparisons.made) {
            if (made.choice == Comparison::Choice::left) wins_[made.left * options_ + made.right] += made.count;
            if (made.choice == Comparison::Choice::right) wins_[made.right * options_ + made.left] += made.count;
        }
    }
    std::int64_t over(std::size_t a, std::size_t b) const { return wins_[a * options_ + b]; }
    std::size_t options() const { return options_; }

    /// Every option is reached from the first along wins, or along losses.
    bool reaches_all(bool along_wins) const {
        std::vector<bool> seen(options_, false);
        std::vector<std::size_t> open;
        if (options_ > 0) open.push_back(0);
        if (options_ > 0) seen[0] = true;
        std::size_t reached = open.size();
        while (!open.empty()) {
            const auto from = open.back();
            open.pop_back();
            for (std::size_t to = 0; to < options_; ++to) {
                if (seen[to] || (along_wins ? over(from, to) : over(to, from)) == 0) continue;
                seen[to] = true;
                ++reached;
                open.push_back(to);
            }
        }
        return reached == options_;
    }

  private:
    std::size_t options_;
    std::vector<std::int64_t> wins_;
};

std::vector<double> strengths(const WinTable& table, double prior) {
    const auto n = table.options();
    std::vector<double> met(n * n, 0);
    std::vector<double> won(n, 0);
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = 0; b < n; ++b) {
            if (a == b) continue;
            met[a * n + b] = static_cast<double>(table.over(a, b) + table.over(b, a)) + 2 * prior;
            won[a] += static_cast<double>(table.over(a, b)) + prior;
        }
    }
    std::vector<double> now(n, 1.0 / static_cast<double>(std::max<std::size_t>(n, 1)));
    std::vector<double> next(n);
    for (int step = 0; step < most_steps && n > 1; ++step) {
        double sum = 0;
        for (std::size_t a = 0; a < n; ++a) {
            double divisor = 0;
            for (std::size_t b = 0; b < n; ++b) {
                if (met[a * n + b] > 0) divisor += met[a * n + b] / (now[a] + now[b]);
            }
            next[a] = won[a] / divisor;
            sum += next[a];
        }
        double moved = 0;
        for (std::size_t a = 0; a < n; ++a) {
            next[a] /= sum;
            moved = std::max(moved, std::abs(next[a] - now[a]));
        }
        now.swap(next);
        if (moved < still) break;
    }
    return now;
}

/// Neighbours within `same` share a place.
Places places_of_strengths(const std::vector<double>& strength) {
    std::vector<Option> order;
    for (const auto& place :
         places_by(strength.size(), [&](Option a, Option b) { return strength[a] > strength[b]; })) {
        order.insert(order.end(), place.begin(), place.end());
    }
    Places places;
    for (const auto option : order) {
        if (places.empty() || strength[places.back().back()] - strength[option] > same) places.emplace_back();
        places.back().push_back(option);
    }
    for (auto& place : places) std::sort(place.begin(), place.end());
    return places;
}

std::vector<double> win_percents(const std::vector<double>& strength) {
    std::vector<double> percents;
    for (std::size_t a = 0; a < strength.size(); ++a) {
        double chances = 0;
        for (std::size_t b = 0; b < strength.size(); ++b) {
            if (a != b) chances += strength[a] / (strength[a] + strength[b]);
        }
        percents.push_back(strength.size() < 2 ? 100 : 100 * chances / static_cast<double>(strength.size() - 1));
    }
    return percents;
}

std::vector<std::vector<Option>> close_neighbours(const PairCount& count) {
    std::vector<Option> order;
    for (const auto& place : count.ranking.places) order.insert(order.end(), place.begin(), place.end());
    std::vector<std::vector<Option>> close;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const double apart = count.win_percent[order[i - 1]] - count.win_percent[order[i]];
        if (apart < close_points) close.push_back({order[i - 1], order[i]});
    }
    return close;
}

}  // namespace

base::Result<PairCount> count_bradley_terry(const Comparisons& comparisons, double prior, const TieBreak& tie) {
    const WinTable table(comparisons);
    if (prior <= 0 && !(table.reaches_all(true) && table.reaches_all(false))) {
        return base::refuse(base::Code::bad_shape, "unconnected");
    }
    PairCount count;
    for (const auto& made : comparisons.made) {
        count.voters += made.count;
        (made.choice == Comparison::Choice::neither ? count.undecided : count.ballots) += made.count;
    }
    count.strength = strengths(table, prior);
    count.win_percent = win_percents(count.strength);
    for (Option a = 0; a < comparisons.options; ++a) {
        std::int64_t wins = 0;
        std::int64_t losses = 0;
        for (std::size_t b = 0; b < comparisons.options; ++b) {
            wins += table.over(a, b);
            losses += table.over(b, a);
        }
        count.wins.push_back(wins);
        count.losses.push_back(losses);
        count.simple.push_back(exact(ratio(100 * (wins + 1), wins + losses + 2)));
        count.tally.push_back(rounded(count.strength[a]));
        if (wins + losses < few_comparisons) count.few.push_back(a);
    }
    count.ranking = settle(places_of_strengths(count.strength), tie, {},
                           std::vector<bool>(comparisons.options, count.ballots == 0));
    if (count.ballots > 0) count.winners = count.ranking.places[0];
    count.close = close_neighbours(count);
    return count;
}

}  // namespace methods
