// The tools of a free board, by mouse and by several contacts at once.
#include <algorithm>
#include <cmath>
#include <set>

#include "ui/canvas_ink.hpp"
#include "ui/tools_desk.hpp"

using model::ItemType;
using Phase = Desk::Phase;

TEST_CASE("a tap with the note tool puts a note there and begins to write on it") {
    ToolsDesk board;
    board.choose("note");
    board.desk.tap_at({900, 300});
    const auto note = board.only_item("put_items");
    CHECK(note.type == ItemType::note);
    CHECK(note.place == base::Rect{800, 200, 200, 200});
    CHECK(note.colour == "sol");
    CHECK(board.desk.focus() == "canvas/write/text");
    CHECK(board.desk.has("canvas/write/keyboard/ground"));
    board.desk.type(U"Sena bussar");
    board.desk.tap("canvas/write/done");
    CHECK(board.only_item("write_item").text == "Sena bussar");
    CHECK_FALSE(board.desk.has("canvas/write/text"));
    CHECK(board.screen.hands.tool == ui::CanvasTool::note);
}

TEST_CASE("the colour is chosen beside the tool, whose places are as large as fingers") {
    ToolsDesk board;
    board.desk.tap("tool/note");
    board.desk.tap("tool/colour/mint");
    board.desk.tap_at({1100, 600});
    CHECK(board.only_item("put_items").colour == "mint");
    CHECK_FALSE(board.desk.has("tool/colour/mint"));
    const double least = 20 / board.desk.look.mm_per_px;
    for (const auto* id : {"tool/hand", "tool/note", "tool/ink", "tool/lasso", "tool/find", "tool/paste"}) {
        CHECK(board.desk.rect(id).w >= least);
        CHECK(board.desk.rect(id).h >= least);
        CHECK(board.desk.text(id) != "");
    }
}

TEST_CASE("a text that nobody writes anything in goes away, and a touch beside it ends the writing") {
    ToolsDesk board;
    board.choose("text");
    board.desk.tap_at({900, 300});
    const auto text = board.only_item("put_items");
    CHECK(text.type == ItemType::text);
    CHECK(board.screen.hands.tool == ui::CanvasTool::hand);
    board.desk.tap_at({500, 450});
    CHECK(board.only("remove_items").gone == std::vector{text.id});
    CHECK_FALSE(board.desk.has("canvas/write/text"));
}

TEST_CASE("two people write at once, far from each other, each on a keyboard of their own") {
    ToolsDesk board;
    board.choose("note");
    board.desk.tap_at({500, 250}, 1);
    board.desk.tap_at({1600, 250}, 2);
    CHECK(board.desk.has("canvas/write/text"));
    CHECK(board.desk.has("canvas/write2/text"));
    const auto one = board.desk.rect("canvas/write/keyboard/ground");
    const auto other = board.desk.rect("canvas/write2/keyboard/ground");
    CHECK_FALSE(one.overlaps(other));
    CHECK(one.x < other.x);
    board.desk.tap("canvas/write2/done");
    CHECK(board.desk.has("canvas/write/text"));
    CHECK_FALSE(board.desk.has("canvas/write2/text"));
}

TEST_CASE("two people who tap at the same moment get a note each, where each of them tapped") {
    ToolsDesk board;
    board.choose("note");
    for (const auto phase : {Phase::begin, Phase::end}) {
        board.desk.contact(1, phase, {300, 420});
        board.desk.contact(2, phase, {1640, 420});
    }
    board.desk.settle();
    const auto put = board.taken("put_items");
    REQUIRE(put.size() == 2);
    CHECK(put[0].items[0].place.centre() == base::Point{300, 420});
    CHECK(put[1].items[0].place.centre() == base::Point{1640, 420});
    CHECK(board.desk.has("canvas/write/text"));
    CHECK(board.desk.has("canvas/write2/text"));
}

TEST_CASE("what was written is saved when the hand rests, and when the board is left") {
    ToolsDesk board;
    board.choose("note");
    board.desk.tap_at({900, 300});
    board.desk.type(U"Ett");
    board.desk.wait(1.6);
    CHECK(board.only_item("write_item").text == "Ett");
    board.desk.type(U" till");
    ui::Intents out;
    ui::let_go_of_tools(board.screen.hands, board.canvas, out);
    REQUIRE(out.size() == 1);
    CHECK(std::get<intents::PutItems>(out[0]).items[0].text == "Ett till");
}

TEST_CASE("what is being written on a note that somebody else takes away is kept on another") {
    ToolsDesk board;
    const auto note = board.put(1, {800, 200, 200, 200}, "Ett");
    board.screen.hands.writing = note.id;
    board.desk.settle();
    board.desk.type(U" till");
    board.take({}, false, {note.id});
    board.desk.settle();
    const auto saved = board.only_item("put_items");
    CHECK(saved.id != note.id);
    CHECK(saved.text == "Ett till");
}

TEST_CASE("every contact draws its own stroke, and a dot is one too") {
    ToolsDesk board;
    board.choose("ink");
    board.desk.contact(1, Phase::begin, {400, 400});
    board.desk.contact(2, Phase::begin, {1200, 400});
    board.desk.frame();
    for (int i = 1; i <= 20; ++i) {
        board.desk.pass(0.01);
        board.desk.contact(1, Phase::move, {400.0 + 10 * i, 400.0 + (i % 2) * 20});
        board.desk.contact(2, Phase::move, {1200, 400.0 + 10 * i});
        board.desk.frame();
    }
    CHECK(board.screen.hands.drawing.size() == 2);
    CHECK(board.all.empty());
    board.desk.contact(1, Phase::end, {600, 400});
    board.desk.contact(2, Phase::end, {1200, 600});
    board.desk.settle();
    const auto strokes = board.taken("draw");
    REQUIRE(strokes.size() == 2);
    CHECK(strokes[0].items[0].ink.size() > 10);
    CHECK(strokes[1].items[0].ink.size() == 2);
    CHECK(strokes[1].items[0].place.h == doctest::Approx(200));
    board.desk.tap_at({700, 700}, 3);
    CHECK(board.only_item("draw").ink.size() == 1);
    CHECK(board.screen.hands.tool == ui::CanvasTool::ink);
}

TEST_CASE("a stroke that is longer than one may be goes on as another, with no gap") {
    ToolsDesk board;
    board.choose("ink");
    board.desk.contact(1, Phase::begin, {400, 200});
    for (int i = 1; i <= 2500; ++i) {
        board.desk.contact(1, Phase::move, {400 + 0.6 * i, 400 + 150.0 * ((i / 5) % 2)});
    }
    board.desk.frame();
    board.desk.contact(1, Phase::end, {1900, 200});
    board.desk.settle();
    const auto strokes = board.taken("draw");
    REQUIRE(strokes.size() == 2);
    CHECK(strokes[0].items[0].ink.size() <= model::most_ink_points);
    const auto first = ui::points_of(strokes[0].items[0]), next = ui::points_of(strokes[1].items[0]);
    CHECK(first.back().x == doctest::Approx(next.front().x));
    CHECK(first.back().y == doctest::Approx(next.front().y));
}

TEST_CASE("a palm draws nothing") {
    ToolsDesk board;
    board.choose("ink");
    board.desk.contact(1, Phase::begin, {400, 400});
    board.desk.frame();
    board.desk.contact(1, Phase::move, {500, 400});
    board.desk.contact(1, Phase::cancel, {500, 400});
    board.desk.settle();
    CHECK(board.all.empty());
    CHECK(board.screen.hands.drawing.empty());
}

TEST_CASE("the eraser takes the strokes that it crosses, in one deed, and nothing else") {
    ToolsDesk board;
    board.put(1, {600, 400, 200, 200}, "Lapp");
    std::vector<base::Id> strokes;
    for (int i = 0; i < 3; ++i) {
        auto stroke = ui::begin_stroke(scenes::id(10 + i), {500.0 + 200 * i, 300}, "ink", 4);
        ui::go_on(stroke, {500.0 + 200 * i, 700});
        stroke = ui::finished_stroke(stroke);
        stroke.level = board.canvas.top_level();
        stroke.locked = i == 1;
        board.take({stroke});
        strokes.push_back(stroke.id);
    }
    board.choose("erase");
    board.desk.drag_from({450, 500}, {600, 0}, 1);
    auto gone = board.only("remove_items").gone;
    std::sort(gone.begin(), gone.end());
    CHECK(gone == std::vector{strokes[0], strokes[2]});
}

TEST_CASE("a stamp is put on a note by a tap") {
    ToolsDesk board;
    board.put(1, {600, 400, 200, 200}, "Lapp");
    board.desk.tap("tool/stamp");
    board.desk.tap("tool/mark/star");
    board.desk.tap_at({790, 520});
    const auto stamp = board.only_item("put_items");
    CHECK(stamp.type == ItemType::stamp);
    CHECK(stamp.means == "star");
    CHECK(stamp.place.centre() == base::Point{790, 520});
    CHECK(board.screen.hands.selected.empty());
}

TEST_CASE("a frame is drawn, or tapped, below all else; then the hand is back") {
    ToolsDesk board;
    const auto note = board.put(1, {600, 400, 200, 200}, "Lapp");
    board.choose("frame");
    board.desk.drag_from({1500, 700}, {-600, -400}, 2);
    auto frame = board.only_item("put_items");
    CHECK(frame.type == ItemType::frame);
    CHECK(frame.place == base::Rect{900, 300, 600, 400});
    CHECK(board.screen.hands.tool == ui::CanvasTool::hand);
    CHECK(board.screen.hands.selected == std::set{frame.id});
    CHECK(frame.level < note.level);
    board.choose("frame");
    board.desk.tap_at({1200, 600});
    frame = board.only_item("put_items");
    CHECK(frame.place.w > 400);
    CHECK(frame.place.centre() == base::Point{1200, 600});
}

TEST_CASE("a line is dragged from note to note, or tapped on each; its ends follow them") {
    ToolsDesk board;
    const auto a = board.put(1, {400, 300, 200, 200}, "A"), b = board.put(2, {1200, 300, 200, 200}, "B");
    board.desk.tap("tool/line");
    board.desk.tap("tool/means/causes");
    CHECK_FALSE(board.desk.has("tool/means/causes"));
    board.desk.drag_from({500, 400}, {800, 0}, 1);
    auto line = board.only_item("connect");
    CHECK(line.from.item == a.id);
    CHECK(line.to.item == b.id);
    CHECK(line.means == "causes");
    CHECK(board.screen.hands.tool == ui::CanvasTool::hand);

    board.choose("line");
    board.desk.tap_at({1300, 450});
    CHECK(board.desk.text("canvas/line/aim") != "");
    board.desk.tap_at({800, 800});
    line = board.only_item("connect");
    CHECK(line.from.item == b.id);
    CHECK(line.to.item.empty());
    CHECK(line.to.at == base::Point{800, 800});

    // From a note to itself there is none.
    board.choose("line");
    board.desk.drag_from({420, 320}, {150, 150}, 1);
    CHECK(board.taken("connect").empty());
    board.desk.key(ui::Key::escape);
    CHECK(board.screen.hands.tool == ui::CanvasTool::hand);
}

TEST_CASE("the lasso chooses what has its middle inside; taps choose one by one") {
    ToolsDesk board;
    const auto a = board.put(1, {400, 300, 200, 200}, "A"), b = board.put(2, {700, 300, 200, 200}, "B");
    const auto c = board.put(3, {1300, 300, 200, 200}, "C");
    board.choose("lasso");
    board.desk.contact(1, Phase::begin, {350, 250});
    board.desk.frame();
    for (const base::Point at : {base::Point{850, 250}, {850, 550}, {350, 550}, {350, 300}}) {
        board.desk.pass(0.05);
        board.desk.contact(1, Phase::move, at);
        board.desk.frame();
    }
    board.desk.contact(1, Phase::end, {350, 300});
    board.desk.settle();
    CHECK(board.screen.hands.selected == std::set{a.id, b.id});
    board.desk.tap_at({1400, 320});
    CHECK(board.screen.hands.selected == std::set{a.id, b.id, c.id});
    board.desk.tap_at({500, 320});
    CHECK(board.screen.hands.selected == std::set{b.id, c.id});
    board.desk.tap_at({1000, 850});
    CHECK(board.screen.hands.selected.empty());
    CHECK(board.all.empty());
}

TEST_CASE("new things are seen before the registrar has told of them") {
    ToolsDesk board;
    board.answers = false;
    board.choose("ink");
    board.desk.drag_from({400, 400}, {100, 100}, 1);
    const auto stroke = board.only_item("draw");
    REQUIRE(board.screen.hands.work.awaited.size() == 1);
    board.take({stroke});
    board.desk.settle();
    CHECK(board.screen.hands.work.awaited.empty());
    board.desk.drag_from({600, 400}, {100, 100}, 1);
    CHECK(board.screen.hands.work.awaited.size() == 1);
    board.desk.wait(6);
    CHECK(board.screen.hands.work.awaited.empty());  // it was refused
}

TEST_CASE("a note that nobody writes on goes away, one that somebody has stamped stays") {
    ToolsDesk board;
    board.choose("note");
    board.desk.tap_at({900, 300});
    const auto note = board.only_item("put_items");
    board.desk.tap("canvas/write/done");
    CHECK(board.only("remove_items").gone == std::vector{note.id});
    board.desk.tap_at({900, 300});
    board.put(3, {870, 270, 64, 64}, {}, ItemType::stamp);
    board.desk.tap("canvas/write/done");
    CHECK(board.taken("remove_items").empty());
}

TEST_CASE("two taps in a template's cell, or its menu, begin a note at a free place in it") {
    ToolsDesk board;
    auto cell = board.put(1, {400, 200, 900, 600}, "Mål", ItemType::frame);
    cell.locked = true;
    cell.slot = "goals";
    board.take({cell});
    const auto first = board.put(2, {420, 280, 200, 200}, "Först");
    board.desk.tap_at({1000, 600});
    board.desk.tap_at({1000, 600});
    auto note = board.only_item("put_items");
    CHECK(note.type == ItemType::note);
    CHECK(note.slot == "goals");
    CHECK(cell.place.contains(note.place.centre()));
    CHECK_FALSE(note.place.overlaps(first.place));
    CHECK(board.desk.focus() == "canvas/write/text");
    board.desk.type(U"Sedan");
    board.desk.tap("canvas/write/done");
    CHECK(board.only_item("write_item").text == "Sedan");

    board.desk.tap("item/" + cell.id.text());
    board.menu("write_here");
    note = board.only_item("put_items");
    CHECK(cell.place.contains(note.place.centre()));
    board.desk.tap("canvas/write/done");
    board.all.clear();

    // With the note tool it lies where it was tapped, on the cell's name too.
    board.choose("note");
    board.desk.tap_at({1000, 600});
    CHECK(board.only_item("put_items").place.centre() == base::Point{1000, 600});
    board.desk.type(U"Där");
    board.desk.tap("canvas/write/done");
    board.all.clear();
    board.desk.tap("item/" + cell.id.text());
    CHECK(board.only_item("put_items").type == ItemType::note);
}

TEST_CASE("two taps in a lane begin a note where the hand was, for its place says what it is about") {
    ToolsDesk board;
    auto lane = board.put(1, {400, 200, 900, 100}, {}, ItemType::frame);
    lane.locked = true;
    lane.slot = "before.touchpoint";
    board.take({lane});
    for (const auto& [tapped, middle] : {std::pair{1000.0, 1000.0}, {1290.0, 1184.0}}) {
        board.desk.tap_at({tapped, 250});
        board.desk.tap_at({tapped, 250});
        const auto note = board.only_item("put_items");
        CHECK(lane.place.contains(note.place.centre()));
        CHECK(std::abs(note.place.centre().x - middle) < 10);
        board.desk.tap("canvas/write/done");
        board.all.clear();
        board.desk.wait(2);
    }
}

TEST_CASE("a tool's choices go away for a touch beside them, which does its work") {
    ToolsDesk board;
    board.desk.tap("tool/stamp");
    CHECK(board.desk.has("tool/mark/star"));
    board.desk.tap_at({1500, 300});
    CHECK(board.only_item("put_items").means == "heart");
    CHECK_FALSE(board.desk.has("tool/mark/star"));
}

TEST_CASE("a new frame is named at once, and a new line is an arrow") {
    ToolsDesk board;
    board.choose("frame");
    board.desk.drag_from({1500, 700}, {-600, -400}, 1);
    board.only_item("put_items");
    CHECK(board.desk.focus() == "canvas/write/text");
    board.desk.type(U"Resor");
    board.desk.tap("canvas/write/done");
    CHECK(board.only_item("write_item").text == "Resor");
    CHECK(ui::CanvasHands{}.means == "leads_to");
}
