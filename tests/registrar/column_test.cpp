// The column of the board that the room works on now.
#include "registrar/room.hpp"

constexpr auto drawn_journey = "rita-resan";

TEST_CASE("the column that is worked on is told to all, also after a restart") {
    Room room;
    room.join(1);
    room.go_to(drawn_journey);
    CHECK(room.shows("tablet/sv", R"("column":null)"));
    const auto groups = room.workshop().course();
    const auto& blocks = groups.blocks;
    const auto block =
        std::find_if(blocks.begin(), blocks.end(), [](const auto& one) { return one.id == drawn_journey; });
    REQUIRE(block != blocks.end());
    REQUIRE(block->groups.size() > 1);
    const auto column = block->groups[1];
    CHECK(Room::acked(room.say(Room::trainer, intents::WorkOn{column})));
    CHECK(room.shows("tablet/sv", R"("column":")" + column + "\""));
    CHECK(room.shows("remote", R"("column":")" + column + "\""));
    room.restart();
    room.join(1);
    CHECK(room.shows("tablet/sv", R"("column":")" + column + "\""));
    CHECK(Room::acked(room.say(Room::trainer, intents::WorkOn{})));
    CHECK(room.shows("tablet/sv", R"("column":null)"));
}

TEST_CASE("no other than a column of the board is worked on, and only the trainer says which") {
    Room room;
    room.join(1);
    CHECK(Room::refusal(room.say(Room::trainer, intents::WorkOn{"under"})) == "not_now");
    room.go_to(drawn_journey);
    CHECK(Room::refusal(room.say(Room::trainer, intents::WorkOn{"not-there"})) == "bad_input");
    CHECK(Room::refusal(room.say(1, intents::WorkOn{})) == "denied");
    room.go_to(silent_ideas);
    CHECK(room.shows("tablet/sv", R"("column":null)"));
}

TEST_CASE("each block has a column of its own to work on") {
    Room room;
    room.join(1);
    room.go_to(drawn_journey);
    const auto page = room.page("tablet/sv");
    const auto from = page.find(R"("groups":[{"id":")") + 17;
    const auto first = page.substr(from, page.find('"', from) - from);
    room.say(Room::trainer, intents::WorkOn{first});
    room.go_to(silent_ideas);
    CHECK(room.shows("tablet/sv", R"("column":null)"));
    room.go_to(drawn_journey);
    CHECK(room.shows("tablet/sv", R"("column":")" + first + "\""));
}
