// Devices on which several people vote, and ballots from paper.
#include "registrar/room.hpp"

namespace {

/// A vote with the hand, and one seat.
struct SharedVote {
    Room room;
    base::Id poll, seat;
    std::string secret;
    intents::Visitor device = 1;

    SharedVote() {
        secret = Room::member(room.join(1), "welcome", "seat");
        room.go_to(silent_ideas);
        intents::StartPoll wish;
        wish.method = "fist";
        poll = base::parse_id(Room::member(room.say(Room::trainer, wish), "ack", "poll")).value();
        const std::string page = room.page("remote"), mark = R"("seats":[{"seat":")";
        seat = base::parse_id(page.substr(page.find(mark) + mark.size(), 36)).value();
    }
    void use(intents::SeatUse use) { CHECK(Room::acked(room.say(Room::trainer, intents::UseSeat{seat, use}))); }
    void vote(int scale) {
        const auto token = room.token(device, poll);
        room.say(device, intents::GotBallot{poll});
        const auto value = R"({"scale":)" + std::to_string(scale) + "}";
        CHECK(room.vote(poll, token, 1, value).first == intents::AnswerBallot::Kind::saved);
    }
    Room::Frames another() { return room.say(device, intents::NextPerson{poll}); }
    /// The vote is called off, and one begins for which the device is what it is now.
    void begin_anew() {
        room.say(Room::trainer, intents::CancelPoll{poll});
        intents::StartPoll wish;
        wish.method = "fist";
        poll = base::parse_id(Room::member(room.say(Room::trainer, wish), "ack", "poll")).value();
    }
    /// The page once all counts have been told.
    std::string remote() {
        room.page("remote");
        return page_after(intents::Blank{false});
    }
    std::string page_after(const intents::Intent& deed) {
        room.say(Room::trainer, deed);
        return room.page("remote");
    }
};

bool says(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a device has one ballot until the trainer says that several use it") {
    SharedVote one;
    one.vote(4);
    CHECK(Room::refusal(one.another()) == "denied");
    one.use(intents::SeatUse::several);
    const auto first = one.room.token(1, one.poll);
    CHECK(Room::acked(one.another()));
    const auto second = one.room.token(1, one.poll);
    CHECK(second != first);
    CHECK(Room::acked(one.another()));
    CHECK(one.room.token(1, one.poll) == second);  // not yet confirmed: the same, however often it is asked for
    one.vote(2);
    CHECK(says(one.remote(), R"("in":2,"of":2,"paper":0)"));
    const auto page = one.page_after(intents::ClosePoll{one.poll});
    CHECK(says(page, R"("in":2,"of":2,"paper":0)"));
}

TEST_CASE("ballots from paper are in the same count, and marked, also after a restart") {
    SharedVote one;
    one.use(intents::SeatUse::paper);
    one.room.say(1, intents::GotBallot{one.poll});
    for (const int scale : {5, 3}) {
        CHECK(Room::acked(one.another()));
        one.vote(scale);
    }
    CHECK(says(one.remote(), R"("in":2,"of":3,"paper":2)"));
    one.room.restart();
    CHECK(says(one.remote(), R"("in":2,"of":3,"paper":2)"));
    CHECK(says(one.remote(), R"("use":"paper")"));
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    CHECK(one.room.cells().number(one.poll, "poll.paper") == 2);
    const auto page = one.page_after(intents::RevealPoll{one.poll});
    CHECK(says(page, R"("in":2,"of":3,"paper":2)"));
    const auto rows = one.room.workshop().book().reader().read_rows("tally");
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 1);
    CHECK(says(rows->front().text("ballots"), R"("source":"paper")"));
    CHECK_FALSE(says(rows->front().text("ballots"), R"("source":"tablet")"));
}

TEST_CASE("a ballot from paper that was given out before the host fell is still one from paper when it is cast") {
    SharedVote one;
    one.use(intents::SeatUse::paper);
    one.room.say(1, intents::GotBallot{one.poll});
    CHECK(Room::acked(one.another()));
    const auto token = one.room.token(1, one.poll);
    one.room.say(1, intents::GotBallot{one.poll});
    one.room.restart();
    CHECK(one.room.vote(one.poll, token, 1, R"({"scale":4})").first == intents::AnswerBallot::Kind::saved);
    CHECK(says(one.remote(), R"("in":1,"of":2,"paper":1)"));
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    const auto rows = one.room.workshop().book().reader().read_rows("tally");
    REQUIRE(rows.has_value());
    CHECK(says(rows->front().text("ballots"), R"("source":"paper")"));
}

TEST_CASE("nobody who has not begun on a shared device counts among those who may vote") {
    SharedVote one;
    one.room.join(2);
    one.use(intents::SeatUse::several);
    one.begin_anew();
    // The other seat's alone: at the shared device nobody has begun.
    CHECK(one.room.token(1, one.poll).empty());
    CHECK(says(one.remote(), R"("in":0,"of":1,"paper":0)"));
    CHECK(Room::acked(one.another()));
    one.vote(4);
    CHECK(says(one.remote(), R"("in":1,"of":2,"paper":0)"));
    // Between two people it comes back, and asks for nothing: its ballot is not lost, and none is drawn.
    one.room.leave(1);
    intents::Hello again;
    again.seat = one.secret;
    one.device = 3;
    for (const auto& frame : one.room.hello(3, again)) CHECK_FALSE(says(frame, "no_ballot"));
    CHECK(one.room.token(3, one.poll).empty());
    CHECK(says(one.remote(), R"("in":1,"of":2,"paper":0)"));
    CHECK(Room::acked(one.another()));
    one.vote(2);
    CHECK(says(one.remote(), R"("in":2,"of":3,"paper":0)"));
    CHECK(says(one.page_after(intents::ClosePoll{one.poll}), R"("in":2,"of":3,"paper":0)"));
}

TEST_CASE("a shared device that becomes one person's own has that person's ballot") {
    SharedVote one;
    one.use(intents::SeatUse::several);
    one.begin_anew();
    CHECK(one.room.token(1, one.poll).empty());
    one.use(intents::SeatUse::one);
    one.room.settle();
    one.vote(5);
    CHECK(Room::refusal(one.another()) == "denied");
    CHECK(says(one.remote(), R"("in":1,"of":1,"paper":0)"));
}

TEST_CASE("a device for paper has no ballot that nobody casts, and its ballots are counted alone when they are many") {
    SharedVote first;
    first.use(intents::SeatUse::paper);
    first.begin_anew();
    CHECK(says(first.remote(), R"("in":0,"of":0,"paper":0)"));
    CHECK(Room::acked(first.another()));
    first.vote(4);
    CHECK(says(first.remote(), R"("in":1,"of":1,"paper":1)"));
}

TEST_CASE("whoever is alone with a way to vote is not found by it in the register") {
    SharedVote one;
    one.vote(4);
    one.use(intents::SeatUse::paper);
    CHECK(Room::acked(one.another()));
    one.vote(1);
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    const auto rows = one.room.workshop().book().reader().read_rows("tally");
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 1);
    CHECK_FALSE(says(rows->front().text("ballots"), "paper"));
    CHECK_FALSE(says(rows->front().text("ballots"), "tablet"));
    CHECK(one.room.cells().number(one.poll, "poll.paper") == 1);
}

TEST_CASE("the journal keeps how many could vote when it opened and how many came after, and nothing of who") {
    SharedVote one;
    one.room.join(2);
    one.room.join(3);
    CHECK(one.room.cells().number(one.poll, "poll.at_opening") == 1);
    const auto seats = one.room.workshop().book().reader().read_session(one.room.workshop().session())->seats;
    one.room.say(Room::trainer, intents::NewBallot{one.poll, seats.front().seat});
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    CHECK(one.room.cells().number(one.poll, "poll.eligible") == 4);
    CHECK(one.room.cells().number(one.poll, "poll.extra_draws") == 1);
    CHECK(one.room.cells().number(one.poll, "poll.joined_after") == 2);
}

TEST_CASE("a closed vote gives no further ballots") {
    SharedVote one;
    one.use(intents::SeatUse::several);
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    CHECK(Room::refusal(one.another()) == "closed");
}

TEST_CASE("while a vote is open everybody is told how many ballots came from paper") {
    SharedVote one;
    one.use(intents::SeatUse::paper);
    one.room.say(1, intents::GotBallot{one.poll});
    CHECK(Room::acked(one.another()));
    one.vote(4);
    one.room.pass(2000);
    one.room.settle();
    const auto told = one.room.told_on("tablet/sv");
    CHECK(std::any_of(told.begin(), told.end(), [](const std::string& frame) {
        return says(frame, R"("t":"count")") && says(frame, R"("in":1,"of":2,"paper":1})");
    }));
}
