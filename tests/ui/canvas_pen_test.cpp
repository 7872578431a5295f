// The pen draws wherever it begins, and takes nothing from who holds or has chosen something.
#include "ui/tools_desk.hpp"

using Phase = ui::ContactEvent::Phase;

TEST_CASE("the pen draws over notes, however many are seen and however large") {
    ToolsDesk board;
    board.put(1, {800, 300, 200, 200}, "Buss");
    SUBCASE("one") {}
    SUBCASE("seen small") {
        board.screen.camera.zoom = 0.5;
    }
    SUBCASE("one that was chosen before") {
        board.desk.tap_at({900, 400});
    }
    board.choose("ink");
    board.desk.drag_from({board.screen.camera.to_window({900, 400, 0, 0}, {0, 0, 1920, 968}).top_left()}, {120, 90}, 1);
    const auto all = board.all;
    CHECK(board.taken("move_items").empty());
    board.all = all;
    CHECK(board.taken("draw").size() == 1);
}

TEST_CASE("one person draws while others carry on what they hold, and what they have chosen") {
    ToolsDesk board;
    const auto held = board.put(1, {1200, 300, 200, 200}, "Buss"), chosen = board.put(2, {300, 600, 200, 200}, "Bil");
    board.desk.tap_at({400, 700}, 3);
    board.desk.tap_at({1300, 400}, 2);  // somebody else, far away
    board.desk.contact(2, Phase::begin, {1300, 400});
    board.desk.frame();
    board.desk.contact(2, Phase::move, {1300, 450});
    board.desk.frame();
    board.choose("ink");
    board.desk.contact(1, Phase::begin, {700, 200});
    board.desk.contact(3, Phase::begin, {400, 700});
    board.desk.frame();
    for (int i = 1; i <= 10; ++i) {
        board.desk.pass(0.02);
        board.desk.contact(1, Phase::move, {700.0 + 20 * i, 200});
        board.desk.contact(2, Phase::move, {1300, 450.0 + 15 * i});
        board.desk.contact(3, Phase::move, {400.0 + 20 * i, 700});
        board.desk.frame();
    }
    board.desk.contact(1, Phase::end, {900, 200});
    board.desk.contact(2, Phase::end, {1300, 600});
    board.desk.contact(3, Phase::end, {600, 700});
    board.desk.settle();
    const auto all = board.all;
    CHECK(board.only_item("draw").place.w == doctest::Approx(200));
    board.all = all;
    const auto moved = board.taken("move_items");
    REQUIRE(moved.size() == 2);
    for (const auto& one : moved) {
        REQUIRE(one.items.size() == 1);
        const auto& place = one.items[0].place;
        CHECK(place.top_left() == (one.items[0].id == held.id ? base::Point{1200, 500} : base::Point{500, 600}));
        CHECK((one.items[0].id == held.id || one.items[0].id == chosen.id));
    }
}
