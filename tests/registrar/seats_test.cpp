#include "registrar/room.hpp"

TEST_CASE("a device that comes back with its secret gets the same seat") {
    Room room;
    const auto secret = Room::member(room.join(1), "welcome", "seat");
    const auto code = Room::member(room.join(2), "welcome", "return");
    room.leave(1);
    intents::Hello again;
    again.seat = secret;
    const auto frames = room.hello(3, again);
    CHECK(Room::member(frames, "welcome", "seat") == secret);
    CHECK(Room::member(frames, "welcome", "return") != code);
}

TEST_CASE("seats, codes and the remote's secret survive the host's restart") {
    Room room;
    const auto secret = Room::member(room.join(1), "welcome", "seat");
    const auto code = room.workshop().join_code();
    intents::Hello wish;
    wish.role = intents::Role::remote;
    wish.secret = Room::member(room.pair(5), "welcome", "secret");
    room.restart();
    CHECK(room.workshop().went_on());
    CHECK(room.workshop().join_code() == code);
    CHECK(room.workshop().kept_port() == 8437);
    intents::Hello again;
    again.seat = secret;
    CHECK(Room::member(room.hello(2, again), "welcome", "seat") == secret);
    CHECK(!Room::member(room.hello(3, wish), "welcome", "secret").empty());
}

TEST_CASE("a return code takes the seat to a new device and freezes the old one") {
    Room room;
    const auto welcome = room.join(1);
    intents::Hello move;
    move.return_code = Room::member(welcome, "welcome", "return");
    const auto moved = room.hello(2, move);
    CHECK(Room::member(moved, "welcome", "seat") != Room::member(welcome, "welcome", "seat"));
    intents::Hello old;
    old.seat = Room::member(welcome, "welcome", "seat");
    CHECK(Room::member(room.hello(3, old), "refused", "code") == "not_found");
}

TEST_CASE("a wrong code is refused as wrong") {
    Room room;
    intents::Hello wish;
    wish.join = "AAAAAA";
    CHECK(Room::member(room.hello(1, wish), "refused", "code") == "wrong_code");
}

TEST_CASE("the QR's secret of the last minute still opens, an older one does not") {
    Room room;
    const auto code = room.workshop().join_code();
    CHECK(code.size() == 6);
    // The typed code does not rotate.
    room.pass(10 * 60000);
    room.settle();
    CHECK(room.workshop().join_code() == code);
}

TEST_CASE("an unknown protocol version is told so") {
    Room room;
    intents::Hello wish;
    wish.join = room.workshop().join_code();
    room.workshop().greet({7, [&] {
                               auto old = wish;
                               old.version = 99;
                               return old;
                           }()});
    room.settle();
    const auto* refuse = std::get_if<intents::Refuse>(&room.told().back());
    REQUIRE(refuse != nullptr);
    CHECK(refuse->error.code == base::Code::unknown_message);
}

TEST_CASE("tablets may not do the trainer's deeds, nor the trainer a tablet's") {
    Room room;
    room.join(1);
    CHECK(Room::refusal(room.say(1, intents::GoNext{})) == "denied");
    CHECK(Room::refusal(room.say(Room::trainer, intents::RaiseHand{true})) == "denied");
}
