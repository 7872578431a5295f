// A board for the whole room, opened for all tablets in the list of boards and beside its form.
#include "trial_form.hpp"
#include "ui/board_desk.hpp"
#include "views/board_form.hpp"

namespace {

const std::string fill_in_list = "sheet/boards/fill/";

views::WallView view_with_room_board() {
    auto view = BoardDesk::with_boards();
    for (auto& head : view.boards) head.form = "prov";
    view.boards.push_back(BoardDesk::head(7101, "Bord 1 · Prov"));
    view.boards.back().form = "prov";
    view.boards.back().table = 1;
    view.boards.push_back(BoardDesk::head(7102, "Tom"));
    view.boards.push_back(BoardDesk::head(7103, "Mallen finns inte"));
    view.boards.back().form = "okand";
    return view;
}

}  // namespace

TEST_CASE("the room's board is opened for all tablets in the list of boards, and closed there") {
    WallDesk wall(view_with_room_board());
    wall.wall.forms.push_back({"prov", "Prov", "", {}});
    wall.desk.tap("start/boards");
    const auto zone = fill_in_list + BoardDesk::board.text();
    CHECK(wall.desk.text(zone) == "Fylls i på allas plattor");
    wall.desk.save("boards-room");
    // Neither an earlier session's, nor a table's, an empty one or one whose template is not here.
    for (const int other : {7001, 7101, 7102, 7103}) {
        CAPTURE(other);
        CHECK_FALSE(wall.desk.has(fill_in_list + scenes::id(other).text()));
    }
    wall.desk.tap(zone);
    CHECK(wall.take<intents::OpenBoards>().boards == std::vector{BoardDesk::board});
    wall.view.boards[0].open = true;
    wall.desk.settle();
    wall.desk.tap(zone);
    CHECK(wall.take<intents::OpenBoards>().boards.empty());
    // The row itself still opens the board at the wall.
    wall.desk.tap("sheet/boards/open/" + BoardDesk::board.text());
    CHECK(wall.wall.place == ui::Wall::Place::board);
}

TEST_CASE("it is opened for them above its form too, where it is the whole room's") {
    BoardDesk wall(views::begin_board(trial_form(), "sv", [] { return base::new_id(1); }));
    wall.wall.forms.push_back({"prov", "Prov", "", {}, std::make_shared<model::BoardForm>(trial_form())});
    wall.view.boards[0].form = "prov";
    wall.wall.form.open = true;
    wall.desk.wait(0.5);
    REQUIRE(wall.desk.has("form/says/new"));
    wall.desk.tap("board_form/fill");
    CHECK(wall.take<intents::OpenBoards>().boards == std::vector{BoardDesk::board});
    wall.desk.save("board-form-room");
    wall.view.boards[0].open = true;
    wall.desk.settle();
    wall.desk.tap("board_form/fill");
    CHECK(wall.take<intents::OpenBoards>().boards.empty());
    wall.view.boards[0].table = 2;
    wall.desk.settle();
    CHECK(wall.desk.has("form/says/new"));
    CHECK_FALSE(wall.desk.has("board_form/fill"));
}
