#include <algorithm>
#include <chrono>
#include <numeric>
#include <random>

#include "app/bench.hpp"
#include "methods/budget.hpp"
#include "methods/irv.hpp"
#include "methods/schulze.hpp"

namespace app {
namespace {

using methods::Option;

constexpr std::uint64_t seed = 0x1de0;

template <class Work>
double milliseconds(const Work& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

/// Every ballot an order of all options, no two of them alike: nothing can be counted together.
methods::Orders random_orders(std::size_t options, std::int64_t ballots) {
    std::mt19937_64 random(seed);
    methods::Orders orders{options, {}};
    methods::OrderedBallot ballot;
    ballot.options.resize(options);
    ballot.place.resize(options);
    std::iota(ballot.options.begin(), ballot.options.end(), Option{0});
    std::iota(ballot.place.begin(), ballot.place.end(), std::uint32_t{0});
    for (std::int64_t i = 0; i < ballots; ++i) {
        std::shuffle(ballot.options.begin(), ballot.options.end(), random);
        orders.ballots.push_back(ballot);
    }
    return orders;
}

/// Every voter supports ten projects, popular ones more often; there is money for a third of them.
methods::BudgetPoll random_budget(std::size_t projects, std::int64_t ballots) {
    constexpr std::size_t supported = 10;
    std::mt19937_64 random(seed);
    methods::BudgetPoll poll;
    for (std::size_t i = 0; i < projects; ++i) poll.costs.push_back(1000 + static_cast<std::int64_t>(random() % 99000));
    poll.budget = std::accumulate(poll.costs.begin(), poll.costs.end(), std::int64_t{0}) / 3;
    poll.votes.assign(projects, 0);
    for (std::int64_t i = 0; i < ballots; ++i) {
        methods::SupportBallot ballot;
        while (ballot.projects.size() < supported) {
            const double popular = static_cast<double>(random() >> 11U) * 0x1.0p-53;
            const auto project = static_cast<Option>(popular * popular * static_cast<double>(projects));
            const auto& named = ballot.projects;
            if (std::find(named.begin(), named.end(), project) == named.end()) ballot.projects.push_back(project);
        }
        for (const auto project : ballot.projects) ++poll.votes[project];
        poll.ballots.push_back(std::move(ballot));
    }
    return poll;
}

void tell(const std::string& what, std::int64_t ballots, double took_ms) {
    print({"count-" + what, "ballots", ballots, "count_ms", took_ms, "ms", "none"});
}

}  // namespace

void bench_count(int options, int projects, std::int64_t ballots) {
    {
        const auto orders = random_orders(static_cast<std::size_t>(options), ballots);
        tell("schulze", ballots,
             milliseconds([&orders] { methods::count_schulze(orders, methods::PairTable(orders), {}); }));
        tell("irv", ballots, milliseconds([&orders] { return methods::count_irv(orders, {}).has_value(); }));
    }
    const auto poll = random_budget(static_cast<std::size_t>(projects), ballots);
    for (const auto utility : {methods::Utility::cardinality, methods::Utility::cost}) {
        tell(utility == methods::Utility::cost ? "mes-cost" : "mes-cardinality", ballots,
             milliseconds([&] { return methods::count_equal_shares(poll, {utility}, {}).has_value(); }));
    }
}

}  // namespace app
