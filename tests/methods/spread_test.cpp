#include <doctest/doctest.h>

#include "methods/poll.hpp"

using namespace methods;

namespace {

PollRule feelings_rule() {
    PollRule rule;
    rule.method = Method::feelings;
    rule.lowest = -2;
    rule.highest = 2;
    rule.options = {"ringa", "vanta"};
    return rule;
}

CountedBallot feeling(std::map<std::string, std::int64_t> steps, std::int64_t count = 1) {
    CountedBallot counted;
    counted.ballot.feelings = std::move(steps);
    counted.count = count;
    return counted;
}

}  // namespace

TEST_CASE("feelings give median and quartiles per step, in the steps' order") {
    const std::vector<CountedBallot> ballots = {feeling({{"ringa", -2}, {"vanta", 0}}), feeling({{"ringa", -1}}),
                                                feeling({{"ringa", 0}, {"vanta", 1}}), feeling({{"ringa", 2}})};
    const auto outcome = count_poll(feelings_rule(), ballots, 4);
    REQUIRE(outcome.rows.size() == 2);
    CHECK(outcome.rows[0].option == "ringa");
    CHECK(outcome.rows[0].n == 4);
    CHECK(outcome.rows[0].spread->low == ratio(-5, 4));
    CHECK(outcome.rows[0].spread->median == ratio(-1, 2));
    CHECK(outcome.rows[0].spread->high == ratio(1, 2));
    CHECK(outcome.rows[0].spread->width() == ratio(7, 4));
}

TEST_CASE("a step without an answer is not a zero") {
    const std::vector<CountedBallot> ballots = {feeling({{"ringa", 2}}), feeling({{"ringa", 2}})};
    const auto outcome = count_poll(feelings_rule(), ballots, 2);
    CHECK(outcome.rows[0].spread->median == ratio(2, 1));
    CHECK(outcome.rows[1].n == 0);
    CHECK_FALSE(outcome.rows[1].spread);
    CHECK_FALSE(outcome.rows[1].mean);
}

TEST_CASE("equal ballots kept as one count as many") {
    const std::vector<CountedBallot> ballots = {feeling({{"ringa", 1}}, 3), feeling({{"ringa", -2}})};
    const auto outcome = count_poll(feelings_rule(), ballots, 4);
    CHECK(outcome.rows[0].n == 4);
    CHECK(outcome.rows[0].mean == ratio(1, 4));
    CHECK(outcome.rows[0].by.at("1") == 3);
    CHECK(outcome.rows[0].by.at("0") == 0);
}

TEST_CASE("a scale gives mean, median, distribution and a word for how alike the answers are") {
    PollRule rule;
    rule.method = Method::scale;
    rule.lowest = 1;
    rule.highest = 5;
    std::vector<CountedBallot> ballots(3);
    ballots[0].ballot.scale = 5;
    ballots[0].count = 9;
    ballots[1].ballot.scale = 4;
    ballots[1].count = 6;
    ballots[2].ballot.scale = 3;
    ballots[2].count = 2;
    const auto outcome = count_poll(rule, ballots, 18);
    REQUIRE(outcome.rows.size() == 1);
    const auto& row = outcome.rows.front();
    CHECK(row.option == "scale");
    CHECK(row.mean == ratio(75, 17));
    CHECK(to_decimal(*row.mean, 1) == "4.4");
    CHECK(row.spread->median == ratio(5, 1));
    CHECK(row.by == std::map<std::string, std::int64_t>{{"1", 0}, {"2", 0}, {"3", 2}, {"4", 6}, {"5", 9}});
    CHECK(row.agreement == Agreement::agree);
}

TEST_CASE("the words for agreement change exactly at their borders") {
    CHECK(agreement_of({3, 3, 3}) == Agreement::agree);
    CHECK(agreement_of({2, 4}) == Agreement::mostly);         // standard deviation 1.0
    CHECK(agreement_of({1, 5}) == Agreement::divided);        // 2.0
    CHECK(agreement_of({1, 2, 4, 5}) == Agreement::divided);  // 1.58
    CHECK_FALSE(agreement_of({4}));
    CHECK(agreement_name(Agreement::mostly) == "mostly");
}

TEST_CASE("ratios are in lowest terms and round half away from zero") {
    CHECK(ratio(4, -6) == Ratio{-2, 3});
    CHECK(less(ratio(1, 3), ratio(34, 100)));
    CHECK(to_decimal(ratio(-5, 4), 1) == "-1.3");
    CHECK(to_decimal(ratio(1, 3), 2) == "0.33");
    CHECK(to_decimal(ratio(199, 100), 0) == "2");
    CHECK(to_decimal(ratio(-1, 100), 1) == "0.0");
}
