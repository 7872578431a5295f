// Lining up and tidying: what moves, and what goes along or stays.
#include "ui/tools_desk.hpp"

using model::ItemType;

TEST_CASE("tidying all of a board keeps notes in their frames, and the rest where it is") {
    ToolsDesk board;
    const auto left = board.put(1, {300, 200, 460, 600}, "Nu", ItemType::frame);
    const auto right = board.put(2, {800, 200, 460, 600}, "Sedan", ItemType::frame);
    const auto text = board.put(3, {400, 60, 600, 60}, "Rubrik", ItemType::text);
    const auto a = board.put(4, {340, 300, 120, 120}, "A"), b = board.put(5, {370, 340, 120, 120}, "B");
    const auto c = board.put(6, {900, 500, 120, 120}, "C"), d = board.put(7, {930, 540, 120, 120}, "D");
    for (const auto& item : {left, right, text, a, b, c, d}) board.screen.hands.selected.insert(item.id);
    board.desk.frame();
    board.desk.settle();
    board.menu("more");
    board.menu("tidy_grid");
    const auto put = board.only("tidy_items");
    for (const auto& item : put.items) CHECK(item.type == ItemType::note);
    const auto place = [&board](const model::Item& item) { return board.canvas.find(item.id)->place; };
    CHECK_FALSE(place(a).overlaps(place(b)));
    CHECK_FALSE(place(c).overlaps(place(d)));
    for (const auto* item : {&a, &b}) CHECK(left.place.contains(place(*item).centre()));
    for (const auto* item : {&c, &d}) CHECK(right.place.contains(place(*item).centre()));
    CHECK(place(text) == text.place);
}

TEST_CASE("what is drawn stays where it was drawn when what lies around it is tidied and lined up") {
    ToolsDesk board;
    const auto a = board.put(1, {600, 300, 200, 200}, "A"), b = board.put(2, {900, 340, 200, 200}, "B");
    auto ink = board.put(3, {820, 420, 100, 40}, {}, ItemType::ink);
    ink.ink = {{0, 0, 0.5F}, {100, 40, 0.5F}};
    const auto stamp = board.put(4, {960, 400, 64, 64}, {}, ItemType::stamp);
    board.take({ink});
    board.screen.hands.selected = {a.id, b.id, ink.id, stamp.id};
    board.desk.settle();
    board.menu("more");
    for (const std::string deed : {"align_left", "align_centre", "align_top", "tidy_grid", "tidy_colour"}) {
        CAPTURE(deed);
        board.menu(deed);
        const auto* note = board.canvas.find(b.id);
        // What is stamped on a note goes with it.
        CHECK(board.canvas.find(stamp.id)->place.top_left() - note->place.top_left() == base::Point{60, 60});
        CHECK(board.canvas.find(ink.id)->place == ink.place);
        CHECK_FALSE(board.taken("tidy_items").empty());
        board.take({a, b, stamp});
    }
    // Where nothing can be lined up or tidied nothing offers to.
    board.screen.hands.selected = {a.id, ink.id};
    board.desk.settle();
    board.menu("more");
    CHECK(board.desk.has("canvas/menu/lock"));
    CHECK_FALSE(board.desk.has("canvas/menu/align_left"));
    CHECK_FALSE(board.desk.has("canvas/menu/tidy_grid"));
}

TEST_CASE("a frame that is lined up takes along what lies in it") {
    ToolsDesk board;
    const auto frame = board.put(1, {300, 200, 460, 600}, "Nu", ItemType::frame);
    const auto note = board.put(2, {340, 300, 120, 120}, "A"), other = board.put(3, {900, 100, 120, 120}, "B");
    board.screen.hands.selected = {frame.id, note.id, other.id};
    board.desk.settle();
    board.menu("more");
    board.menu("align_top");
    CHECK(board.canvas.find(frame.id)->place.y == 100);
    CHECK(board.canvas.find(note.id)->place.y == 200);
    CHECK(board.canvas.find(other.id)->place.y == 100);
}
