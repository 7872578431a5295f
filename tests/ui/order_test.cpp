// Notes of a column are put in order by hand, by drags and by taps.
#include "ui/wall_desk.hpp"

using scenes::id;
using Phase = Desk::Phase;

namespace {

std::string zone_of(int number) {
    return "note/" + id(number).text();
}

/// Drags a note to a point of another, from its top.
void drag_onto(WallDesk& wall, int moved, int other, double down) {
    const auto from = wall.desk.rect(zone_of(moved)).centre();
    const auto to = wall.desk.rect(zone_of(other));
    wall.desk.drag_from(from, base::Point{to.centre().x, to.y + to.h * down} - from);
}

}  // namespace

TEST_CASE("a note that is dropped on another lies in front of it, or behind it on its lower half") {
    WallDesk wall(scenes::journey());
    wall.enter();
    drag_onto(wall, 3, 1, 0.25);
    auto moved = wall.take<intents::MoveNote>();
    CHECK(moved.note == id(3));
    CHECK(moved.group == "fore");
    CHECK(moved.before == id(1));
    drag_onto(wall, 1, 3, 0.75);
    moved = wall.take<intents::MoveNote>();
    CHECK(moved.note == id(1));
    CHECK_FALSE(moved.before.has_value());
    drag_onto(wall, 1, 5, 0.25);
    moved = wall.take<intents::MoveNote>();
    CHECK(moved.group == "under");
    CHECK(moved.before == id(5));
}

TEST_CASE("a note that would lie where it lies is not moved") {
    WallDesk wall(scenes::journey());
    wall.enter();
    drag_onto(wall, 1, 2, 0.25);
    drag_onto(wall, 2, 1, 0.75);
    CHECK(wall.all.empty());
}

TEST_CASE("within its cell a bar alone says where a note will lie; elsewhere words say in what") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto carry = [&](int number, int other) {
        const auto from = wall.desk.rect(zone_of(number)).centre();
        const auto area = wall.desk.rect(zone_of(other));
        const base::Point to{area.centre().x, area.y + area.h * 0.25};
        wall.desk.contact(1, Phase::begin, from);
        wall.desk.frame();
        wall.desk.pass(0.1);
        wall.desk.contact(1, Phase::move, to);
        wall.desk.settle();
        const auto said = wall.desk.text("drop");
        wall.desk.pass(0.3);
        wall.desk.contact(1, Phase::end, to);
        wall.desk.settle();
        wall.take<intents::MoveNote>();
        return said;
    };
    CHECK(carry(3, 1).empty());
    CHECK_FALSE(carry(1, 5).empty());
}

TEST_CASE("a note is put in front of another by taps alone") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.tap(zone_of(3));
    wall.desk.tap("menu/move");
    wall.desk.tap(zone_of(1));
    const auto moved = wall.take<intents::MoveNote>();
    CHECK(moved.note == id(3));
    CHECK(moved.group == "fore");
    CHECK(moved.before == id(1));
}

TEST_CASE("a note lies in front of the one that the wall showed, though the column has grown meanwhile") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto from = wall.desk.rect(zone_of(3)).centre();
    const auto other = wall.desk.rect(zone_of(1));
    const base::Point to{other.centre().x, other.y + other.h * 0.25};
    wall.desk.contact(1, Phase::begin, from);
    wall.desk.frame();
    wall.desk.pass(0.1);
    wall.desk.contact(1, Phase::move, to);
    wall.desk.frame();
    auto& notes = wall.view.remote.room.wall;
    const auto first = std::find_if(notes.begin(), notes.end(), [](const auto& note) { return note.id == id(1); });
    REQUIRE(first != notes.end());
    auto fresh = *first;
    fresh.id = id(990);
    notes.insert(notes.begin(), fresh);
    wall.desk.settle();
    const auto now = wall.desk.rect(zone_of(1));
    REQUIRE((now.x > other.x || now.y > other.y));
    wall.desk.pass(0.3);
    wall.desk.contact(1, Phase::end, to);
    wall.desk.settle();
    const auto moved = wall.take<intents::MoveNote>();
    CHECK(moved.note == id(3));
    CHECK(moved.before == id(1));
}
