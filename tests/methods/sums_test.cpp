#include <doctest/doctest.h>

#include "methods/consent.hpp"
#include "methods/matrix.hpp"
#include "methods/points.hpp"
#include "methods/rules.hpp"
#include "methods/score.hpp"

using namespace methods;
using namespace rules;

// V1–V4 are counted through the votes of a session in counting_test.cpp, by the same function.

TEST_CASE("V5: show 1-4 ranks by the mean, since nobody scores an idea of one's own, and sums are there too") {
    const auto count = count_scores(marks(2, "A4B2|A3B4|B3"), {ScoreRule::By::mean, {0, 1}, false}, {});
    CHECK(shown(count.tally) == "7/2 3");
    CHECK(count.answers[0].sum == 7);
    CHECK(count.answers[1].sum == 9);
    CHECK(shown(count.winners) == "A");
}

TEST_CASE("V6: approval gives B four of six") {
    const auto count = count_dots(marks(3, "AB|B|BC|AC|A|B"), {});
    CHECK(shown(count.tally) == "3 4 2");
    CHECK(shown(count.winners) == "B");
    CHECK(count.ballots == 6);
}

TEST_CASE("V7: a score needs a quorum; a mean that few answers make does not win") {
    const auto count = count_scores(marks(3, "A5B3C5|A5B3|A0B3|A0B3"), {}, {});
    CHECK(shown(count.tally) == "5/2 3 5");
    CHECK(count.answers[0].lower_median == ratio(0, 1));
    CHECK(shown(count.winners) == "B");
    CHECK(shown(count.below_quorum) == "C");
    CHECK(shown(count.ranking.places) == "B | A | C");
}

TEST_CASE("V7: equal means are told apart by the lower median, then by the number of answers") {
    CHECK(shown(count_scores(marks(2, "A0B3|A4B1|A5B5"), {}, {}).ranking.places) == "A | B");
    CHECK(shown(count_scores(marks(2, "A3B3|A3|A3B3"), {}, {}).ranking.places) == "A | B");
    const auto tied = count_scores(marks(2, "A3B3|A3B3"), {}, {});
    CHECK(shown(tied.ranking.places) == "AB");
    CHECK(shown(tied.ranking.ties) == "shared:AB");
}

TEST_CASE("a quorum of half is reached at half exactly") {
    CHECK(count_scores(marks(2, "A1B5|A1"), {}, {}).below_quorum.empty());
    CHECK(shown(count_scores(marks(2, "A1B5|A1|A1"), {}, {}).below_quorum) == "B");
}

TEST_CASE("scores can be ranked by their median grade") {
    const auto count = count_scores(marks(2, "A5B3|A0B3|A0B0"), {ScoreRule::By::median, {1, 2}, true}, {});
    CHECK(shown(count.winners) == "B");
    CHECK(shown(count.tally) == "0 3");
}

TEST_CASE("V12: a hundred points are summed, and a median that says otherwise is flagged") {
    const auto count = count_points(marks(3, "A60B40|A10B70C20|C100"), 100, {});
    REQUIRE(count);
    CHECK(shown(count->tally) == "70 110 120");
    CHECK(shown(count->medians) == "10 40 20");
    CHECK(shown(count->winners) == "C");
    CHECK(count->polarised);
    CHECK(count->normalised == 0);
}

TEST_CASE("V12: a ballot that shares out something else than a hundred is scaled exactly and counted as such") {
    const auto count = count_points(marks(2, "A1B2|A50B50"), 100, {});
    REQUIRE(count);
    CHECK(shown(count->tally) == "250/3 350/3");
    CHECK(count->normalised == 1);
    CHECK(shown(count->medians) == "125/3 175/3");
}

TEST_CASE("V12: ties are looked at again by the median, then by supporters") {
    const TieBreak second{TiePolicy::secondary_criterion, {}, {}};
    const auto count = count_points(marks(2, "A100|A20B80|A30B70|B100|A40B60|A50B50|A70B30|A90B10"), 100, second);
    REQUIRE(count);
    CHECK(shown(count->tally) == "400 400");
    CHECK(shown(count->ranking.places) == "B | A");  // medians 45 and 55
    const auto three = count_points(marks(3, "A100|B50C50|B50C50|A100|C100"), 100, second);
    REQUIRE(three);
    CHECK(shown(three->tally) == "200 100 200");
    CHECK(shown(three->ranking.places) == "C | A | B");
    CHECK(shown(three->ranking.ties) == "secondary_criterion:AC");
}

TEST_CASE("V12: more different sums than can be told exactly are refused") {
    Marks many;
    many.options = 1;
    for (std::int64_t i = 0; i < 1001; ++i) many.ballots.push_back({{{0, 0, 1000 + i}}, 1});
    CHECK(count_points(many, 100, {}).error().code == base::Code::too_many);
}

TEST_CASE("V13: quadratic votes may be against, and their squares are what they cost") {
    const auto all = marks(3, "A4B3|C5|A3B3C2|A-3B4");
    const auto count = count_dots(all, {});
    CHECK(shown(count.tally) == "4 10 7");
    CHECK(shown(count.winners) == "B");
    for (const auto& ballot : all.ballots) CHECK(within_credits(ballot, 1, 25));
    CHECK_FALSE(within_credits(all.ballots[0], 1, 24));
    CHECK(within_credits(all.ballots[2], 1, 22));
    CHECK_FALSE(within_credits({{{0, 0, 1000000000000}}, 1}, 1, 1000000));
}

TEST_CASE("V13: what only has votes against it does not win") {
    const auto count = count_dots(marks(2, "A-1|B-2"), {});
    CHECK(count.winners.empty());
    CHECK(shown(count.ranking.places) == "A | B");
}

TEST_CASE("V15: fist-to-five has passed when nobody shows less than three") {
    const auto no = count_fist(marks(1, "A5|A4|A3|A3|A2|A4"), {});
    CHECK(shown(no.tally) == "7/2");
    CHECK(no.passed.empty());
    CHECK(no.below[0] == 1);
    CHECK(no.blocks[0] == 0);
    CHECK(shown(count_fist(marks(1, "A5|A4|A3|A3|A3|A4"), {}).winners) == "A");
    CHECK(count_fist(marks(1, "A0|A5"), {}).blocks[0] == 1);
    CHECK(count_fist(marks(2, "A5"), {}).passed == std::vector<Option>{0});
}

TEST_CASE("V16: consent is there when no reasoned objection remains") {
    std::vector<Objection> objections = {{"för dyrt", "halva priset", false}, {"  ", "", true}};
    CHECK(is_consented(objections));
    CHECK(is_consented({}));
    objections.push_back({"ingen har frågat skolan", "", true});
    CHECK_FALSE(is_consented(objections));
}

TEST_CASE("V17: medians place an idea, and a split that the median hides is flagged") {
    Marks all;
    all.options = 1;
    all.criteria = 2;
    all.unit = 10;
    for (const auto& [x, y] : {std::pair{2, 9}, {3, 8}, {9, 2}}) {
        all.ballots.push_back({{{0, 0, x}, {0, 1, y}}, 1});
    }
    const auto count = count_matrix(all);
    CHECK(count.points[0].y.median == ratio(4, 5));
    CHECK(count.points[0].x.median == ratio(3, 10));
    CHECK(count.points[0].y.high);
    CHECK_FALSE(count.points[0].x.high);
    CHECK_FALSE(count.points[0].x.divided);  // quartiles 0.25 and 0.6
    CHECK_FALSE(count.points[0].x.few);
}

TEST_CASE("V17: the border counts as high, and two answers are few") {
    Marks all;
    all.options = 1;
    all.criteria = 2;
    all.unit = 10;
    all.ballots = {{{{0, 0, 0}, {0, 1, 5}}, 1}, {{{0, 0, 10}, {0, 1, 5}}, 1}};
    const auto count = count_matrix(all);
    CHECK(count.points[0].x.high);
    CHECK(count.points[0].x.divided);
    CHECK(count.points[0].x.few);
    CHECK_FALSE(count.points[0].y.divided);
}

TEST_CASE("a mean counts equal ballots as often as they were cast") {
    Marks all = marks(1, "A5|A2");
    all.ballots[0].count = 3;
    const auto count = count_scores(all, {}, {});
    CHECK(shown(count.tally) == "17/4");
    CHECK(count.voters == 4);
    CHECK(count.answers[0].lower_median == ratio(5, 1));
}
