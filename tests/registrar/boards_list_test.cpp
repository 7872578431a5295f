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

TEST_CASE("what a board's lines join is in the list, also when nothing of it is in memory") {
    BoardWall wall;
    const auto from = wall.note("Nyckeln"), to = wall.note("Kön", 300);
    wall.put(from);
    wall.put(to);
    auto line = wall.note("");
    line.type = model::ItemType::line;
    line.from.item = from.id;
    line.to.item = to.id;
    line.means = "causes";
    wall.put(line);
    CHECK(listed_frame(wall).find("Nyckeln orsakar Kön") != std::string::npos);
    wall.restart();
    CHECK(listed_frame(wall).find("Nyckeln orsakar Kön") != std::string::npos);
}

TEST_CASE("an empty board is not in the list, nor one that was removed") {
    BoardWall wall;
    CHECK(listed_frame(wall).find("Nuläge") == std::string::npos);
    wall.put_note("Lapp");
    CHECK(listed_frame(wall).find("Nuläge") != std::string::npos);
    wall.ask(intents::RemoveBoard{wall.board});
    CHECK(listed_frame(wall).find("Nuläge") == std::string::npos);
}

TEST_CASE("of a board with more than a list holds, its frames are there and as many notes as there is room for") {
    BoardWall wall;
    auto within = wall.note("Vem frågar jag?", 100);
    within.place.y = 100;
    wall.put(within);
    for (int round = 0; round < 2; ++round) {
        std::vector<model::Item> items;
        for (int i = 0; i < 2600; ++i) {
            items.push_back(wall.note("Lapp", 220.0 * i));
            items.back().place.y = 2000;
        }
        wall.ask(intents::PutItems{wall.board, "paste_items", std::move(items)});
    }
    auto frame = wall.note("Säger");
    frame.type = model::ItemType::frame;
    frame.place = {0, 0, 600, 600};
    wall.put(frame);
    wall.restart();  // nothing is in memory any more
    const auto told = listed_frame(wall);
    std::size_t count = 0;
    for (auto at = told.find("Lapp"); at != std::string::npos; at = told.find("Lapp", at + 1)) ++count;
    CHECK(told.find(R"("label":"Säger")") != std::string::npos);
    CHECK(count > 4900);
    CHECK(count <= views::ListView::most_board_notes);
}
