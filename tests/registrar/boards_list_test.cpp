#include "registrar/board_wall.hpp"

namespace {

std::string listed_frame(BoardWall& wall) {
    for (const auto& frame : wall.room.say(Room::trainer, intents::ReadRegister{})) {
        if (frame.starts_with(R"({"t":"register")")) return frame;
    }
    return {};
}

}  // namespace

TEST_CASE("a free board of the session is in the list as text, by its frames") {
    BoardWall wall;
    auto frame = wall.note("Säger");
    frame.type = model::ItemType::frame;
    frame.place = {0, 0, 600, 600};
    frame.slot = "says";
    wall.put(frame);
    auto note = wall.note("Vem frågar jag?", 100);
    note.place.y = 100;
    wall.put(note);
    const auto told = listed_frame(wall);
    CHECK(told.find(R"("title":"Nuläge")") != std::string::npos);
    CHECK(told.find(R"("label":"Säger")") != std::string::npos);
    CHECK(told.find("Vem frågar jag?") != std::string::npos);
}

TEST_CASE("an empty board is not in the list, nor one that was removed") {
    BoardWall wall;
    CHECK(listed_frame(wall).find("Nuläge") == std::string::npos);
    wall.put_note("Lapp");
    CHECK(listed_frame(wall).find("Nuläge") != std::string::npos);
    wall.ask(intents::RemoveBoard{wall.board});
    CHECK(listed_frame(wall).find("Nuläge") == std::string::npos);
}
