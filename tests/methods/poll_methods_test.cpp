// The domain's worked examples (V5–V15, V17), each as a vote in a session counts it: rule, ballots, outcome.
#include <doctest/doctest.h>

#include "methods/poll_ballots.hpp"
#include "methods/rules.hpp"

using namespace methods;

namespace {

PollRule poll_rule(Method method, std::size_t options) {
    PollRule rule;
    rule.method = method;
    rule.options = rules::letters(options);
    if (method == Method::show14) rule.lowest = 1, rule.highest = 4;
    if (method == Method::score || method == Method::fist) rule.highest = 5;
    if (method == Method::points) rule.dots = 100;
    if (method == Method::quadratic) rule.dots = 25;
    return rule;
}

/// "A3B2 | A1": marks as rules::marks reads them; an empty ballot is blank.
std::vector<CountedBallot> marked(std::size_t options, std::string_view text, const std::string& criterion = {}) {
    std::vector<CountedBallot> ballots;
    const auto ids = rules::letters(options);
    for (const auto& ballot : rules::marks(options, text).ballots) {
        auto& counted = ballots.emplace_back();
        for (const auto& mark : ballot.marks) counted.ballot.marks[criterion][ids[mark.option]] = mark.value;
    }
    return ballots;
}

/// "4:A>B>C 3:C>B=A".
std::vector<CountedBallot> ordered(std::size_t options, std::string_view text) {
    std::vector<CountedBallot> ballots;
    const auto ids = rules::letters(options);
    for (const auto& ballot : rules::orders(options, text).ballots) {
        auto& counted = ballots.emplace_back();
        counted.count = ballot.count;
        for (std::size_t i = 0; i < ballot.options.size(); ++i) {
            if (ballot.place[i] == counted.ballot.order.size()) counted.ballot.order.emplace_back();
            counted.ballot.order.back().push_back(ids[ballot.options[i]]);
        }
    }
    return ballots;
}

void add_pair(std::vector<CountedBallot>& ballots, const std::string& left, const std::string& right,
              Pair::Chosen chosen, std::int64_t count) {
    auto& counted = ballots.emplace_back();
    counted.ballot.pairs = {{left, right, chosen}};
    counted.count = count;
}

/// Of these two three chose the first, one the other.
void add_three_to_one(std::vector<CountedBallot>& ballots, const std::string& first, const std::string& other) {
    add_pair(ballots, first, other, Pair::Chosen::left, 3);
    add_pair(ballots, first, other, Pair::Chosen::right, 1);
}

std::vector<CountedBallot> shown_fists(const std::vector<std::int64_t>& numbers) {
    std::vector<CountedBallot> ballots;
    for (const auto number : numbers) ballots.emplace_back().ballot.scale = number;
    return ballots;
}

Outcome counted(const PollRule& rule, const std::vector<CountedBallot>& ballots) {
    for (const auto& one : ballots) {
        const auto checked = check_ballot(one.ballot, rule);
        REQUIRE_MESSAGE(checked, checked.error().what);
    }
    return count_poll(rule, ballots, 20);
}

const OutcomeRow& row(const Outcome& outcome, std::string_view option) {
    const auto found = std::find_if(outcome.rows.begin(), outcome.rows.end(),
                                    [option](const OutcomeRow& one) { return one.option == option; });
    REQUIRE(found != outcome.rows.end());
    return *found;
}

std::string number_of(const Outcome& outcome, std::string_view option, const std::string& name) {
    return row(outcome, option).numbers.at(name).text;
}

/// "A3 B1": votes by rank.
std::string votes(const Outcome& outcome) {
    std::string text;
    for (const auto& one : outcome.rows) text += (text.empty() ? "" : " ") + one.option + std::to_string(one.votes);
    return text;
}

std::string order_of(const Outcome& outcome) {
    std::string text;
    for (const auto& one : outcome.rows) text += one.option;
    return text;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("V5 in a session: A wins by its mean, and the sums are told as well") {
    const auto outcome = counted(poll_rule(Method::show14, 2), marked(2, "A4B2|A3B4|B3"));
    CHECK(outcome.winners == Ids{"A"});
    CHECK(votes(outcome) == "A7 B9");
    CHECK(row(outcome, "A").mean == ratio(7, 2));
    CHECK(row(outcome, "B").mean == ratio(3, 1));
    CHECK(row(outcome, "A").by == std::map<std::string, std::int64_t>{{"1", 0}, {"2", 0}, {"3", 1}, {"4", 1}});
}

TEST_CASE("V6 in a session: approval gives B four of six") {
    const auto outcome = counted(poll_rule(Method::approval, 3), marked(3, "AB|B|BC|AC|A|B"));
    CHECK(votes(outcome) == "B4 A3 C2");
    CHECK(outcome.winners == Ids{"B"});
    CHECK(outcome.voted == 6);
}

TEST_CASE("V7 in a session: B wins, and C is below the quorum and has no rank") {
    const auto outcome = counted(poll_rule(Method::score, 3), marked(3, "A5B3C5|A5B3|A0B3|A0B3"));
    CHECK(outcome.winners == Ids{"B"});
    CHECK(row(outcome, "A").mean == ratio(5, 2));
    CHECK(number_of(outcome, "A", "median") == "0");
    CHECK(row(outcome, "A").by.at("0") == 2);
    CHECK(row(outcome, "C").flags.at("below_quorum"));
    CHECK(row(outcome, "C").rank == 0);
    CHECK(row(outcome, "C").n == 1);
}

TEST_CASE("V7 in a session: a zero is an answer, an option left out is none, and a ballot of zeros is not blank") {
    const auto outcome = counted(poll_rule(Method::score, 2), marked(2, "A0B0|A4|"));
    CHECK(outcome.voted == 2);
    CHECK(outcome.abstained == 1);
    CHECK(row(outcome, "A").mean == ratio(2, 1));
    CHECK(row(outcome, "B").mean == ratio(0, 1));
}

TEST_CASE("V8 in a session: Borda gives B what three of five would not") {
    const auto outcome = counted(poll_rule(Method::borda, 3), ordered(3, "3:A>B>C 2:B>C>A"));
    CHECK(order_of(outcome) == "BAC");
    CHECK(number_of(outcome, "A", "points") == "6");
    CHECK(number_of(outcome, "B", "points") == "7");
    CHECK(number_of(outcome, "C", "points") == "2");
    CHECK(number_of(outcome, "A", "firsts") == "3");
}

TEST_CASE("V9 in a session: profile P has three winners on one set of ballots") {
    const auto ballots = ordered(3, "4:A>B>C 3:C>B>A 2:B>C>A");
    std::vector<CountedBallot> firsts;
    for (const auto& one : ballots) {
        firsts.push_back({{}, one.count});
        firsts.back().ballot.choice = one.ballot.order.front().front();
    }
    CHECK(votes(counted(poll_rule(Method::choice, 3), firsts)) == "A4 C3 B2");

    const auto irv = counted(poll_rule(Method::irv, 3), ballots);
    CHECK(irv.winners == Ids{"C"});
    CHECK(votes(irv) == "C5 A4 B2");
    REQUIRE(irv.rounds.size() == 2);
    CHECK(irv.rounds[0].dropped == Ids{"B"});
    CHECK(irv.rounds[0].votes.at("C").text == "3");
    CHECK(irv.rounds[1].votes.at("C").text == "5");
    CHECK_FALSE(irv.rounds[1].votes.contains("B"));
    CHECK(irv.rounds[1].exhausted.text == "0");
    CHECK_FALSE(irv.flags.contains("branches"));

    const auto borda = counted(poll_rule(Method::borda, 3), ballots);
    CHECK(borda.winners == Ids{"B"});
    CHECK(number_of(borda, "B", "points") == "11");

    const auto schulze = counted(poll_rule(Method::schulze, 3), ballots);
    CHECK(order_of(schulze) == "BCA");
    CHECK(schulze.condorcet == "B");
    CHECK(schulze.pairs.at("B").at("A") == 5);
    CHECK(schulze.pairs.at("B").at("C") == 6);
    CHECK(schulze.pairs.at("A").at("C") == 4);
    CHECK(number_of(schulze, "B", "wins") == "2");
    CHECK(order_of(counted(poll_rule(Method::copeland, 3), ballots)) == "BCA");
}

TEST_CASE("V9 in a session: a tie for last that nothing settles is told, with both winners") {
    const auto outcome = counted(poll_rule(Method::irv, 3), ordered(3, "4:A 3:B>C 3:C>A"));
    CHECK(outcome.flags.at("branches"));
    CHECK(outcome.branched == Ids{"B", "C"});
    CHECK(to_json(outcome).find("branched") == std::string::npos);  // results that are kept stay as they are
    CHECK(outcome.winners == Ids{"A", "C"});
    auto lot = poll_rule(Method::irv, 3);
    lot.tie = TiePolicy::seeded_lot;
    lot.seed = "S-07/1";
    const auto drawn = counted(lot, ordered(3, "4:A 3:B>C 3:C>A"));
    CHECK(drawn.winners == Ids{"C"});
    CHECK(drawn.branched.empty());
    CHECK(drawn.broken == std::vector<Ids>{{"B", "C"}});
}

TEST_CASE("V9 in a session: ties that would branch beyond all bounds are settled by the lot that was published") {
    auto rule = poll_rule(Method::irv, 9);
    rule.seed = "S-07/1";
    const auto ballots = ordered(9, "A B C D E F G H I");
    const auto outcome = counted(rule, ballots);
    CHECK(outcome.tie == TiePolicy::seeded_lot);
    CHECK(outcome.winners.size() == 1);
    CHECK(outcome.broken.front().size() == 9);
}

TEST_CASE("V10 in a session: a cycle is resolved, and nobody beats all others") {
    const auto outcome = counted(poll_rule(Method::schulze, 3), ordered(3, "4:A>B>C 3:B>C>A 2:C>A>B"));
    CHECK(order_of(outcome) == "ABC");
    CHECK(outcome.condorcet.empty());
    CHECK(outcome.pairs.at("B").at("C") == 7);
}

TEST_CASE("V10 in a session: the example of the paper") {
    const auto* const paper =
        "5:A>C>B>E>D 5:A>D>E>C>B 8:B>E>D>A>C 3:C>A>B>E>D 7:C>A>E>B>D 2:C>B>A>D>E 7:D>C>E>B>A 8:E>B>A>D>C";
    CHECK(order_of(counted(poll_rule(Method::schulze, 5), ordered(5, paper))) == "EACBD");
}

TEST_CASE("V11 in a session: three to one twice over, and what few have compared is said to be so") {
    std::vector<CountedBallot> ballots;
    add_three_to_one(ballots, "A", "B");
    add_three_to_one(ballots, "B", "C");
    add_pair(ballots, "A", "C", Pair::Chosen::skip, 2);
    const auto outcome = counted(poll_rule(Method::bradley_terry, 3), ballots);
    CHECK(order_of(outcome) == "ABC");
    CHECK(number_of(outcome, "A", "points") == "200/3");
    CHECK(number_of(outcome, "B", "points") == "50");
    CHECK(number_of(outcome, "C", "points") == "100/3");
    CHECK(row(outcome, "B").n == 8);
    CHECK_FALSE(row(outcome, "B").flags.contains("few"));
    CHECK(row(outcome, "A").flags.at("few"));
    CHECK(outcome.numbers.at("undecided").text == "2");
    CHECK(outcome.voted == 10);
}

TEST_CASE("V11 in a session: three to one all round") {
    std::vector<CountedBallot> ballots;
    add_three_to_one(ballots, "A", "B");
    add_three_to_one(ballots, "B", "C");
    add_three_to_one(ballots, "A", "C");
    const auto outcome = counted(poll_rule(Method::bradley_terry, 3), ballots);
    CHECK(number_of(outcome, "A", "points") == "70");
    CHECK(number_of(outcome, "B", "points") == "50");
    CHECK(number_of(outcome, "C", "points") == "30");
    CHECK(row(outcome, "A").chance.value() == doctest::Approx(70));
    CHECK(row(outcome, "C").chance.value() == doctest::Approx(30));
    CHECK(row(outcome, "A").won == 6);
    CHECK(to_json(outcome).find("chance") == std::string::npos);  // an estimate is told, not kept
    CHECK(outcome.winners == Ids{"A"});
}

TEST_CASE("V12 in a session: C has the most points, and B's median says that the room is split") {
    const auto outcome = counted(poll_rule(Method::points, 3), marked(3, "A60B40|A10B70C20|C100"));
    CHECK(votes(outcome) == "C120 B110 A70");
    CHECK(number_of(outcome, "A", "median") == "10");
    CHECK(number_of(outcome, "B", "median") == "40");
    CHECK(outcome.flags.at("polarised"));
    CHECK(row(outcome, "A").supporters == 2);
}

TEST_CASE("V13 in a session: votes for and against") {
    const auto outcome = counted(poll_rule(Method::quadratic, 3), marked(3, "A4B3|C5|A3B3C2|A-3B4"));
    CHECK(votes(outcome) == "B10 C7 A4");
    CHECK(outcome.winners == Ids{"B"});
}

TEST_CASE("V14 in a session: greedy gives all to the many, equal shares give the few their part") {
    auto rule = poll_rule(Method::greedy, 4);  // M1, M2, M3 and N1
    rule.budget = 600;
    for (const auto& option : rule.options) rule.cost[option] = 200;
    const auto ballots = marked(4, "ABC|ABC|ABC|ABC|D|D");
    const auto greedy = counted(rule, ballots);
    CHECK(greedy.winners == Ids{"A", "B", "C"});
    CHECK(greedy.broken == std::vector<Ids>{{"A", "B", "C"}});
    CHECK_FALSE(row(greedy, "D").flags.at("funded"));
    CHECK(greedy.numbers.at("cost").text == "600");

    rule.method = Method::mes;
    const auto shares = counted(rule, ballots);
    CHECK(shares.winners == Ids{"A", "B", "D"});
    CHECK(row(shares, "D").flags.at("funded"));
    CHECK(number_of(shares, "C", "cost") == "200");
    CHECK(shares.numbers.at("budget").text == "600");
}

TEST_CASE("V14 in a session: what equal shares leave over is shared equally, and the result says so") {
    auto rule = poll_rule(Method::mes, 3);
    rule.budget = 300;
    rule.cost = {{"A", 200}, {"B", 150}, {"C", 120}};
    const auto outcome = counted(rule, marked(3, "AC|B|B"));
    CHECK(outcome.winners == Ids{"B", "C"});
    CHECK(outcome.numbers.at("cost").text == "270");
    CHECK(outcome.flags.at("add1"));
    auto with_blank = marked(3, "AC|B|B");
    with_blank.emplace_back();
    CHECK(counted(rule, with_blank).winners == Ids{"B", "C"});
}

TEST_CASE("V15 in a session: one two holds it back") {
    const auto no = counted(poll_rule(Method::fist, 0), shown_fists({5, 4, 3, 3, 2, 4}));
    CHECK_FALSE(no.flags.at("passed"));
    REQUIRE(no.rows.size() == 1);
    CHECK(no.rows[0].option == "scale");
    CHECK(no.rows[0].mean == ratio(7, 2));
    CHECK(no.rows[0].by.at("2") == 1);
    CHECK(counted(poll_rule(Method::fist, 0), shown_fists({5, 4, 3, 3, 3, 4})).flags.at("passed"));
    CHECK_FALSE(counted(poll_rule(Method::fist, 0), {}).flags.at("passed"));
}

TEST_CASE("V17 in a session: medians place an idea among the quick wins") {
    auto rule = poll_rule(Method::matrix, 2);
    rule.criteria = {"x", "y"};
    std::vector<CountedBallot> ballots(3);
    const std::vector<std::pair<int, int>> placed{{20, 90}, {30, 80}, {90, 20}};
    for (std::size_t i = 0; i < placed.size(); ++i) {
        ballots[i].ballot.marks["x"]["A"] = placed[i].first;
        ballots[i].ballot.marks["y"]["A"] = placed[i].second;
    }
    const auto outcome = counted(rule, ballots);
    CHECK(number_of(outcome, "A", "x") == "30");
    CHECK(number_of(outcome, "A", "y") == "80");
    CHECK(row(outcome, "A").quadrant == "quick_win");
    CHECK_FALSE(row(outcome, "A").flags.at("split"));
    CHECK(row(outcome, "A").n == 3);
    CHECK(row(outcome, "B").n == 0);
    CHECK(row(outcome, "B").quadrant.empty());
}

TEST_CASE("an outcome's text has sorted keys, whole numbers as such and fractions as text") {
    const auto scored = counted(poll_rule(Method::score, 1), marked(1, "A5|A0|A0"));
    CHECK(to_json(scored) ==
          R"({"abstained":0,"broken":[],"eligible":20,"few":true,"method":"score","rows":[{"agreement":"divided",)"
          R"("by":{"0":2,"1":0,"2":0,"3":0,"4":0,"5":1},"id":"A","mean":"5/3","median":0,"n":3,"rank":1,"votes":5}],)"
          R"("tie_policy":"report","ties":[],"voted":3,"wildcards":[],"winners":["A"]})");
    const auto halves = counted(poll_rule(Method::borda, 4), ordered(4, "A=B>C"));
    CHECK(to_json(halves).find(R"("firsts":1,"id":"A","points":"5/2","rank":1)") != std::string::npos);
    const auto moved = counted(poll_rule(Method::irv, 2), ordered(2, "2:A 1:B"));
    CHECK(to_json(moved).find(R"("rounds":[{"dropped":[],"exhausted":0,"votes":{"A":2,"B":1}}])") != std::string::npos);
}

TEST_CASE("tables of pairs are kept for as many options as people can look at") {
    const auto many = most_in_table + 1;
    std::string first = "A";
    CHECK(counted(poll_rule(Method::schulze, many), ordered(many, first)).pairs.empty());
    CHECK(counted(poll_rule(Method::schulze, many - 1), ordered(many - 1, first)).pairs.size() == most_in_table);
    CHECK(counted(poll_rule(Method::irv, many), ordered(many, first)).rounds.at(0).votes.empty());
}

TEST_CASE("equal ballots may come together or apart, in any order, and the result is the same text") {
    const auto check_same = [](const PollRule& rule, const std::vector<CountedBallot>& ballots) {
        CAPTURE(method_name(rule.method));
        std::vector<CountedBallot> apart;
        for (const auto& one : ballots) {
            for (std::int64_t i = 0; i < one.count; ++i) apart.push_back({one.ballot, 1});
        }
        std::reverse(apart.begin(), apart.end());
        CHECK(to_json(counted(rule, apart)) == to_json(counted(rule, ballots)));
    };
    for (const auto method : {Method::borda, Method::irv, Method::schulze, Method::copeland}) {
        check_same(poll_rule(method, 4), ordered(4, "4:A>B>C 3:C>B>A 2:B>C>A 2:D"));
    }
    for (const auto method : {Method::show14, Method::score, Method::quadratic}) {
        check_same(poll_rule(method, 3), marked(3, "A3B2|A3B2|C1|B4|"));
    }
    check_same(poll_rule(Method::points, 3), marked(3, "A60B40|A10B70C20|C100|A60B40"));
    for (const auto method : {Method::greedy, Method::mes}) {
        auto rule = poll_rule(method, 4);
        rule.budget = 700;
        rule.cost = {{"A", 100}, {"B", 300}, {"C", 200}, {"D", 350}};
        check_same(rule, marked(4, "AB|BC|CD|ABCD|D|D|"));
    }
    std::vector<CountedBallot> pairs;
    add_three_to_one(pairs, "A", "B");
    add_three_to_one(pairs, "C", "A");
    check_same(poll_rule(Method::bradley_terry, 3), pairs);
    check_same(poll_rule(Method::fist, 0), shown_fists({5, 4, 4, 0}));
}
