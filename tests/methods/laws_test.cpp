#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "methods/budget.hpp"
#include "methods/irv.hpp"
#include "methods/points.hpp"
#include "methods/rules.hpp"
#include "methods/schulze.hpp"
#include "property/trials.hpp"

using namespace methods;
using trials::Random;

namespace {

Orders random_orders(Random& random) {
    Orders all{2 + trials::pick(random, 5), {}};
    const auto ballots = 1 + trials::pick(random, 9);
    for (std::size_t i = 0; i < ballots; ++i) {
        std::vector<Option> options(all.options);
        std::iota(options.begin(), options.end(), Option{0});
        std::shuffle(options.begin(), options.end(), random);
        if (trials::chance(random, 30)) options.resize(1 + trials::pick(random, all.options));
        OrderedBallot ballot;
        ballot.count = 1 + static_cast<std::int64_t>(trials::pick(random, 3));
        for (const auto option : options) {
            const bool same = !ballot.place.empty() && trials::chance(random, 20);
            ballot.place.push_back(ballot.place.empty() ? 0 : ballot.place.back() + (same ? 0 : 1));
            ballot.options.push_back(option);
        }
        all.ballots.push_back(std::move(ballot));
    }
    return all;
}

/// The rules on orders: places by rule.
std::vector<Places> all_places(const Orders& orders) {
    const PairTable pairs(orders);
    const auto irv = count_irv(orders, {});
    return {count_borda(orders, {}).ranking.places, count_copeland(orders, pairs, {}).ranking.places,
            count_schulze(orders, pairs, {}).ranking.places, irv ? irv->ranking.places : Places()};
}

Places renamed(const Places& places, const std::vector<Option>& names) {
    Places all;
    for (const auto& place : places) {
        all.emplace_back();
        for (const auto option : place) all.back().push_back(names[option]);
        std::sort(all.back().begin(), all.back().end());
    }
    return all;
}

std::size_t place_of(const Places& places, Option option) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (std::find(places[i].begin(), places[i].end(), option) != places[i].end()) return i;
    }
    return places.size();
}

BudgetPoll random_budget(Random& random) {
    BudgetPoll poll;
    const auto projects = 2 + trials::pick(random, 6);
    const auto voters = 1 + trials::pick(random, 9);
    for (std::size_t i = 0; i < projects; ++i) {
        poll.costs.push_back(1 + static_cast<std::int64_t>(trials::pick(random, 40)));
    }
    poll.votes.assign(projects, 0);
    poll.budget = 20 + static_cast<std::int64_t>(trials::pick(random, 80));
    for (std::size_t i = 0; i < voters; ++i) {
        poll.ballots.emplace_back();
        for (Option project = 0; project < projects; ++project) {
            if (!trials::chance(random, 40)) continue;
            poll.ballots.back().projects.push_back(project);
            ++poll.votes[project];
        }
    }
    return poll;
}

}  // namespace

TEST_SUITE("property") {
    TEST_CASE("anonymity: who voted first, and whether equal ballots are kept as one, makes no difference") {
        trials::run("count_anonymity", 300, 3000, [](Random& random) {
            const auto orders = random_orders(random);
            auto other = orders;
            other.ballots.clear();
            for (const auto& ballot : orders.ballots) {
                for (std::int64_t i = 0; i < ballot.count; ++i) {
                    other.ballots.push_back(ballot);
                    other.ballots.back().count = 1;
                }
            }
            std::shuffle(other.ballots.begin(), other.ballots.end(), random);
            REQUIRE(all_places(orders) == all_places(other));
        });
    }

    TEST_CASE("neutrality: other names for the options give the same result under those names") {
        trials::run("count_neutrality", 300, 3000, [](Random& random) {
            const auto orders = random_orders(random);
            std::vector<Option> names(orders.options);
            std::iota(names.begin(), names.end(), Option{0});
            std::shuffle(names.begin(), names.end(), random);
            auto other = orders;
            for (auto& ballot : other.ballots) {
                for (auto& option : ballot.options) option = names[option];
            }
            const auto before = all_places(orders);
            const auto after = all_places(other);
            for (std::size_t rule = 0; rule < before.size(); ++rule) {
                CAPTURE(rule);
                REQUIRE(renamed(before[rule], names) == after[rule]);
            }
        });
    }

    TEST_CASE("monotonicity: whoever is put higher on a ballot does not fall, by Borda, Copeland and Schulze") {
        trials::run("count_monotonicity", 500, 5000, [](Random& random) {
            const auto orders = random_orders(random);
            auto other = orders;
            auto& ballot = other.ballots[trials::pick(random, other.ballots.size())];
            const auto from = trials::pick(random, ballot.options.size());
            const auto raised = ballot.options[from];
            // To the very top, alone; the others keep their order.
            std::vector<std::pair<std::uint32_t, Option>> rest;
            for (std::size_t i = 0; i < ballot.options.size(); ++i) {
                if (i != from) rest.emplace_back(ballot.place[i], ballot.options[i]);
            }
            ballot.options = {raised};
            ballot.place = {0};
            for (std::size_t i = 0; i < rest.size(); ++i) {
                const bool same = i > 0 && rest[i].first == rest[i - 1].first;
                ballot.options.push_back(rest[i].second);
                ballot.place.push_back(ballot.place.back() + (same ? 0 : 1));
            }
            const auto before = all_places(orders);
            const auto after = all_places(other);
            for (const std::size_t rule : {0U, 1U, 2U}) {
                CAPTURE(rule);
                // A winner stays a winner: lower ranks may meet others who have moved.
                if (place_of(before[rule], raised) == 0) REQUIRE(place_of(after[rule], raised) == 0);
            }
        });
    }

    TEST_CASE("clone independence: Schulze chooses the same when an option gets a near-duplicate beside it") {
        trials::run("schulze_clones", 500, 5000, [](Random& random) {
            const auto orders = random_orders(random);
            const auto cloned = static_cast<Option>(trials::pick(random, orders.options));
            const auto clone = static_cast<Option>(orders.options);
            Orders other{orders.options + 1, {}};
            for (const auto& ballot : orders.ballots) {
                OrderedBallot longer;
                longer.count = ballot.count;
                for (std::size_t i = 0; i < ballot.options.size(); ++i) {
                    longer.options.push_back(ballot.options[i]);
                    longer.place.push_back(ballot.place[i]);
                    if (ballot.options[i] != cloned) continue;
                    // Beside it, on the same place: clones stand together to everybody else.
                    longer.options.push_back(clone);
                    longer.place.push_back(longer.place.back());
                }
                other.ballots.push_back(std::move(longer));
            }
            const auto without = count_schulze(orders, PairTable(orders), {}).winners;
            auto with = count_schulze(other, PairTable(other), {}).winners;
            for (auto& option : with) option = option == clone ? cloned : option;
            std::sort(with.begin(), with.end());
            with.erase(std::unique(with.begin(), with.end()), with.end());
            REQUIRE(with == without);
        });
    }

    TEST_CASE("Schulze and Copeland choose whoever beats all others") {
        trials::run("condorcet", 500, 5000, [](Random& random) {
            const auto orders = random_orders(random);
            const PairTable pairs(orders);
            const auto best = condorcet_winner(pairs);
            if (!best) return;
            REQUIRE(count_schulze(orders, pairs, {}).winners == std::vector<Option>{*best});
            REQUIRE(count_copeland(orders, pairs, {}).winners == std::vector<Option>{*best});
        });
    }

    TEST_CASE(
        "sums: Borda gives m(m-1)/2 a ballot, Copeland as much in all, and IRV's votes are all ballots each round") {
        trials::run("count_sums", 300, 3000, [](Random& random) {
            const auto orders = random_orders(random);
            const auto sum = [](const std::vector<Exact>& numbers) {
                return std::accumulate(numbers.begin(), numbers.end(), 0.0,
                                       [](double all, const Exact& one) { return all + one.value; });
            };
            const auto pairs = static_cast<double>(orders.options * (orders.options - 1)) / 2;
            const auto borda = count_borda(orders, {});
            REQUIRE(sum(borda.tally) == doctest::Approx(pairs * static_cast<double>(borda.ballots)));
            REQUIRE(sum(count_copeland(orders, PairTable(orders), {}).tally) == doctest::Approx(pairs));
            const auto irv = count_irv(orders, {});
            REQUIRE(irv);
            for (const auto& round : irv->rounds) {
                REQUIRE(sum(round.votes) + round.exhausted.value == doctest::Approx(static_cast<double>(irv->ballots)));
            }
        });
    }

    TEST_CASE(
        "budgets: no more is spent than there is, only on what is supported, and the order of ballots makes no "
        "difference") {
        trials::run("budget_sums", 100, 1000, [](Random& random) {
            const auto poll = random_budget(random);
            const auto greedy = count_greedy(poll, {});
            REQUIRE(greedy.cost <= poll.budget);
            for (const auto utility : {Utility::cardinality, Utility::cost}) {
                const auto shares = count_equal_shares(poll, {utility, Completion::add1}, {});
                REQUIRE(shares);
                REQUIRE(shares->cost <= poll.budget);
                auto other = poll;
                std::shuffle(other.ballots.begin(), other.ballots.end(), random);
                REQUIRE(count_equal_shares(other, {utility, Completion::add1}, {})->funded == shares->funded);
                for (const auto project : shares->funded) REQUIRE(poll.votes[project] > 0);
            }
        });
    }

    TEST_CASE("points: every ballot gives as much as every other, whatever it was written in") {
        trials::run("points_sums", 300, 3000, [](Random& random) {
            Marks marks;
            marks.options = 1 + trials::pick(random, 5);
            for (std::size_t i = 0; i < 1 + trials::pick(random, 8); ++i) {
                marks.ballots.emplace_back();
                for (Option option = 0; option < marks.options; ++option) {
                    marks.ballots.back().marks.push_back({option, 0, static_cast<std::int64_t>(random() % 30)});
                }
            }
            const auto count = count_points(marks, 100, {});
            REQUIRE(count);
            double sum = 0;
            for (const auto& number : count->tally) sum += number.value;
            REQUIRE(sum == doctest::Approx(100.0 * static_cast<double>(count->ballots)));
        });
    }

    TEST_CASE("a lot gives every option a place of its own, and the same one each time") {
        trials::run("lots", 100, 1000, [](Random& random) {
            const auto orders = random_orders(random);
            const TieBreak lot{TiePolicy::seeded_lot, std::to_string(random()), rules::letters(orders.options)};
            const auto count = count_schulze(orders, PairTable(orders), lot);
            for (const auto& place : count.ranking.places) REQUIRE(place.size() == 1);
            REQUIRE(count_schulze(orders, PairTable(orders), lot).ranking.places == count.ranking.places);
        });
    }
}
