#include "registrar/room.hpp"

namespace {

/// Two ideas that were voted on with three dots, revealed.
struct Revealed {
    Room room;
    base::Id first, second, poll;

    Revealed() {
        for (intents::Visitor visitor = 1; visitor <= 2; ++visitor) room.join(visitor);
        room.go_to("ideer-i-tysthet");
        first = room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
        second = room.add_note(2, "ideer-i-tysthet", "Bokning i telefonen");
        room.go_to("tre-prickar");
        poll = room.open_poll("tre-prickar");
        const auto value =
            R"({"dots":{"nytankande":{")" + second.text() + R"(":2},"nytta":{")" + first.text() + R"(":3}}})";
        room.vote(poll, room.token(1, poll), 1, value);
        room.say(Room::trainer, intents::ClosePoll{poll});
        room.say(Room::trainer, intents::RevealPoll{poll});
    }
    std::string save() {
        return Room::member(room.say(Room::trainer, intents::SaveIdeas{poll, {first}}), "ack", "undo");
    }
    void let_time_pass() {
        room.pass(8001);
        room.settle();
    }
};

}  // namespace

TEST_CASE("a saved idea is received at once, with its origin, and numbered 8 seconds later") {
    Revealed revealed;
    CHECK(!revealed.save().empty());
    const auto& cells = revealed.room.cells();
    CHECK(cells.text(revealed.first, "idea.state") == "received");
    CHECK(cells.text(revealed.first, "idea.number").empty());
    const auto origin = cells.text(revealed.first, "idea.origin");
    CHECK(origin.find(R"("method":"tre-prickar")") != std::string::npos);
    CHECK(origin.find(R"("nytta":3)") != std::string::npos);
    CHECK(origin.find("Samira") != std::string::npos);
    revealed.let_time_pass();
    CHECK(cells.text(revealed.first, "idea.number") == "L26-001");
    CHECK(cells.text(revealed.second, "idea.state") == "draft");
}

TEST_CASE("saving can be undone for 8 seconds, not after") {
    Revealed revealed;
    auto undo = revealed.save();
    CHECK(Room::acked(revealed.room.say(Room::trainer, intents::UndoDeed{undo})));
    CHECK(revealed.room.cells().text(revealed.first, "idea.state") == "draft");
    revealed.let_time_pass();
    CHECK(revealed.room.cells().text(revealed.first, "idea.number").empty());
    undo = revealed.save();
    revealed.let_time_pass();
    CHECK(Room::refusal(revealed.room.say(Room::trainer, intents::UndoDeed{undo})) == "not_now");
}

TEST_CASE("after that an idea is only withdrawn: closed, with that outcome") {
    Revealed revealed;
    revealed.save();
    revealed.let_time_pass();
    CHECK(Room::acked(revealed.room.say(Room::trainer, intents::WithdrawIdea{revealed.first, "Fel idé", false})));
    CHECK(revealed.room.cells().text(revealed.first, "idea.state") == "closed");
    CHECK(revealed.room.cells().text(revealed.first, "idea.outcome") == "withdrawn");
    CHECK(revealed.room.cells().text(revealed.first, "idea.feedback").starts_with("Kontakt saknas"));
}

TEST_CASE("a withdrawn idea says what its giver was told; with nothing told to anybody it is not closed") {
    Revealed revealed;
    revealed.save();
    revealed.let_time_pass();
    const auto& cells = revealed.room.cells();
    const auto untrue = revealed.room.say(Room::trainer, intents::WithdrawIdea{revealed.first, "", true});
    CHECK(Room::refusal(untrue) == "not_now");
    CHECK(Room::member(untrue, "nak", "what") == "gate.feedback");
    CHECK(cells.text(revealed.first, "idea.state") == "received");
    const intents::WithdrawIdea told{revealed.first, "Den finns redan", true};
    CHECK(Room::acked(revealed.room.say(Room::trainer, told)));
    CHECK(cells.text(revealed.first, "idea.state") == "closed");
    CHECK(cells.text(revealed.first, "idea.feedback").find("Den finns redan") != std::string::npos);
}

TEST_CASE("a host that went down within the 8 seconds gives the number at its next start") {
    Revealed revealed;
    revealed.save();
    revealed.room.restart();
    revealed.let_time_pass();
    CHECK(revealed.room.cells().text(revealed.first, "idea.number") == "L26-001");
}

TEST_CASE("numbers run on, whatever was withdrawn") {
    Revealed revealed;
    revealed.save();
    revealed.let_time_pass();
    revealed.room.say(Room::trainer, intents::WithdrawIdea{revealed.first, "", false});
    revealed.room.say(Room::trainer, intents::SaveIdeas{revealed.poll, {revealed.second}});
    revealed.let_time_pass();
    CHECK(revealed.room.cells().text(revealed.second, "idea.number") == "L26-002");
}

TEST_CASE("only the trainer's end ends the session; it says how many notes were never shown") {
    Room room(true);
    const auto secret = Room::member(room.join(1), "welcome", "seat");
    room.go_to("ideer-i-tysthet");
    room.add_note(1, "ideer-i-tysthet", "Väntar");
    const auto frames = room.say(Room::trainer, intents::EndSession{false});
    CHECK(Room::refusal(frames) == "not_now");
    CHECK(frames.back().find(R"("hidden":1)") != std::string::npos);
    CHECK(Room::acked(room.say(Room::trainer, intents::EndSession{true})));
    intents::Hello again;
    again.seat = secret;
    CHECK(Room::member(room.hello(2, again), "refused", "code") == "closed");
    CHECK(room.workshop().book().reader().read_session(room.workshop().session())->seats.empty());
    CHECK(!std::filesystem::is_empty(room.file().parent_path() / "backups"));
}

TEST_CASE("a session goes on in the same block and phase with the clock right") {
    Room room;
    room.go_to("rita-resan");
    room.say(Room::trainer, intents::SetPhase{"share"});
    room.pass(600000);
    room.restart();
    const auto frames = room.pair(7);
    CHECK(!frames.empty());
    room.pass(100);  // a page goes out at most every 50 ms
    room.settle();
    std::string remote;
    for (const auto& item : room.told()) {
        if (const auto* publish = std::get_if<intents::Publish>(&item); publish && publish->channel == "remote") {
            remote = *publish->text;
        }
    }
    CHECK(remote.find(R"("id":"rita-resan","kind":"journey")") != std::string::npos);
    CHECK(remote.find(R"("phase":"share")") != std::string::npos);
    CHECK(remote.find(R"("remaining_ms":1499900)") != std::string::npos);  // 35 − 10 minutes
}

TEST_CASE("a register whose host has ended quietly is whole in one file") {
    Room room;
    room.join(1);
    room.go_to("ideer-i-tysthet");
    room.add_note(1, "ideer-i-tysthet", "Ligger på en sticka");
    room.end();
    const auto stick = room.file().parent_path() / "stick.iderum";
    std::filesystem::copy_file(room.file(), stick);
    auto reader = store::Reader::open(stick);
    REQUIRE(reader.has_value());
    CHECK(reader->read_rows("idea")->size() == 1);
}

TEST_CASE("the same idea named twice in one saving takes one number") {
    Revealed revealed;
    const intents::SaveIdeas twice{revealed.poll, {revealed.first, revealed.first}};
    CHECK(Room::acked(revealed.room.say(Room::trainer, twice)));
    revealed.let_time_pass();
    CHECK(revealed.room.cells().text(revealed.first, "idea.number") == "L26-001");
}

TEST_CASE("a typo that is mended right after saving stands also when the saving is undone") {
    Revealed revealed;
    const auto undo = revealed.save();
    revealed.room.say(Room::trainer, intents::FixNote{revealed.first, "Nyckelskåp med kodlås"});
    CHECK(Room::acked(revealed.room.say(Room::trainer, intents::UndoDeed{undo})));
    CHECK(revealed.room.cells().text(revealed.first, "idea.state") == "draft");
    CHECK(revealed.room.cells().text(revealed.first, "idea.title") == "Nyckelskåp med kodlås");
    revealed.save();
    revealed.let_time_pass();
    CHECK(revealed.room.cells().text(revealed.first, "idea.title") == "Nyckelskåp med kodlås");
    CHECK(revealed.room.cells().text(revealed.first, "idea.number") == "L26-001");
}

TEST_CASE("the municipality is kept in the register, so that numbers have the same letter after a restart") {
    Revealed revealed;
    revealed.room.municipality.clear();
    revealed.room.restart();
    revealed.save();
    revealed.let_time_pass();
    CHECK(revealed.room.cells().text(revealed.first, "idea.number") == "L26-001");
}

TEST_CASE("what has been voted on keeps its text: its author neither changes nor withdraws it") {
    Revealed revealed;
    auto& room = revealed.room;
    const intents::EditNote wish{revealed.first, "Något annat", std::nullopt};
    const intents::WithdrawNote gone{revealed.first};
    const auto is_refused = [](const Room::Frames& frames) {
        return Room::refusal(frames) == "not_now" && Room::member(frames, "nak", "what") == "voted_on" &&
               Room::member(frames, "nak", "text").ends_with("Be handledaren om ändringen.");
    };
    CHECK(is_refused(room.say(1, wish)));
    CHECK(is_refused(room.say(1, gone)));
    room.say(Room::trainer, intents::Revote{revealed.poll, {}});
    CHECK(is_refused(room.say(1, wish)));
    CHECK(room.cells().text(revealed.first, "note.text") == "Nyckelskåp med kod");
    CHECK(Room::acked(room.say(Room::trainer, intents::FixNote{revealed.first, "Nyckelskåp med kodlås"})));
}

TEST_CASE("a vote that was cancelled leaves its ideas to their authors") {
    Room room;
    room.join(1);
    room.go_to("ideer-i-tysthet");
    const auto note = room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    room.add_note(1, "ideer-i-tysthet", "Bokning i telefonen");
    room.go_to("tre-prickar");
    const auto poll = room.open_poll("tre-prickar");
    CHECK(Room::refusal(room.say(1, intents::WithdrawNote{note})) == "not_now");
    room.say(Room::trainer, intents::CancelPoll{poll});
    CHECK(Room::acked(room.say(1, intents::EditNote{note, "Nyckelskåp med kodlås", std::nullopt})));
    CHECK(Room::acked(room.say(1, intents::WithdrawNote{note})));
}

TEST_CASE("of a giver who showed a name the register never says that nobody could be reached") {
    Room room;
    room.join(1, "Tove");
    room.go_to("ideer-i-tysthet");
    const auto idea = room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    room.say(Room::trainer, intents::SaveIdeas{{}, {idea}});
    room.pass(8001);
    room.settle();
    const auto untrue = room.say(Room::trainer, intents::WithdrawIdea{idea, "Finns redan", false});
    CHECK(Room::member(untrue, "nak", "what") == "gate.feedback");
    CHECK(room.cells().text(idea, "idea.state") == "received");
    CHECK(Room::acked(room.say(Room::trainer, intents::WithdrawIdea{idea, "Finns redan", true})));
}

TEST_CASE("an idea comes from the steps that the newest round chose, not from those of a round that was voted anew") {
    Room room;
    room.join(1);
    room.go_to("rita-resan");
    const auto first = room.add_note(1, "rita-resan", "Ringer kontoret", "fore");
    const auto second = room.add_note(1, "rita-resan", "Hämtar nyckeln", "under");
    room.go_to("var-gor-det-ont");
    const auto reveal = [&room](const base::Id& poll, const base::Id& chosen) {
        room.vote(poll, room.token(1, poll), 1, R"({"dots":{")" + chosen.text() + R"(":1}})");
        room.say(Room::trainer, intents::ClosePoll{poll});
        room.say(Room::trainer, intents::RevealPoll{poll});
    };
    const auto poll = room.open_poll("var-gor-det-ont");
    reveal(poll, first);
    const auto anew = base::parse_id(Room::member(room.say(Room::trainer, intents::Revote{poll, {}}), "ack", "poll"));
    REQUIRE(anew.has_value());
    reveal(*anew, second);
    room.go_to("ideer-i-tysthet");
    const auto idea = room.add_note(1, "ideer-i-tysthet", "Kodlås");
    room.say(Room::trainer, intents::SaveIdeas{{}, {idea}});
    const auto origin = room.cells().text(idea, "idea.origin");
    CHECK(origin.find("Hämtar nyckeln") != std::string::npos);
    CHECK(origin.find("Ringer kontoret") == std::string::npos);
}

TEST_CASE("an idea that moved on before its host went down gets its number at the next start") {
    Revealed revealed;
    revealed.save();
    const intents::MoveIdea park{revealed.first, "parked", {{"state_reason", "Väntar"}, {"review_date", "2026-12-01"}}};
    CHECK(Room::acked(revealed.room.say(Room::trainer, park)));
    revealed.room.restart();
    revealed.let_time_pass();
    CHECK(revealed.room.cells().text(revealed.first, "idea.number") == "L26-001");
}

TEST_CASE("a session that goes on in a file that was moved numbers the ideas that it received before") {
    Revealed revealed;
    revealed.save();
    const auto node = revealed.room.workshop().book().clock().node();
    revealed.room.move_file();
    CHECK(revealed.room.workshop().book().clock().node() != node);
    revealed.let_time_pass();
    CHECK(revealed.room.cells().text(revealed.first, "idea.number") == "L26-001");
}

TEST_CASE("an idea that a session received elsewhere, or that a living original received, is left without a number") {
    Revealed revealed;
    revealed.save();
    SUBCASE("another session in the file that was moved") {
        revealed.room.move_file(true);
    }
    SUBCASE("a copy whose original lives") {
        revealed.room.go_to_copy();
    }
    revealed.let_time_pass();
    const auto rows = revealed.room.workshop().book().reader().read_rows("idea", {{"number", {}}});
    CHECK(rows->size() == 2);
}
