#include <doctest/doctest.h>

#include "methods/poll.hpp"

using namespace methods;

namespace {

std::string fault(const Ballot& ballot, const PollRule& rule) {
    const auto checked = check_ballot(ballot, rule);
    return checked ? "" : checked.error().what;
}

PollRule rule_of(Method method) {
    PollRule rule;
    rule.method = method;
    rule.options = {"a", "b"};
    rule.criteria = {"nytta", "nytankande"};
    rule.lowest = method == Method::scale ? 1 : -2;
    rule.highest = method == Method::scale ? 5 : 2;
    return rule;
}

Ballot with_dots(std::string criterion, std::map<std::string, std::int64_t> dots) {
    Ballot ballot;
    ballot.dots[std::move(criterion)] = std::move(dots);
    return ballot;
}

}  // namespace

TEST_CASE("more dots than one has are refused") {
    auto rule = rule_of(Method::dots);
    rule.stacking = true;
    CHECK(fault(with_dots("", {{"a", 2}, {"b", 2}}), rule) == "too_many_dots");
    CHECK(fault(with_dots("", {{"a", 1LL << 62}, {"b", 1LL << 62}}), rule) == "too_many_dots");
    CHECK(fault(with_dots("", {{"a", 2}, {"b", 1}}), rule).empty());
}

TEST_CASE("a second dot on one option is refused where one may lie") {
    CHECK(fault(with_dots("", {{"a", 2}}), rule_of(Method::dots)) == "stacked");
}

TEST_CASE("dots below zero cannot win room for others") {
    CHECK(fault(with_dots("", {{"a", -1}, {"b", 1}}), rule_of(Method::dots)) == "negative");
}

TEST_CASE("an option or criterion that was not on the list is refused") {
    CHECK(fault(with_dots("", {{"z", 1}}), rule_of(Method::dots)) == "unknown_option");
    CHECK(fault(with_dots("nytta", {{"a", 1}}), rule_of(Method::dots)) == "unknown_criterion");
    CHECK(fault(with_dots("pris", {{"a", 1}}), rule_of(Method::three_dots)) == "unknown_criterion");
    CHECK(fault(with_dots("", {{"a", 1}}), rule_of(Method::three_dots)) == "unknown_criterion");
}

TEST_CASE("tre prickar gives three dots of each colour, stacked as one likes") {
    const auto rule = rule_of(Method::three_dots);
    Ballot ballot = with_dots("nytta", {{"a", 3}});
    ballot.dots["nytankande"] = {{"b", 3}};
    CHECK(fault(ballot, rule).empty());
    ballot.dots["nytankande"]["a"] = 1;
    CHECK(fault(ballot, rule) == "too_many_dots");
}

TEST_CASE("a ballot of another kind is refused") {
    Ballot ballot;
    ballot.choice = "a";
    for (const auto method : {Method::dots, Method::three_dots, Method::feelings, Method::scale}) {
        CHECK(fault(ballot, rule_of(method)) == "wrong_method");
    }
    CHECK(fault(with_dots("", {{"a", 1}}), rule_of(Method::choice)) == "wrong_method");
}

TEST_CASE("feelings and scales stay within their numbers") {
    Ballot feeling;
    feeling.feelings = {{"a", -2}, {"b", 3}};
    CHECK(fault(feeling, rule_of(Method::feelings)) == "out_of_range");
    feeling.feelings = {{"a", -2}, {"b", 2}};
    CHECK(fault(feeling, rule_of(Method::feelings)).empty());
    feeling.feelings = {{"z", 0}};
    CHECK(fault(feeling, rule_of(Method::feelings)) == "unknown_option");
    Ballot grade;
    grade.scale = 0;
    CHECK(fault(grade, rule_of(Method::scale)) == "out_of_range");
    grade.scale = 5;
    CHECK(fault(grade, rule_of(Method::scale)).empty());
}

TEST_CASE("a blank ballot is right for every method") {
    for (const auto method : {Method::choice, Method::dots, Method::three_dots, Method::feelings, Method::scale}) {
        CHECK(fault(Ballot{}, rule_of(method)).empty());
    }
    CHECK(with_dots("", {{"a", 0}}).blank());
    CHECK_FALSE(with_dots("", {{"a", 1}}).blank());
}

TEST_CASE("names of methods and tie policies lead back to themselves") {
    for (const auto method : {Method::choice, Method::dots, Method::three_dots, Method::feelings, Method::scale}) {
        CHECK(parse_method(method_name(method)) == method);
    }
    CHECK_FALSE(parse_method("lotto"));
    CHECK(parse_tie_policy("seeded_lot") == TiePolicy::seeded_lot);
    CHECK(tie_policy_name(TiePolicy::report) == "report");
}
