// Votes that no course has planned.
#include "base/language.hpp"
#include "registrar/room.hpp"

namespace {

const std::string ideas = "ideer-i-tysthet";

/// Three ideas on the wall.
struct Wall {
    Room room;
    std::vector<base::Id> notes;

    Wall() {
        room.join(1);
        room.go_to(ideas);
        for (const auto* text : {"Boka i telefonen", "Se lediga tider", "Ring mig"}) {
            notes.push_back(room.add_note(1, ideas, text));
            room.say(Room::trainer, intents::ApproveNote{notes.back()});
        }
    }

    Room::Frames start(const std::string& method, std::vector<base::Id> among = {}) {
        intents::StartPoll wish;
        wish.method = method;
        wish.notes = std::move(among);
        return room.say(Room::trainer, wish);
    }
};

}  // namespace

TEST_CASE("a vote that no course planned is among what stands on the wall, and has its rounds and result") {
    Wall wall;
    const auto poll = base::parse_id(Room::member(wall.start("approval"), "ack", "poll"));
    REQUIRE(poll.has_value());
    CHECK(wall.room.shows("tablet/sv", R"("method":"approval")"));
    CHECK(wall.room.shows("tablet/sv", "Vad går vi vidare med?"));
    for (const auto& note : wall.notes)
        CHECK(wall.room.cells().text(*poll, "poll.options").find(note.text()) != std::string::npos);
    const auto token = wall.room.token(1, *poll);
    wall.room.vote(*poll, token, 1, R"({"marks":{")" + wall.notes[1].text() + R"(":1}})");
    const auto second = wall.start("dots");
    CHECK(Room::member(second, "nak", "what") == "another_open");
    CHECK(Room::member(second, "nak", "text").starts_with("En annan röstning pågår"));
    wall.room.say(Room::trainer, intents::ClosePoll{*poll});
    wall.room.say(Room::trainer, intents::RevealPoll{*poll});
    CHECK(wall.room.shows("remote", R"("winners":[")" + wall.notes[1].text() + R"("])"));
    CHECK(wall.room.shows("remote", R"("poll":")" + poll->text() + "\""));
    CHECK(Room::acked(wall.room.say(Room::trainer, intents::Revote{*poll, {}})));
    CHECK(wall.room.shows("remote", R"("round":2)"));
    wall.room.restart();
    CHECK(wall.room.workshop().went_on());
}

TEST_CASE("a vote among some notes has those alone, and one without notes asks the question itself") {
    Wall wall;
    const auto poll = base::parse_id(Room::member(wall.start("dots", {wall.notes[0], wall.notes[2]}), "ack", "poll"));
    REQUIRE(poll.has_value());
    CHECK(wall.room.cells().text(*poll, "poll.options").find(wall.notes[1].text()) == std::string::npos);
    wall.room.say(Room::trainer, intents::CancelPoll{*poll});
    CHECK(!wall.room.shows("remote", R"("poll":")" + poll->text() + "\""));
    CHECK(Room::acked(wall.start("fist")));
}

TEST_CASE("what cannot be voted on by a method is not asked") {
    Wall wall;
    CHECK(Room::member(wall.start("mes"), "nak", "what") == "method");
    CHECK(Room::member(wall.start("feelings"), "nak", "what") == "method");
    CHECK(Room::member(wall.start("tombola"), "nak", "what") == "method");
    CHECK(Room::member(wall.start("dots", {wall.notes[0]}), "nak", "what") == "options");
    CHECK(Room::member(wall.start("dots", {wall.notes[0], wall.notes[0]}), "nak", "what") == "options");
}

TEST_CASE("beside a vote that was started on the spot no planned one is opened, and none is done over") {
    Room room(false, R"(+++
titel = "Prov"
+++
## Valet
id: valet
tid: 20
typ: röstning
fråga: Vad väljer vi?
rösta: ja röster
alternativ: Aa, Bb
rösta: rangordning
alternativ: Aa, Bb
)");
    room.join(1);
    room.go_to("valet");
    // The course may ask two things at once.
    const auto first = room.open_poll("valet", 0);
    const auto second = room.open_poll("valet", 1);
    CHECK(Room::acked(room.say(Room::trainer, intents::ClosePoll{first})));
    CHECK(Room::acked(room.say(Room::trainer, intents::ClosePoll{second})));
    intents::StartPoll wish;
    wish.method = "fist";
    CHECK(Room::acked(room.say(Room::trainer, wish)));
    const auto planned = room.say(Room::trainer, intents::OpenPoll{"valet", 0});
    CHECK(Room::refusal(planned) == "already");
    CHECK(Room::member(planned, "nak", "what") == "another_open");
    CHECK(Room::member(planned, "nak", "text") == "En annan röstning pågår i momentet. Stäng eller avbryt den först.");
    const auto again = room.say(Room::trainer, intents::Revote{first, {}});
    CHECK(Room::member(again, "nak", "what") == "another_open");
}

TEST_CASE("what the program itself asks in a started vote is told in the participant's language") {
    Wall wall;
    intents::Hello english;
    english.join = wall.room.workshop().join_code();
    english.language = "en";
    wall.room.hello(2, english);
    wall.start("tre-prickar");
    CHECK(wall.room.shows("tablet/en", "What do we go on with?"));
    CHECK(wall.room.shows("tablet/en", R"("label":"Benefit for the user")"));
    CHECK(wall.room.shows("tablet/en", R"("label":"Novelty")"));
    CHECK(wall.room.shows("tablet/en", "Boka i telefonen"));  // what people wrote stays as written
    CHECK(wall.room.shows("tablet/sv", "Vad går vi vidare med?"));
}

TEST_CASE("what the program itself asks is told in languages that the course has not been translated into") {
    Wall wall;
    intents::Hello finnish;
    finnish.join = wall.room.workshop().join_code();
    finnish.language = "fi";
    wall.room.hello(2, finnish);
    const auto poll = base::parse_id(Room::member(wall.start("tre-prickar"), "ack", "poll"));
    REQUIRE(poll.has_value());
    const auto text = [](std::string_view key) { return base::tr_page("fi", key); };
    CHECK(wall.room.shows("tablet/fi", text("poll.question.options")));
    CHECK(wall.room.shows("tablet/fi", R"("label":")" + text("poll.criterion.nytta") + "\""));
    CHECK(wall.room.shows("tablet/fi", R"("lang":"fi")"));
    CHECK(wall.room.shows("tablet/sv", "Vad går vi vidare med?"));
    wall.room.say(Room::trainer, intents::CancelPoll{*poll});
    intents::StartPoll wish;
    wish.method = "scale";
    wish.feeling = true;
    CHECK(Room::acked(wall.room.say(Room::trainer, wish)));
    CHECK(wall.room.shows("tablet/fi", text("poll.question.feeling")));
    CHECK(wall.room.shows("tablet/fi", R"("label":")" + text("poll.feeling.1") + "\""));
}

TEST_CASE("a feeling that is asked for is told in the participant's language, and the trainer's own question is not") {
    Wall wall;
    intents::Hello english;
    english.join = wall.room.workshop().join_code();
    english.language = "en";
    wall.room.hello(2, english);
    intents::StartPoll wish;
    wish.method = "scale";
    wish.feeling = true;
    const auto feeling = base::parse_id(Room::member(wall.room.say(Room::trainer, wish), "ack", "poll"));
    REQUIRE(feeling.has_value());
    CHECK(wall.room.shows("tablet/en", "How does it feel just now?"));
    CHECK(wall.room.shows("tablet/en", R"("label":"Heavy")"));
    wall.room.say(Room::trainer, intents::CancelPoll{*feeling});
    wish.feeling = false;
    wish.question = "Ska vi ta paus?";
    CHECK(Room::acked(wall.room.say(Room::trainer, wish)));
    CHECK(wall.room.shows("tablet/en", "Ska vi ta paus?"));
}
