#include <doctest/doctest.h>

#include "methods/budget.hpp"
#include "methods/rules.hpp"

using namespace methods;
using namespace rules;

namespace {

/// "AB|C|": whom each voter supports.
BudgetPoll poll(std::int64_t budget, std::vector<std::int64_t> costs, std::string_view text) {
    BudgetPoll made;
    made.budget = budget;
    made.votes.assign(costs.size(), 0);
    for (const auto& ballot : marks(costs.size(), text).ballots) {
        made.ballots.emplace_back();
        for (const auto& mark : ballot.marks) {
            made.ballots.back().projects.push_back(mark.option);
            ++made.votes[mark.option];
        }
    }
    made.costs = std::move(costs);
    return made;
}

BudgetCount shares(const BudgetPoll& made, Utility utility, Completion completion = Completion::none,
                   const TieBreak& tie = {}) {
    auto count = count_equal_shares(made, {utility, completion}, tie);
    REQUIRE(count);
    return std::move(*count);
}

std::string prices(const BudgetCount& count) {
    std::string text;
    for (const auto& round : count.rounds) {
        text += (text.empty() ? "" : " ") + shown(std::vector<Option>{round.project}) + round.price.text;
    }
    return text;
}

// A, B, C are M1, M2, M3 of the domain's example, D is N1.
const auto v14 = poll(600, {200, 200, 200, 200}, "ABC|ABC|ABC|ABC|D|D");
const auto add1 = poll(300, {200, 150, 120}, "AC|B|B");

}  // namespace

TEST_CASE("V14: greedy funds what most approve, and leaves a minority without") {
    const auto count = count_greedy(v14, {});
    CHECK(shown(count.funded) == "ABC");
    CHECK(count.cost == 600);
    CHECK(shown(count.ranking.places) == "ABC | D");
    CHECK(shown(count.ranking.ties) == "id:ABC");
}

TEST_CASE("V14: greedy skips what no longer fits, and funds nothing that nobody approved") {
    const auto count = count_greedy(poll(100, {90, 50, 10, 5}, "AB|AB|AC|C"), {});
    CHECK(shown(count.funded) == "AC");
    CHECK(count.cost == 100);
}

TEST_CASE("V14: equal shares give the minority its part") {
    for (const auto utility : {Utility::cardinality, Utility::cost}) {
        const auto count = shares(v14, utility);
        CHECK(shown(count.funded) == "ABD");
        CHECK(prices(count) == "A50 B50 D100");
        CHECK(shown(count.ranking.places) == "A | B | D | C");
        CHECK(shown(count.ranking.ties) == "id:ABC@1 id:BC@2");
    }
}

TEST_CASE("V14: add1 raises the shares until the next count would cost too much") {
    for (const auto utility : {Utility::cardinality, Utility::cost}) {
        CHECK(shown(shares(add1, utility).funded) == "B");
        const auto count = shares(add1, utility, Completion::add1);
        CHECK(shown(count.funded) == "BC");
        CHECK(count.cost == 270);
        CHECK(count.raised >= 20);
    }
}

TEST_CASE("V14: add1 ends when everything that anybody supports is funded") {
    const auto count = shares(poll(1000, {10, 20, 30}, "A|B"), Utility::cost, Completion::add1);
    CHECK(shown(count.funded) == "AB");
    CHECK(count.counts == 1);
}

TEST_CASE("V14: a stopped completion is refused") {
    const auto stop = [](std::int64_t, std::int64_t) { return false; };
    const auto stopped = count_equal_shares(add1, {Utility::cost, Completion::add1}, {}, stop);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == base::Code::not_now);
}

TEST_CASE("V14: who has less than the price gives all, and the others pay the rest") {
    // Shares of 10. B costs three 13/3 each; then A's first has 17/3 left, less than half of 12.
    const auto count = shares(poll(40, {12, 13}, "AB|A|B|B"), Utility::cardinality);
    CHECK(prices(count) == "B13/3 A19/3");
    const auto other = shares(poll(40, {10, 25}, "AB|A|B|B"), Utility::cost);
    CHECK(prices(other) == "B25/3 A25/3");
}

TEST_CASE("V14: a voter without a vote has a share all the same") {
    CHECK(shown(shares(poll(100, {50}, "A"), Utility::cost).funded) == "A");
    CHECK(shares(poll(100, {51}, "A|"), Utility::cost).funded.empty());
}

TEST_CASE("V14: of equal ρ more supporters go first, and the ties say so") {
    // Each pays 5 for either: A has two supporters and costs 10, B three and costs 15; utility 1.
    const auto count = shares(poll(100, {10, 15}, "A|A|B|B|B"), Utility::cardinality);
    CHECK(shown(count.ranking.places) == "B | A");
    CHECK(shown(count.ranking.ties) == "more_supporters:AB@1");
}

TEST_CASE("V14: what shares exactly suffice for is funded, whatever thirds and sevenths were paid before") {
    // Seven voters with 100/7 each. A costs 9 for three: 3 each; B just what its seven have left.
    const auto count = shares(poll(100, {9, 91}, "AB|AB|AB|B|B|B|B"), Utility::cardinality);
    CHECK(shown(count.funded) == "AB");
    CHECK(count.cost == 100);
    CHECK(shown(shares(poll(100, {9, 92}, "AB|AB|AB|B|B|B|B"), Utility::cardinality).funded) == "A");
}

TEST_CASE("a lot settles ties of budgets by its order instead of the id's") {
    const TieBreak lot{TiePolicy::seeded_lot, "S-07/1", letters(4)};
    const auto count = count_greedy(poll(200, {200, 200, 200, 200}, "ABC|ABC"), lot);
    CHECK(shown(count.funded) == "C");
    CHECK(shown(count.ranking.ties) == "seeded_lot:ABC");
    CHECK(shares(v14, Utility::cost, Completion::none, lot).rounds[0].project == at('C'));
}
