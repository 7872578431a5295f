#include <doctest/doctest.h>

#include "methods/poll.hpp"

using namespace methods;

namespace {

using Dots = std::map<std::string, std::int64_t>;

CountedBallot dots(Dots given, std::int64_t count = 1) {
    CountedBallot counted;
    counted.ballot.dots[""] = std::move(given);
    counted.count = count;
    return counted;
}

PollRule dot_rule(std::vector<std::string> options, int k, bool stacking) {
    PollRule rule;
    rule.method = Method::dots;
    rule.dots = k;
    rule.stacking = stacking;
    rule.options = std::move(options);
    return rule;
}

std::map<std::string, std::int64_t> votes_of(const Outcome& outcome) {
    std::map<std::string, std::int64_t> votes;
    for (const auto& row : outcome.rows) votes[row.option] = row.votes;
    return votes;
}

std::map<std::string, int> ranks_of(const Outcome& outcome) {
    std::map<std::string, int> ranks;
    for (const auto& row : outcome.rows) ranks[row.option] = row.rank;
    return ranks;
}

const std::vector<CountedBallot> v1 = {dots({{"A", 1}, {"B", 1}, {"C", 1}}), dots({{"A", 1}, {"C", 1}, {"D", 1}}),
                                       dots({{"A", 1}, {"B", 1}, {"D", 1}}), dots({{"B", 1}, {"C", 1}}),
                                       dots({{"A", 1}, {"C", 1}, {"D", 1}})};
const std::vector<CountedBallot> v2 = {dots({{"A", 3}}), dots({{"A", 2}, {"B", 1}}),
                                       dots({{"B", 1}, {"C", 1}, {"D", 1}}), dots({{"B", 2}, {"C", 1}}),
                                       dots({{"B", 1}, {"C", 2}})};

}  // namespace

TEST_CASE("V1: dots are summed, one unused dot is no vote, and A and C share the first rank") {
    const auto outcome = count_poll(dot_rule({"A", "B", "C", "D"}, 3, false), v1, 6);
    CHECK(votes_of(outcome) == Dots{{"A", 4}, {"B", 3}, {"C", 4}, {"D", 3}});
    CHECK(ranks_of(outcome) == std::map<std::string, int>{{"A", 1}, {"B", 3}, {"C", 1}, {"D", 3}});
    CHECK(outcome.ties == std::vector<std::vector<std::string>>{{"A", "C"}, {"B", "D"}});
    CHECK(outcome.winners == std::vector<std::string>{"A", "C"});
    CHECK(outcome.voted == 5);
    CHECK(outcome.eligible == 6);
    CHECK_FALSE(outcome.few);
}

TEST_CASE("V2: stacked dots tie A and B, and reporting leaves it so") {
    const auto outcome = count_poll(dot_rule({"A", "B", "C", "D"}, 3, true), v2, 5);
    CHECK(votes_of(outcome) == Dots{{"A", 5}, {"B", 5}, {"C", 4}, {"D", 1}});
    CHECK(outcome.ties == std::vector<std::vector<std::string>>{{"A", "B"}});
    CHECK(outcome.broken.empty());
    std::map<std::string, std::int64_t> supporters;
    for (const auto& row : outcome.rows) supporters[row.option] = row.supporters;
    CHECK(supporters == Dots{{"A", 2}, {"B", 4}, {"C", 3}, {"D", 1}});
}

TEST_CASE("V2: more supporters put B first, and the outcome says that a tie was broken") {
    auto rule = dot_rule({"A", "B", "C", "D"}, 3, true);
    rule.tie = TiePolicy::distinct_supporters;
    const auto outcome = count_poll(rule, v2, 5);
    CHECK(outcome.winners == std::vector<std::string>{"B"});
    CHECK(ranks_of(outcome) == std::map<std::string, int>{{"A", 2}, {"B", 1}, {"C", 3}, {"D", 4}});
    CHECK(outcome.broken == std::vector<std::vector<std::string>>{{"A", "B"}});
    CHECK(outcome.ties.empty());
}

TEST_CASE("V3: tre prickar shows the vectors, puts B first and names C as the wild card") {
    PollRule rule;
    rule.method = Method::three_dots;
    rule.criteria = {"nytta", "nytankande"};
    rule.options = {"A", "B", "C"};
    std::vector<CountedBallot> ballots(3);
    ballots[0].ballot.dots = {{"nytta", {{"A", 2}, {"B", 1}}}, {"nytankande", {{"C", 3}}}};
    ballots[1].ballot.dots = {{"nytta", {{"A", 1}, {"B", 2}}}, {"nytankande", {{"B", 1}, {"C", 2}}}};
    ballots[2].ballot.dots = {{"nytta", {{"B", 3}}}, {"nytankande", {{"A", 1}, {"B", 1}, {"C", 1}}}};
    for (const auto& counted : ballots) CHECK(check_ballot(counted.ballot, rule));
    const auto outcome = count_poll(rule, ballots, 3);
    CHECK(votes_of(outcome) == Dots{{"A", 4}, {"B", 8}, {"C", 6}});
    CHECK(outcome.rows[0].by == Dots{{"nytta", 6}, {"nytankande", 2}});
    CHECK(outcome.rows[1].by == Dots{{"nytta", 0}, {"nytankande", 6}});
    CHECK(outcome.rows[2].by == Dots{{"nytta", 3}, {"nytankande", 1}});
    CHECK(outcome.winners == std::vector<std::string>{"B"});
    CHECK(outcome.wildcards == std::vector<std::string>{"C"});
    CHECK(outcome.few);
}

TEST_CASE("V3: a tie goes to the benefit for the user when the rules say so") {
    PollRule rule;
    rule.method = Method::three_dots;
    rule.criteria = {"nytta", "nytankande"};
    rule.options = {"A", "B"};
    rule.tie = TiePolicy::secondary_criterion;
    CountedBallot ballot;
    ballot.ballot.dots = {{"nytta", {{"B", 3}}}, {"nytankande", {{"A", 3}}}};
    CHECK(count_poll(rule, std::vector<CountedBallot>{ballot}, 1).winners == std::vector<std::string>{"B"});
}

TEST_CASE("V4: two near-duplicates split the vote, and counted as one they win") {
    const std::vector<CountedBallot> ballots = {dots({{"A1", 1}}, 2), dots({{"A2", 1}}, 2), dots({{"B", 1}}, 3),
                                                dots({{"C", 1}}, 2)};
    const auto rule = dot_rule({"A1", "A2", "B", "C"}, 1, false);
    CHECK(count_poll(rule, ballots, 9).winners == std::vector<std::string>{"B"});
    const auto merged = recount_merged(rule, ballots, 9, {{"A1", "A"}, {"A2", "A"}});
    CHECK(merged.winners == std::vector<std::string>{"A"});
    CHECK(votes_of(merged) == Dots{{"A", 4}, {"B", 3}, {"C", 2}});
}

TEST_CASE("somebody who gave both halves of a merged pair a dot has given one") {
    const std::vector<CountedBallot> ballots = {dots({{"A1", 1}, {"A2", 1}})};
    const auto merged = recount_merged(dot_rule({"A1", "A2"}, 2, false), ballots, 1, {{"A2", "A1"}});
    CHECK(merged.rows.front().votes == 1);
}

TEST_CASE("a lot with a published seed orders the tied by SHA-256 of seed and id") {
    auto rule = dot_rule({"A", "B", "C"}, 1, false);
    rule.tie = TiePolicy::seeded_lot;
    rule.seed = "S-07/1";
    const std::vector<CountedBallot> ballots = {dots({{"A", 1}}), dots({{"B", 1}}), dots({{"C", 1}})};
    const auto outcome = count_poll(rule, ballots, 3);
    CHECK(ranks_of(outcome) == std::map<std::string, int>{{"C", 1}, {"A", 2}, {"B", 3}});
    CHECK(outcome.broken == std::vector<std::vector<std::string>>{{"A", "B", "C"}});
}

TEST_CASE("what nobody chose shares the last rank and is no tie") {
    const std::vector<CountedBallot> ballots = {dots({{"B", 1}})};
    const auto outcome = count_poll(dot_rule({"A", "B", "C"}, 1, false), ballots, 1);
    CHECK(ranks_of(outcome) == std::map<std::string, int>{{"A", 2}, {"B", 1}, {"C", 2}});
    CHECK(outcome.ties.empty());
}

TEST_CASE("a blank ballot abstains: it is counted apart and is no zero") {
    const std::vector<CountedBallot> ballots = {dots({{"A", 1}}, 5), dots({}, 2), {Ballot{}, 1}};
    const auto outcome = count_poll(dot_rule({"A"}, 1, false), ballots, 10);
    CHECK(outcome.voted == 5);
    CHECK(outcome.abstained == 3);
    CHECK(outcome.rows.front().votes == 5);
}

TEST_CASE("nobody voted: everything shares the first rank and there is no winner") {
    const auto outcome = count_poll(dot_rule({"A", "B"}, 1, false), {}, 4);
    CHECK(outcome.winners.empty());
    CHECK(outcome.ties.empty());
    CHECK(outcome.few);
}

TEST_CASE("a choice counts one option per ballot") {
    PollRule rule;
    rule.method = Method::choice;
    rule.options = {"kaffe", "te", "vatten"};
    std::vector<CountedBallot> ballots(2);
    ballots[0].ballot.choice = "kaffe";
    ballots[0].count = 7;
    ballots[1].ballot.choice = "te";
    ballots[1].count = 4;
    const auto outcome = count_poll(rule, ballots, 12);
    CHECK(votes_of(outcome) == Dots{{"kaffe", 7}, {"te", 4}, {"vatten", 0}});
    CHECK(outcome.winners == std::vector<std::string>{"kaffe"});
}

TEST_CASE("an outcome is JSON with sorted keys") {
    const std::vector<CountedBallot> ballots = {dots({{"A", 1}}, 5)};
    CHECK(to_json(count_poll(dot_rule({"A"}, 1, false), ballots, 6)) ==
          R"({"abstained":0,"broken":[],"eligible":6,"few":false,"method":"dots",)"
          R"("rows":[{"id":"A","rank":1,"supporters":5,"votes":5}],"tie_policy":"report","ties":[],"voted":5,)"
          R"("wildcards":[],"winners":["A"]})");
}
