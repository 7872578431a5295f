// What the trainer tells all tablets at once, and the picture that stands still meanwhile.
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
