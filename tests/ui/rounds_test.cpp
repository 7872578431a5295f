// The clock of a method that goes by rounds, over its board.
#include "ui/audience.hpp"
#include "ui/board_desk.hpp"
#include "ui/screen_trainer.hpp"

using scenes::id;

namespace {

using RoundsHow = intents::RunRounds::How;

/// A board of eight squares, of which two are here.
struct RoundsDesk : BoardDesk {
    RoundsDesk() : BoardDesk({square(31, "idea_1", 300), square(32, "idea_2", 900)}) {
        auto form = std::make_shared<model::BoardForm>();
        form->name = "eights";
        form->clock = model::FormClock{8, 60, 180, false};
        wall.forms.push_back({"eights", "Åtta på åtta", "", {}, form});
        view.boards[0].form = "eights";
        view.remote.room.now_ms = scenes::now_ms;
        desk.settle();
    }
    static model::Item square(int number, std::string field, double x) {
        auto frame = note(number, {x, 300, 400, 300}, field);
        frame.type = model::ItemType::frame;
        frame.slot = std::move(field);
        frame.locked = true;
        return frame;
    }
    void go(int round, bool paused = false) {
        views::RoundsView rounds;
        rounds.boards = {board};
        rounds.round = round;
        rounds.of = 8;
        rounds.paused = paused;
        rounds.left_ms = 42000;
        rounds.length_ms = 60000;
        rounds.fields = {"idea_" + std::to_string(round)};
        view.rounds = rounds;
        desk.settle();
    }
};

}  // namespace

TEST_CASE("a board whose template has a clock is started from its corner") {
    RoundsDesk wall;
    CHECK(wall.desk.text("rounds/start") == "Starta 8 omgångar à 1:00");
    wall.desk.save("board-rounds-start");
    wall.desk.tap("rounds/start");
    const auto deed = wall.take<intents::RunRounds>();
    CHECK(deed.how == RoundsHow::start);
    CHECK(deed.boards == std::vector{BoardDesk::board});
}

TEST_CASE("a board without a clock has no such button") {
    RoundsDesk wall;
    wall.view.boards[0].form.clear();
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("rounds/start"));
}

TEST_CASE("all tables' boards that were made together are started together") {
    RoundsDesk wall;
    for (int table = 1; table <= 3; ++table) {
        auto head = table == 1 ? wall.view.boards[0] : BoardDesk::head(7100 + table, "Bord");
        head.form = "eights";
        head.table = table;
        head.made_at_ms = scenes::now_ms;
        if (table == 1) {
            wall.view.boards[0] = head;
        } else {
            wall.view.boards.push_back(head);
        }
    }
    wall.desk.settle();
    wall.desk.tap("rounds/start");
    CHECK(wall.take<intents::RunRounds>().boards == std::vector{BoardDesk::board, id(7102), id(7103)});
}

TEST_CASE("what the tables have made, on one board, is not begun again") {
    RoundsDesk wall;
    wall.view.boards[0].made_at_ms = scenes::now_ms;
    auto of_table = BoardDesk::head(7102, "Bord");
    of_table.form = "eights";
    of_table.table = 1;
    of_table.made_at_ms = scenes::now_ms - 1000;
    wall.view.boards.push_back(of_table);
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("rounds/start"));
    wall.view.boards.back().form = "other";
    wall.desk.settle();
    CHECK(wall.desk.has("rounds/start"));
}

TEST_CASE("while rounds go on their clock is seen, the square of the round is marked, and they can be stopped") {
    RoundsDesk wall;
    wall.go(2);
    CHECK(wall.desk.text("rounds") == "Omgång 2 av 8");
    CHECK(wall.desk.text("rounds/clock") == "0:42");
    CHECK(wall.desk.text("rounds/marked/idea_2") == "idea_2");
    wall.desk.save("board-rounds");
    wall.desk.tap("rounds/pause");
    CHECK(wall.take<intents::RunRounds>().how == RoundsHow::pause);
    wall.go(2, true);
    wall.desk.tap("rounds/resume");
    CHECK(wall.take<intents::RunRounds>().how == RoundsHow::resume);
    wall.desk.tap("rounds/again");
    CHECK(wall.take<intents::RunRounds>().how == RoundsHow::again);
    wall.desk.tap("rounds/skip");
    CHECK(wall.take<intents::RunRounds>().how == RoundsHow::skip);
    wall.desk.tap("rounds/stop");
    CHECK(wall.take<intents::RunRounds>().how == RoundsHow::stop);
}

TEST_CASE("who leads rounds on a board sees that something waits, and opens it there") {
    auto view = scenes::ideas();
    view.remote.started = true;
    view.boards = {BoardDesk::head()};
    WallDesk wall(view);
    ui::open_board(wall.wall, BoardDesk::board);
    wall.desk.settle();
    REQUIRE(wall.desk.screen() == "board");
    REQUIRE(wall.desk.has("dock/inbox"));
    wall.desk.save("board-inbox");
    wall.desk.tap("dock/inbox");
    CHECK(wall.wall.sheets.open == ui::SheetKind::inbox);
    CHECK(wall.desk.has("sheet/inbox/hide_all"));
    CHECK(wall.desk.screen() == "board");
    wall.desk.look.text_size = 1.45;
    wall.wall.sheets.open = ui::SheetKind::none;
    wall.desk.settle();
    CHECK(wall.desk.has("dock/inbox"));
    wall.view.remote.started = false;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("dock/inbox"));
}

TEST_CASE("the room sees which round goes on, its clock and the square that is marked") {
    RoundsDesk wall;
    wall.go(2);
    ui::Audience audience;
    audience.board = ui::sight_of(wall.wall);
    REQUIRE(audience.board.canvas != nullptr);
    Desk desk([&](ui::Frame& frame) { ui::draw_audience(audience, wall.view, frame); });
    desk.look.host_now_ms = scenes::now_ms;
    desk.state.set_probing(true);
    desk.settle();
    CHECK(desk.text("audience/rounds") == "Omgång 2 av 8");
    CHECK(desk.text("audience/rounds/clock") == "0:42");
    CHECK(desk.text("audience/rounds/marked/idea_2") == "idea_2");
    CHECK(desk.state.probed().zones.empty());
    desk.save("audience-rounds");
    audience.board = {};
    wall.view.remote.room = scenes::ideas().remote.room;
    wall.view.remote.room.now_ms = scenes::now_ms;
    desk.settle();
    CHECK(desk.text("audience/rounds/clock") == "0:42");
    desk.save("audience-rounds-beside");
}

TEST_CASE("the clock of the rounds is in the rail and in the trainer's view while they go on") {
    auto view = scenes::journey();
    view.remote.room.now_ms = scenes::now_ms;
    view.rounds = views::RoundsView{};
    view.rounds->round = 3;
    view.rounds->of = 6;
    view.rounds->left_ms = 42000;
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.text("rail/rounds") == "Omgång 3 av 6");
    CHECK(wall.desk.text("rail/rounds/clock") == "0:42");
    wall.desk.save("rail-rounds");
    ui::TrainerScreen trainer;
    ui::Commands commands;
    ui::Intents asked;
    Desk desk([&](ui::Frame& frame) { ui::draw_trainer(trainer, wall.view, frame, commands, asked); });
    desk.look.host_now_ms = scenes::now_ms;
    desk.settle();
    CHECK(desk.text("trainer/rounds/clock") == "0:42");
    desk.save("trainer-rounds");
}

TEST_CASE("the controls of rounds have words, beside the board's name and on a display with large text too") {
    RoundsDesk wall;
    wall.go(2);
    const auto clear_of_name = [&wall] {
        const auto name = wall.desk.rect("board/name");
        for (const auto* id : {"pause", "again", "skip", "stop"}) {
            const auto place = wall.desk.rect("rounds/" + std::string(id));
            CHECK(place.right() <= 1920);
            CHECK_FALSE(place.overlaps(name));
        }
    };
    CHECK(wall.desk.text("rounds/again") == "Gör om");
    CHECK(wall.desk.text("rounds/skip") == "Nästa");
    clear_of_name();
    wall.desk.look.text_size = 1.45;
    wall.desk.settle();
    CHECK(wall.desk.text("rounds/skip") == "Nästa");
    clear_of_name();
    wall.desk.save("board-rounds-large");
}
