#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "paint/apart.hpp"
#include "paint/result_matrix.hpp"
#include "paint/scenes.hpp"
#include "paint/type.hpp"

namespace {

double distance_of(base::Point a, base::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

const methods::OutcomeRow& row_of(const views::PollView& poll, const std::string& option) {
    const auto& rows = poll.outcome->rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.option == option; });
    REQUIRE(row != rows.end());
    return *row;
}

}  // namespace

TEST_CASE("in a matrix each idea stands in the quarter that the group has put it in, and none on another") {
    const std::map<std::string, std::size_t> quarters{{"quick_win", 0}, {"big_bet", 1}, {"fill_in", 2}, {"avoid", 3}};
    for (const int ideas : {7, 13, 25}) {
        CAPTURE(ideas);
        const auto poll = scenes::matrix(ideas);
        const auto matrix = paint::lay_out_matrix(type(), poll, {0, 0, 1376, 820}, {});
        REQUIRE(matrix.ideas.size() == static_cast<std::size_t>(ideas - 1));
        for (std::size_t i = 0; i < matrix.ideas.size(); ++i) {
            const auto& idea = matrix.ideas[i];
            CAPTURE(idea.title);
            const bool card = idea.letter == nullptr;
            CHECK(card == (ideas == 7));
            const auto& quarter = matrix.quarters[quarters.at(row_of(poll, idea.option).quadrant)].area;
            CHECK(quarter.inset(-5).contains(card ? idea.area.centre() : idea.dot));
            for (std::size_t other = 0; other < i; ++other) {
                CHECK_FALSE(idea.area.inset(0.01).overlaps(matrix.ideas[other].area));
                if (!card) CHECK(distance_of(idea.dot, matrix.ideas[other].dot) >= 2 * matrix.dot_radius);
            }
        }
    }
}

TEST_CASE("where twelve cards have no room each idea has a letter at its true place, and its title in a list") {
    // A wall of 55 inches with the card beside, the audience's view there, and paper.
    struct Place {
        base::Size size;
        paint::MatrixLook look;
    };
    const std::vector<Place> places{
        {{1200, 640}, {.scale = 1.45}}, {{1264, 800}, {.scale = 1.45, .text = 32}}, {{1824, 960}, {.on_paper = true}}};
    for (const auto& place : places) {
        CAPTURE(place.size.w);
        const auto poll = scenes::matrix(13);
        const base::Rect area{0, 0, place.size.w, place.size.h};
        const auto matrix = paint::lay_out_matrix(type(), poll, area, place.look);
        REQUIRE(matrix.ideas.size() == 12);
        for (const auto& quarter : matrix.quarters) CHECK_FALSE(quarter.name.text->is_cut());
        // The list has a card of its own beside the field, no wider than its words need.
        CHECK(matrix.list.w <= 0.44 * area.w + 0.01);
        CHECK(matrix.list.x > matrix.quarters[1].area.right());
        CHECK(matrix.list.y == matrix.quarters[0].area.y);
        for (const auto& idea : matrix.ideas) CHECK(idea.area.joined(matrix.list) == matrix.list);
        std::set<std::string> letters;
        // Equal medians lie equally far along, whatever lies near.
        std::map<double, double> across;
        for (const auto& idea : matrix.ideas) {
            CAPTURE(idea.title);
            REQUIRE(idea.letter != nullptr);
            letters.insert(idea.letter->text());
            CHECK_FALSE(idea.text->is_cut());
            CHECK(idea.area.intersected(area).h == doctest::Approx(idea.area.h));
            CHECK(idea.area.x > matrix.quarters[1].area.right());
            CHECK(distance_of(idea.place, idea.dot) <= 4 * matrix.dot_radius);
            const double share = row_of(poll, idea.option).numbers.at("x").value;
            CHECK(across.emplace(share, idea.place.x).first->second == doctest::Approx(idea.place.x));
            if (place.look.on_paper) CHECK_FALSE(idea.foot.text->is_cut());
        }
        CHECK(letters.size() == 12);
        for (const auto& [one, x] : across) {
            for (const auto& [other, x_there] : across) CHECK((one < other) == (x < x_there));
        }
    }
}

TEST_CASE("discs that meet are moved apart, and those that do not meet stay") {
    const base::Rect field{0, 0, 400, 400};
    const std::vector<paint::DiscAt> discs{{{100, 100}, field}, {{100, 100}, field}, {{130, 100}, field},
                                           {{300, 300}, field}, {{400, 400}, field}, {{398, 398}, field}};
    const auto middles = paint::moved_apart(discs, 40);
    REQUIRE(middles.size() == discs.size());
    CHECK(middles[0] == discs[0].place);
    CHECK(middles[3] == discs[3].place);
    for (std::size_t i = 0; i < middles.size(); ++i) {
        CHECK(distance_of(middles[i], discs[i].place) < 100);
        for (std::size_t j = 0; j < i; ++j) CHECK(distance_of(middles[i], middles[j]) >= 40);
    }
    // No room at all: nobody is lost.
    const base::Rect none{10, 10, 1, 1};
    const auto crowded = paint::moved_apart({{{10, 10}, none}, {{10, 10}, none}}, 40);
    CHECK(crowded[1] == base::Point{10, 10});
}

TEST_CASE("a matrix on paper says the medians in numbers, who went apart, and what nobody placed") {
    const auto poll = scenes::matrix();
    const paint::MatrixLook look{.on_paper = true};
    const auto matrix = paint::lay_out_matrix(type(), poll, {0, 0, 1824, 960}, look);
    CHECK(matrix.ideas.front().foot.text->text() == "Nytta 90 · Insats 12 · 9 svar");
    CHECK(matrix.ideas.front().foot.icon == nullptr);
    CHECK(matrix.ideas[2].foot.text->text().ends_with("Delade meningar"));
    CHECK(matrix.ideas[2].foot.icon != nullptr);
    REQUIRE(matrix.unplaced.text != nullptr);
    CHECK(matrix.unplaced.text->text() == "Inte placerad: Idé 7");
}
