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

std::vector<Method> every_method() {
    std::vector<Method> all;
    for (int i = 0; i <= static_cast<int>(Method::consent); ++i) all.push_back(static_cast<Method>(i));
    return all;
}

Ballot with_marks(std::map<std::string, std::int64_t> marks) {
    Ballot ballot;
    ballot.marks[""] = std::move(marks);
    return ballot;
}

Ballot with_order(std::vector<std::vector<std::string>> order) {
    Ballot ballot;
    ballot.order = std::move(order);
    return ballot;
}

Ballot with_pairs(std::vector<Pair> pairs) {
    Ballot ballot;
    ballot.pairs = std::move(pairs);
    return ballot;
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
    for (const auto method : every_method()) CHECK(fault(Ballot{}, rule_of(method)).empty());
    CHECK(with_dots("", {{"a", 0}}).blank());
    CHECK_FALSE(with_dots("", {{"a", 1}}).blank());
}

TEST_CASE("names of methods and tie policies lead back to themselves") {
    for (const auto method : every_method()) CHECK(parse_method(method_name(method)) == method);
    CHECK_FALSE(parse_method("lotto"));
    CHECK(parse_tie_policy("seeded_lot") == TiePolicy::seeded_lot);
    CHECK(tie_policy_name(TiePolicy::report) == "report");
}

TEST_CASE("yes is a one, and nothing else") {
    for (const auto method : {Method::approval, Method::greedy, Method::mes}) {
        CHECK(fault(with_marks({{"a", 1}, {"b", 0}}), rule_of(method)).empty());
        CHECK(fault(with_marks({{"a", 2}}), rule_of(method)) == "out_of_range");
        CHECK(fault(with_marks({{"a", -1}}), rule_of(method)) == "out_of_range");
        CHECK(fault(with_marks({{"z", 1}}), rule_of(method)) == "unknown_option");
    }
}

TEST_CASE("scores stay within their numbers") {
    CHECK(fault(with_marks({{"a", -2}, {"b", 2}}), rule_of(Method::score)).empty());
    CHECK(fault(with_marks({{"a", 3}}), rule_of(Method::score)) == "out_of_range");
    CHECK(fault(with_marks({{"a", 3}}), rule_of(Method::show14)) == "out_of_range");
}

TEST_CASE("all points are shared out, within the limit for one") {
    auto rule = rule_of(Method::points);
    rule.dots = 100;
    CHECK(fault(with_marks({{"a", 60}, {"b", 40}}), rule).empty());
    CHECK(fault(with_marks({{"a", 60}, {"b", 39}}), rule) == "not_all_points");
    CHECK(fault(with_marks({{"a", 60}, {"b", 41}}), rule) == "not_all_points");
    CHECK(fault(with_marks({{"a", 1LL << 62}, {"b", 1LL << 62}}), rule) == "not_all_points");
    CHECK(fault(with_marks({{"a", -1}, {"b", 101}}), rule) == "negative");
    CHECK(fault(with_marks({{"a", 0}}), rule).empty());
    rule.cap = 50;
    CHECK(fault(with_marks({{"a", 60}, {"b", 40}}), rule) == "over_cap");
    CHECK(fault(with_marks({{"a", 50}, {"b", 50}}), rule).empty());
}

TEST_CASE("the squares of quadratic votes are paid with the credits") {
    auto rule = rule_of(Method::quadratic);
    rule.dots = 25;
    CHECK(fault(with_marks({{"a", -3}, {"b", 4}}), rule).empty());
    CHECK(fault(with_marks({{"a", 4}, {"b", 4}}), rule) == "too_many_credits");
    CHECK(fault(with_marks({{"a", 6}}), rule) == "too_many_credits");
    CHECK(fault(with_marks({{"a", 1LL << 40}}), rule) == "out_of_range");
}

TEST_CASE("what is placed is placed on both axes") {
    auto rule = rule_of(Method::matrix);
    Ballot ballot;
    ballot.marks["x"] = {{"a", 0}, {"b", 100}};
    CHECK(fault(ballot, rule) == "half_placed");
    ballot.marks["y"] = {{"a", 0}};
    CHECK(fault(ballot, rule) == "half_placed");
    ballot.marks["y"]["b"] = 101;
    CHECK(fault(ballot, rule) == "out_of_range");
    ballot.marks["y"]["b"] = 50;
    CHECK(fault(ballot, rule).empty());
    ballot.marks["z"] = {{"a", 0}};
    CHECK(fault(ballot, rule) == "unknown_criterion");
    CHECK(fault(with_marks({{"a", 1}}), rule) == "unknown_criterion");
}

TEST_CASE("an order names each option once, and shares places only where the method can count it") {
    for (const auto method : {Method::borda, Method::schulze, Method::copeland, Method::irv}) {
        CHECK(fault(with_order({{"b"}, {"a"}}), rule_of(method)).empty());
        CHECK(fault(with_order({{"b"}}), rule_of(method)).empty());
        CHECK(fault(with_order({{"b"}, {"b"}}), rule_of(method)) == "twice");
        CHECK(fault(with_order({{"z"}}), rule_of(method)) == "unknown_option");
        CHECK(fault(with_order({{"a", "b"}}), rule_of(method)) == (method == Method::irv ? "tied_places" : ""));
        CHECK(fault(with_marks({{"a", 1}}), rule_of(method)) == "wrong_method");
    }
}

TEST_CASE("a pair is of two, and stands once in whichever direction") {
    const auto rule = rule_of(Method::bradley_terry);
    CHECK(fault(with_pairs({{"a", "b", Pair::Chosen::left}}), rule).empty());
    CHECK(fault(with_pairs({{"a", "b", Pair::Chosen::left}, {"b", "a", Pair::Chosen::skip}}), rule) == "twice");
    CHECK(fault(with_pairs({{"a", "a", Pair::Chosen::left}}), rule) == "same_option");
    CHECK(fault(with_pairs({{"a", "z", Pair::Chosen::left}}), rule) == "unknown_option");
    CHECK(fault(with_pairs(std::vector<Pair>(most_pairs_ever + 1)), rule) == "too_many_pairs");
}

TEST_CASE("as many pairs as a ballot holds are as many as fit into its bytes") {
    auto rule = rule_of(Method::bradley_terry);
    CHECK(most_pairs(rule) == 1);
    rule.options.clear();
    for (int i = 0; i < 60; ++i) rule.options.push_back(std::string(34, 'o') + std::to_string(10 + i));
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < rule.options.size() && pairs.size() < most_pairs(rule); ++i) {
        for (std::size_t j = i + 1; j < rule.options.size() && pairs.size() < most_pairs(rule); ++j) {
            pairs.push_back({rule.options[i], rule.options[j], Pair::Chosen::right});
        }
    }
    CHECK(to_json(with_pairs(pairs)).size() <= most_ballot_bytes);
    CHECK(to_json(with_pairs(pairs)).size() + 100 > most_ballot_bytes);
    rule.options.resize(4);
    CHECK(most_pairs(rule) == 6);
}

TEST_CASE("no answer to the whole is larger than the largest") {
    for (const auto method : every_method()) {
        CAPTURE(method_name(method));
        auto rule = rule_of(method);
        rule.options = {std::string(36, 'a'), std::string(36, 'b'), std::string(36, 'c')};
        rule.dots = method == Method::points ? 1000 : 3;
        Ballot ballot;
        for (const auto& option : rule.options) {
            if (answer_of(method) == Answer::marks) {
                for (const auto* axis : {"x", "y"}) ballot.marks[method == Method::matrix ? axis : ""][option] = 1000;
            }
            if (answer_of(method) == Answer::feelings) ballot.feelings[option] = -2;
            if (answer_of(method) == Answer::order) ballot.order.push_back({option});
            if (method == Method::dots) ballot.dots[""][option] = 1;
            if (method == Method::three_dots) {
                for (const auto& criterion : rule.criteria) ballot.dots[criterion][option] = 1;
            }
        }
        if (answer_of(method) == Answer::scale) ballot.scale = -10;
        if (answer_of(method) == Answer::choice) ballot.choice = rule.options.front();
        if (answer_of(method) == Answer::objection) ballot.objection = std::string(most_objection_graphemes, 'a');
        CHECK(to_json(ballot).size() <= largest_ballot(rule));
        CHECK((answer_of(method) == Answer::pairs || !ballot.blank()));
    }
}

TEST_CASE("a ballot has one form: equal places and pairs are sorted, and a zero that says nothing is dropped") {
    CHECK(to_json(canonical(with_order({{"b", "a"}, {"d"}}))) == R"({"order":[["a","b"],["d"]]})");
    CHECK(to_json(canonical(with_pairs({{"b", "a", Pair::Chosen::left}, {"a", "c", Pair::Chosen::skip}}))) ==
          R"({"pairs":[["a","b","right"],["a","c","skip"]]})");
    const auto marks = with_marks({{"a", 0}, {"b", 1}});
    for (const auto method : {Method::approval, Method::quadratic, Method::greedy, Method::mes, Method::points}) {
        CHECK(to_json(canonical(marks, method)) == R"({"marks":{"b":1}})");
        CHECK(to_json(canonical(with_marks({{"a", 0}}), method)) == "{}");
    }
    for (const auto method : {Method::score, Method::show14, Method::matrix}) {
        CHECK(to_json(canonical(marks, method)) == R"({"marks":{"a":0,"b":1}})");
    }
}
