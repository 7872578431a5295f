// V16 as a vote in a session counts it.
#include "methods/consent.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "methods/poll.hpp"

using namespace methods;

namespace {

PollRule consent_rule() {
    PollRule rule;
    rule.method = Method::consent;
    return rule;
}

/// An empty reason is consent; none at all is a blank ballot.
std::vector<CountedBallot> answered(const std::vector<std::optional<std::string>>& answers) {
    std::vector<CountedBallot> ballots;
    for (const auto& answer : answers) ballots.emplace_back().ballot.objection = answer;
    return ballots;
}

}  // namespace

TEST_CASE("V16 in a session: a proposal is passed when nobody who answers objects") {
    const auto rule = consent_rule();
    const auto no = count_poll(rule, answered({"", "ingen har frågat skolan", "", std::nullopt}), 6);
    CHECK_FALSE(no.flags.at("passed"));
    CHECK(no.voted == 3);
    CHECK(no.abstained == 1);
    CHECK(no.numbers.at("consents").text == "2");
    CHECK(no.objections == std::vector<CountedObjection>{{"ingen har frågat skolan", 1}});
    CHECK(no.rows.empty());
    CHECK(no.winners.empty());
    CHECK(count_poll(rule, answered({"", "", std::nullopt}), 6).flags.at("passed"));
    // Silence is no consent.
    CHECK_FALSE(count_poll(rule, answered({std::nullopt, std::nullopt}), 6).flags.at("passed"));
    CHECK_FALSE(count_poll(rule, {}, 6).flags.at("passed"));
}

TEST_CASE("V16 in a session: an objection without a reason is none") {
    const auto outcome = count_poll(consent_rule(), answered({" \t", ""}), 2);
    CHECK(outcome.flags.at("passed"));
    CHECK(outcome.objections.empty());
    CHECK(outcome.numbers.at("consents").text == "2");
}

TEST_CASE("objections stand in bytewise order, whatever the order of the ballots, and equal ones are one") {
    const auto rule = consent_rule();
    auto ballots = answered({"c", "", "a", "b", "a"});
    ballots[0].count = 2;
    const auto one = count_poll(rule, ballots, 9);
    CHECK(one.objections == std::vector<CountedObjection>{{"a", 2}, {"b", 1}, {"c", 2}});
    std::reverse(ballots.begin(), ballots.end());
    CHECK(count_poll(rule, ballots, 9).objections == one.objections);
}

TEST_CASE("what people wrote is not in the text that is kept of a result") {
    const auto outcome = count_poll(consent_rule(), answered({"", "för dyrt"}), 4);
    CHECK(to_json(outcome) == R"({"abstained":0,"broken":[],"consents":1,"eligible":4,"few":true,"method":"consent",)"
                              R"("passed":false,"rows":[],"tie_policy":"report","ties":[],"voted":2,"wildcards":[],)"
                              R"("winners":[]})");
}

TEST_CASE("a reason has at most 500 characters, and nothing else is an answer") {
    const auto fault = [](const Ballot& ballot) {
        const auto checked = check_ballot(ballot, consent_rule());
        return checked ? std::string() : checked.error().what;
    };
    Ballot ballot;
    ballot.objection = std::string(500, 'a');
    CHECK(fault(ballot).empty());
    *ballot.objection += "å";
    CHECK(fault(ballot) == "too_long");
    ballot.objection = "";
    CHECK(fault(ballot).empty());
    CHECK_FALSE(ballot.blank());
    CHECK(to_json(ballot) == R"({"objection":""})");
    ballot.scale = 3;
    CHECK(fault(ballot) == "wrong_method");
    auto numbers = consent_rule();
    numbers.method = Method::fist;
    Ballot reason;
    reason.objection = "för dyrt";
    CHECK(check_ballot(reason, numbers).error().what == "wrong_method");
}
