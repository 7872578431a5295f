// Where items of a board can be moved to, however many boards there are.
#include "ui/tools_desk.hpp"

TEST_CASE("of many boards each can be reached, by a finger or the wheel") {
    ToolsDesk board;
    for (int i = 0; i < 40; ++i) {
        views::BoardHead head;
        head.id = scenes::id(901 + i);
        head.title = "Tavla " + std::to_string(i + 1) + " om allt som vi vill ändra i höst, och om resten av året";
        board.view.boards.push_back(head);
    }
    const auto note = board.put(1, {600, 300, 200, 200}, "A");
    board.screen.hands.selected = {note.id};
    board.desk.settle();
    board.menu("more");
    board.menu("to_board");
    const auto row = [](int number) { return "canvas/menu/board/" + scenes::id(900 + number).text(); };
    const auto list = board.desk.rect("canvas/menu/boards");
    CHECK(board.desk.rect(row(1)).w > 0);
    CHECK_FALSE(board.desk.has(row(40)));
    board.desk.save("board-menu-boards");
    const double before = board.desk.rect(row(4)).y;
    board.desk.drag_from(list.centre(), {0, -100}, 2);
    CHECK(board.desk.rect(row(4)).y < before - 50);
    CHECK(board.all.empty());
    board.desk.wheel(list.centre(), {0, -10000});
    board.desk.tap(row(40));
    CHECK(board.only<intents::MoveItems>().to == scenes::id(940));
}
