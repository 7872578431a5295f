// What is drawn around things on a free board: padlocks and groups.
#include "ui/board_desk.hpp"

TEST_CASE("a padlock is on what somebody has locked, never on what a template is made of") {
    auto locked = BoardDesk::note(11, {500, 300, 200, 200}), made = BoardDesk::note(12, {900, 300, 200, 200});
    auto frame = BoardDesk::note(13, {460, 260, 700, 300});
    frame.type = model::ItemType::frame;
    made.slot = "form.title";
    for (auto* item : {&locked, &made, &frame}) item->locked = true;
    BoardDesk wall({locked, made, frame});
    const auto lock_on = [&wall](int number) {
        return !wall.desk.text("board/locked/" + scenes::id(number).text()).empty();
    };
    CHECK(lock_on(11));
    CHECK_FALSE(lock_on(12));
    CHECK_FALSE(lock_on(13));
    wall.wall.board.hands.selected = {scenes::id(12), scenes::id(13)};
    wall.desk.frame();
    wall.desk.settle();
    CHECK_FALSE(lock_on(12));
    CHECK(lock_on(13));
}

TEST_CASE("who chooses one of a group sees how many belong together") {
    auto a = BoardDesk::note(11, {500, 300, 200, 200}), b = BoardDesk::note(12, {900, 300, 200, 200});
    a.group = b.group = scenes::id(50);
    BoardDesk wall({a, b});
    const auto name = "board/group/" + scenes::id(50).text();
    CHECK(wall.desk.text(name).empty());
    wall.wall.board.hands.selected = {scenes::id(11)};
    wall.desk.frame();
    wall.desk.settle();
    CHECK(wall.desk.text(name) == "2 saker hör ihop");
}

TEST_CASE("what belongs to a named group is seen without choosing any of it") {
    auto a = BoardDesk::note(11, {500, 300, 200, 200}), b = BoardDesk::note(12, {900, 300, 200, 200});
    auto c = BoardDesk::note(13, {500, 600, 200, 200}), d = BoardDesk::note(14, {900, 600, 200, 200});
    a.group = b.group = scenes::id(50);
    c.group = d.group = scenes::id(51);
    a.group_name = "Köer";
    BoardDesk wall({a, b, c, d});
    const auto around = [](int group) { return "board/group/around/" + scenes::id(group).text(); };
    CHECK(wall.desk.text(around(50)) == "Köer · 2");
    CHECK(wall.desk.text(around(51)).empty());
    wall.desk.save("board-named-group");
}
