// Boards of the tables in the list of boards: made for all of them, opened for their tablets.
#include "ui/board_desk.hpp"

using scenes::id;

namespace {

views::WallView view_with_tables(std::vector<int> seated = {4, 3, 4}) {
    auto view = BoardDesk::with_boards();
    view.remote.room.tables = views::TablesView{"choose", false, std::move(seated)};
    return view;
}

/// A set of three, which the tables have.
views::WallView view_with_table_boards() {
    auto view = view_with_tables();
    for (int table = 3; table >= 1; --table) {
        auto head = BoardDesk::head(7100 + table, "Bord " + std::to_string(table) + " · Intressentkarta");
        head.form = "stakeholder_map";
        head.table = table;
        head.made_at_ms = scenes::now_ms;
        view.boards.push_back(head);
    }
    return view;
}

void add_table_template(WallDesk& wall) {
    wall.wall.forms.push_back({"stakeholder_map", "Intressentkarta", "Vilka berörs, och hur mycket", [] {
                                   return std::vector{BoardDesk::note(21, {0, 0, 200, 200})};
                               }});
}

const std::string first_set = "sheet/boards/set/" + id(7101).text();

}  // namespace

TEST_CASE("every table gets a board of the template, named after it, by one deed") {
    WallDesk wall(view_with_tables());
    add_table_template(wall);
    wall.desk.tap("start/boards");
    wall.desk.tap("sheet/boards/new");
    wall.desk.tap("sheet/boards/for_tables");
    CHECK_FALSE(wall.desk.has("sheet/boards/form/empty"));
    wall.desk.tap("sheet/boards/form/stakeholder_map");
    const auto deed = wall.take<intents::MakeBoards>();
    REQUIRE(deed.boards.size() == 3);
    CHECK(deed.boards[2].title == "Bord 3 · Intressentkarta");
    CHECK(deed.boards[2].table == 3);
    CHECK(deed.boards[2].form == "stakeholder_map");
    CHECK(deed.boards[2].items.size() == 1);
    CHECK(deed.boards[0].board != deed.boards[1].board);
    // The list stays, to open them from.
    CHECK(wall.desk.has("sheet/boards/new"));
}

TEST_CASE("without tables nothing is offered to them") {
    WallDesk wall(BoardDesk::with_boards());
    add_table_template(wall);
    wall.desk.tap("start/boards");
    wall.desk.tap("sheet/boards/new");
    CHECK_FALSE(wall.desk.has("sheet/boards/for_tables"));
}

TEST_CASE("the boards of a set are opened for the tablets together, and closed together") {
    WallDesk wall(view_with_table_boards());
    add_table_template(wall);
    wall.desk.tap("start/boards");
    CHECK(wall.desk.text(first_set) == "Intressentkarta: 3 bord");
    wall.desk.save("boards-tables");
    wall.desk.tap(first_set + "/open");
    const auto deed = wall.take<intents::OpenBoards>();
    CHECK(deed.boards == std::vector{id(7101), id(7102), id(7103)});
    for (auto& head : wall.view.boards) head.open = head.table > 0;
    wall.desk.settle();
    wall.desk.tap(first_set + "/open");
    CHECK(wall.take<intents::OpenBoards>().boards.empty());
}

TEST_CASE("the boards of a set are hung side by side, or gathered on one, which is then looked at") {
    WallDesk wall(view_with_table_boards());
    add_table_template(wall);
    wall.desk.tap("start/boards");
    wall.desk.tap(first_set + "/side_by_side");
    const auto hung = wall.take<intents::GatherBoards>();
    CHECK(hung.boards == std::vector{id(7101), id(7102), id(7103)});
    CHECK_FALSE(hung.into_one);
    CHECK(hung.title == "Intressentkarta · Sida vid sida");
    CHECK(wall.wall.place == ui::Wall::Place::board);
    CHECK(wall.wall.look.board == hung.board);
    wall.desk.tap("dock/boards");
    wall.desk.tap(first_set + "/into_one");
    CHECK(wall.take<intents::GatherBoards>().into_one);
}

namespace {

views::WallView view_with_plan() {
    auto view = scenes::journey();
    view.boards = BoardDesk::with_boards().boards;
    view.remote.boards.plan = "brainwriting";
    view.remote.boards.plan_title = "Skriv och skicka vidare";
    return view;
}

}  // namespace

TEST_CASE("a block that says what the tables work with offers it in one press, and dividing the room first") {
    WallDesk wall(view_with_plan());
    wall.enter();
    CHECK(wall.desk.text("rail/plan/plan") == "Bordens tavlor: Skriv och skicka vidare");
    CHECK_FALSE(wall.desk.has("rail/plan/make"));
    wall.desk.tap("rail/plan/tables");
    CHECK(wall.wall.sheets.open == ui::SheetKind::seats);
    wall.wall.sheets.open = ui::SheetKind::none;
    wall.view.remote.room.tables = views::TablesView{"choose", false, {4, 3, 4}};
    wall.desk.settle();
    wall.desk.save("boards-plan");
    wall.desk.tap("rail/plan/make");
    const auto deed = wall.take<intents::LeadBoards>();
    CHECK(deed.how == intents::LeadBoards::How::make);
    CHECK(deed.form == "brainwriting");
    wall.wall.sheets.open = ui::SheetKind::boards;
    wall.desk.settle();
    wall.desk.tap("sheet/boards/plan/make");
    CHECK(wall.take<intents::LeadBoards>().form == "brainwriting");
    // When each table has its board nothing is offered; when the template is not here it says so.
    wall.wall.sheets.open = ui::SheetKind::none;
    wall.view.remote.boards.plan_made = true;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("rail/plan/plan"));
    wall.view.remote.boards.plan_made = false;
    wall.view.remote.boards.plan_title.clear();
    wall.desk.settle();
    CHECK(wall.desk.text("rail/plan/plan").find("mallen brainwriting finns inte här") != std::string::npos);
    CHECK_FALSE(wall.desk.has("rail/plan/make"));
}

TEST_CASE("the wall follows a remote's call to a board and back to the session, once each") {
    WallDesk wall(scenes::journey());
    wall.view.boards = view_with_table_boards().boards;
    wall.enter();
    wall.view.call = {1, id(7102)};
    wall.desk.settle();
    CHECK(wall.wall.place == ui::Wall::Place::board);
    CHECK(wall.wall.look.board == id(7102));
    // Hands at the wall may go on to something else.
    wall.enter();
    CHECK(wall.wall.place == ui::Wall::Place::session);
    wall.view.call = {2, id(7101)};
    wall.desk.settle();
    CHECK(wall.wall.look.board == id(7101));
    wall.view.call = {3, {}};
    wall.desk.settle();
    CHECK(wall.wall.place == ui::Wall::Place::session);
}
