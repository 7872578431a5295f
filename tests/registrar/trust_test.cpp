// How far a vote can be trusted: open, or with the people in the room counted.
#include "registrar/wall_ear.hpp"

namespace {

const std::string counted_course = R"(+++
titel = "Prov"
+++

## Rösta

tid: 5 min
typ: röstning
rösta: val
förtroende: antal
fråga: Kaffe eller te?
alternativ: Kaffe, Te
)";

intents::StartPoll counted_vote(int people) {
    intents::StartPoll wish;
    wish.method = "fist";
    wish.trust = model::Trust::heads;
    wish.people = people;
    return wish;
}

base::Id poll_of(const Room::Frames& frames) {
    const auto poll = base::parse_id(Room::member(frames, "ack", "poll"));
    REQUIRE(poll.has_value());
    return *poll;
}

}  // namespace

TEST_CASE("a vote of the course that counts heads opens when it is said how many they are") {
    Room room(false, counted_course);
    room.join(1);
    room.go_to("rosta");
    CHECK(room.shows("remote", R"("method":"choice")"));
    CHECK(room.shows("remote", R"("trust":"heads")"));
    const auto refused = room.say(Room::trainer, intents::OpenPoll{"rosta", 0});
    CHECK(Room::refusal(refused) == "not_now");
    CHECK(Room::member(refused, "nak", "what") == "people");
    const auto poll = poll_of(room.say(Room::trainer, intents::OpenPoll{"rosta", 0, 18}));
    CHECK(room.shows("tablet/sv", R"("trust":"heads","people":18)"));
    CHECK(room.cells().text(poll, "poll.params").find(R"("people":18)") != std::string::npos);
    CHECK(room.cells().text(poll, "poll.params").find(R"("trust":"heads")") != std::string::npos);
}

TEST_CASE("what counts heads keeps the number through a restart, the end, and the next round") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    CHECK(Room::member(room.say(Room::trainer, counted_vote(0)), "nak", "what") == "people");
    const auto poll = poll_of(room.say(Room::trainer, counted_vote(2)));
    room.restart();
    CHECK(room.shows("tablet/sv", R"("trust":"heads","people":2)"));
    // It refuses nobody: three come, and three have a ballot.
    for (const intents::Visitor visitor : {2U, 3U}) room.join(visitor);
    for (const intents::Visitor visitor : {2U, 3U}) {
        CHECK(room.vote(poll, room.token(visitor, poll), 1, R"({"scale":4})").first ==
              intents::AnswerBallot::Kind::saved);
    }
    room.page("remote");  // the count is told; then the page with it
    room.say(Room::trainer, intents::LockTablets{false});
    CHECK(room.shows("remote", R"("in":2,"of":3,"paper":0)"));
    room.say(Room::trainer, intents::ClosePoll{poll});
    CHECK(room.cells().number(poll, "poll.eligible") == 3);
    room.say(Room::trainer, intents::RevealPoll{poll});
    CHECK(room.shows("tablet/sv", R"("trust":"heads","people":2)"));
    const auto next = poll_of(room.say(Room::trainer, intents::Revote{poll, {}}));
    CHECK(room.cells().text(next, "poll.params").find(R"("people":2)") != std::string::npos);
}

TEST_CASE("a vote is open unless it says otherwise, and then its record is as it always was") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    auto wish = counted_vote(18);
    wish.trust = model::Trust::open;
    const auto poll = poll_of(room.say(Room::trainer, wish));
    CHECK(room.cells().text(poll, "poll.params").find("trust") == std::string::npos);
    CHECK(room.cells().text(poll, "poll.params").find("people") == std::string::npos);
    CHECK_FALSE(room.shows("tablet/sv", R"("trust")"));
}

TEST_CASE("the trainer is told how many seats with a ballot come from one address, also one that began anew") {
    Room room;
    const auto join_from = [&room](intents::Visitor visitor, std::uint64_t origin) {
        intents::Hello hello;
        hello.version = intents::protocol_version;
        hello.join = room.workshop().join_code();
        room.workshop().greet({visitor, hello, origin});
        room.settle();
    };
    room.workshop().look({});
    join_from(1, 7);
    join_from(2, 8);
    room.join(3);
    room.join(4);
    room.go_to(silent_ideas);
    auto wish = counted_vote(18);
    wish.trust = model::Trust::open;
    const auto poll = poll_of(room.say(Room::trainer, wish));
    CHECK(newest_view(room)->of_one_origin == 0);
    // The browser's data was cleared: the device joins as if it were new.
    room.leave(1);
    join_from(5, 7);
    CHECK(newest_view(room)->of_one_origin == 2);
    room.say(Room::trainer, intents::ClosePoll{poll});
    CHECK(newest_view(room)->of_one_origin == 0);
}
