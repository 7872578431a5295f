#include <doctest/doctest.h>

#include "methods/irv.hpp"
#include "methods/rules.hpp"
#include "methods/schulze.hpp"

using namespace methods;
using namespace rules;

namespace {

const auto profile_p = "4:A>B>C 3:C>B>A 2:B>C>A";
const auto schulze_paper =
    "5:A>C>B>E>D 5:A>D>E>C>B 8:B>E>D>A>C 3:C>A>B>E>D 7:C>A>E>B>D 2:C>B>A>D>E 7:D>C>E>B>A 8:E>B>A>D>C";

SchulzeCount schulze(const Orders& all) {
    return count_schulze(all, PairTable(all), {});
}

IrvCount irv(const Orders& all, const TieBreak& tie = {}) {
    auto count = count_irv(all, tie);
    REQUIRE(count);
    return std::move(*count);
}

std::string votes_of(const IrvRound& round) {
    std::string text;
    for (const auto option : round.standing)
        text += shown(std::vector<Option>{option}) + round.votes[option].text + " ";
    return text;
}

}  // namespace

TEST_CASE("V8: Borda gives B what three of five would not") {
    const auto all = orders(3, "3:A>B>C 2:B>C>A");
    const auto count = count_borda(all, {});
    CHECK(shown(count.tally) == "6 7 2");
    CHECK(shown(count.winners) == "B");
    CHECK(condorcet_winner(PairTable(all)) == at('A'));
}

TEST_CASE("V8: shared places share their points, and what is left out shares what remains") {
    CHECK(shown(count_borda(orders(4, "A=B>C"), {}).tally) == "5/2 5/2 1 0");
    CHECK(shown(count_borda(orders(4, "A"), {}).tally) == "3 1 1 1");
    CHECK(shown(count_borda(orders(3, "A=B=C"), {}).tally) == "1 1 1");
}

TEST_CASE("V8: a blank ballot abstains and moves no points") {
    auto all = orders(2, "A>B");
    all.ballots.push_back({{}, {}, 5});
    const auto count = count_borda(all, {});
    CHECK(shown(count.tally) == "1 0");
    CHECK(count.voters == 6);
    CHECK(count.ballots == 1);
}

TEST_CASE("V8: the second look at a tie is for whoever beats the others that are tied") {
    const auto all = orders(3, "3:A>B>C 1:B>C>A 1:C>B>A");
    const auto shared = count_borda(all, {});
    CHECK(shown(shared.tally) == "6 6 3");
    CHECK(shown(shared.ranking.places) == "AB | C");
    const auto settled = count_borda(all, {TiePolicy::secondary_criterion, {}, {}});
    CHECK(shown(settled.ranking.places) == "A | B | C");
    CHECK(shown(settled.ranking.ties) == "secondary_criterion:AB");
}

TEST_CASE("V9: one profile, three winners") {
    const auto all = orders(3, profile_p);
    CHECK(shown(count_borda(all, {}).tally) == "8 11 8");
    CHECK(condorcet_winner(PairTable(all)) == at('B'));
    CHECK(shown(schulze(all).ranking.places) == "B | C | A");
    const auto count = irv(all);
    REQUIRE(count.rounds.size() == 2);
    CHECK(votes_of(count.rounds[0]) == "A4 B2 C3 ");
    CHECK(shown(count.rounds[0].dropped) == "B");
    CHECK(votes_of(count.rounds[1]) == "A4 C5 ");
    CHECK(shown(count.ranking.places) == "C | A | B");
    CHECK(shown(count.tally) == "4 2 5");
}

TEST_CASE("V9: more than half of the votes that still count is enough, and the rest are ranked by that round") {
    const auto count = irv(orders(3, "3:A 1:B 1:C>B"));
    CHECK(count.rounds.size() == 1);
    CHECK(shown(count.ranking.places) == "A | BC");
    CHECK(shown(count.ranking.ties) == "shared:BC");
}

TEST_CASE("V9: a ballot whose options are all out is exhausted") {
    const auto count = irv(orders(3, "4:A 3:B 2:C"));
    REQUIRE(count.rounds.size() == 2);
    CHECK(count.rounds[1].exhausted.text == "2");
    CHECK(shown(count.winners) == "A");
}

TEST_CASE("V9: a tie for last is settled by the latest earlier round in which they differ") {
    const auto count = irv(orders(4, "5:A 3:B 3:C>A 1:D>B 1:A"), {});
    CHECK(shown(count.rounds[0].dropped) == "D");
    const auto tied = irv(orders(4, "6:A 4:B 3:C 1:D>C"));
    REQUIRE(tied.rounds.size() == 3);
    CHECK(shown(tied.rounds[1].dropped) == "C");
    CHECK(shown(tied.ranking.ties) == "earlier_rounds:BC@2");
}

TEST_CASE("V9: a tie for last that nothing settles is counted both ways, and both winners are reported") {
    const auto count = irv(orders(3, "4:A 3:B>C 3:C>A"));
    CHECK(count.branches == 2);
    CHECK(shown(count.winners) == "AC");
    CHECK(shown(count.ranking.ties) == "every_branch:BC@1 shared:AC");
    const auto half = irv(orders(2, "A>B B>A"));
    CHECK(shown(half.winners) == "AB");
}

TEST_CASE("V9: a lot settles a tie for last the same way each time") {
    const TieBreak lot{TiePolicy::seeded_lot, "S-07/1", letters(3)};
    // C (4772…) before A (55db…) before B (b4c3…): B is last in the lot.
    const auto count = irv(orders(3, "4:A 3:B>C 3:C>A"), lot);
    CHECK(count.branches == 1);
    CHECK(shown(count.rounds[0].dropped) == "B");
    CHECK(shown(count.winners) == "C");
    CHECK(shown(count.ranking.ties) == "seeded_lot:BC@1");
}

TEST_CASE("V9: those who cannot pass anybody are dropped together, in whatever order they stand") {
    const auto count = irv(orders(5, "5:A 4:B 1:C>D 1:D>C 0:E"));
    REQUIRE(count.rounds.size() >= 2);
    CHECK(shown(count.rounds[0].dropped) == "E");
    CHECK(shown(count.rounds[1].dropped) == "CD");
    CHECK(count.branches == 1);
}

TEST_CASE("V9: options that share a place share its vote, exactly") {
    const auto count = irv(orders(4, "3:A 2:B 1:A=B=C>D 1:D"));
    CHECK(votes_of(count.rounds[0]) == "A10/3 B7/3 C1/3 D1 ");
    CHECK(shown(count.rounds[0].dropped) == "C");
    CHECK(votes_of(count.rounds[1]) == "A7/2 B5/2 D1 ");
}

TEST_CASE("V10: a cycle is resolved by its strongest paths") {
    const auto count = schulze(orders(3, "4:A>B>C 3:B>C>A 2:C>A>B"));
    CHECK(count.paths == std::vector<std::int64_t>{0, 6, 6, 5, 0, 7, 5, 5, 0});
    CHECK(shown(count.ranking.places) == "A | B | C");
}

TEST_CASE("V10: the example of the paper") {
    const auto count = schulze(orders(5, schulze_paper));
    CHECK(shown(count.ranking.places) == "E | A | C | B | D");
    const auto path = [&count](char a, char b) { return count.paths[at(a) * 5 + at(b)]; };
    CHECK(path('E', 'A') == 25);
    CHECK(path('A', 'E') == 24);
    CHECK(path('A', 'C') == 28);
    CHECK(path('C', 'A') == 25);
    CHECK(path('C', 'B') == 29);
    CHECK(path('B', 'C') == 28);
    CHECK(path('B', 'D') == 33);
    CHECK(path('D', 'B') == 28);
}

TEST_CASE("V10: equal paths share a rank") {
    const auto count = schulze(orders(3, "A>B>C B>A>C"));
    CHECK(shown(count.ranking.places) == "AB | C");
    CHECK(shown(count.ranking.ties) == "shared:AB");
}

TEST_CASE("Copeland counts a half for a tie in pairs") {
    const auto all = orders(3, "A>B>C B>A>C");
    const auto count = count_copeland(all, PairTable(all), {});
    CHECK(shown(count.tally) == "3/2 3/2 0");
    const auto cycle = orders(3, "A>B>C B>C>A C>A>B");
    CHECK(shown(count_copeland(cycle, PairTable(cycle), {}).tally) == "1 1 1");
}

namespace {

/// Named options in random order, some of them on one place; every fourth ballot may name all.
OrderedBallot random_ballot(std::uint32_t options, std::uint32_t& state) {
    const auto random = [&state](std::uint32_t below) {
        return (state = state * 1664525U + 1013904223U) / 65536U % below;
    };
    OrderedBallot ballot;
    ballot.count = 1 + random(3);
    const auto length = random(4) == 0 ? options : random(4);
    std::vector<bool> named(options, false);
    for (std::uint32_t i = 0; i < length; ++i) {
        const auto option = random(options);
        if (named[option]) continue;
        named[option] = true;
        ballot.place.push_back(ballot.place.empty() ? 0 : ballot.place.back() + random(2));
        ballot.options.push_back(option);
    }
    return ballot;
}

}  // namespace

TEST_CASE("the table of pairs is the same however long the lists and however many equal ballots") {
    // Beside each other: short ballots on a long list, full ones, many of the same, and more options than a byte holds.
    for (const auto& [options, ballots] : {std::pair{3U, 2000}, {40U, 2000}, {300U, 60}}) {
        Orders all{options, {}};
        std::vector<std::int64_t> slowly(std::size_t{options} * options, 0);
        std::uint32_t state = 7;
        for (int i = 0; i < ballots; ++i) {
            all.ballots.push_back(random_ballot(options, state));
            const auto& ballot = all.ballots.back();
            std::vector<std::uint32_t> place(options, options);
            for (std::size_t k = 0; k < ballot.options.size(); ++k) place[ballot.options[k]] = ballot.place[k];
            for (Option a = 0; a < options; ++a) {
                for (Option b = 0; b < options; ++b) slowly[a * options + b] += place[a] < place[b] ? ballot.count : 0;
            }
        }
        const PairTable pairs(all);
        std::vector<std::int64_t> found;
        for (Option a = 0; a < options; ++a) {
            for (Option b = 0; b < options; ++b) found.push_back(pairs(a, b));
        }
        CHECK(found == slowly);
    }
}
