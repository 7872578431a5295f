// What the trainer tells all tablets at once, and the picture that stands still meanwhile.
#include <algorithm>

#include "registrar/room.hpp"

TEST_CASE("a message stands on every tablet until the next, with an id of its own, also after a restart") {
    Room room;
    room.join(1);
    CHECK(room.shows("tablet/sv", R"("message":null)"));
    CHECK(Room::acked(room.say(Room::trainer, intents::TellTablets{"Två minuter kvar"})));
    CHECK(room.shows("tablet/sv", R"("text":"Två minuter kvar")"));
    const auto id_of_message = [&room] {
        const auto page = room.page("tablet/sv");
        const auto at = page.find(R"("message":{"id":")");
        return page.substr(at, page.find(',', at) - at);
    };
    const auto first = id_of_message();
    room.restart();
    room.join(1);
    CHECK(id_of_message() == first);
    room.say(Room::trainer, intents::TellTablets{"Två minuter kvar"});
    CHECK(id_of_message() != first);
    room.say(Room::trainer, intents::TellTablets{});
    CHECK(room.shows("tablet/sv", R"("message":null)"));
    CHECK(Room::refusal(room.say(1, intents::TellTablets{"Hej"})) == "denied");
}

TEST_CASE("locked tablets say so, and what was on its way still comes") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    room.say(Room::trainer, intents::LockTablets{true});
    CHECK(room.shows("tablet/sv", R"("locked":true)"));
    room.add_note(1, silent_ideas, "Boka i telefonen");
    CHECK(room.shows("tablet/sv", "Boka i telefonen"));
    room.say(Room::trainer, intents::LockTablets{false});
    CHECK(room.shows("tablet/sv", R"("locked":false)"));
}

TEST_CASE("a frozen picture stands still for the audience alone, but for black, the end and what is hidden") {
    Room room;
    room.join(1);
    intents::Hello audience;
    audience.role = intents::Role::audience;
    audience.join = room.workshop().join_code();
    room.hello(9, audience);
    room.go_to(silent_ideas);
    const auto first = room.add_note(1, silent_ideas, "Boka i telefonen");
    CHECK(room.shows("audience", "Boka i telefonen"));
    room.say(Room::trainer, intents::FreezePicture{true});
    room.add_note(1, silent_ideas, "Ring mig");
    CHECK(room.shows("remote", R"("frozen":true)"));
    CHECK(room.shows("tablet/sv", "Ring mig"));
    CHECK_FALSE(room.shows("audience", "Ring mig"));
    CHECK(room.shows("audience", "Boka i telefonen"));
    room.say(Room::trainer, intents::HideNote{first});
    CHECK_FALSE(room.shows("audience", "Boka i telefonen"));
    const auto mine = room.add_note(1, silent_ideas, "Ta tillbaka mig");
    room.say(Room::trainer, intents::FreezePicture{false});
    room.say(Room::trainer, intents::FreezePicture{true});
    CHECK(room.shows("audience", "Ta tillbaka mig"));
    room.say(1, intents::WithdrawNote{mine});
    CHECK_FALSE(room.shows("audience", "Ta tillbaka mig"));
    room.say(Room::trainer, intents::Blank{true});
    CHECK(room.shows("audience", R"("blank":true)"));
    room.add_note(1, silent_ideas, "Kom på lunchen");
    room.say(Room::trainer, intents::Blank{false});
    CHECK_FALSE(room.shows("audience", "Kom på lunchen"));
    room.say(Room::trainer, intents::FreezePicture{false});
    CHECK(room.shows("audience", "Kom på lunchen"));
}

TEST_CASE("how many have voted is told to the trainer soon, and to a crowd less often, but to the last") {
    Room room;
    constexpr intents::Visitor people = 150;
    for (intents::Visitor visitor = 1; visitor <= people; ++visitor) room.join(visitor);
    room.go_to(silent_ideas);
    intents::StartPoll wish;
    wish.method = "fist";
    const auto poll = base::parse_id(Room::member(room.say(Room::trainer, wish), "ack", "poll")).value();
    const auto told = [&room](std::string_view channel) {
        const auto frames = room.told_on(channel);
        return std::count_if(frames.begin(), frames.end(), [](const std::string& frame) {
            return frame.find(R"("t":"count")") != std::string::npos;
        });
    };
    room.pass(6000);
    room.settle();
    const auto remote = told("remote"), tablets = told("tablet/sv");
    for (intents::Visitor visitor = 1; visitor <= 3; ++visitor) {
        room.pass(110);
        room.vote(poll, room.token(visitor, poll), 1, R"({"scale":4})");
    }
    CHECK(told("remote") == remote + 3);
    CHECK(told("tablet/sv") == tablets + 2);  // at once, and again after 150 ms
    room.pass(200);
    room.settle();
    const auto last = room.told_on("tablet/sv");
    const auto newest = std::find_if(last.rbegin(), last.rend(), [](const std::string& frame) {
        return frame.find(R"("t":"count")") != std::string::npos;
    });
    REQUIRE(newest != last.rend());
    CHECK(newest->find(R"("in":3,"of":150,)") != std::string::npos);
}

TEST_CASE("how it feels just now is a vote with words of its own") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    intents::StartPoll wish;
    wish.method = "scale";
    wish.feeling = true;
    CHECK(Room::acked(room.say(Room::trainer, wish)));
    CHECK(room.shows("tablet/sv", "Hur känns det just nu?"));
    CHECK(room.shows("tablet/sv", R"({"id":"5","label":"Toppen")"));
    wish.method = "dots";
    CHECK(Room::member(room.say(Room::trainer, wish), "nak", "what") == "feeling");
}
