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

TEST_CASE("escape with nothing chosen on a board leaves no full screen") {
    BoardDesk board({BoardDesk::note(1, {800, 300, 200, 200})});
    int left_over = 0;
    board.desk.draw = [&](ui::Frame& frame) {
        board.draw(frame);
        left_over += frame.take_key(ui::Key::escape) ? 1 : 0;
    };
    board.desk.key(ui::Key::escape);
    CHECK(left_over == 0);
}
