// A journey's steps on tablets: what is written of a step lies below it on the wall.
#include "registrar/table_room.hpp"
#include "views/steps_form.hpp"

namespace {

struct StepsRoom : TableRoom {
    StepsRoom() : TableRoom(1, false, std::nullopt, steps_form()) {
        sit(1, 1);
        open();
    }
    base::Id add_step(const std::string& text) {
        CHECK(Room::acked(fill(1, boards[0], "before.action", text)));
        for (const auto& entry : entries(boards[0], "before.action")) {
            if (entry.text == text) return entry.item;
        }
        FAIL("not there: " << text);
        return {};
    }
    std::string words(const std::string& lane, const base::Id& step) {
        std::string all;
        for (const auto& entry : entries(boards[0], model::row_field(lane, step))) {
            all += (all.empty() ? "" : ", ") + entry.text + (entry.value.empty() ? "" : "=" + entry.value);
        }
        return all;
    }
};

}  // namespace

TEST_CASE("a tablet is asked step by step, and what it answers is that step's on the wall") {
    StepsRoom it;
    const auto call = it.add_step("Ringer"), wait = it.add_step("Väntar");
    CHECK(it.tells(1, R"("label":"Ringer – Möter")"));
    CHECK_FALSE(it.tells(1, R"("label":"Före – Möter")"));
    const auto meets = model::row_field("touchpoint", wait), feels = model::row_field("feeling", wait);
    CHECK(Room::acked(it.fill(1, it.boards[0], meets, "Kön")));
    CHECK(Room::acked(it.fill(1, it.boards[0], meets, "Skärmen")));
    CHECK(Room::acked(it.fill(1, it.boards[0], feels, "-1")));
    CHECK(it.words("touchpoint", wait) == "Kön, Skärmen");
    CHECK(it.words("feeling", wait) == "Dåligt=-1");
    CHECK(it.words("touchpoint", call).empty());
    CHECK(Room::member(it.fill(1, it.boards[0], feels, "Sådär"), "nak", "what") == "value");
    CHECK(Room::refusal(it.fill(1, it.boards[0], feels, "1")) == "too_many");
    const auto felt = it.entries(it.boards[0], feels);
    REQUIRE(felt.size() == 1);
    CHECK(Room::acked(it.fill(1, it.boards[0], feels, "1", felt[0].item)));
    CHECK(it.words("feeling", wait) == "Bra=1");
    it.look_at(it.boards[0]);
    CHECK(it.items.at(felt[0].item).slot == "before.feeling");
}

TEST_CASE("a step that goes leaves what lies below it, for it is seen there") {
    StepsRoom it;
    const auto call = it.add_step("Ringer"), wait = it.add_step("Väntar");
    CHECK(Room::acked(it.fill(1, it.boards[0], model::row_field("touchpoint", wait), "Kön")));
    it.board = it.boards[0];
    it.look_at(it.board);
    const auto before = it.items.size();
    it.ask(intents::PutItems{it.board, "remove_items", {}, {wait}});
    CHECK(it.items.size() == before - 1);
    CHECK(it.words("touchpoint", call) == "Kön");
    CHECK(Room::member(it.fill(1, it.board, model::row_field("touchpoint", wait), "Ny"), "nak", "what") == "field");
    it.ask(intents::UndoBoard{it.board});
    CHECK(it.words("touchpoint", call).empty());
    CHECK(it.words("touchpoint", wait) == "Kön");
}
