#include <doctest/doctest.h>
#include <array>

#include <algorithm>
#include <cmath>

#include "paint/journey.hpp"
#include "paint/result_rows.hpp"
#include "paint/scenes.hpp"
#include "paint/type.hpp"

namespace {

paint::NoteLayout note_saying(const std::string& text, double scale = 1) {
    return paint::lay_out_note(type(), {text, "sol", "Tove", "", {}}, {10, 20}, 236 * scale, scale);
}

void check_apart(const std::vector<paint::PlacedNote>& notes) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(notes[i].layout.area.overlaps(notes[j].layout.area));
    }
}

bool within(const base::Rect& inner, const base::Rect& outer) {
    return inner.x >= outer.x - 0.01 && inner.y >= outer.y - 0.01 && inner.right() <= outer.right() + 0.01 &&
           inner.bottom() <= outer.bottom() + 0.01;
}

}  // namespace

TEST_CASE("a note is two lines high, grows by whole lines, then shrinks its text, then cuts it") {
    const double line = 22 * 1.24;
    CHECK(note_saying("Kort").area.h == doctest::Approx(paint::note_least_height).epsilon(0.001));
    std::string text = "Några ord";
    double height = note_saying(text).area.h;
    bool shrunk = false;
    bool cut = false;
    for (int i = 0; i < 30; ++i) {
        text += " och mer";
        const auto layout = note_saying(text);
        shrunk = shrunk || layout.text->baseline_px() < note_saying("Kort").text->baseline_px() - 0.1;
        CHECK((shrunk || layout.area.h >= height - 0.01));
        CHECK(layout.area.h <= paint::note_least_height + 2 * line + 0.01);
        cut = cut || layout.text->is_cut();
        if (cut) CHECK(shrunk);
        height = layout.area.h;
    }
    CHECK(shrunk);
    CHECK(cut);
}

TEST_CASE("on paper a note is as high as its words need, also beside a photo whose description is written out") {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "en idé ";  // 280 graphemes
    paint::NoteCard card{text, "sol", "Tove", "", {}};
    for (const bool photo : {false, true}) {
        card.state.photo = photo;
        if (photo) card.shows = "En port utan skylt, sedd från gatan en kväll i november";
        for (const double width : {130.0, 236.0, 400.0}) {
            card.state.whole = false;
            const auto cut = paint::lay_out_note(type(), card, {10, 20}, width, 1);
            CHECK(cut.text->is_cut());
            CHECK(cut.shows == nullptr);
            card.state.whole = true;
            const auto whole = paint::lay_out_note(type(), card, {10, 20}, width, 1);
            CHECK_FALSE(whole.text->is_cut());
            CHECK(whole.text->text() == text);
            const auto size = whole.text->size();
            const base::Rect words{whole.text_at.x, whole.text_at.y, size.w, size.h};
            CHECK(within(words, whole.area));
            CHECK(words.bottom() <= whole.mark.y);
            if (!photo) continue;
            REQUIRE(whole.shows != nullptr);
            CHECK_FALSE(whole.shows->is_cut());
            const base::Rect shows{whole.shows_at.x, whole.shows_at.y, whole.shows->size().w, whole.shows->size().h};
            CHECK(within(shows, whole.area));
            CHECK_FALSE(shows.overlaps(whole.photo));
            CHECK_FALSE(shows.overlaps(words));
            CHECK_FALSE(words.overlaps(whole.photo));
        }
    }
    card = {"Kort", "sol", "Tove", "", {}};
    card.state.whole = true;
    CHECK(paint::lay_out_note(type(), card, {10, 20}, 236, 1).area.h == note_saying("Kort").area.h);
    card = {text, "himmel", "", "", {}};
    card.slim = card.state.whole = true;
    CHECK_FALSE(paint::lay_out_note(type(), card, {10, 20}, 200, 1).text->is_cut());
}

TEST_CASE("a note is the same at another scale, larger") {
    const std::string text = "Väntar 12 minuter, ser inte maten och går";
    const auto once = note_saying(text, 1);
    const auto twice = note_saying(text, 2);
    CHECK(twice.text->line_count() == once.text->line_count());
    CHECK(twice.area.h == doctest::Approx(2 * once.area.h));
}

TEST_CASE("what belongs to a note lies within it") {
    paint::NoteCard card{"Tar lite av allt för att hinna", "ros", "En som heter något mycket långt", "", {}};
    card.state.locked_by = "En annan med långt namn";
    card.state.photo = true;
    const auto layout = paint::lay_out_note(type(), card, {0, 0}, 236, 1);
    CHECK(within(layout.badge.area, layout.area));
    CHECK(within(layout.photo, layout.area));
    CHECK(within(layout.mark, layout.area));
    const auto size = layout.text->size();
    CHECK(within({layout.text_at.x, layout.text_at.y, size.w, size.h}, layout.area));
    CHECK_FALSE(layout.badge.area.overlaps(layout.mark));
    CHECK_FALSE(layout.photo.overlaps(layout.mark));
    CHECK_FALSE(layout.photo.overlaps(layout.badge.area));
}

TEST_CASE("every visible note of an idea wall is there once, within its cluster, and none covers another") {
    auto board = scenes::idea_wall();
    board.notes[2].hidden = true;
    board.notes[4].cluster = scenes::id(999);  // a cluster that is gone
    const auto wall = paint::lay_out_idea_wall(type(), board.notes, board.clusters, {0, 0, 1436, 2000}, 1, 0.6);
    CHECK(wall.notes.size() == board.notes.size() - 1);
    check_apart(wall.notes);
    for (const auto& placed : wall.notes) {
        const auto& view = board.notes[placed.note];
        const auto home = std::find_if(wall.clusters.begin(), wall.clusters.end(),
                                       [&view](const auto& cluster) { return cluster.id == view.cluster; });
        CAPTURE(view.text);
        CHECK(within(placed.layout.area, home == wall.clusters.end() ? wall.ungrouped_area : home->area));
    }
    for (std::size_t i = 0; i < wall.clusters.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(wall.clusters[i].area.overlaps(wall.clusters[j].area));
    }
}

TEST_CASE("a wall that does not fit is drawn smaller, as far as it may") {
    const auto board = scenes::idea_wall();
    const auto roomy = paint::lay_out_idea_wall(type(), board.notes, board.clusters, {0, 0, 1436, 2000}, 1, 0.5);
    CHECK(roomy.scale == 1);
    const auto tight = paint::lay_out_idea_wall(type(), board.notes, board.clusters, {0, 0, 1436, 620}, 1, 0.5);
    CHECK(tight.scale < 1);
    CHECK(tight.height <= 620);
    const auto small = paint::lay_out_idea_wall(type(), board.notes, board.clusters, {0, 0, 1436, 100}, 1, 0.8);
    CHECK(small.scale == doctest::Approx(0.8));
    CHECK(small.height > 100);
}

TEST_CASE("an empty wall and one of a thousand notes are laid out") {
    CHECK(paint::lay_out_idea_wall(type(), {}, {}, {0, 0, 800, 600}, 1, 0.5).notes.empty());
    std::vector<views::NoteView> many(1000);
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i].id = scenes::id(static_cast<int>(i));
        many[i].text = "Idé nummer " + std::to_string(i);
    }
    const auto wall = paint::lay_out_idea_wall(type(), many, {}, {0, 0, 1400, 900}, 1, 1);
    CHECK(wall.notes.size() == 1000);
    CHECK(wall.height > 900);
}

TEST_CASE("a note stands in its phase, or in that of the note it belongs to, also in a circle of notes") {
    auto board = scenes::journey();
    views::NoteView need;
    need.id = scenes::id(100);
    need.type = "need";
    need.parent = board.notes[4].id;
    board.notes.push_back(need);
    views::NoteView one = need;
    views::NoteView other = need;
    one.id = scenes::id(101);
    other.id = scenes::id(102);
    one.parent = other.id;
    other.parent = one.id;
    board.notes.push_back(one);
    board.notes.push_back(other);
    const auto journey = paint::journey_of(board.notes, board.phases, board.polls);
    std::vector<std::string> lanes;
    std::size_t notes = 0;
    for (const auto& lane : journey.lanes) {
        lanes.push_back(lane.type);
        for (const auto& cell : lane.cells) notes += cell.size();
    }
    CHECK(lanes == std::vector<std::string>{"step", "need", "idea"});
    CHECK(notes == board.notes.size());
    CHECK(journey.lanes[1].cells[2] == std::vector<std::size_t>{board.notes.size() - 3});
    CHECK(journey.lanes[1].cells[0].size() == 2);
}

TEST_CASE("feelings stand over their steps in the order of the journey, and the lowest is found") {
    const auto board = scenes::journey();
    const auto journey = paint::journey_of(board.notes, board.phases, board.polls);
    REQUIRE(journey.feelings.size() == 8);
    CHECK(journey.answers == 23);
    const auto layout = paint::lay_out_journey(type(), journey, board.notes, {0, 0, 1476, 940}, 1, 0.6);
    CHECK(std::is_sorted(layout.curve.points.begin(), layout.curve.points.end(),
                         [](auto a, auto b) { return a.x < b.x; }));
    CHECK(layout.curve.lowest == 4);
    for (const auto& point : layout.points) {
        const auto size = point.label->size();
        CHECK(point.label_at.y >= layout.feelings_area.y);
        CHECK(point.label_at.y + size.h <= layout.feelings_area.bottom());
    }
    check_apart(layout.notes);
    for (const auto& placed : layout.notes) {
        const bool home = std::any_of(layout.lanes.begin(), layout.lanes.end(), [&placed](const auto& lane) {
            return std::any_of(lane.cells.begin(), lane.cells.end(),
                               [&placed](const auto& cell) { return within(placed.layout.area, cell); });
        });
        CHECK(home);
    }
}

TEST_CASE("each step of the curve is read to its end and lies on no other, however narrow the board is") {
    auto board = scenes::journey();
    const std::vector<std::string> steps = {"Letar efter rätt sida",
                                            "Mejlar tre personer",
                                            "Väntar på svar",
                                            "Hämtar nyckel på lunchen",
                                            "Hittar inte ljuset",
                                            "Ringer vaktmästaren",
                                            "Lämnar nyckeln i ett skåp",
                                            "Får en räkning till fel adress"};
    auto journey = paint::journey_of(board.notes, board.phases, board.polls);
    REQUIRE(journey.feelings.size() == steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) journey.feelings[i].label = steps[i];
    const auto boxes_of = [](const paint::JourneyBoard::PointPlace& place) {
        return std::array{place.label->bounds().moved(place.label_at.x, place.label_at.y),
                          place.value->bounds().moved(place.value_at.x, place.value_at.y)};
    };
    for (const double wide : {1180.0, 1476.0, 1700.0}) {
        for (const bool zigzag : {false, true}) {
            for (std::size_t i = 0; zigzag && i < steps.size(); ++i) {
                auto& feeling = journey.feelings[i];
                feeling.median = i % 2 == 0 ? -0.5 : 0.5;
                feeling.low = feeling.median - 0.5;
                feeling.high = feeling.median + 0.5;
            }
            const auto layout = paint::lay_out_journey(type(), journey, board.notes, {0, 0, wide, 1400}, 1.3, 0.6);
            CAPTURE(wide);
            CAPTURE(zigzag);
            for (std::size_t i = 0; i < layout.points.size(); ++i) {
                const auto own = boxes_of(layout.points[i]);
                CAPTURE(steps[i]);
                CHECK_FALSE(layout.points[i].label->is_cut());
                CHECK(own[0].x >= layout.feelings_area.x);
                CHECK(own[0].right() <= layout.feelings_area.right());
                CHECK(own[0].y >= layout.feelings_area.y);
                CHECK(own[0].bottom() <= layout.feelings_area.bottom());
                for (const auto& point : layout.curve.middle) CHECK_FALSE(own[0].contains(point));
                for (std::size_t other = 0; other < i; ++other) {
                    for (const auto& box : boxes_of(layout.points[other])) {
                        CHECK_FALSE(own[0].overlaps(box));
                        CHECK_FALSE(own[1].overlaps(box));
                    }
                }
            }
        }
    }
}

TEST_CASE("a journey without phases, steps or answers has neither headings nor a curve") {
    views::NoteView idea;
    idea.id = scenes::id(1);
    idea.type = "idea";
    const std::vector<views::NoteView> notes{idea};
    const auto journey = paint::journey_of(notes, {}, {});
    const auto layout = paint::lay_out_journey(type(), journey, notes, {0, 0, 1000, 800}, 1, 0.6);
    CHECK(layout.phases.empty());
    CHECK(layout.feelings_area.empty());
    CHECK(layout.notes.size() == 1);
    const auto nothing = paint::journey_of({}, {}, {});
    CHECK(paint::lay_out_journey(type(), nothing, {}, {0, 0, 1000, 800}, 1, 0.6).notes.empty());
}

TEST_CASE("the curve goes through the middles, never beyond what was answered, and lies in its band") {
    const std::vector<paint::FeelingAt> feelings{{100, 0, 1, 2}, {200, 0, 1, 1.5}, {300, -2, -2, -1}, {500, 1, 2, 2}};
    const base::Rect area{0, 0, 600, 200};
    const auto curve = paint::lay_out_curve(feelings, area, -2, 2, 1);
    CHECK(curve.zero_y == doctest::Approx(100));
    CHECK(curve.lowest == 2);
    REQUIRE(curve.band.size() == 2 * curve.middle.size());
    for (std::size_t i = 0; i < curve.middle.size(); ++i) {
        CHECK(curve.middle[i].y >= 0);
        CHECK(curve.middle[i].y <= 200);
        CHECK(curve.band[2 * i].y <= curve.middle[i].y + 0.01);
        CHECK(curve.band[2 * i + 1].y >= curve.middle[i].y - 0.01);
        // Between two equal middles it is level.
        if (curve.middle[i].x > 100 && curve.middle[i].x < 200) CHECK(curve.middle[i].y == doctest::Approx(50));
    }
    CHECK(curve.middle.front().y == doctest::Approx(50));
    CHECK(paint::lay_out_curve({}, area, -2, 2, 1).middle.empty());
    CHECK(paint::lay_out_curve(std::vector<paint::FeelingAt>{{50, 0, 0, 0}}, area, 0, 0, 1).points.size() == 1);
}

TEST_CASE("the curve is not drawn through a step that nobody answered") {
    const std::vector<paint::FeelingAt> feelings{
        {100, 0, 1, 2, 0, 200}, {300, -2, -2, -1, 200, 400}, {700, 1, 2, 2, 600, 800}};
    const auto curve = paint::lay_out_curve(feelings, {0, 0, 1000, 200}, -2, 2, 1);
    CHECK(curve.points.size() == 3);
    REQUIRE(curve.breaks.size() == 1);
    REQUIRE(curve.band.size() == 2 * curve.middle.size());
    for (const auto& point : curve.middle) CHECK((point.x <= 400 || (point.x >= 600 && point.x <= 800)));
    CHECK(curve.middle[curve.breaks[0] - 1].x <= 400);
    CHECK(curve.middle[curve.breaks[0]].x >= 600);
}

TEST_CASE("circles are in proportion to the votes by area, and every vote is in one") {
    const auto rows = paint::result_rows(scenes::scores());
    const auto board = paint::lay_out_results(type(), rows, {0, 0, 1376, 760}, 1, 0.6);
    REQUIRE(board.rows.size() == 6);
    const auto& circles = board.rows[0].circles;
    REQUIRE(circles.size() == 3);  // 2, 8, 13
    CHECK(std::pow(circles[1].radius / circles[0].radius, 2) == doctest::Approx(4));
    CHECK(std::pow(circles[2].radius / circles[0].radius, 2) == doctest::Approx(6.5));
    CHECK(rows[0].number == "1,5");
    CHECK(rows[5].number == "−0,2");
    CHECK(rows[0].agreement == methods::Agreement::agree);
    CHECK(rows[2].agreement == methods::Agreement::divided);
}

TEST_CASE("many options come closer, and what is read in their rows stays as large") {
    auto rows = paint::result_rows(scenes::scores());
    const auto few = paint::lay_out_results(type(), rows, {0, 0, 1376, 760}, 1, 1);
    while (rows.size() < 12) rows.push_back(rows.back());
    const auto many = paint::lay_out_results(type(), rows, {0, 0, 1376, 830}, 1, 1);
    CHECK(many.scale == 1);
    CHECK(many.height < 830.5);
    CHECK(many.headings.front().text->size().h == few.headings.front().text->size().h);
    CHECK(many.rows[0].circles[0].count->size().h == few.rows[0].circles[0].count->size().h);
    for (const auto& row : many.rows) {
        for (const auto& circle : row.circles) {
            CHECK(circle.centre.y - circle.radius >= row.mean_y + 15);
            CHECK(circle.centre.y + circle.radius <= row.area.bottom());
        }
    }
    // Where that is not enough the board is higher than its place.
    CHECK(paint::lay_out_results(type(), rows, {0, 0, 1376, 500}, 1, 1).height > 500);
}

TEST_CASE("bars begin at zero and are as long as the votes") {
    const auto rows = paint::result_rows(scenes::three_dots());
    const auto board = paint::lay_out_results(type(), rows, {0, 0, 1376, 760}, 1, 0.6);
    REQUIRE(board.rows.size() == 3);
    const auto length = [&board](std::size_t row) {
        const auto& bars = board.rows[row].bars;
        return bars.back().area.right() - bars.front().area.x;
    };
    CHECK(board.rows[0].bars.front().area.x == board.rows[2].bars.front().area.x);
    CHECK(length(0) / length(2) == doctest::Approx(30.0 / 18));
    CHECK(rows[0].first);
}

TEST_CASE("a part of a bar has its number where that has room, also where its mark has none") {
    auto rows = paint::result_rows(scenes::three_dots());
    rows.front().shares = {{"Nytta", "sol", 27}, {"Kostnad", "himmel", 2}};
    const auto board = paint::lay_out_results(type(), rows, {0, 0, 1376, 760}, 1, 0.6);
    const auto& few = board.rows.front().bars[1];
    REQUIRE(few.count != nullptr);
    CHECK_FALSE(few.marked);
    CHECK(few.count->size().w < few.area.w);
    CHECK(board.rows.front().bars[0].marked);
    rows.front().shares = {{"Nytta", "sol", 299}, {"Kostnad", "himmel", 1}};
    CHECK(paint::lay_out_results(type(), rows, {0, 0, 1376, 760}, 1, 0.6).rows.front().bars[1].count == nullptr);
}

TEST_CASE("in a narrow place no heading of a result lies over another, and words have room") {
    const auto rows = paint::result_rows(scenes::three_dots());
    for (const double wide : {1376.0, 990.0, 778.0, 560.0}) {
        CAPTURE(wide);
        const auto board = paint::lay_out_results(type(), rows, {0, 0, wide, 760}, 1, 1);
        for (const auto& one : board.headings) {
            for (const auto& other : board.headings) {
                if (&one == &other || one.at.x > other.at.x) continue;
                CHECK(one.at.x + one.text->size().w <= other.at.x);
            }
        }
        CHECK(board.rows[0].number_at.x > board.rows[0].title_at.x + board.rows[0].title->size().w);
    }
}

TEST_CASE("names of criteria end before the next and before the number's, however narrow the board is") {
    auto rows = paint::result_rows(scenes::three_dots());
    for (auto& row : rows) row.shares.front().label = "Nytta för Samira och hennes förening";
    for (const double wide : {1000.0, 1200.0, 1376.0}) {
        const auto board = paint::lay_out_results(type(), rows, {0, 0, wide, 760}, 1, 1);
        CAPTURE(wide);
        // The option's comes first, the number's last.
        for (std::size_t i = 2; i < board.headings.size(); ++i) {
            const auto& before = board.headings[i - 1];
            CHECK(before.at.x + before.text->size().w <= board.headings[i].at.x + 0.5);
        }
    }
}

TEST_CASE("a vote whose outcome is not shown has no rows") {
    auto poll = scenes::scores();
    poll.outcome.reset();
    CHECK(paint::result_rows(poll).empty());
    CHECK(paint::lay_out_results(type(), {}, {0, 0, 800, 600}, 1, 0.6).height == 0);
}
