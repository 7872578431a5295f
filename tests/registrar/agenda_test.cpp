// The day's plan and where the steps lead, told as one thing.
#include "registrar/room.hpp"

namespace {

constexpr std::int64_t a_minute = 60000;

/// The agenda's line of a block, as the remote shows it.
std::string line_of(Room& room, const std::string& block) {
    const auto page = room.page("remote");
    const auto agenda = page.substr(page.find(R"("agenda":[)"));
    const auto at = agenda.find(R"({"id":")" + block + "\"");
    REQUIRE(at != std::string::npos);
    return agenda.substr(at, agenda.find('}', at) + 1 - at);
}

bool has(const std::string& text, const std::string& words) {
    INFO(text);
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("after a step back the block ahead is what comes next, in the plan too, and takes its time") {
    Room room;
    const auto& blocks = room.workshop().course().blocks;
    const auto& second = blocks[1];
    room.go_to(blocks[0].id);
    room.pass(a_minute);
    room.say(Room::trainer, intents::GoNext{});
    room.pass(a_minute);
    room.say(Room::trainer, intents::GoBack{});
    CHECK(has(line_of(room, second.id), R"("state":"next")"));
    CHECK(has(line_of(room, second.id), R"("minutes":)" + std::to_string(second.minutes - 1)));
    CHECK(has(line_of(room, blocks[2].id), R"("state":"later")"));
    CHECK(room.shows("remote", R"("drift_min":0)"));
    CHECK(room.shows("remote", R"("next":{"id":")" + second.id));
    room.say(Room::trainer, intents::GoNext{});
    CHECK(room.cells().text(room.workshop().session(), "session.block") == second.id);
}

TEST_CASE("a block whose time was used up has it anew when the room comes there again") {
    Room room;
    const auto& second = room.workshop().course().blocks[1];
    room.go_to(second.id);
    room.pass((second.minutes + 1) * a_minute);
    room.say(Room::trainer, intents::GoBack{});
    CHECK(has(line_of(room, second.id), R"("minutes":)" + std::to_string(second.minutes)));
    room.say(Room::trainer, intents::GoNext{});
    CHECK(room.shows("remote", R"("remaining_ms":)" + std::to_string(second.minutes * a_minute)));
}

TEST_CASE("what is called next is where next leads, past what is skipped") {
    Room room;
    const auto& blocks = room.workshop().course().blocks;
    room.go_to(blocks[0].id);
    room.say(Room::trainer, intents::SkipBlock{blocks[1].id});
    CHECK(room.shows("remote", R"("next":{"id":")" + blocks[2].id));
    CHECK(room.shows("tablet/sv", R"("next":{"title":")" + blocks[2].texts.at("sv").title));
    room.say(Room::trainer, intents::SkipBlock{blocks[0].id});
    CHECK(room.cells().text(room.workshop().session(), "session.block") == blocks[2].id);
    CHECK(room.shows("remote", R"("previous":{"id":")" + blocks[0].id));
}

TEST_CASE("a day that begins within an hour of its course's start is early or late by it, another begins on time") {
    Room room;
    auto& workshop = room.workshop();
    const auto now = room.now();
    const auto start = base::local_time_of_day(now, workshop.course().start);
    REQUIRE(start != 0);
    CHECK(methods::planned_start(start, start + 20 * a_minute) == start);
    CHECK(methods::planned_start(start, start - 20 * a_minute) == start);
    CHECK(methods::planned_start(start, start + 61 * a_minute) == start + 61 * a_minute);
    CHECK(methods::planned_start(0, now) == now);
    // To 08.41, where the course says 08.30.
    room.pass(start + 11 * a_minute - now);
    room.go_to(workshop.course().blocks[0].id);
    CHECK(room.shows("remote", R"("drift_min":11)"));
    room.restart();
    CHECK(room.shows("remote", R"("drift_min":11)"));
}

TEST_CASE("a cut that nobody has suggested is not taken") {
    Room room;
    room.go_to(room.workshop().course().blocks[0].id);
    const auto refused = room.say(Room::trainer, intents::TakeCut{"fika", 1, false});
    CHECK(Room::member(refused, "nak", "what") == "no_cut");
}

TEST_CASE("a block is closed once its vote is") {
    Room room;
    room.join(1);
    room.go_to("tre-prickar");
    intents::StartPoll wish;
    wish.method = "fist";
    const auto poll = base::parse_id(Room::member(room.say(Room::trainer, wish), "ack", "poll")).value();
    CHECK(Room::member(room.say(Room::trainer, intents::SetPhase{"closed"}), "nak", "what") == "open_poll");
    room.say(Room::trainer, intents::ClosePoll{poll});
    CHECK(Room::acked(room.say(Room::trainer, intents::SetPhase{"closed"})));
}
