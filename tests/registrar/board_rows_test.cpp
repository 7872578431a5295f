// A template's table of notes that lie in its fields: one and the same on the wall and on tablets.
#include "registrar/table_room.hpp"
#include "views/rows_form.hpp"

namespace {

struct RowsRoom : TableRoom {
    RowsRoom() : TableRoom(1, false, std::nullopt, rows_form()) {
        sit(1, 1);
        open();
    }
    base::Id add(const std::string& field, const std::string& text) {
        CHECK(Room::acked(fill(1, boards[0], field, text)));
        for (const auto& entry : entries(boards[0], field)) {
            if (entry.text == text) return entry.item;
        }
        FAIL("not there: " << text);
        return {};
    }
    std::string value(const std::string& column, const base::Id& row) {
        const auto found = entries(boards[0], model::row_field(column, row));
        return found.empty() ? "–" : found.front().value;
    }
};

}  // namespace

TEST_CASE("what is written in a field on a tablet is a row there at once, and is carried by saying where it lies") {
    RowsRoom it;
    const auto cook = it.add("far", "Kock");
    CHECK(it.tells(1, R"("label":"Kock – Var")"));
    CHECK(it.value("where", cook) == "far");
    const auto where = model::row_field("where", cook), weight = model::row_field("weight", cook);
    const auto told = it.entries(it.boards[0], where);
    REQUIRE(told.size() == 1);
    CHECK(Room::acked(it.fill(1, it.boards[0], where, "near", told[0].item)));
    CHECK(it.value("where", cook) == "near");
    REQUIRE(it.entries(it.boards[0], "near").size() == 1);
    CHECK(it.entries(it.boards[0], "near")[0].item == cook);
    CHECK(it.entries(it.boards[0], "far").empty());
    CHECK(Room::acked(it.fill(1, it.boards[0], model::row_field("kind", cook), "himmel", std::nullopt)) == false);
    const auto kind = it.entries(it.boards[0], model::row_field("kind", cook));
    REQUIRE(kind.size() == 1);
    CHECK(Room::acked(it.fill(1, it.boards[0], model::row_field("kind", cook), "himmel", kind[0].item)));
    CHECK(it.entries(it.boards[0], "near")[0].colour == "himmel");
    CHECK(Room::member(it.fill(1, it.boards[0], weight, "9"), "nak", "what") == "value");
    CHECK(Room::acked(it.fill(1, it.boards[0], weight, "4")));
    CHECK(it.value("weight", cook) == "4");
    CHECK(Room::refusal(it.fill(1, it.boards[0], weight, "5")) == "too_many");
    // Pressed again it stays where it is: a note lies somewhere.
    CHECK(Room::acked(it.fill(1, it.boards[0], where, "", told[0].item)));
    CHECK(it.value("where", cook) == "near");
}

TEST_CASE("what hands do to a note shows in the table, and what is said of it goes and comes back with it") {
    RowsRoom it;
    const auto cook = it.add("far", "Kock");
    CHECK(Room::acked(it.fill(1, it.boards[0], model::row_field("weight", cook), "4")));
    it.board = it.boards[0];
    it.look_at(it.board);
    auto note = it.items.at(cook);
    note.place = {40, 300, 200, 200};
    note.text = "Kökschef";
    it.put(note, "move_items");
    CHECK(it.value("where", cook) == "near");
    CHECK(it.tells(1, R"("label":"Kökschef – Vikt")"));
    const auto before = it.items.size();
    it.ask(intents::PutItems{it.board, "remove_items", {}, {cook}});
    CHECK(it.items.size() == before - 2);
    CHECK(Room::member(it.fill(1, it.board, model::row_field("weight", cook), "2"), "nak", "what") == "field");
    it.ask(intents::UndoBoard{it.board});
    CHECK(it.items.size() == before);
    CHECK(it.value("weight", cook) == "4");
    // When only this note's own last deed is taken back, too.
    it.ask(intents::PutItems{it.board, "remove_items", {}, {cook}});
    CHECK(it.items.size() == before - 2);
    it.ask(intents::UndoItem{it.board, cook});
    CHECK(it.items.size() == before);
    CHECK(it.value("weight", cook) == "4");
    // On a tablet too: what is emptied is gone, with all that was said of it.
    CHECK(Room::acked(it.fill(1, it.board, "near", "", cook)));
    it.look_at(it.board);
    CHECK(it.items.size() == before - 2);
}

TEST_CASE("what is said of a note moves to another board with it") {
    RowsRoom it;
    const auto cook = it.add("far", "Kock");
    CHECK(Room::acked(it.fill(1, it.boards[0], model::row_field("weight", cook), "4")));
    it.ask(intents::MoveItems{it.boards[0], it.board, {cook}});
    it.look_at(it.board);
    CHECK(it.items.size() == 2);
}

TEST_CASE("boards side by side are pictures: their tables are drawn there") {
    RowsRoom it;
    const auto cook = it.add("far", "Kock");
    CHECK(Room::acked(it.fill(1, it.boards[0], model::row_field("weight", cook), "4")));
    const auto all = base::new_id(it.room.now());
    it.ask(intents::GatherBoards{all, "Alla", it.boards, false});
    it.look_at(all);
    std::vector<std::string> words;
    for (const auto& [id, item] : it.items) {
        CHECK_FALSE(model::parse_row_field(item.slot).has_value());
        if (item.type == model::ItemType::text && item.slot.starts_with(views::row_slot)) words.push_back(item.text);
    }
    std::sort(words.begin(), words.end());
    CHECK(words == std::vector<std::string>{"4", "Anhörig", "Kock", "Långt bort"});
}
