#include "methods/schulze.hpp"

#include <algorithm>

namespace methods {
namespace {

/// The widest paths (Floyd and Warshall's order). Rows are added in whole, which compilers turn into vector code.
std::vector<std::int64_t> strongest_paths(const PairTable& pairs) {
    const auto n = pairs.options();
    std::vector<std::int64_t> paths(n * n, 0);
    for (Option a = 0; a < n; ++a) {
        for (Option b = 0; b < n; ++b) {
            if (pairs.beats(a, b)) paths[a * n + b] = pairs(a, b);
        }
    }
    for (std::size_t through = 0; through < n; ++through) {
        const auto* const onward = &paths[through * n];
        for (std::size_t from = 0; from < n; ++from) {
            if (from == through) continue;
            auto* const row = &paths[from * n];
            const auto reach = row[through];
            if (reach == 0) continue;
            for (std::size_t to = 0; to < n; ++to) row[to] = std::max(row[to], std::min(reach, onward[to]));
        }
    }
    for (std::size_t a = 0; a < n; ++a) paths[a * n + a] = 0;
    return paths;
}

}  // namespace

SchulzeCount count_schulze(const Orders& orders, const PairTable& pairs, const TieBreak& tie) {
    SchulzeCount count;
    count_ballots(orders, count);
    count.paths = strongest_paths(pairs);
    const auto n = orders.options;
    std::vector<std::size_t> beaten_by(n, 0);
    std::vector<std::vector<Option>> beats(n);
    for (Option a = 0; a < n; ++a) {
        for (Option b = 0; b < n; ++b) {
            if (count.paths[a * n + b] <= count.paths[b * n + a]) continue;
            beats[a].push_back(b);
            ++beaten_by[b];
        }
        count.tally.push_back(exact(static_cast<std::int64_t>(beats[a].size())));
    }
    Places layers;
    std::vector<Option> free;
    for (Option option = 0; option < n; ++option) {
        if (beaten_by[option] == 0) free.push_back(option);
    }
    while (!free.empty()) {
        std::sort(free.begin(), free.end());
        layers.push_back(std::move(free));
        free.clear();
        for (const auto gone : layers.back()) {
            for (const auto other : beats[gone]) {
                if (--beaten_by[other] == 0) free.push_back(other);
            }
        }
    }
    count.ranking = settle(layers, tie, {}, std::vector<bool>(n, count.ballots == 0));
    if (count.ballots > 0) count.winners = count.ranking.places[0];
    return count;
}

}  // namespace methods
