// What the trainer is told of the disk.
#include "registrar/room.hpp"

TEST_CASE("the remote is told that all is on disk again, also when nothing else happens") {
    Room room;
    room.join(1);
    CHECK(room.shows("remote", R"("saved":true)"));
    intents::AddNote wish;
    wish.block = "ramen";
    wish.text = "Alla får tala klart";
    room.go_to("ramen");
    room.hold_disk([&] {
        room.workshop().say({1, "slow-1", wish});
        room.workshop().tick();
        room.pass(1100);
    });
    const auto frames = room.told_on("remote");
    REQUIRE(frames.size() >= 2);
    CHECK(frames[frames.size() - 2].find(R"("saved":false)") != std::string::npos);
    CHECK(frames.back().find(R"("saved":true)") != std::string::npos);
}

TEST_CASE("a disk that is as quick as disks are is never told of as unsaved") {
    Room room;
    room.join(1);
    room.go_to("ideer-i-tysthet");
    for (int i = 0; i < 20; ++i) {
        room.pass(60);
        room.add_note(1, "ideer-i-tysthet", "Idé " + std::to_string(i));
    }
    for (const auto& frame : room.told_on("remote")) CHECK(frame.find(R"("saved":true)") != std::string::npos);
}

TEST_CASE("the warning of little room stays until there is room again, whatever is saved meanwhile") {
    Room room;
    room.join(1);
    room.go_to("ramen");
    CHECK(room.shows("remote", R"("low_space":null)"));
    room.workshop().low_space({340000000, true});
    CHECK(room.shows("remote", "340 MB"));
    room.add_note(1, "ramen", "Något sparas");
    CHECK(room.shows("remote", "340 MB"));
    CHECK(room.shows("remote", R"("trouble":null)"));
    room.workshop().low_space({900000000, false});
    CHECK(room.shows("remote", R"("low_space":null)"));
}
