#include "registrar/room.hpp"

TEST_CASE("a remote that asks for it is told every board and the register as text") {
    Room room;
    room.join(1, "Tove");
    room.go_to("ideer-i-tysthet");
    room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    room.workshop().deed(intents::AddIdea{{{"area", "Skola"}, {"title", "Smakråd i varje skola"}}});
    room.settle();
    const auto frames = room.say(Room::trainer, intents::ReadRegister{});
    CHECK(Room::acked(frames));
    std::string told;
    for (const auto& frame : frames) {
        if (frame.starts_with(R"({"t":"register")")) told = frame;
    }
    CHECK(told.find("Smakråd i varje skola") != std::string::npos);
    CHECK(told.find(R"("state":"Utkast")") != std::string::npos);
    CHECK(told.find("Nyckelskåp med kod") != std::string::npos);
}

TEST_CASE("a tablet is not told the register") {
    Room room;
    room.join(1, "Tove");
    const auto frames = room.say(1, intents::ReadRegister{});
    CHECK(Room::refusal(frames) == "denied");
    for (const auto& frame : frames) CHECK(frame.find(R"("t":"register")") == std::string::npos);
}

TEST_CASE("an idea without a title is not taken into the register") {
    Room room;
    room.workshop().look({true, {}, {}});
    room.workshop().deed(intents::AddIdea{{{"description", "Något"}}});
    room.settle();
    bool refused = false;
    for (const auto& told : room.workshop().take_wall()) refused |= std::holds_alternative<views::WallRefusal>(told);
    CHECK(refused);
}

TEST_CASE("a new idea can be undone at the wall, and done again") {
    Room room;
    const auto told = [&room] {
        std::string register_frame;
        for (const auto& frame : room.say(Room::trainer, intents::ReadRegister{})) {
            if (frame.starts_with(R"({"t":"register")")) register_frame = frame;
        }
        return register_frame;
    };
    const auto before = told();
    room.workshop().deed(intents::AddIdea{{{"title", "Smakråd i varje skola"}}});
    room.settle();
    const auto with_it = told();
    CHECK(with_it.find("Smakråd") != std::string::npos);
    room.workshop().deed(intents::UndoLast{});
    room.settle();
    CHECK(told() == before);
    room.workshop().deed(intents::UndoLast{true});
    room.settle();
    CHECK(told() == with_it);
}
