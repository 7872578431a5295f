#include <algorithm>

#include "registrar/board_wall.hpp"

namespace {

std::vector<std::string> labels_of(const views::BoardHistory& history) {
    std::vector<std::string> labels;
    for (const auto& moment : history.moments) labels.push_back(moment.label);
    return labels;
}

bool shows_text(const views::BoardHistory& history, std::string_view text) {
    return std::any_of(history.items.begin(), history.items.end(),
                       [text](const model::Item& item) { return item.text == text; });
}

}  // namespace

TEST_CASE("a board tells how it came to be, and how it was at any moment") {
    BoardWall wall;
    const auto one = wall.put_note("Ett", 10);
    const auto two = wall.put_note("Två", 20);
    wall.move(one.id, 500);
    wall.ask(intents::PutItems{wall.board, "remove_items", {}, {two.id}});
    wall.look_at(wall.board, 0);
    REQUIRE(wall.history);
    CHECK(labels_of(*wall.history) == std::vector<std::string>{"change.make_board", "change.put_items",
                                                               "change.put_items", "change.move_items",
                                                               "change.remove_items"});
    const auto moments = wall.history->moments;
    CHECK(std::is_sorted(moments.begin(), moments.end(), [](const auto& a, const auto& b) { return a.seq < b.seq; }));
    CHECK(moments[0].items == 0);
    CHECK(moments[2].items == 2);
    CHECK(moments[4].items == 1);
    CHECK(moments[3].touched == std::vector<base::Id>{one.id});
    CHECK(moments[3].author == "trainer");
    CHECK(wall.history->shown == moments[4].seq);
    CHECK(wall.history->items.size() == 1);
    wall.look_at(wall.board, moments[2].seq);
    REQUIRE(wall.history->items.size() == 2);
    CHECK(shows_text(*wall.history, "Två"));
    for (const auto& item : wall.history->items) CHECK(item.place.x < 100);
    // Numbers of moments are the same after a restart.
    wall.restart();
    wall.look_at(wall.board, moments[1].seq);
    REQUIRE(wall.history->moments.size() == 5);
    CHECK(wall.history->moments[3].seq == moments[3].seq);
    CHECK(wall.history->items.size() == 1);
}

TEST_CASE("what is done while the history is open comes into it") {
    BoardWall wall;
    wall.put_note("Ett");
    wall.look_at(wall.board, 0);
    const auto before = wall.history->moments.size();
    wall.put_note("Två");
    CHECK(wall.history->moments.size() == before + 1);
    CHECK(wall.history->items.size() == 2);
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.history->moments.back().label == "change.undo");
    CHECK(wall.history->items.size() == 1);
}

TEST_CASE("a board is brought back to a moment by one change, which can be undone") {
    BoardWall wall;
    const auto one = wall.put_note("Ett", 10);
    const auto two = wall.put_note("Två", 20);
    wall.look_at(wall.board, 0);
    const auto then = wall.history->moments.back().seq;
    const auto before = wall.items;
    auto moved = one;
    moved.place.x = 600;
    moved.text = "Ett, ändrat";
    wall.put(moved, "write_item");
    wall.ask(intents::PutItems{wall.board, "remove_items", {}, {two.id}});
    wall.put_note("Tre", 30);
    const auto after = wall.items;
    SUBCASE("with the history open") {}
    SUBCASE("without") {
        wall.look_at(wall.board);
    }
    SUBCASE("after a restart") {
        wall.restart();
    }
    wall.ask(intents::RestoreBoard{wall.board, then});
    CHECK(wall.items == before);
    CHECK(wall.find_head(wall.board)->items == 2);
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.items == after);
    CHECK(wall.refusals.empty());
}

TEST_CASE("one object of a board is brought back alone") {
    BoardWall wall;
    const auto one = wall.put_note("Ett", 10);
    wall.put_note("Två", 20);
    wall.look_at(wall.board, 0);
    const auto then = wall.history->moments.back().seq;
    wall.move(one.id, 700);
    wall.ask(intents::PutItems{wall.board, "remove_items", {}, {one.id}});
    const auto three = wall.put_note("Tre");
    wall.ask(intents::RestoreBoard{wall.board, then, one.id});
    CHECK(wall.x_of(one.id) == 10);
    CHECK(wall.items.contains(three.id));
    wall.ask(intents::RestoreBoard{wall.board, then, three.id});
    CHECK_FALSE(wall.items.contains(three.id));
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.items.contains(three.id));
}

TEST_CASE("what has gone to another board stands in the history of the one it left") {
    BoardWall wall;
    const auto note = wall.put_note("Flyttad", 10);
    const auto other = base::new_id(wall.room.now());
    wall.ask(intents::MakeBoard{other, "Parkering", ""});
    wall.ask(intents::MoveItems{wall.board, other, {note.id}});
    SUBCASE("at once") {}
    SUBCASE("after a restart") {
        wall.restart();
    }
    wall.look_at(wall.board, 0);
    REQUIRE(wall.history->moments.size() == 3);
    CHECK(wall.history->moments.back().label == "change.items_to_board");
    CHECK(wall.history->moments.back().items == 0);
    const auto then = wall.history->moments[1].seq;
    wall.look_at(wall.board, then);
    CHECK(shows_text(*wall.history, "Flyttad"));
    // Restoring leaves it where it lies now.
    wall.ask(intents::RestoreBoard{wall.board, then});
    CHECK(wall.items.empty());
    wall.look_at(other, 0);
    CHECK(wall.items.size() == 1);
    CHECK(wall.history->board == other);
    CHECK(wall.history->items.size() == 1);
}
