// Strokes, outlines and tidy places: pure.
#include <doctest/doctest.h>

#include <cmath>

#include "ui/canvas_ink.hpp"
#include "ui/canvas_tidy.hpp"

namespace {

model::Item stroke_through(const std::vector<base::Point>& points, double width = 4) {
    auto stroke = ui::begin_stroke(base::new_id(1), points.front(), "ink", width);
    for (const auto& point : points) ui::go_on(stroke, point);
    return stroke;
}

}  // namespace

TEST_CASE("a stroke's place grows with it, to all sides") {
    const std::vector<base::Point> way{{100, 100}, {140, 80}, {60, 120}, {60, 60}};
    const auto stroke = stroke_through(way);
    CHECK(stroke.place == base::Rect{60, 60, 80, 60});
    CHECK(ui::points_of(stroke) == way);
    CHECK(ui::end_of(stroke) == way.back());
    for (const auto& point : stroke.ink) CHECK((point.x >= 0 && point.y >= 0 && point.x <= 80 && point.y <= 60));
}

TEST_CASE("a point that says nothing, or is none, is left out") {
    auto stroke = stroke_through({{10, 10}});
    ui::go_on(stroke, {10.1, 10});
    ui::go_on(stroke, {std::nan(""), 10});
    ui::go_on(stroke, {INFINITY, 10});
    CHECK(stroke.ink.size() == 1);
}

TEST_CASE("of a straight line two points are left, of a corner three, and none is further off than allowed") {
    std::vector<model::InkPoint> line, corner, wave;
    for (int i = 0; i <= 100; ++i) {
        const auto x = static_cast<float>(i);
        line.push_back({x, 2 * x});
        corner.push_back(i < 50 ? model::InkPoint{x, 0} : model::InkPoint{50, x - 50});
        wave.push_back({x, 20 * std::sin(x / 10)});
    }
    CHECK(ui::simplified(line, 0.7).size() == 2);
    CHECK(ui::simplified(corner, 0.7).size() == 3);
    const auto kept = ui::simplified(wave, 0.7);
    CHECK(kept.size() < 30);
    CHECK(kept.front() == wave.front());
    CHECK(kept.back() == wave.back());
    std::vector<base::Point> way;
    for (const auto& point : kept) way.push_back({point.x, point.y});
    for (const auto& point : wave) CHECK(ui::crosses(way, {point.x, point.y}, {point.x, point.y}, 0.71));
}

TEST_CASE("a dot has a place that can be touched") {
    const auto dot = ui::finished_stroke(stroke_through({{10, 20}}, 6));
    CHECK(dot.place == base::Rect{7, 17, 6, 6});
    CHECK(ui::points_of(dot) == std::vector<base::Point>{{10, 20}});
}

TEST_CASE("a way that crosses a stroke is told from one that passes it") {
    const std::vector<base::Point> line{{0, 0}, {100, 0}};
    CHECK(ui::crosses(line, {50, -50}, {50, 50}, 1));
    CHECK_FALSE(ui::crosses(line, {50, 10}, {50, 50}, 9));
    CHECK(ui::crosses(line, {50, 10}, {50, 50}, 11));
    CHECK_FALSE(ui::crosses(line, {130, -50}, {130, 50}, 20));
    CHECK_FALSE(ui::crosses({}, {0, 0}, {1, 1}, 100));
}

TEST_CASE("an outline holds what is within it, hollows left out") {
    const std::vector<base::Point> hook{{0, 0}, {100, 0}, {100, 100}, {80, 100}, {80, 20}, {0, 20}};
    CHECK(ui::is_inside(hook, {50, 10}));
    CHECK(ui::is_inside(hook, {90, 90}));
    CHECK_FALSE(ui::is_inside(hook, {40, 60}));
    CHECK_FALSE(ui::is_inside(hook, {-1, 10}));
    CHECK_FALSE(ui::is_inside(std::vector<base::Point>{{0, 0}, {10, 10}}, {5, 5}));
}

namespace {

bool none_overlap(const std::vector<base::Rect>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (places[i].overlaps(places[j])) return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("tidied things lie in rows as they were read, none upon another, each as large as it was") {
    std::vector<ui::TidyThing> things;
    for (int i = 0; i < 23; ++i) {
        things.push_back({{(i % 5) * 90.0 + i % 3, (i / 5) * 150.0 - i % 4, 200, i == 7 ? 320.0 : 200.0}, "sol", 0});
    }
    const auto places = ui::tidy_places(things, ui::TidyBy::grid);
    REQUIRE(places.size() == things.size());
    CHECK(none_overlap(places));
    for (std::size_t i = 0; i < places.size(); ++i) CHECK(places[i].size() == things[i].place.size());
    CHECK(places[0].top_left() == base::Point{0, -3});
    CHECK(ui::tidy_places({}, ui::TidyBy::grid).empty());
    // What is tidy stays so.
    for (std::size_t i = 0; i < places.size(); ++i) things[i].place = places[i];
    CHECK(ui::tidy_places(things, ui::TidyBy::grid) == places);
}

TEST_CASE("by colour each has rows of its own, by stamps the most liked comes first") {
    const std::vector<ui::TidyThing> things{{{0, 0, 200, 200}, "mint", 1},
                                            {{10, 0, 200, 200}, "sol", 5},
                                            {{20, 0, 200, 200}, "mint", 0},
                                            {{30, 0, 200, 200}, "", 2}};
    const auto colours = ui::tidy_places(things, ui::TidyBy::colour);
    CHECK(none_overlap(colours));
    CHECK(colours[1].y == colours[3].y);
    CHECK(colours[0].y == colours[2].y);
    CHECK(colours[0].y > colours[1].y);
    const auto stamps = ui::tidy_places(things, ui::TidyBy::stamps);
    CHECK(stamps[1].top_left() == base::Point{0, 0});
    CHECK(stamps[3].y == 0);
    CHECK(stamps[3].x > stamps[1].x);
}

TEST_CASE("a wide thing spreads its own column alone") {
    std::vector<ui::TidyThing> things;
    for (int i = 0; i < 9; ++i) things.push_back({{i * 10.0, 0, i == 0 ? 900.0 : 200.0, 200}, "sol", 0});
    const auto places = ui::tidy_places(things, ui::TidyBy::grid);
    CHECK(none_overlap(places));
    double right = 0;
    for (const auto& place : places) right = std::max(right, place.right());
    CHECK(right < 2 * 920 + 220);
}

TEST_CASE("what is tidied within a frame stays within it while there is room") {
    std::vector<ui::TidyThing> things;
    for (int i = 0; i < 6; ++i) things.push_back({{1300.0 + i, 700.0 + i, 200, 200}, "sol", 0});
    const base::Rect narrow{1000, 100, 430, 1000}, flat{1000, 600, 1400, 210};
    for (const auto& room : {narrow, flat}) {
        const auto places = ui::tidy_places(things, ui::TidyBy::grid, room);
        CHECK(none_overlap(places));
        for (const auto& place : places) {
            CHECK(place.x >= room.x);
            CHECK(place.y >= room.y);
            CHECK(place.right() <= room.right());
            CHECK(place.bottom() <= room.bottom());
        }
    }
    // Where there is none they begin at its top.
    const auto crowded = ui::tidy_places(things, ui::TidyBy::grid, {1290, 690, 210, 210});
    CHECK(none_overlap(crowded));
    CHECK(crowded[0].top_left() == base::Point{1300, 690});
}

TEST_CASE("things are lined up on the edge of what they span") {
    const std::vector<base::Rect> places{{10, 50, 100, 20}, {-30, 90, 40, 20}};
    CHECK(ui::lined_up(places, ui::LineUp::left)[0].x == -30);
    CHECK(ui::lined_up(places, ui::LineUp::top)[1].y == 50);
    const auto middle = ui::lined_up(places, ui::LineUp::centre);
    CHECK(middle[0].centre().x == middle[1].centre().x);
}
