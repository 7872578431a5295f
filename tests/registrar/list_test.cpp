#include "registrar/wall_ear.hpp"

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
    WallEar ear;
    ear.take(room);
    CHECK(ear.refusals.size() == 1);
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

TEST_CASE(
    "the groups that the room has named are told with what is in them, in their order, and what is in none last") {
    Room room;
    room.join(1, "Tove");
    room.go_to("ideer-i-tysthet");
    room.add_note(1, "ideer-i-tysthet", "Anslag på porten");
    const auto key = room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    const auto answer = room.add_note(1, "ideer-i-tysthet", "Svar samma kväll");
    room.go_to("sortera");
    const auto group = [&room](const std::string& name, const base::Id& note) {
        const auto frames = room.say(Room::trainer, intents::NameCluster{name, {}});
        const auto cluster = base::parse_id(Room::member(frames, "ack", "cluster"));
        REQUIRE(cluster.has_value());
        room.say(Room::trainer, intents::SortNote{note, cluster});
        return *cluster;
    };
    const auto keys = group("Nyckeln", key);
    const auto answers = group("Besked", answer);
    room.say(Room::trainer, intents::MoveCluster{answers, keys});
    std::string told;
    for (const auto& frame : room.say(Room::trainer, intents::ReadRegister{})) {
        if (frame.starts_with(R"({"t":"register")")) told = frame;
    }
    const auto first = told.find(R"("label":"Besked")"), second = told.find(R"("label":"Nyckeln")");
    const auto last = told.find("Anslag på porten");
    REQUIRE(first != std::string::npos);
    REQUIRE(second != std::string::npos);
    CHECK(first < second);
    CHECK(second < last);
    CHECK(told.find("Svar samma kväll") > first);
}

namespace {

std::string register_frame(Room& room, const std::string& language = {}) {
    std::string told;
    for (const auto& frame : room.say(Room::trainer, intents::ReadRegister{language})) {
        if (frame.starts_with(R"({"t":"register")")) told = frame;
    }
    return told;
}

}  // namespace

TEST_CASE("the columns of a board are told in the board's order, not in that of the notes") {
    Room room;
    room.join(1, "Tove");
    room.go_to("rita-resan");
    for (const std::string group : {"efter", "fore", "under"}) {
        room.add_note(1, "rita-resan", "Steg " + group, group);
    }
    const auto told = register_frame(room);
    const auto before = told.find(R"("label":"Före")"), during = told.find(R"("label":"Under")");
    const auto after = told.find(R"("label":"Efter")");
    REQUIRE(after != std::string::npos);
    CHECK(before < during);
    CHECK(during < after);
}

TEST_CASE("a vote's result is told with its board once it is revealed, and nothing of it before") {
    Room room;
    for (intents::Visitor visitor = 1; visitor <= 4; ++visitor) room.join(visitor);
    const auto poll = room.open_poll("kom-in");
    for (intents::Visitor visitor = 1; visitor <= 4; ++visitor) {
        room.vote(poll, room.token(visitor, poll), 1, R"({"choice":"te"})");
    }
    CHECK(register_frame(room).find(poll.text()) == std::string::npos);
    room.say(Room::trainer, intents::ClosePoll{poll});
    CHECK(register_frame(room).find(poll.text()) == std::string::npos);
    room.say(Room::trainer, intents::RevealPoll{poll});
    const auto told = register_frame(room);
    CHECK(told.find(poll.text()) != std::string::npos);
    CHECK(told.find(R"("votes":4)") != std::string::npos);
}

TEST_CASE("the list is told in the language that is asked for, and in the program's when it does not speak it") {
    Room room;
    room.workshop().deed(intents::AddIdea{{{"title", "Smakråd i varje skola"}}});
    room.settle();
    CHECK(register_frame(room).find(R"("state":"Utkast")") != std::string::npos);
    const auto english = register_frame(room, "en");
    CHECK(english.find(R"("lang":"en")") != std::string::npos);
    CHECK(english.find("Utkast") == std::string::npos);
    CHECK(register_frame(room, "fi").find(R"("lang":"sv")") != std::string::npos);
}
