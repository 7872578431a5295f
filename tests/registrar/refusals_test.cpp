// What a trainer reads when a deed is refused: what is the matter, and what to do about it.
#include "registrar/room.hpp"

namespace {

std::string sentence(const Room::Frames& frames) {
    return Room::member(frames, "nak", "text");
}

}  // namespace

TEST_CASE("the ends of the day say so") {
    Room room;
    const auto& blocks = room.workshop().course().blocks;
    CHECK(sentence(room.say(Room::trainer, intents::PauseClock{})) == "Inget moment är igång. Starta det första.");
    room.go_to(blocks.front().id);
    CHECK(sentence(room.say(Room::trainer, intents::GoBack{})) == "Det här är första momentet.");
    room.go_to(blocks.back().id);
    CHECK(sentence(room.say(Room::trainer, intents::GoNext{})).starts_with("Det här är dagens sista moment."));
}

TEST_CASE("two trainers who go on at once go one block, not two") {
    Room room;
    const auto& blocks = room.workshop().course().blocks;
    room.pair(Room::trainer + 1);
    CHECK(Room::acked(room.say(Room::trainer, intents::GoNext{""})));
    CHECK(Room::refusal(room.say(Room::trainer + 1, intents::GoNext{""})) == "already");
    CHECK(Room::acked(room.say(Room::trainer, intents::GoNext{blocks[0].id})));
    const auto late = room.say(Room::trainer + 1, intents::GoNext{blocks[0].id});
    CHECK(Room::member(late, "nak", "what") == "moved");
    CHECK(sentence(late).starts_with("Någon annan har redan gått vidare."));
    CHECK(Room::refusal(room.say(Room::trainer + 1, intents::GoBack{blocks[0].id})) == "already");
    CHECK(room.cells().text(room.workshop().session(), "session.block") == blocks[1].id);
}

TEST_CASE("an open vote is not left behind: neither by a step, a leap, a skipped block nor the end") {
    Room room;
    room.join(1);
    room.go_to("ramen");
    room.go_to("kom-in");
    const auto poll = room.open_poll("kom-in");
    const std::vector<intents::Intent> ways{intents::GoNext{}, intents::JumpTo{"ideer-i-tysthet"},
                                            intents::SkipBlock{"kom-in"}, intents::EndSession{}};
    for (const auto& way : ways) {
        const auto refused = room.say(Room::trainer, way);
        CHECK(Room::member(refused, "nak", "what") == "open_poll");
        CHECK(sentence(refused).find("”Kom in”") != std::string::npos);
    }
    room.say(Room::trainer, intents::ClosePoll{poll});
    CHECK(Room::acked(room.say(Room::trainer, intents::GoNext{})));
}

TEST_CASE("what can be said of a code in general is said where nothing nearer is known") {
    Room room;
    room.join(1);
    intents::AddNote early;
    early.block = "ideer-i-tysthet";
    early.text = "För tidigt";
    CHECK(sentence(room.say(1, early)) == "Det går inte just nu. Vänta tills momentet öppnas.");
}

TEST_CASE("after the end the trainer is not told to ask the trainer") {
    Room room;
    CHECK(Room::acked(room.say(Room::trainer, intents::EndSession{})));
    const auto late = room.say(Room::trainer, intents::GoNext{});
    CHECK(Room::refusal(late) == "closed");
    CHECK(sentence(late).starts_with("Passet är avslutat."));
    CHECK(sentence(late).find("Fråga handledaren") == std::string::npos);
}

TEST_CASE("a vote that was called off says so, and one that is not there is not called open") {
    Room room;
    room.join(1);
    room.go_to("kom-in");
    const auto poll = room.open_poll("kom-in");
    CHECK(sentence(room.say(Room::trainer, intents::RevealPoll{poll})).starts_with("Röstningen pågår."));
    room.say(Room::trainer, intents::CancelPoll{poll});
    for (const auto& deed : {intents::Intent(intents::RevealPoll{poll}), intents::Intent(intents::Revote{poll, {}})}) {
        const auto refused = room.say(Room::trainer, deed);
        CHECK(Room::member(refused, "nak", "what") == "cancelled");
        CHECK(sentence(refused) == "Röstningen är avbruten. Öppna den på nytt om ni ska rösta.");
    }
    CHECK(sentence(room.say(Room::trainer, intents::ClosePoll{poll})) == "Röstningen är inte öppen längre.");
    const auto nothing = base::new_id(7);
    CHECK(Room::refusal(room.say(Room::trainer, intents::RevealPoll{nothing})) == "not_found");
    CHECK(Room::refusal(room.say(Room::trainer, intents::Revote{nothing, {}})) == "not_found");
}

TEST_CASE("more minutes than can be added at once are refused with the number that can") {
    Room room;
    room.go_to("kom-in");
    CHECK(Room::acked(room.say(Room::trainer, intents::AddMinutes{60})));
    for (const int minutes : {61, -61}) {
        const auto refused = room.say(Room::trainer, intents::AddMinutes{minutes});
        CHECK(Room::refusal(refused) == "bad_input");
        CHECK(sentence(refused) == "Lägg till eller dra av högst 60 minuter i taget.");
    }
}

TEST_CASE("ending says what nobody else has seen, and counts what the trainer's list of it does") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto shown = room.add_note(1, silent_ideas, "Visad och sedan gömd");
    room.say(Room::trainer, intents::ApproveNote{shown});
    room.say(Room::trainer, intents::HideNote{shown});
    room.say(Room::trainer, intents::HideNote{room.add_note(1, silent_ideas, "Aldrig visad")});
    room.go_to("kom-in");
    const auto refused = room.say(Room::trainer, intents::EndSession{});
    CHECK(Room::member(refused, "nak", "what") == "hidden");
    CHECK(sentence(refused) == "Det finns texter som inte är visade. Visa dem först, eller avsluta ändå.");
    CHECK(refused.back().find(R"("hidden":2)") != std::string::npos);
    const auto page = room.page("remote");
    const auto list = page.substr(page.find(R"("hidden":[)"));
    CHECK(list.find("Visad och sedan gömd") != std::string::npos);
    CHECK(list.find("Aldrig visad") != std::string::npos);
}
