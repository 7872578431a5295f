#include "views/poll_form.hpp"

#include <doctest/doctest.h>

#include "must.hpp"

using methods::Method;
using views::PollForm;

namespace {

const auto poll_id = base::parse_id("0190c1d2-0000-7000-8000-000000000001").value();

model::Cells cells_of(const std::map<std::string, std::string>& texts) {
    model::Cells cells;
    for (const auto& [field, text] : texts) {
        model::Cell cell;
        cell.value = model::of_text(text);
        cells.put(poll_id, field, cell);
    }
    return cells;
}

PollForm budget_form() {
    PollForm form;
    form.rule.method = Method::mes;
    form.rule.dots = 1;
    form.rule.budget = 600;
    form.rule.cost = {{"a", 300}, {"b", 200}};
    form.rule.options = {"a", "b"};
    form.options = {{"a", "Bokbuss", {}}, {"b", "Bänk", {}}};
    form.unit = "kr";
    return form;
}

constexpr auto old_params =
    R"({"criteria":[{"colour":"himmel","id":"nytta","label":"Nytta"}],"dots":3,"highest":0,"lowest":0,)"
    R"("stacking":true,"tie_policy":"report"})";
constexpr auto old_options = R"([{"group":"fore","id":"a","label":"Kodlås"}])";

}  // namespace

TEST_CASE("what was kept before budgets, limits and seeds is read and written as it was") {
    const auto form = must(views::read_poll_form(
        cells_of({{"poll.method", "tre-prickar"}, {"poll.params", old_params}, {"poll.options", old_options}}),
        poll_id));
    CHECK(views::params_json(form) == old_params);
    CHECK(views::options_json(form) == old_options);
    CHECK(form.rule.seed.empty());
    CHECK(form.rule.cap == 0);
    CHECK(form.rule.cost.empty());
    const auto ballots = must(views::parse_ballots(
        R"([{"n":3,"source":"tablet","value":{"dots":{"nytta":{"a":2}}}},{"n":1,"source":"tablet","value":{}}])"));
    CHECK(methods::to_json(methods::count_poll(form.rule, ballots, 5)) ==
          R"({"abstained":1,"broken":[],"eligible":5,"few":true,"method":"tre-prickar","rows":[{"by":{"nytta":6},)"
          R"("id":"a","rank":1,"supporters":3,"votes":6}],"tie_policy":"report","ties":[],"voted":3,"wildcards":[],)"
          R"("winners":["a"]})");
}

TEST_CASE("a budget, its costs, its unit and the seed come back as they were written") {
    const auto form = budget_form();
    const auto again = must(views::read_poll_form(cells_of({{"poll.method", "mes"},
                                                            {"poll.params", views::params_json(form)},
                                                            {"poll.options", views::options_json(form)},
                                                            {"poll.seed", "00ff"}}),
                                                  poll_id));
    CHECK(again.rule.budget == 600);
    CHECK(again.rule.cost == form.rule.cost);
    CHECK(again.unit == "kr");
    CHECK(again.rule.seed == "00ff");
    CHECK(views::params_json(again) == views::params_json(form));
    CHECK(views::options_json(again) == views::options_json(form));
}

TEST_CASE("ballots of every form are read from a tally") {
    const auto ballots = must(
        views::parse_ballots(R"([{"n":1,"source":"tablet","value":{"marks":{"a":0,"b":-2}}},)"
                             R"({"n":1,"source":"tablet","value":{"marks":{"x":{"a":20},"y":{"a":90}}}},)"
                             R"({"n":1,"source":"tablet","value":{"order":[["b"],["a","c"]]}},)"
                             R"({"n":2,"source":"tablet","value":{"pairs":[["a","b","right"],["a","c","skip"]]}}])"));
    REQUIRE(ballots.size() == 4);
    CHECK(ballots[0].ballot.marks.at("").at("b") == -2);
    CHECK(ballots[1].ballot.marks.at("y").at("a") == 90);
    CHECK(ballots[2].ballot.order == std::vector<std::vector<std::string>>{{"b"}, {"a", "c"}});
    CHECK(ballots[3].ballot.pairs.at(0) == methods::Pair{"a", "b", methods::Pair::Chosen::right});
    CHECK(ballots[3].count == 2);
    for (const auto* wrong : {R"([{"n":1,"value":{"pairs":[["a","b","both"]]}}])", R"([{"n":1,"value":{"order":[1]}}])",
                              R"([{"n":1,"value":{"pairs":[["a"]]}}])", R"([{"n":1,"value":{"marks":{"a":"1"}}}])"}) {
        CAPTURE(wrong);
        CHECK(views::parse_ballots(wrong).error().code == base::Code::corrupt);
    }
}

TEST_CASE("a budget whose words are gone is counted by the prices in its result, and without those not at all") {
    const auto form = budget_form();
    std::vector<methods::CountedBallot> ballots(2);
    ballots[0].ballot.marks[""] = {{"a", 1}, {"b", 1}};
    ballots[1].ballot.marks[""] = {{"b", 1}};
    const auto kept = methods::to_json(methods::count_poll(form.rule, ballots, 2));
    const auto remains = must(views::read_poll_remains(cells_of({{"poll.method", "mes"}, {"poll.result", kept}}),
                                                       poll_id, ballots, "(gallrat)"));
    CHECK(remains.rule.cost == form.rule.cost);
    CHECK(remains.rule.budget == 600);
    const auto unknown = views::read_poll_remains(cells_of({{"poll.method", "mes"}}), poll_id, ballots, "(gallrat)");
    CHECK(unknown.error().code == base::Code::corrupt);
}

TEST_CASE("of points, scores and orders whose words are gone the ballots say enough to count them again") {
    struct Case {
        std::string method, tally;
    };
    const std::vector<Case> cases{
        {"points", R"([{"n":2,"source":"tablet","value":{"marks":{"a":60,"b":40}}}])"},
        {"score", R"([{"n":2,"source":"tablet","value":{"marks":{"a":5,"b":0}}}])"},
        {"show14", R"([{"n":2,"source":"tablet","value":{"marks":{"a":3,"b":2}}}])"},
        {"borda", R"([{"n":2,"source":"tablet","value":{"order":[["b"],["a"]]}}])"},
        {"bradley-terry", R"([{"n":2,"source":"tablet","value":{"pairs":[["a","b","left"]]}}])"},
        {"matrix", R"([{"n":2,"source":"tablet","value":{"marks":{"x":{"a":1,"b":99},"y":{"a":2,"b":3}}}}])"},
        {"fist", R"([{"n":2,"source":"tablet","value":{"scale":4}}])"},
        {"consent", R"([{"n":1,"source":"tablet","value":{"objection":"För dyrt"}}])"}};
    for (const auto& one : cases) {
        CAPTURE(one.method);
        const auto ballots = must(views::parse_ballots(one.tally));
        PollForm form;
        form.rule.method = methods::parse_method(one.method).value();
        form.rule.options = {"a", "b"};
        form.rule.dots = 100;
        form.rule.lowest = one.method == "show14" ? 1 : 0;
        form.rule.highest = one.method == "show14" ? 4 : 5;
        if (!methods::has_options(form.rule.method)) form.rule.options.clear();
        const auto kept = methods::to_json(methods::count_poll(form.rule, ballots, 2));
        const auto remains = must(views::read_poll_remains(
            cells_of({{"poll.method", one.method}, {"poll.result", kept}}), poll_id, ballots, "(gallrat)"));
        // Options stand in the order of the result, so that ties may: the numbers are the same.
        const auto again = methods::count_poll(remains.rule, ballots, 2);
        CHECK(methods::to_json(again) == kept);
    }
}
