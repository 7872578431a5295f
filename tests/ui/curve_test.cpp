// Points of the curve are put aside while people talk about them; the group's own value stays.
#include <cmath>
#include <utility>

#include "ui/curve_hands.hpp"
#include "ui/wall_desk.hpp"

using Phase = Desk::Phase;

namespace {

std::string group_value(const WallDesk& wall, std::size_t place) {
    const auto& room = wall.view.remote.room;
    return paint::journey_of(room.wall, room.block->lanes, room.polls).feelings.at(place).value;
}

/// A point of the curve and a note, so far apart that two people must have them.
std::pair<std::string, std::string> far_apart(const WallDesk& wall) {
    const auto& zones = wall.desk.state.probed().zones;
    for (const auto& [point, where] : zones) {
        if (!point.starts_with("feeling/")) continue;
        for (const auto& [note, place] : zones) {
            const double across = std::abs(place.centre().x - where.centre().x) * wall.desk.look.mm_per_px;
            if (note.starts_with("note/") && !place.empty() && across > 720) return {point, note};
        }
    }
    FAIL("all stand near each other");
    return {};
}

}  // namespace

TEST_CASE("a point that was drawn aside stays there until it is put back, and the group's value is a ghost") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto at = wall.desk.rect("feeling/2");
    CHECK_FALSE(wall.desk.has("aside/2"));
    wall.desk.drag("feeling/2", {0, -60});
    CHECK(wall.desk.rect("feeling/2") == at);
    const auto aside = wall.desk.rect("aside/2");
    CHECK(aside.y < at.y);
    wall.desk.drag("aside/2", {0, -20});
    CHECK(wall.desk.rect("aside/2").y < aside.y);
    wall.desk.save("02-curve-aside");
    wall.desk.tap("aside/2");
    wall.desk.tap("curve/back");
    CHECK_FALSE(wall.desk.has("aside/2"));
    CHECK(wall.all.empty());
}

TEST_CASE("a point is put aside by taps alone, half a step at a time and never off the scale") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto before = group_value(wall, 2);
    wall.desk.tap("feeling/2");
    CHECK_FALSE(wall.desk.has("curve/back"));
    wall.desk.tap("curve/higher");
    const auto once = wall.desk.rect("aside/2");
    CHECK(once.y < wall.desk.rect("feeling/2").y);
    wall.desk.save("02-curve-menu");
    for (int i = 0; i < 12 && wall.desk.has("curve/higher"); ++i) wall.desk.tap("curve/higher");
    CHECK_FALSE(wall.desk.has("curve/higher"));
    CHECK(wall.desk.text("aside/2") == "2");
    wall.desk.tap("curve/done");
    CHECK_FALSE(wall.desk.has("curve/lower"));
    CHECK(wall.desk.has("aside/2"));
    CHECK(group_value(wall, 2) == before);
    CHECK(wall.all.empty());
}

TEST_CASE("what a point says gives way to where it is put aside, and its menu to the whole curve") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto& room = wall.view.remote.room;
    const auto journey = paint::journey_of(room.wall, room.block->lanes, room.polls);
    const auto board = paint::lay_out_journey(Desk::type_setter(), journey, room.wall, {0, 0, 1500, 900}, 1, 0.6);
    for (const double value : {journey.lowest, journey.highest}) {
        for (std::size_t i = 0; i < board.points.size(); ++i) {
            CAPTURE(i);
            if (journey.feelings[i].median == value) continue;
            auto moved = board;
            ui::make_room({{journey.feelings[i].note, value}}, {}, journey, moved, 1);
            const auto& place = moved.points[i];
            const auto at = moved.curve.points[i];
            const auto size = place.label->size();
            const bool up = value == journey.highest;
            CHECK((up ? place.label_at.y > at.y : place.label_at.y + size.h < at.y));
            CHECK(place.label_at.y >= moved.feelings_area.y);
            CHECK(place.label_at.y + size.h <= moved.feelings_area.bottom() + 0.01);
            const bool right = place.value_at.x >= at.x + 24;
            CHECK((right || place.value_at.x + place.value->size().w <= at.x - 24));
        }
    }
    wall.desk.tap("feeling/2");
    const auto menu = wall.desk.rect("curve/higher");
    for (int i = 0; wall.desk.has("feeling/" + std::to_string(i)); ++i) {
        const auto point = wall.desk.rect("feeling/" + std::to_string(i));
        CHECK((menu.y >= point.bottom() || menu.bottom() <= point.y));
    }
}

TEST_CASE("a point is put aside by the keyboard, and Escape closes its menu") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.state.focus("feeling/1", true);
    wall.desk.settle();
    wall.desk.key(ui::Key::enter);
    CHECK(wall.desk.has("curve/lower"));
    wall.desk.state.focus("curve/lower", true);
    wall.desk.settle();
    wall.desk.key(ui::Key::enter);
    CHECK(wall.desk.has("aside/1"));
    wall.desk.key(ui::Key::escape);
    CHECK_FALSE(wall.desk.has("curve/lower"));
    CHECK(wall.all.empty());
}

TEST_CASE("who draws a point closes no menu of somebody who stands elsewhere") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto [point, note] = far_apart(wall);
    wall.desk.tap(note);
    CHECK(wall.desk.has("menu/fix"));
    wall.desk.drag(point, {0, -60});
    CHECK(wall.desk.has("menu/fix"));
}

TEST_CASE("a point and where it was put aside are one hand's") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.drag("feeling/2", {0, -60});
    const auto point = wall.desk.rect("feeling/2").centre(), aside = wall.desk.rect("aside/2").centre();
    wall.desk.contact(1, Phase::begin, point);
    wall.desk.contact(2, Phase::begin, aside);
    wall.desk.frame();
    wall.desk.contact(1, Phase::move, {point.x, point.y - 30});
    wall.desk.frame();
    const auto drawn = wall.desk.rect("aside/2").y;
    CHECK(drawn < aside.y);
    wall.desk.contact(2, Phase::move, {aside.x, aside.y + 40});
    wall.desk.frame();
    wall.desk.frame();
    CHECK(wall.desk.rect("aside/2").y == doctest::Approx(drawn));
    wall.desk.contact(2, Phase::end, {aside.x, aside.y + 40});
    wall.desk.contact(1, Phase::end, {point.x, point.y - 30});
    wall.desk.settle();
    CHECK(wall.desk.rect("aside/2").y == doctest::Approx(drawn));
}

TEST_CASE("another block has no points that were put aside") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.drag("feeling/2", {0, -60});
    wall.view.remote.room.block->id = "another";
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("aside/2"));
}

TEST_CASE("the room sees what is talked about, beside its own value, and no zone of it") {
    const auto view = scenes::journey();
    ui::Audience audience;
    Desk desk([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
    CHECK(desk.text("audience/aside/2").empty());
    audience.aside = {{view.remote.room.wall[2].id, 1.5}};
    desk.settle();
    desk.save("02b-curve-aside");
    CHECK(desk.text("audience/aside/2") == "1,5");
    CHECK_FALSE(desk.has("audience/aside/2"));
}
