// How hands move a free board: two fingers while a tool draws, a throw, and what is carried to the view's edge.
#include <cmath>

#include "ui/board_desk.hpp"
#include "ui/tools_desk.hpp"

using Phase = ui::ContactEvent::Phase;

namespace {

base::Point corner_of(const ToolsDesk& board) {
    return board.screen.camera.corner;
}

/// Both fingers go by so much, in steps.
void go_by(ToolsDesk& board, base::Point one, base::Point two, base::Point by) {
    for (int i = 1; i <= 10; ++i) {
        board.desk.pass(0.02);
        board.desk.contact(1, Phase::move, {one.x + by.x * i / 10, one.y + by.y * i / 10});
        board.desk.contact(2, Phase::move, {two.x + by.x * i / 10, two.y + by.y * i / 10});
        board.desk.frame();
    }
    board.desk.pass(0.3);
    board.desk.contact(1, Phase::end, one + by);
    board.desk.contact(2, Phase::end, two + by);
    board.desk.settle();
}

/// Frames at every 20 ms, though something never rests.
void let_pass(ToolsDesk& board, double seconds) {
    for (; seconds > 0; seconds -= 0.02) {
        board.desk.pass(0.02);
        board.desk.frame();
    }
}

/// One finger goes quickly and lets go as it goes.
void throw_board(ToolsDesk& board, base::Point from, base::Point by) {
    board.desk.contact(1, Phase::begin, from);
    board.desk.frame();
    for (int i = 1; i <= 5; ++i) {
        board.desk.pass(0.02);
        board.desk.contact(1, Phase::move, {from.x + by.x * i / 5, from.y + by.y * i / 5});
        board.desk.frame();
    }
    board.desk.contact(1, Phase::end, from + by);
    board.desk.frame();
    board.desk.frame();
}

}  // namespace

TEST_CASE("two fingers that come down together move the board while a tool draws; what the first began is taken back") {
    for (const std::string tool : {"ink", "line", "frame", "erase", "lasso"}) {
        CAPTURE(tool);
        ToolsDesk board;
        board.choose(tool);
        board.desk.contact(1, Phase::begin, {900, 400});
        board.desk.frame();
        board.desk.pass(0.1);
        board.desk.contact(2, Phase::begin, {1050, 420});
        board.desk.frame();
        go_by(board, {900, 400}, {1050, 420}, {100, 60});
        CHECK(corner_of(board).x == doctest::Approx(-100));
        CHECK(corner_of(board).y == doctest::Approx(-60));
        CHECK(board.screen.camera.zoom == doctest::Approx(1));
        CHECK(board.screen.hands.drawing.empty());
        CHECK(board.screen.hands.work.trails.empty());
        CHECK_FALSE(board.screen.hands.work.line_from.has_value());
        CHECK(board.all.empty());
        // The next finger draws again.
        board.desk.drag_from({900, 300}, {200, 100}, 1);
        CHECK(corner_of(board).x == doctest::Approx(-100));
    }
}

TEST_CASE("two fingers that do not come down together are two people's: both draw") {
    ToolsDesk board;
    board.choose("ink");
    board.desk.contact(1, Phase::begin, {900, 400});
    board.desk.frame();
    SUBCASE("one comes later") {
        board.desk.pass(0.5);
        board.desk.contact(2, Phase::begin, {1050, 420});
        board.desk.frame();
        go_by(board, {900, 400}, {1050, 420}, {100, 60});
    }
    SUBCASE("they are further apart than a hand") {
        board.desk.contact(2, Phase::begin, {1400, 420});
        board.desk.frame();
        go_by(board, {900, 400}, {1400, 420}, {100, 60});
    }
    SUBCASE("the first is already in the midst of a stroke") {
        board.desk.pass(0.1);
        board.desk.contact(1, Phase::move, {960, 400});
        board.desk.contact(2, Phase::begin, {1050, 420});
        board.desk.frame();
        go_by(board, {960, 400}, {1050, 420}, {100, 60});
    }
    CHECK(board.taken("draw").size() == 2);
    CHECK(corner_of(board) == base::Point{});
}

TEST_CASE("the board stands still under a third who draws") {
    ToolsDesk board;
    board.choose("ink");
    board.desk.contact(3, Phase::begin, {400, 700});
    board.desk.frame();
    board.desk.pass(1);
    board.desk.contact(1, Phase::begin, {900, 400});
    board.desk.contact(2, Phase::begin, {1050, 420});
    board.desk.frame();
    go_by(board, {900, 400}, {1050, 420}, {100, 60});
    board.desk.contact(3, Phase::end, {400, 700});
    board.desk.settle();
    CHECK(corner_of(board) == base::Point{});
    CHECK(board.taken("draw").size() == 3);
}

TEST_CASE("a board that is thrown goes on and comes to rest, and a touch holds it") {
    ToolsDesk board;
    board.put(1, {900, 150, 200, 200}, "Buss");
    throw_board(board, {1200, 700}, {-300, 0});
    const double let_go = corner_of(board).x;
    CHECK(let_go >= 300 - 1);
    board.desk.settle();
    const double rest = corner_of(board).x;
    CHECK(rest > let_go + 100);
    CHECK(corner_of(board).y == doctest::Approx(0));
    CHECK_FALSE(board.screen.glide.has_value());

    throw_board(board, {600, 300}, {300, 0});
    REQUIRE(board.screen.glide.has_value());
    board.desk.contact(2, Phase::begin, {900, 700});
    board.desk.frame();
    CHECK_FALSE(board.screen.glide.has_value());
    const double held = corner_of(board).x;
    board.desk.contact(2, Phase::cancel, {900, 700});
    board.desk.settle();
    CHECK(corner_of(board).x == doctest::Approx(held));
    CHECK(board.all.empty());
}

TEST_CASE("however it is thrown, moved or made larger, something of the board stays in sight") {
    ToolsDesk board;
    board.put(1, {900, 150, 200, 200}, "Buss");
    board.put(2, {1200, 600, 200, 200}, "Skola");
    const auto sees_some = [&board] {
        const auto content = board.screen.camera.to_window(board.canvas.extent(), {0, 0, 1920, 968});
        return content.overlaps({0, 0, 1920, 968});
    };
    for (const base::Point by : {base::Point{-1200, 0}, {1200, 0}, {0, -500}, {0, 500}}) {
        for (int i = 0; i < 6; ++i) {
            const double before = corner_of(board).x;
            throw_board(board, {by.x < 0 ? 1700.0 : 300, by.y < 0 ? 800.0 : 300}, by);
            board.desk.settle();
            CHECK(std::abs(corner_of(board).x - before) <= 1920 + 1200);
            CHECK(sees_some());
        }
        board.screen.camera = {{0, 0}, 1};
        board.desk.settle();
    }
    for (int i = 0; i < 20; ++i) {
        board.desk.wheel({300, 850}, {0, 300});
        board.desk.settle();
        CHECK(sees_some());
    }
    for (int i = 0; i < 60; ++i) board.desk.key(ui::Key::left);
    CHECK(sees_some());
}

TEST_CASE("with less motion nothing is thrown") {
    ToolsDesk board;
    board.desk.look.less_motion = true;
    throw_board(board, {1200, 700}, {-300, 0});
    CHECK_FALSE(board.screen.glide.has_value());
    board.desk.settle();
    CHECK(corner_of(board).x == doctest::Approx(300));
}

TEST_CASE("what is carried to the view's edge has the board go under it, and lies where it is let go") {
    ToolsDesk board;
    const auto note = board.put(1, {800, 300, 200, 200}, "Buss");
    board.desk.contact(1, Phase::begin, {900, 400});
    board.desk.frame();
    const auto carry_to = [&board](base::Point at) {
        board.desk.pass(0.05);
        board.desk.contact(1, Phase::move, at);
        board.desk.frame();
    };
    carry_to({1000, 400});
    carry_to({1900, 400});
    let_pass(board, 0.2);
    CHECK(corner_of(board) == base::Point{});  // who only passes there moves nothing
    let_pass(board, 1);
    const double gone = corner_of(board).x;
    CHECK(gone > 300);
    CHECK(corner_of(board).y == doctest::Approx(0));
    SUBCASE("it is let go there") {
        board.desk.contact(1, Phase::end, {1900, 400});
        board.desk.settle();
        const auto moved = board.only_item("move_items");
        CHECK(moved.id == note.id);
        CHECK(moved.place.x == doctest::Approx(800 + 1000 + corner_of(board).x));
        CHECK(moved.place.y == doctest::Approx(300));
    }
    SUBCASE("somebody else touches the board") {
        board.desk.contact(2, Phase::begin, {300, 800});
        board.desk.frame();
        const double then = corner_of(board).x;
        let_pass(board, 1);
        CHECK(corner_of(board).x == doctest::Approx(then));
    }
}

TEST_CASE("a note that lies at the view's edge is taken up there without moving the board") {
    ToolsDesk board;
    board.put(1, {1760, 400, 200, 200}, "Buss");
    board.desk.contact(1, Phase::begin, {1890, 500});
    board.desk.frame();
    board.desk.pass(0.05);
    board.desk.contact(1, Phase::move, {1890, 560});
    board.desk.frame();
    let_pass(board, 2);
    CHECK(corner_of(board) == base::Point{});
    CHECK(board.screen.hands.carried.size() == 1);
}

TEST_CASE("shown as a whole, nothing lies under the map, the size, the name or the tools") {
    for (const base::Rect last : {base::Rect{2400, 1300, 200, 200}, {5000, 200, 200, 200}, {200, 3000, 200, 200}}) {
        CAPTURE(last.x);
        BoardDesk wall({BoardDesk::note(1, {0, 0, 200, 200}), BoardDesk::note(2, last)});
        wall.desk.look.text_size = 1.45;
        wall.desk.settle();
        wall.desk.tap("board/all");
        wall.desk.wait(0.6);
        const auto& screen = wall.wall.board;
        const auto all = wall.wall.canvas.extent();
        for (const auto* id : {"board/zoom_ground", "board/map_ground", "board/name", "tool/hand", "tool/paste"}) {
            CAPTURE(id);
            const auto covered = wall.desk.rect(id);
            for (const auto& item : {base::Rect{0, 0, 200, 200}, last}) {
                CHECK_FALSE(screen.camera.to_window(item, screen.view).overlaps(covered));
            }
        }
        CHECK(screen.camera.seen(screen.view).intersected(all) == all);
    }
}
