// What is done with what is selected on a free board: by taps alone, and by keys.
#include <set>
#include <utility>

#include "base/text.hpp"
#include "intents/limits.hpp"
#include "ui/tools_desk.hpp"

using model::ItemType;

namespace {

/// Both are selected, as by the lasso.
void select_both(ToolsDesk& board, const model::Item& a, const model::Item& b) {
    board.screen.hands.selected = {a.id, b.id};
    board.desk.settle();
}

}  // namespace

TEST_CASE("the menu of a note stands beside it, and every drag has a tap that does the same") {
    ToolsDesk board;
    const auto note = board.put(1, {600, 300, 200, 200}, "Buss"), other = board.put(2, {1200, 300, 200, 200}, "Skola");
    board.desk.tap("item/" + note.id.text());
    CHECK(board.desk.rect("canvas/menu/ground").y > 500);
    board.menu("move");
    CHECK(board.desk.text("canvas/menu/aim") != "");
    board.desk.tap_at({900, 800});
    auto moved = board.only_item("move_items");
    CHECK(moved.id == note.id);
    CHECK(moved.place.centre() == base::Point{900, 800});

    board.menu("connect");
    board.desk.tap_at({1300, 400});
    const auto line = board.only_item("connect");
    CHECK(line.from.item == note.id);
    CHECK(line.to.item == other.id);
    CHECK(board.screen.hands.selected == std::set{note.id});

    board.menu("colour");
    board.desk.tap("canvas/menu/colour/ros");
    CHECK(board.only_item("colour_items").colour == "ros");

    board.menu("undo");
    CHECK(board.only<intents::UndoItem>().item == note.id);

    board.menu("write");
    CHECK(board.desk.focus() == "canvas/write/text");
    CHECK(board.desk.text("canvas/write/asked").empty());
    board.desk.type(U"!");
    board.desk.key(ui::Key::escape);
    CHECK(board.only_item("write_item").text == "Buss!");

    board.menu("large");
    CHECK(board.desk.text("canvas/large") == "Buss!");
    board.desk.tap_at({100, 100});
    CHECK_FALSE(board.desk.has("canvas/large"));

    board.menu("duplicate");
    const auto copy = board.only_item("paste_items");
    CHECK(copy.id != note.id);
    CHECK(copy.text == "Buss!");
    CHECK(board.screen.hands.selected == std::set{copy.id});

    board.menu("remove");
    CHECK(board.only("remove_items").gone == std::vector{copy.id});
    CHECK_FALSE(board.desk.has("canvas/menu/remove"));
}

TEST_CASE("a picture is described from its menu, and its caption stays as it is") {
    ToolsDesk board;
    auto image = board.put(1, {600, 200, 400, 300}, "Entrén", ItemType::image);
    board.desk.tap("item/" + image.id.text());
    CHECK_FALSE(board.desk.has("canvas/menu/describe"));  // without a picture there is nothing to say
    image.photo = std::string(64, 'a');
    board.take({image});
    board.desk.settle();
    board.menu("describe");
    CHECK(board.desk.focus() == "canvas/write/text");
    CHECK(board.desk.text("canvas/write/asked") == "Beskriv bilden");
    board.desk.type(U"En port");
    board.desk.key(ui::Key::enter);
    board.desk.type(U"utan skylt");
    board.desk.tap("canvas/write/done");
    auto put = board.only_item("write_item");
    CHECK(put.photo_shows == "En port utan skylt");
    CHECK(put.text == "Entrén");

    board.menu("describe");
    board.desk.type(std::u32string(200, U'x'));  // as much as is kept of what a note's photo shows
    board.desk.key(ui::Key::escape);
    put = board.only_item("write_item");
    CHECK(base::graphemes(put.photo_shows) == intents::most_shows_graphemes);

    image = put;
    image.locked = true;
    board.take({image});
    board.desk.settle();
    CHECK_FALSE(board.desk.has("canvas/menu/describe"));
}

TEST_CASE("a group gets a name, which stands above it with how many belong to it, and is kept by all of them") {
    ToolsDesk board;
    const auto a = board.put(1, {600, 300, 200, 200}, "A"), b = board.put(2, {900, 300, 200, 200}, "B");
    auto lone = board.put(3, {1300, 300, 200, 200}, "C");
    select_both(board, a, b);
    board.menu("more");
    CHECK_FALSE(board.desk.has("canvas/menu/name_group"));
    board.menu("group");
    const auto group = board.only("group_items").items.front().group;
    const auto tag = "board/group/" + group.text();
    CHECK(board.desk.text(tag) == "2 saker hör ihop");
    board.menu("name_group");
    CHECK(board.desk.focus() == "canvas/write/text");
    board.desk.type(U"Nycklar");
    board.desk.key(ui::Key::enter);
    const auto named = board.only("write_item");
    REQUIRE(named.items.size() == 2);
    for (const auto& item : named.items) {
        CHECK(item.group_name == "Nycklar");
        CHECK((item.text == "A" || item.text == "B"));
    }
    CHECK(board.desk.text(tag) == "Nycklar · 2");
    board.screen.hands.selected.clear();
    board.desk.settle();
    CHECK(board.desk.text(tag) == "Nycklar · 2");
    board.screen.camera.zoom = 0.05;  // so small nobody reads it
    board.desk.settle();
    CHECK(board.desk.text(tag).empty());
    board.screen.camera.zoom = 1;

    // Who comes into the group takes its name.
    board.screen.hands.selected = {a.id, b.id, lone.id};
    board.desk.settle();
    board.menu("more");
    board.menu("group");
    const auto larger = board.only("group_items");
    REQUIRE(larger.items.size() == 3);
    for (const auto& item : larger.items) CHECK(item.group_name == "Nycklar");
    board.menu("ungroup");
    for (const auto& item : board.only("group_items").items) CHECK(item.group_name.empty());
    CHECK(board.canvas.named_groups().empty());
}

TEST_CASE("a note that is removed takes the lines to it along") {
    ToolsDesk board;
    const auto note = board.put(1, {600, 300, 200, 200}, "Buss"), other = board.put(2, {1200, 300, 200, 200}, "Skola");
    model::Item line;
    line.id = scenes::id(3);
    line.type = ItemType::line;
    line.level = board.canvas.top_level();
    line.from.item = note.id;
    line.to.item = other.id;
    board.take({line});
    board.desk.tap("item/" + note.id.text());
    board.desk.key(ui::Key::del);
    CHECK(board.only("remove_items").gone == std::vector{note.id, line.id});
}

TEST_CASE("what an arrow means is changed after it was drawn") {
    ToolsDesk board;
    const auto from = board.put(1, {400, 200, 200, 200}, "Kön"), to = board.put(2, {1000, 200, 200, 200}, "Irritation");
    model::Item line;
    line.id = scenes::id(3);
    line.type = ItemType::line;
    line.level = board.canvas.top_level();
    line.means = "leads_to";
    line.from.item = from.id;
    line.to.item = to.id;
    board.take({line});
    board.desk.tap_at({800, 300});
    board.menu("means");
    board.menu("means/causes");
    CHECK(board.only_item("put_items").means == "causes");
    board.menu("means");
    board.menu("means/none");
    CHECK(board.only_item("put_items").means.empty());
    board.menu("means");
    board.menu("means/none");
    CHECK(board.all.empty());
}

TEST_CASE("the whole board is put in order at once, and what is locked stays") {
    ToolsDesk board;
    const auto first = board.put(1, {600, 300, 200, 200}, "A"), second = board.put(2, {700, 340, 200, 200}, "B");
    auto third = board.put(3, {1500, 700, 200, 200}, "C");
    third.locked = true;
    board.take({third});
    board.screen.hands.work.wants_tidy = true;
    board.desk.settle();
    const auto put = board.only("tidy_items");
    REQUIRE(put.items.size() == 1);
    CHECK(put.items.front().id == second.id);
    CHECK_FALSE(board.canvas.find(first.id)->place.overlaps(board.canvas.find(second.id)->place));
}

TEST_CASE("several are lined up, tidied, held together, made larger and put on top") {
    ToolsDesk board;
    const auto a = board.put(1, {600, 300, 200, 200}, "A"), b = board.put(2, {900, 340, 200, 200}, "B");
    const auto stamp = board.put(3, {960, 400, 64, 64}, {}, ItemType::stamp);
    select_both(board, a, b);
    board.menu("more");
    board.menu("align_top");
    auto put = board.only("tidy_items");
    REQUIRE(put.items.size() == 2);  // the second, and the stamp on it
    CHECK(board.canvas.find(b.id)->place.y == 300);
    CHECK(board.canvas.find(stamp.id)->place.y == 360);

    board.menu("tidy_stamps");
    put = board.only("tidy_items");
    CHECK(board.canvas.find(b.id)->place.x == 600);
    CHECK(board.canvas.find(a.id)->place.x > 600);

    board.menu("group");
    put = board.only("group_items");
    REQUIRE(put.items.size() == 2);
    CHECK_FALSE(put.items[0].group.empty());
    CHECK(put.items[0].group == put.items[1].group);
    board.menu("ungroup");
    put = board.only("group_items");
    CHECK(put.items[0].group.empty());

    board.menu("larger");
    put = board.only("put_items");
    CHECK(put.items[0].place.w == doctest::Approx(250));

    board.menu("behind");
    put = board.only("order_items");
    REQUIRE(put.items.size() == 2);
    for (const auto& item : put.items) CHECK(item.level < stamp.level);
    CHECK(put.items[0].level < put.items[1].level);
    board.menu("front");
    put = board.only("order_items");
    for (const auto& item : put.items) CHECK(item.level > stamp.level);
}

TEST_CASE("what is locked is only read, copied and unlocked") {
    ToolsDesk board;
    const auto note = board.put(1, {600, 300, 200, 200}, "A");
    board.desk.tap("item/" + note.id.text());
    board.menu("more");
    board.menu("lock");
    CHECK(board.only_item("lock_items").locked);
    CHECK_FALSE(board.desk.has("canvas/menu/remove"));
    CHECK_FALSE(board.desk.has("canvas/menu/write"));
    board.desk.key(ui::Key::del);
    CHECK(board.all.empty());
    board.menu("unlock");
    CHECK_FALSE(board.only_item("lock_items").locked);
    CHECK(board.desk.has("canvas/menu/remove"));
}

TEST_CASE("a note is moved to another board with the stamps on it") {
    ToolsDesk board;
    views::BoardHead head;
    head.id = scenes::id(901);
    head.title = "Skolan";
    board.view.boards = {head};
    const auto note = board.put(1, {600, 300, 200, 200}, "A");
    const auto stamp = board.put(2, {660, 360, 64, 64}, {}, ItemType::stamp);
    board.screen.hands.selected = {note.id};
    board.desk.settle();
    board.menu("more");
    board.menu("to_board");
    CHECK(board.desk.text("canvas/menu/board/" + head.id.text()) == "Skolan");
    board.menu("board/" + head.id.text());
    const auto moved = board.only<intents::MoveItems>();
    CHECK(moved.to == head.id);
    CHECK(moved.items == std::vector{note.id, stamp.id});
}

TEST_CASE("copied items are pasted as new ones; cut ones are gone") {
    ToolsDesk board;
    const auto note = board.put(1, {600, 300, 200, 200}, "Buss");
    board.screen.hands.selected = {note.id};
    board.desk.settle();
    board.desk.letter(U'c', true);
    CHECK(board.desk.clipboard.starts_with("{\"iderum\":\"items\""));
    board.desk.letter(U'v', true);
    auto copy = board.only_item("paste_items");
    CHECK(copy.id != note.id);
    CHECK(copy.text == "Buss");
    CHECK(copy.place.x > note.place.x);
    CHECK(copy.level > note.level);
    board.desk.letter(U'x', true);
    CHECK(board.only("remove_items").gone == std::vector{copy.id});
    board.desk.tap("tool/paste");
    CHECK(board.only_item("paste_items").text == "Buss");
    board.desk.letter(U'd', true);
    CHECK(board.only_item("paste_items").text == "Buss");
}

TEST_CASE("where the clipboard has no text its picture is wanted, by key and by button") {
    ToolsDesk board;
    auto& wanted = board.screen.hands.work.wants_pasted_picture;
    board.desk.letter(U'v', true);
    CHECK(std::exchange(wanted, false));
    board.desk.tap("tool/paste");
    CHECK(std::exchange(wanted, false));
    CHECK(board.all.empty());
}

TEST_CASE("a pasted text is a note for each line; what cannot be pasted is told") {
    ToolsDesk board;
    board.desk.clipboard = "Ett\nTvå\n\nTre\n";
    board.desk.letter(U'v', true);
    const auto put = board.only("paste_items");
    REQUIRE(put.items.size() == 3);
    CHECK(put.items[1].text == "Två");
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(put.items[i].place.overlaps(put.items[j].place));
    }
    CHECK(board.screen.hands.work.told.empty());

    board.desk.clipboard = std::string(1'000'000, 'a');
    board.desk.letter(U'v', true);
    CHECK(board.only_item("paste_items").text.size() == model::most_item_text);
    CHECK(board.screen.hands.work.told.size() == 1);
    for (const std::string hostile :
         {"{\"iderum\":\"items\",\"version\":1,\"items\":[{}]}", "{\"iderum\":\"items\"", "\xff\xfe"}) {
        board.screen.hands.work.told.clear();
        board.desk.clipboard = hostile;
        board.desk.letter(U'v', true);
        CHECK(board.screen.hands.work.told.size() == 1);
        CHECK(board.all.empty());
    }
}

TEST_CASE("a megabyte pasted into a note that is written on gives what a note holds, and says so") {
    ToolsDesk board;
    const auto note = board.put(1, {600, 300, 200, 200}, "A");
    board.screen.hands.writing = note.id;
    board.desk.settle();
    for (const std::string part : {"å", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x92"}) {
        CAPTURE(part);
        board.desk.clipboard.clear();
        while (board.desk.clipboard.size() < 1'000'000) board.desk.clipboard += part;
        board.desk.letter(U'a', true);
        board.desk.letter(U'v', true);
        board.desk.wait(1.6);
        const auto saved = board.only_item("write_item");
        CHECK(saved.text.size() <= model::most_item_text);
        CHECK(saved.text.size() > model::most_item_text * 9 / 10);
        CHECK(base::is_utf8(saved.text));
        CHECK(model::within_limits(saved).text == saved.text);
    }
}

TEST_CASE("text is found without regard to case and accents, and the camera goes from one to the next") {
    ToolsDesk board;
    board.put(1, {600, 300, 200, 200}, "Kafé vid skolan");
    board.put(2, {9000, 300, 200, 200}, "KAFE i badhuset");
    board.put(3, {9400, 6000, 200, 200}, "Vägen till skolan");
    board.desk.letter(U'f', true);
    CHECK(board.desk.focus() == "find/text");
    board.desk.type(U"kafe");
    CHECK(board.desk.text("find/count") == "2 träffar");
    board.desk.key(ui::Key::enter);
    CHECK(board.desk.text("find/count") == "1 av 2");
    board.desk.tap("find/next");
    CHECK(board.desk.text("find/count") == "2 av 2");
    const auto seen = board.screen.camera.seen({0, 0, 1920, 968});
    CHECK(seen.contains({9100, 400}));
    board.desk.tap("find/next");
    CHECK(board.screen.camera.seen({0, 0, 1920, 968}).contains({700, 400}));
    board.desk.tap("find/previous");
    CHECK(board.screen.camera.seen({0, 0, 1920, 968}).contains({9100, 400}));
    board.desk.tap("find/text/clear");
    board.desk.type(U"vagen");  // å, ä and ö are letters of their own
    CHECK(board.desk.text("find/count") == "Inga träffar");
    board.desk.key(ui::Key::escape);
    CHECK_FALSE(board.desk.has("find/text"));
    CHECK(board.all.empty());
}

TEST_CASE("a menu covers neither the map nor the size, touches no edge, and can be closed") {
    for (const base::Point at : {base::Point{1650, 450}, {1700, 150}, {1250, 740}, {200, 740}}) {
        CAPTURE(at.x);
        ToolsDesk board;
        board.screen.map_shown = true;
        board.desk.look.text_size = 1.45;
        const auto note = board.put(1, {at.x, at.y, 200, 200}, "Buss");
        board.screen.hands.selected = {note.id};
        board.desk.settle();
        const auto menu = board.desk.rect("canvas/menu/ground");
        CHECK_FALSE(menu.overlaps(board.desk.rect("board/zoom_ground")));
        CHECK_FALSE(menu.overlaps(board.desk.rect("board/map_ground")));
        CHECK(menu.right() <= 1920 - 16);
        CHECK(menu.bottom() <= 968 - 16);
        board.menu("close");
        CHECK(board.screen.hands.selected.empty());
        CHECK_FALSE(board.desk.has("canvas/menu/ground"));
        CHECK(board.all.empty());
    }
}
