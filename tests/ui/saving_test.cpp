// "Spara eller skriv ut": what is asked for as a file, and how far it has come.
#include <algorithm>

#include "ui/board_desk.hpp"

namespace {

using Kind = ui::SheetKind;

std::vector<model::Item> three_notes() {
    return {BoardDesk::note(1, {300, 300, 200, 200}), BoardDesk::note(2, {700, 300, 200, 200}, "Höj ljuset"),
            BoardDesk::note(3, {1100, 300, 200, 200}, "Ställ fram stolar")};
}

model::Item line_between(int number, int from, int to) {
    auto line = BoardDesk::note(number, {0, 0, 1, 1}, {});
    line.type = model::ItemType::line;
    line.from.item = scenes::id(from);
    line.to.item = scenes::id(to);
    return line;
}

void open_save(WallDesk& wall) {
    wall.desk.letter(U's', true);
    wall.desk.wait(0.5);
    REQUIRE(wall.wall.sheets.open == Kind::save);
}

/// What "Spara" asks for; the sheet is gone then.
ui::SaveWish saved(WallDesk& wall) {
    wall.desk.tap("sheet/save/go");
    CHECK(wall.wall.sheets.open == Kind::none);
    REQUIRE(wall.wall.board_export);
    auto wish = *std::exchange(wall.wall.board_export, std::nullopt);
    wall.desk.wait(0.5);
    return wish;
}

std::vector<base::Id> ids(std::initializer_list<int> numbers) {
    std::vector<base::Id> found;
    for (const int number : numbers) found.push_back(scenes::id(number));
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("the export tool opens a sheet, and 'Spara' alone asks for the board as a PDF on what fits it") {
    BoardDesk wall(three_notes());
    wall.desk.tap("dock/export_board");
    wall.desk.wait(0.5);
    CHECK(wall.wall.sheets.open == Kind::save);
    CHECK_FALSE(wall.wall.board_export);
    const auto wish = saved(wall);
    CHECK(wish.board == BoardDesk::board);
    CHECK(wish.kind == "pdf");
    CHECK(wish.paper.empty());
    CHECK(wish.items.empty());
}

TEST_CASE("each kind is chosen by a tap and stays chosen") {
    BoardDesk wall(three_notes());
    for (const std::string kind : {"poster", "svg", "png", "csv", "json", "pdf"}) {
        CAPTURE(kind);
        open_save(wall);
        wall.desk.tap("sheet/save/kind/" + kind);
        CHECK(saved(wall).kind == kind);
        CHECK(wall.wall.sheets.save.kind == kind);
    }
}

TEST_CASE("paper is asked for where it means something, and so is how large a picture is") {
    BoardDesk wall(three_notes());
    open_save(wall);
    CHECK(wall.desk.has("sheet/save/paper/fits"));
    CHECK_FALSE(wall.desk.has("sheet/save/scale/2"));
    wall.desk.tap("sheet/save/paper/A2");
    CHECK(saved(wall).paper == "A2");
    open_save(wall);
    wall.desk.tap("sheet/save/kind/poster");
    CHECK_FALSE(wall.desk.has("sheet/save/paper/fits"));
    wall.desk.tap("sheet/save/paper/A3");
    const auto poster = saved(wall);
    CHECK(poster.kind == "poster");
    CHECK(poster.paper == "A3");
    open_save(wall);
    wall.desk.tap("sheet/save/kind/png");
    CHECK_FALSE(wall.desk.has("sheet/save/paper/A3"));
    wall.desk.tap("sheet/save/scale/3");
    CHECK(saved(wall).scale == 3);
    open_save(wall);
    wall.desk.tap("sheet/save/scale/fits");
    CHECK(saved(wall).scale == 0);
    for (const std::string kind : {"svg", "csv", "json"}) {
        CAPTURE(kind);
        open_save(wall);
        wall.desk.tap("sheet/save/kind/" + kind);
        CHECK_FALSE(wall.desk.has("sheet/save/paper/A3"));
        CHECK_FALSE(wall.desk.has("sheet/save/scale/2"));
        saved(wall);
    }
}

TEST_CASE("what is chosen on the board can be saved alone, with the lines in between, and next time it is all again") {
    auto items = three_notes();
    items.push_back(line_between(4, 1, 2));
    items.push_back(line_between(5, 2, 3));
    BoardDesk wall(items);
    open_save(wall);
    CHECK_FALSE(wall.desk.has("sheet/save/what/chosen"));
    wall.desk.tap("sheet/close");
    wall.wall.board.hands.selected = {scenes::id(1), scenes::id(2)};
    wall.desk.wait(0.5);
    open_save(wall);
    CHECK(wall.desk.text("sheet/save/what/chosen").find("2") != std::string::npos);
    wall.desk.tap("sheet/save/what/chosen");
    CHECK(saved(wall).items == ids({1, 2, 4}));
    open_save(wall);
    CHECK(saved(wall).items.empty());
}

TEST_CASE("a chosen frame takes along what lies in it, and a note what is stamped on it") {
    auto items = three_notes();
    auto frame = BoardDesk::note(6, {250, 250, 300, 300}, "Ram");
    frame.type = model::ItemType::frame;
    auto stamp = BoardDesk::note(7, {720, 320, 60, 60}, {});
    stamp.type = model::ItemType::stamp;
    stamp.means = "heart";
    items.push_back(frame);
    items.push_back(stamp);
    BoardDesk wall(items);
    wall.wall.board.hands.selected = {scenes::id(6), scenes::id(2)};
    wall.desk.settle();
    open_save(wall);
    wall.desk.tap("sheet/save/what/chosen");
    CHECK(saved(wall).items == ids({1, 2, 6, 7}));
}

TEST_CASE("the whole session is one PDF: of the board's own session, without other kinds") {
    BoardDesk wall(three_notes());
    open_save(wall);
    wall.desk.tap("sheet/save/kind/csv");
    wall.desk.tap("sheet/save/what/session");
    CHECK_FALSE(wall.desk.has("sheet/save/kind/csv"));
    CHECK_FALSE(wall.desk.text("sheet/save/about").empty());
    wall.desk.tap("sheet/save/paper/A4");
    const auto wish = saved(wall);
    CHECK(wish.board.empty());
    CHECK(wish.block.empty());
    CHECK(wish.session == scenes::id(900));
    CHECK(wish.kind == "pdf");
    CHECK(wish.paper == "A4");
}

TEST_CASE("in a session it is the block that is shown, or all of it; a block has no poster") {
    auto view = scenes::ideas();
    view.remote.started = true;
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/more");
    wall.desk.tap("sheet/more/save");
    wall.desk.wait(0.5);
    CHECK_FALSE(wall.desk.has("sheet/save/kind/poster"));
    wall.desk.tap("sheet/save/kind/csv");
    const auto wish = saved(wall);
    CHECK(wish.board.empty());
    CHECK(wish.session == view.remote.session);
    CHECK(wish.block == view.remote.room.block->id);
    CHECK(wish.kind == "csv");
    open_save(wall);
    wall.desk.tap("sheet/save/what/session");
    const auto whole = saved(wall);
    CHECK(whole.session == view.remote.session);
    CHECK(whole.block.empty());
}

TEST_CASE(
    "while people can join, cards with the code can be printed, as many as are chosen, and next time it is the board") {
    auto view = scenes::ideas();
    view.remote.started = true;
    view.remote.room.join_code = "K7QP2M";
    view.base_url = "http://192.168.1.7:8437";
    WallDesk wall(view);
    wall.enter();
    open_save(wall);
    wall.desk.tap("sheet/save/what/cards");
    CHECK_FALSE(wall.desk.has("sheet/save/kind/pdf"));
    CHECK_FALSE(wall.desk.text("sheet/save/about").empty());
    wall.desk.tap("sheet/save/cards/30");
    const auto wish = saved(wall);
    CHECK(wish.cards == 30);
    CHECK(wish.join_code == "K7QP2M");
    CHECK(wish.base_url == "http://192.168.1.7:8437");
    open_save(wall);
    const auto next = saved(wall);
    CHECK(next.cards == 0);
    CHECK(next.block == view.remote.room.block->id);
    wall.desk.settle();
    BoardDesk free(three_notes());
    open_save(free);
    CHECK_FALSE(free.desk.has("sheet/save/what/cards"));
}

TEST_CASE("a session that has ended is saved from its dock, and on the start screen there is nothing to save") {
    auto view = scenes::ideas();
    view.remote.started = true;
    view.remote.room.ended = true;
    view.remote.room.block.reset();
    WallDesk wall(view);
    wall.desk.settle();
    wall.desk.letter(U's', true);
    CHECK(wall.wall.sheets.open == Kind::none);
    wall.enter();
    wall.desk.tap("dock/export_board");
    wall.desk.wait(0.5);
    const auto wish = saved(wall);
    CHECK(wish.session == view.remote.session);
    CHECK(wish.block.empty());
}

TEST_CASE("all that is touched in the sheet is 20 mm, in windows of every size, and 'Spara' is in sight") {
    for (const base::Size size : {base::Size{1920, 1080}, {1280, 720}}) {
        for (const double mm_per_px : {0.865, 0.30}) {
            CAPTURE(size.w);
            CAPTURE(mm_per_px);
            BoardDesk wall(three_notes(), size);
            wall.desk.look.mm_per_px = mm_per_px * 1920 / size.w;
            wall.wall.board.hands.selected = {scenes::id(1)};
            wall.desk.settle();
            open_save(wall);
            for (const auto& zone : wall.desk.state.probed().zones) {
                const auto& id = zone.first;
                if (!id.starts_with("sheet/save/") || id == "sheet/save/list") continue;
                CAPTURE(id);
                CHECK(zone.second.h * wall.desk.look.mm_per_px >= 19.9);
                CHECK(zone.second.w * wall.desk.look.mm_per_px >= 19.9);
            }
            CHECK(wall.desk.rect("sheet/save/go").bottom() <= wall.desk.rect("sheet/close").y);
        }
    }
}

TEST_CASE("the sheet is used by keys alone, and closed by Escape") {
    BoardDesk wall(three_notes());
    open_save(wall);
    const auto go_to = [&wall](const std::string& id) {
        for (int i = 0; i < 60 && wall.desk.focus() != id; ++i) wall.desk.key(ui::Key::tab);
        REQUIRE(wall.desk.focus() == id);
        wall.desk.key(ui::Key::enter);
    };
    go_to("sheet/save/kind/svg");
    go_to("sheet/save/go");
    REQUIRE(wall.wall.board_export);
    CHECK(wall.wall.board_export->kind == "svg");
    wall.desk.wait(0.5);
    open_save(wall);
    wall.desk.key(ui::Key::escape);
    CHECK(wall.wall.sheets.open == Kind::none);
}

TEST_CASE("the sheet has its pictures, light and dark") {
    BoardDesk wall(three_notes());
    wall.wall.board.hands.selected = {scenes::id(1), scenes::id(2)};
    wall.desk.settle();
    open_save(wall);
    wall.desk.save("sheet-save");
    wall.desk.tap("sheet/save/kind/png");
    wall.wall.screens.display.theme = ui::Theme::Kind::dark;
    wall.desk.theme = ui::make_theme(ui::Theme::Kind::dark);
    wall.desk.settle();
    wall.desk.save("sheet-save-dark");
    wall.desk.tap("sheet/save/what/session");
    wall.desk.save("sheet-save-session-dark");
    wall.desk.tap("sheet/close");
    wall.wall.file_work.percent = 42;
    wall.wall.file_work.number = 1;
    wall.desk.wait(1);
    wall.desk.save("file-work-dark");
    CHECK(wall.desk.has("file/stop"));
}

TEST_CASE("a file that takes its time says how far it has come, and is stopped by a tap") {
    BoardDesk wall(three_notes());
    auto& work = wall.wall.file_work;
    work.number = 1;
    work.percent = 0;
    wall.desk.settle();
    wall.desk.wait(0.2);
    CHECK_FALSE(wall.desk.has("file/stop"));
    work.percent = 40;
    wall.desk.wait(0.5);
    CHECK(wall.desk.text("file/text").find("40 %") != std::string::npos);
    CHECK(wall.desk.rect("file/stop").h * wall.desk.look.mm_per_px >= 20);
    wall.wall.told.push_back("Något annat är klart");
    wall.desk.settle();
    CHECK(wall.desk.rect("toast/ground").bottom() < wall.desk.rect("file/ground").y);
    wall.desk.tap("file/stop");
    CHECK(std::exchange(work.wants_stop, false));
    CHECK_FALSE(wall.desk.has("file/stop"));
    CHECK_FALSE(wall.desk.text("file/text").empty());
    work.percent.reset();
    wall.desk.settle();
    CHECK(wall.desk.text("file/text").empty());
}

TEST_CASE("the file after one that was stopped has its own time, and can be stopped too") {
    BoardDesk wall(three_notes());
    auto& work = wall.wall.file_work;
    work.number = 1;
    work.percent = 10;
    wall.desk.wait(1);
    wall.desk.tap("file/stop");
    work.number = 2;
    work.percent = 0;
    wall.desk.settle();
    CHECK(wall.desk.text("file/text").empty());
    wall.desk.wait(1);
    CHECK(wall.desk.has("file/stop"));
}
