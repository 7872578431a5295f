// Results of every way to vote at the wall: what is said of them, and what they look like.
#include "methods/otherwise.hpp"
#include "paint/result_rows.hpp"
#include "ui/session.hpp"
#include "ui/wall_desk.hpp"

namespace {

using methods::Method;

/// A revealed vote on five ideas, as nine people may have answered.
views::WallView revealed(Method method) {
    auto view = scenes::vote("revealed");
    auto& poll = view.remote.room.polls.front();
    auto& form = poll.form;
    form.criteria.clear();
    form.options.resize(5);
    auto& rule = form.rule;
    rule = {};
    rule.method = method;
    for (const auto& option : form.options) rule.options.push_back(option.id);
    rule.lowest = method == Method::show14 ? 1 : 0;
    rule.highest = method == Method::show14 ? 4 : 5;
    rule.dots = method == Method::points ? 100 : 25;
    rule.budget = 500;
    for (const auto& id : rule.options) rule.cost[id] = 200;
    if (method == Method::matrix) {
        form.criteria = {{"x", "Insats", "himmel"}, {"y", "Nytta", "mint"}};
        rule.criteria = {"x", "y"};
    }
    const auto& ids = rule.options;
    std::vector<methods::CountedBallot> ballots;
    for (int person = 0; person < 9; ++person) {
        methods::Ballot ballot;
        const auto at = [&](int step) -> const std::string& {
            return ids[static_cast<std::size_t>((person / 3 + step) % 5)];
        };
        switch (methods::answer_of(method)) {
            case methods::Answer::order:
                ballot.order = {{ids[1]}, {at(2)}, {at(4)}};
                if (ballot.order[1] == ballot.order[0]) ballot.order.erase(ballot.order.begin() + 1);
                if (ballot.order.back() == ballot.order[0]) ballot.order.pop_back();
                break;
            case methods::Answer::pairs:
                ballot.pairs = {{ids[1], at(2) == ids[1] ? ids[0] : at(2), methods::Pair::Chosen::left},
                                {ids[3], ids[4], methods::Pair::Chosen::right}};
                break;
            case methods::Answer::scale:
                ballot.scale = 3 + person % 3;
                break;
            case methods::Answer::objection:
                ballot.objection = person % 4 == 0 ? "Det tar tid från barnen" : "";
                break;
            default:
                if (method == Method::matrix) {
                    for (int i = 0; i < 5; ++i) {
                        const auto& id = ids[static_cast<std::size_t>(i)];
                        ballot.marks["x"][id] = (i * 23 + person * 2) % 101;
                        ballot.marks["y"][id] = (90 - i * 17 + person) % 101;
                    }
                } else if (method == Method::points) {
                    ballot.marks[""] = {{ids[1], 60}, {at(2) == ids[1] ? ids[0] : at(2), 40}};
                } else if (method == Method::score || method == Method::show14) {
                    for (int i = 0; i < 5; ++i)
                        ballot.marks[""][ids[static_cast<std::size_t>(i)]] = i == 1 ? 4 : 1 + (person + i) % 3;
                } else {
                    ballot.marks[""] = {{ids[1], 1}, {at(2), 1}};
                }
        }
        REQUIRE(methods::check_ballot(ballot, rule).has_value());
        ballots.push_back({methods::canonical(ballot, method), 1});
    }
    poll.outcome = methods::count_poll(rule, ballots, 9);
    poll.others = methods::count_otherwise(rule, ballots, 9);
    poll.in = poll.of = 9;
    view.remote.planned = {{0, std::string(methods::method_name(method)), poll.question, poll.id}};
    return view;
}

}  // namespace

TEST_CASE("the wall says of every way to vote what came of it") {
    const std::vector<std::pair<Method, std::string>> all{{Method::approval, "flest ja"},
                                                          {Method::score, "högst betyg"},
                                                          {Method::show14, "högst betyg"},
                                                          {Method::borda, "gruppens ordning"},
                                                          {Method::irv, "omgångar"},
                                                          {Method::schulze, "slår alla"},
                                                          {Method::copeland, "slår alla"},
                                                          {Method::bradley_terry, "i paren"},
                                                          {Method::points, "flest poäng"},
                                                          {Method::quadratic, "starkast"},
                                                          {Method::greedy, "pengar"},
                                                          {Method::mes, "pengar"},
                                                          {Method::fist, "ställa sig bakom"},
                                                          {Method::matrix, "kan göras först"},
                                                          {Method::consent, "3 invändningar: hör dem"}};
    for (const auto& [method, words] : all) {
        const std::string name(methods::method_name(method));
        CAPTURE(name);
        auto view = revealed(method);
        WallDesk wall(view);
        wall.enter();
        const auto title = wall.desk.text("reveal/title");
        CAPTURE(title);
        CHECK(title.find(words) != std::string::npos);
        wall.desk.save("reveal-" + name);
    }
}

TEST_CASE("each idea lies in the matrix where the group has put it") {
    WallDesk wall(revealed(Method::matrix));
    wall.enter();
    for (const auto& option : wall.view.remote.room.polls.front().form.options) {
        CHECK(wall.desk.text("reveal/idea/" + option.id) == option.label);
    }
}

TEST_CASE("a result that is hidden again says nothing of itself, in its title neither") {
    WallDesk wall(revealed(Method::approval));
    wall.enter();
    const auto title = wall.desk.text("reveal/title");
    wall.desk.tap("dock/cover");
    CHECK(wall.desk.text("reveal/title") == "Så här röstade ni");
    CHECK(wall.desk.text("reveal/voters").find(title) == std::string::npos);
    wall.desk.tap("reveal/shown");
    CHECK(wall.desk.text("reveal/title") == title);
}

TEST_CASE("what a result has no places for is not offered as places alone") {
    for (const auto method : {Method::approval, Method::score, Method::schulze, Method::irv, Method::points}) {
        WallDesk wall(revealed(method));
        wall.enter();
        CAPTURE(methods::method_name(method));
        wall.desk.tap("dock/ranks");
        CHECK(wall.wall.reveal.only_ranks);
        wall.desk.tap("dock/spread");
        CHECK_FALSE(wall.wall.reveal.only_ranks);
    }
    for (const auto method : {Method::matrix, Method::fist, Method::consent}) {
        WallDesk wall(revealed(method));
        wall.enter();
        CAPTURE(methods::method_name(method));
        CHECK_FALSE(wall.desk.has("dock/ranks"));
        CHECK_FALSE(wall.desk.has("dock/spread"));
        CHECK(wall.desk.has("dock/cover"));
        // Chosen at another result, it takes nothing away from this one.
        const auto before = wall.desk.picture().to_png().value();
        wall.wall.reveal.only_ranks = true;
        CHECK(wall.desk.picture().to_png().value() == before);
    }
}

TEST_CASE("of several ties the one for the first place is voted on again, and none where somebody has won") {
    methods::Outcome outcome;
    outcome.ties = {{"a", "b"}, {"c", "d"}};
    outcome.winners = {"a", "b"};
    CHECK(ui::tied_first(outcome) == std::vector<std::string>{"a", "b"});
    outcome.ties = {{"c", "d"}};
    outcome.winners = {"a"};
    CHECK(ui::tied_first(outcome).empty());
    outcome.winners.clear();
    CHECK(ui::tied_first(outcome) == std::vector<std::string>{"c", "d"});
}

TEST_CASE("a ranked result is shown beside what other ways to count would have given, and it says which one decides") {
    auto view = revealed(Method::irv);
    auto& poll = view.remote.room.polls.front();
    auto& borda = poll.others.front();
    REQUIRE(borda.method == Method::borda);
    borda.winners = {poll.form.options[2].id};
    WallDesk wall(view);
    wall.enter();
    CHECK_FALSE(wall.desk.has("reveal/others/winner/borda"));
    wall.desk.tap("dock/others");
    wall.desk.settle();
    CHECK(wall.desk.text("reveal/others/text").find("eget sätt avgör") != std::string::npos);
    CHECK(wall.desk.text("reveal/others/winner/irv") == poll.form.options[1].label);
    CHECK(wall.desk.text("reveal/others/winner/borda") == poll.form.options[2].label);
    CHECK(wall.desk.text("reveal/others/order/schulze").starts_with("1. " + poll.form.options[1].label));
    wall.desk.save("reveal-others");
    wall.desk.tap("dock/others");
    wall.desk.settle();
    CHECK(wall.desk.has("reveal/row/" + poll.form.options[1].id));
    WallDesk dots(revealed(Method::points));
    dots.enter();
    CHECK_FALSE(dots.desk.has("dock/others"));
}

TEST_CASE("the wall says in words who were level last when rounds could go on in several ways") {
    auto view = revealed(Method::irv);
    auto& poll = view.remote.room.polls.front();
    poll.outcome->branched = {poll.form.options[2].id, poll.form.options[3].id};
    WallDesk wall(view);
    wall.enter();
    const auto text = wall.desk.text("reveal/voters");
    CAPTURE(text);
    CHECK(text.find("Lika sist: ") != std::string::npos);
    CHECK(text.find(poll.form.options[3].label) != std::string::npos);
}

TEST_CASE("of pairs the wall shows the number that the place goes by, and how many were won") {
    WallDesk wall(revealed(Method::bradley_terry));
    wall.enter();
    const auto& poll = wall.view.remote.room.polls.front();
    const auto rows = paint::result_rows(poll);
    double before = 100;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = poll.outcome->rows[i];
        REQUIRE(row.chance.has_value());
        CHECK(*row.chance <= before);
        before = *row.chance;
        CHECK(rows[i].number.ends_with("%"));
    }
    const auto& first = poll.outcome->rows.front();
    wall.desk.tap("reveal/row/" + first.option);
    wall.desk.settle();
    CHECK(wall.desk.text("reveal/votes") ==
          "Vann " + std::to_string(first.won) + " av " + std::to_string(first.n) + " jämförelser");
}

TEST_CASE("of equal shares the wall says what became of the money they left") {
    auto view = revealed(Method::mes);
    auto& outcome = *view.remote.room.polls.front().outcome;
    REQUIRE(outcome.flags.contains("add1"));
    outcome.flags["add1"] = true;
    CHECK(ui::second_finding(view.remote.room.polls.front()).find("delades lika på alla") != std::string::npos);
    outcome.flags["add1"] = false;
    CHECK(ui::second_finding(view.remote.room.polls.front()).find("inte delade vidare") != std::string::npos);
}
