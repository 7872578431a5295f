// How far the counts of a session go before they take the shorter way, and that kept results are counted as they were.
#include <doctest/doctest.h>

#include "methods/poll.hpp"

using namespace methods;

namespace {

/// As many options, A, B, …, each of which one person puts first and nobody else names.
PollRule level_rule(std::size_t options) {
    PollRule rule;
    rule.method = Method::irv;
    rule.seed = "S-07/1";
    for (std::size_t i = 0; i < options; ++i) rule.options.emplace_back(1, static_cast<char>('A' + i));
    return rule;
}

std::vector<CountedBallot> level_ballots(const PollRule& rule) {
    std::vector<CountedBallot> ballots;
    for (const auto& id : rule.options) ballots.emplace_back().ballot.order = {{id}};
    return ballots;
}

/// Domain V14: 300 among three; X costs 200, Y 150, Z 120; one wants X and Z, two want Y.
PollRule money_rule() {
    PollRule rule;
    rule.method = Method::mes;
    rule.options = {"X", "Y", "Z"};
    rule.budget = 300;
    rule.cost = {{"X", 200}, {"Y", 150}, {"Z", 120}};
    return rule;
}

std::vector<CountedBallot> money_ballots() {
    CountedBallot first, second;
    first.ballot.marks[""] = {{"X", 1}, {"Z", 1}};
    second.ballot.marks[""] = {{"Y", 1}};
    second.count = 2;
    return {first, second};
}

constexpr std::int64_t one_count = 3 * 3 + 100;  // voters · options + 100

}  // namespace

TEST_CASE("V9 in a session: more ways to go on than a session follows are settled by lot, and the result says so") {
    const auto five = level_rule(5);
    const auto followed = count_poll(five, level_ballots(five), 5);  // 5! = 120 ways
    CHECK(followed.flags.at("branches"));
    CHECK(followed.tie == TiePolicy::report);
    CHECK(followed.winners.size() == 5);
    const auto six = level_rule(6);
    const auto drawn = count_poll(six, level_ballots(six), 6);  // 720
    CHECK_FALSE(drawn.flags.contains("branches"));
    CHECK(drawn.tie == TiePolicy::seeded_lot);
    CHECK(drawn.winners.size() == 1);
}

TEST_CASE("V14 in a session: where sharing on would take too many counts nothing is added, and the result says so") {
    const auto outcome = count_poll(money_rule(), money_ballots(), 3, {10 * one_count});
    CHECK(outcome.winners == std::vector<std::string>{"Y"});
    CHECK_FALSE(outcome.flags.at("add1"));
    CHECK(to_json(outcome).find(R"("add1":false)") != std::string::npos);
    const auto shared = count_poll(money_rule(), money_ballots(), 3, {1000 * one_count});
    CHECK(shared.winners == std::vector<std::string>{"Y", "Z"});
    CHECK(shared.flags.at("add1"));
}

TEST_CASE("a result is counted again with the effort that it was counted with") {
    const auto check_again = [](const PollRule& rule, const std::vector<CountedBallot>& ballots, const Effort& effort) {
        auto kept = to_json(count_poll(rule, ballots, 6, effort));
        CAPTURE(kept);
        CHECK(to_json(count_poll(rule, ballots, 6, effort_of(kept))) == kept);
        return kept;
    };
    const auto rule = level_rule(6);
    check_again(rule, level_ballots(rule), usual_effort);
    const auto followed = check_again(rule, level_ballots(rule), {0, 20000});
    CHECK(followed.find(R"("branches":true)") != std::string::npos);
    check_again(money_rule(), money_ballots(), usual_effort);
    // As before add1 was there.
    const auto earlier = check_again(money_rule(), money_ballots(), {0});
    CHECK(earlier.find("add1") == std::string::npos);
}
