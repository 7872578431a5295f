// What is typed on a free board, by keys and by the keyboard on the screen.
#include "ui/board_desk.hpp"

using scenes::id;

namespace {

std::vector<model::Item> a_note() {
    return {BoardDesk::note(11, {500, 300, 200, 200})};
}

}  // namespace

TEST_CASE("while something is chosen a letter alone is no command") {
    BoardDesk wall(a_note());
    wall.desk.tap(BoardDesk::zone(11));
    wall.desk.letter(U'o');
    CHECK(wall.wall.sheets.open == ui::SheetKind::none);
    wall.desk.tap_at({760, 760});
    wall.desk.letter(U'o');
    CHECK(wall.wall.sheets.open == ui::SheetKind::boards);
}

TEST_CASE("a keyboard lies over the dock") {
    BoardDesk wall(a_note());
    wall.wall.board.hands.writing = id(11);
    wall.desk.settle();
    wall.desk.wait(0.5);
    wall.desk.type(U"!");
    wall.desk.tap("canvas/write/keyboard/space");
    REQUIRE(wall.wall.board.hands.work.writers.size() == 1);
    CHECK(wall.wall.board.hands.work.writers[0].field.text.ends_with("! "));
}

TEST_CASE("by keys alone Tab stays where a note is written, Ctrl+Enter is its end, and the keyboard is back on it") {
    BoardDesk wall(a_note());
    for (int i = 0; i < 40 && wall.desk.focus() != BoardDesk::zone(11); ++i) wall.desk.key(ui::Key::tab);
    REQUIRE(wall.desk.focus() == BoardDesk::zone(11));
    wall.wall.board.hands.writing = id(11);
    wall.desk.settle();
    wall.desk.wait(0.5);
    auto& writers = wall.wall.board.hands.work.writers;
    REQUIRE(writers.size() == 1);
    wall.desk.type(U"!");
    wall.desk.key(ui::Key::tab);
    CHECK(wall.desk.focus() == "canvas/write/done");
    wall.desk.key(ui::Key::tab);
    CHECK(wall.desk.focus() == "canvas/write/text");
    wall.desk.key(ui::Key::enter, true);
    CHECK(writers.empty());
    CHECK(wall.desk.focus() == BoardDesk::zone(11));
}
