// The same ballots by other methods, as they are told beside a result.
#include "methods/otherwise.hpp"

#include <doctest/doctest.h>

using namespace methods;

namespace {

PollRule rule_on(Method method, std::vector<std::string> options) {
    PollRule rule;
    rule.method = method;
    rule.options = std::move(options);
    return rule;
}

CountedBallot in_order(std::int64_t count, std::vector<std::string> order) {
    CountedBallot counted;
    counted.count = count;
    for (auto& one : order) counted.ballot.order.push_back({std::move(one)});
    return counted;
}

/// Domain V9: 4 A>B>C, 3 C>B>A, 2 B>C>A.
std::vector<CountedBallot> v9_profile() {
    return {in_order(4, {"A", "B", "C"}), in_order(3, {"C", "B", "A"}), in_order(2, {"B", "C", "A"})};
}

const Outcome& told_by(Method method, const std::vector<Outcome>& outcomes) {
    for (const auto& one : outcomes) {
        if (one.method == method) return one;
    }
    FAIL("not counted by ", std::string(method_name(method)));
    return outcomes.front();
}

using PlacesOfIds = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("one profile, several winners: each other method tells its own on the same ballots") {
    const auto rule = rule_on(Method::irv, {"A", "B", "C"});
    CHECK(count_poll(rule, v9_profile(), 9).winners == std::vector<std::string>{"C"});
    const auto others = count_otherwise(rule, v9_profile(), 9);
    REQUIRE(others.size() == 3);
    CHECK(told_by(Method::borda, others).winners == std::vector<std::string>{"B"});
    CHECK(places_of(told_by(Method::borda, others)) == PlacesOfIds{{"B"}, {"A", "C"}});
    CHECK(places_of(told_by(Method::schulze, others)) == PlacesOfIds{{"B"}, {"C"}, {"A"}});
    CHECK(places_of(told_by(Method::copeland, others)) == PlacesOfIds{{"B"}, {"C"}, {"A"}});
    const auto from_borda = count_otherwise(rule_on(Method::borda, {"A", "B", "C"}), v9_profile(), 9);
    CHECK(told_by(Method::irv, from_borda).winners == std::vector<std::string>{"C"});
}

TEST_CASE("a comparison shares ranks where options are level, whatever the vote's own policy is") {
    auto rule = rule_on(Method::schulze, {"A", "B", "C"});
    rule.tie = TiePolicy::seeded_lot;
    rule.seed = "x";
    const auto others = count_otherwise(rule, v9_profile(), 9);
    const auto& borda = told_by(Method::borda, others);
    CHECK(borda.tie == TiePolicy::report);
    CHECK(borda.ties == std::vector<std::vector<std::string>>{{"A", "C"}});
}

TEST_CASE("money is compared with money: most votes first, or equal shares") {
    auto rule = rule_on(Method::greedy, {"M1", "M2", "M3", "N1"});
    rule.budget = 600;
    for (const auto& id : rule.options) rule.cost[id] = 200;
    CountedBallot many, few;
    many.count = 4;
    many.ballot.marks[""] = {{"M1", 1}, {"M2", 1}, {"M3", 1}};
    few.count = 2;
    few.ballot.marks[""] = {{"N1", 1}};
    const std::vector<CountedBallot> ballots{many, few};
    CHECK(count_poll(rule, ballots, 6).winners == std::vector<std::string>{"M1", "M2", "M3"});
    const auto others = count_otherwise(rule, ballots, 6);
    REQUIRE(others.size() == 1);
    CHECK(told_by(Method::mes, others).winners == std::vector<std::string>{"M1", "M2", "N1"});
}

TEST_CASE("ballots of another form are compared with nothing, and neither is what would take too long") {
    for (const auto method : {Method::dots, Method::three_dots, Method::choice, Method::approval, Method::points,
                              Method::score, Method::show14, Method::scale, Method::matrix, Method::bradley_terry}) {
        CHECK(other_methods(method).empty());
    }
    std::vector<std::string> options;
    for (int i = 0; i < 1000; ++i) options.push_back("o" + std::to_string(i));
    const std::vector<CountedBallot> few(static_cast<std::size_t>(most_other_looks / 1000000));
    CHECK(count_otherwise(rule_on(Method::borda, {"A", "B"}), few, 50).size() == 3);
    const std::vector<CountedBallot> many(few.size() + 1);
    CHECK(count_otherwise(rule_on(Method::borda, options), many, 51).empty());
}
