#include "registrar/room.hpp"

TEST_CASE("a note in an idea block is the register's idea, a draft, from the moment it is shown") {
    Room room;
    room.join(1, "Tove");
    room.go_to(silent_ideas);
    const auto idea = room.add_note(1, silent_ideas, "Nyckelskåp med kod vid varje lokal");
    CHECK(room.cells().text(idea, "idea.state") == "draft");
    CHECK(room.cells().text(idea, "idea.title") == "Nyckelskåp med kod vid varje lokal");
    CHECK(room.cells().text(idea, "note.author_name") == "Tove");
}

TEST_CASE("a note that waits for approval is not in the journal, and is when it is approved") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto idea = room.add_note(1, silent_ideas, "Boka i telefonen");
    CHECK(room.cells().find(idea) == nullptr);
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{idea})));
    CHECK(room.cells().text(idea, "idea.state") == "draft");
}

TEST_CASE("a hidden note never enters the register, also after a restart") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Något som inte ska visas");
    CHECK(Room::acked(room.say(Room::trainer, intents::HideNote{note})));
    room.restart();
    CHECK(room.cells().find(note) == nullptr);
}

TEST_CASE("the same message twice makes one note and gets the same answer") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    intents::AddNote wish;
    wish.block = silent_ideas;
    wish.text = "En gång räcker";
    const auto first = Room::member(room.say(1, wish, "same-1"), "ack", "note");
    const auto again = Room::member(room.say(1, wish, "same-1"), "ack", "note");
    CHECK(first == again);
    CHECK(room.workshop().book().reader().read_rows("idea")->size() == 1);
}

TEST_CASE("a repeat gets the old answer from a host that was restarted in between") {
    Room room;
    const auto secret = Room::member(room.join(1), "welcome", "seat");
    room.go_to(silent_ideas);
    intents::AddNote wish;
    wish.block = silent_ideas;
    wish.text = "En gång räcker";
    const auto first = Room::member(room.say(1, wish, "same-2"), "ack", "note");
    room.restart();
    intents::Hello again;
    again.seat = secret;
    room.hello(2, again);
    CHECK(Room::member(room.say(2, wish, "same-2"), "ack", "note") == first);
}

TEST_CASE("an edit of a shown note waits for approval when notes are reviewed") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Som det var");
    room.say(Room::trainer, intents::Moderation{true});
    intents::EditNote wish{note, "Som det blev", std::nullopt};
    CHECK(Room::member(room.say(1, wish), "ack", "state") == "waiting");
    CHECK(room.cells().text(note, "note.text") == "Som det var");
}

TEST_CASE("nobody changes or withdraws somebody else's note") {
    Room room;
    room.join(1);
    room.join(2);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Min");
    CHECK(Room::refusal(room.say(2, intents::WithdrawNote{note})) == "not_yours");
    CHECK(Room::refusal(room.say(2, intents::EditNote{note, "Din", std::nullopt})) == "not_yours");
}

TEST_CASE("a merged note keeps its text and points to the other") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Boka i mobilen");
    const auto into = room.add_note(1, silent_ideas, "Boka i telefonen");
    CHECK(Room::acked(room.say(Room::trainer, intents::MergeNotes{note, into})));
    CHECK(room.cells().text(note, "note.text") == "Boka i mobilen");
    CHECK(room.cells().id(note, "idea.merged_into") == into);
}

TEST_CASE("a corrected typo keeps what was written first") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Nykelskåp");
    room.say(Room::trainer, intents::FixNote{note, "Nyckelskåp"});
    CHECK(room.cells().text(note, "note.original_text") == "Nykelskåp");
    CHECK(room.cells().text(note, "idea.title") == "Nyckelskåp");
}

TEST_CASE("a late note for a block the room has left is taken; one for a block not begun is not") {
    Room room;
    room.join(1);
    room.go_to("ramen");
    room.go_to(silent_ideas);
    CHECK(!room.add_note(1, "ramen", "Kom i tid").empty());
    intents::AddNote early;
    early.block = "checka-ut";
    early.text = "Bra";
    CHECK(Room::refusal(room.say(1, early)) == "not_now");
}

TEST_CASE("somebody else's ideas are handed out in turn, never one's own") {
    Room room;
    for (intents::Visitor visitor = 1; visitor <= 3; ++visitor) room.join(visitor);
    room.go_to(silent_ideas);
    for (intents::Visitor visitor = 1; visitor <= 3; ++visitor) {
        room.add_note(visitor, silent_ideas, "Idé av " + std::to_string(visitor));
    }
    CHECK(Room::acked(room.say(Room::trainer, intents::JumpTo{"bygg-vidare"})));
    for (int turn = 0; turn < 2; ++turn) {
        const auto frames = room.say(1, intents::RaiseHand{turn == 0});
        std::string mine;
        for (const auto& frame : frames) {
            if (frame.find(R"("t":"mine")") != std::string::npos) mine = frame;
        }
        const auto given = mine.substr(mine.find(R"("given")"));
        CHECK(given.find("Idé av 1") == std::string::npos);
        CHECK(given.find("Idé av") != std::string::npos);
        room.say(Room::trainer, intents::NextTurn{});
    }
}

TEST_CASE("a wall says of each note which block it is from, and what a collecting block builds upon") {
    Room room;
    for (intents::Visitor visitor = 1; visitor <= 2; ++visitor) room.join(visitor);
    room.go_to(silent_ideas);
    room.add_note(1, silent_ideas, "Kodlås");
    CHECK(room.shows("tablet/sv", R"("sources":[{"id":"hur-kan-vi")"));
    room.go_to("bygg-vidare");
    room.add_note(2, "bygg-vidare", "Ja, och koden kommer i ett sms");
    for (const auto* channel : {"tablet/sv", "remote"}) {
        CHECK(room.shows(channel, R"("sources":[{"id":"ideer-i-tysthet","label":"Idéer i tysthet"}])"));
        CHECK(room.shows(channel, R"("block":"ideer-i-tysthet","type":"idea","text":"Kodlås")"));
        CHECK(room.shows(channel, R"("block":"bygg-vidare","type":"idea","text":"Ja, och koden)"));
    }
    room.go_to("sortera");
    CHECK(room.shows("tablet/sv", R"("sources":[])"));
}

TEST_CASE("an idea that was joined with another stands by itself again when the other goes away") {
    Room room;
    room.join(1);
    room.join(2);
    room.go_to(silent_ideas);
    const auto into = room.add_note(1, silent_ideas, "Boka i telefonen");
    const auto note = room.add_note(2, silent_ideas, "Boka i mobilen");
    room.say(Room::trainer, intents::MergeNotes{note, into});
    const auto listed = [&room] { return room.workshop().book().reader().read_rows("idea", {{"merged_into", {}}}); };
    SUBCASE("withdrawn by its author") {
        CHECK(Room::acked(room.say(1, intents::WithdrawNote{into})));
    }
    SUBCASE("hidden by the trainer") {
        CHECK(Room::acked(room.say(Room::trainer, intents::HideNote{into})));
    }
    CHECK(room.cells().id(note, "note.merged_into").empty());
    CHECK(room.shows("tablet/sv", "Boka i mobilen"));
    CHECK(!room.shows("tablet/sv", "Boka i telefonen"));
    REQUIRE(listed()->size() == 1);
    CHECK(listed()->front().entity == note);
}

TEST_CASE("a block that is closed takes no more writing until the room goes on, and says so") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Kodlås");
    room.say(Room::trainer, intents::SetPhase{"closed"});
    CHECK(room.shows("tablet/sv", R"("writes":null)"));
    intents::AddNote late;
    late.block = silent_ideas;
    late.text = "För sent";
    const auto is_refused = [](const Room::Frames& frames) {
        return Room::refusal(frames) == "not_now" && Room::member(frames, "nak", "what") == "block_closed" &&
               Room::member(frames, "nak", "text").starts_with("Momentet är klart");
    };
    CHECK(is_refused(room.say(1, late)));
    CHECK(is_refused(room.say(1, intents::EditNote{note, "Kodlås vid dörren", std::nullopt})));
    room.go_to("bygg-vidare");
    CHECK(Room::acked(room.say(1, late)));
}

TEST_CASE("an edit moves a note only to a column of its block") {
    Room room;
    room.join(1);
    room.go_to("rita-resan");
    const auto note = room.add_note(1, "rita-resan", "Letar på webben", "fore");
    CHECK(Room::refusal(room.say(1, intents::EditNote{note, "Letar på webben", "sedan"})) == "bad_input");
    CHECK(room.cells().text(note, "note.group") == "fore");
    CHECK(Room::acked(room.say(1, intents::EditNote{note, "Letar på webben", "under"})));
    CHECK(room.cells().text(note, "note.group") == "under");
}
