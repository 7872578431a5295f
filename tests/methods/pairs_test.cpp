#include <doctest/doctest.h>

#include "methods/rules.hpp"

using namespace methods;
using namespace rules;

namespace {

/// `won` of `met` for the first of two letters.
void add(Comparisons& all, char a, char b, std::int64_t won, std::int64_t lost) {
    all.made.push_back({at(a), at(b), Comparison::Choice::left, won});
    all.made.push_back({at(a), at(b), Comparison::Choice::right, lost});
}

PairCount count(const Comparisons& all, double prior) {
    auto counted = count_bradley_terry(all, prior, {});
    REQUIRE(counted);
    return std::move(*counted);
}

}  // namespace

TEST_CASE("V11: without a prior three to one twice over gives nine to one") {
    Comparisons all{3, {}};
    add(all, 'A', 'B', 3, 1);
    add(all, 'B', 'C', 3, 1);
    const auto found = count(all, 0);
    CHECK(found.strength[0] == doctest::Approx(9.0 / 13).epsilon(1e-8));
    CHECK(found.strength[1] == doctest::Approx(3.0 / 13).epsilon(1e-8));
    CHECK(found.strength[2] == doctest::Approx(1.0 / 13).epsilon(1e-8));
    CHECK(shown(found.simple) == "200/3 50 100/3");
    CHECK(shown(found.ranking.places) == "A | B | C");
}

TEST_CASE("V11: three to one all round, without and with half a virtual win each way") {
    Comparisons all{3, {}};
    add(all, 'A', 'B', 3, 1);
    add(all, 'B', 'C', 3, 1);
    add(all, 'A', 'C', 3, 1);
    const auto plain = count(all, 0);
    CHECK(plain.strength[0] == doctest::Approx(0.5918).epsilon(1e-4));
    CHECK(plain.strength[1] == doctest::Approx(0.2778).epsilon(1e-4));
    CHECK(plain.strength[2] == doctest::Approx(0.1304).epsilon(1e-3));
    CHECK(plain.win_percent[0] == doctest::Approx(75));
    CHECK(plain.win_percent[1] == doctest::Approx(50));
    const auto prior = count(all, 0.5);
    CHECK(prior.strength[0] == doctest::Approx(0.5324).epsilon(1e-4));
    CHECK(prior.strength[1] == doctest::Approx(0.2993).epsilon(1e-4));
    CHECK(prior.strength[2] == doctest::Approx(0.1683).epsilon(1e-4));
    CHECK(prior.win_percent[0] == doctest::Approx(70));
    CHECK(prior.win_percent[1] == doctest::Approx(50));
    CHECK(prior.win_percent[2] == doctest::Approx(30));
    CHECK(shown(prior.simple) == "70 50 30");
    CHECK(prior.few.empty());
}

TEST_CASE("V11: who was never beaten, or never shown, stays finite with the prior and is refused without") {
    Comparisons all{3, {}};
    add(all, 'A', 'B', 6, 0);
    const auto found = count(all, 0.5);
    CHECK(found.strength[0] < 1);
    CHECK(found.strength[2] > found.strength[1]);
    CHECK(shown(found.few) == "C");
    CHECK(count_bradley_terry(all, 0, {}).error().code == base::Code::bad_shape);
}

TEST_CASE("V11: a skip is kept and not counted, and equal strengths share a rank") {
    Comparisons all{2, {}};
    add(all, 'A', 'B', 4, 4);
    all.made.push_back({0, 1, Comparison::Choice::neither, 3});
    const auto found = count(all, 0.5);
    CHECK(found.undecided == 3);
    CHECK(shown(found.ranking.places) == "AB");
    CHECK(found.close == std::vector<std::vector<Option>>{{0, 1}});
    CHECK(shown(found.tally) == "0.5000000000 0.5000000000");
}

TEST_CASE("V11: one option alone, or none, is no fault") {
    CHECK(count({1, {}}, 0.5).strength == std::vector<double>{1});
    CHECK(count({0, {}}, 0.5).strength.empty());
}
