#include "registrar/room.hpp"

namespace {

using Kind = intents::AnswerBallot::Kind;

const auto kept = std::pair(Kind::saved, base::Code::bad_input);

bool refused_as(const std::pair<Kind, base::Code>& answer, base::Code code) {
    return answer.first == Kind::refused && answer.second == code;
}

std::string for_option(const std::string& option) {
    return R"({"choice":")" + option + R"("})";
}

/// Four tablets in the first block with its trial question open.
struct Open {
    Room room;
    base::Id poll;
    std::vector<std::string> tokens;

    Open() {
        for (intents::Visitor visitor = 1; visitor <= 4; ++visitor) room.join(visitor);
        room.go_to("kom-in");
        poll = room.open_poll("kom-in");
        for (intents::Visitor visitor = 1; visitor <= 4; ++visitor) tokens.push_back(room.token(visitor, poll));
    }
};

}  // namespace

TEST_CASE("invariant 22: every present seat has drawn its own token when the round opens") {
    Open open;
    CHECK(std::set<std::string>(open.tokens.begin(), open.tokens.end()).size() == 4);
    CHECK(!open.tokens.front().empty());
    CHECK(open.room.workshop().book().reader().read_session(open.room.workshop().session())->drawn.size() == 4);
}

TEST_CASE("invariant 23: the highest k of a token counts, and an exact repeat is acknowledged again") {
    Open open;
    auto& room = open.room;
    CHECK(room.vote(open.poll, open.tokens[0], 1, for_option("kaffe")) == kept);
    CHECK(room.vote(open.poll, open.tokens[0], 2, for_option("te")) == kept);
    CHECK(room.vote(open.poll, open.tokens[0], 2, for_option("te")) == kept);
    CHECK(refused_as(room.vote(open.poll, open.tokens[0], 1, for_option("kaffe")), base::Code::already));
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    room.say(Room::trainer, intents::RevealPoll{open.poll});
    const auto result = room.cells().text(open.poll, "poll.result");
    CHECK(result.find(R"("winners":["te"])") != std::string::npos);
    CHECK(result.find(R"("voted":1)") != std::string::npos);
}

TEST_CASE("forged tokens, unknown options and closed rounds are refused") {
    Open open;
    auto& room = open.room;
    CHECK(refused_as(room.vote(open.poll, base::new_token(), 1, for_option("te")), base::Code::denied));
    CHECK(refused_as(room.vote(open.poll, open.tokens[0], 1, for_option("saft")), base::Code::bad_input));
    CHECK(refused_as(room.vote(open.poll, open.tokens[0], 1, R"({"dots":{"te":1}})"), base::Code::bad_input));
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    CHECK(refused_as(room.vote(open.poll, open.tokens[0], 1, for_option("te")), base::Code::closed));
}

TEST_CASE("invariant 24: closing puts the sorted, counted multiset in the register and removes the urn") {
    Open open;
    auto& room = open.room;
    room.vote(open.poll, open.tokens[0], 1, for_option("te"));
    room.vote(open.poll, open.tokens[1], 1, for_option("kaffe"));
    room.vote(open.poll, open.tokens[2], 1, for_option("kaffe"));
    CHECK(store::find_urns(room.file()).size() == 1);
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    CHECK(store::find_urns(room.file()).empty());
    const auto tallies = room.workshop().book().reader().read_rows("tally");
    REQUIRE(tallies.has_value());
    REQUIRE(tallies->size() == 1);
    CHECK(tallies->front().text("ballots") == R"([{"n":2,"source":"tablet","value":{"choice":"kaffe"}},)"
                                              R"({"n":1,"source":"tablet","value":{"choice":"te"}}])");
}

TEST_CASE("an open round goes on after a restart with its ballots and its tokens") {
    Open open;
    auto& room = open.room;
    room.vote(open.poll, open.tokens[0], 1, for_option("te"));
    room.restart();
    CHECK(room.vote(open.poll, open.tokens[0], 2, for_option("kaffe")) == kept);
    CHECK(room.vote(open.poll, open.tokens[1], 1, for_option("kaffe")) == kept);
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    room.say(Room::trainer, intents::RevealPoll{open.poll});
    CHECK(room.cells().text(open.poll, "poll.result").find(R"("votes":2)") != std::string::npos);
}

TEST_CASE("a late joiner draws when it comes and may vote until the close") {
    Open open;
    open.room.join(9);
    const auto token = open.room.token(9, open.poll);
    CHECK(open.room.vote(open.poll, token, 1, for_option("vatten")) == kept);
}

TEST_CASE("a token is sent again until the device has confirmed it, and is then forgotten") {
    Room room;
    const auto secret = Room::member(room.join(1), "welcome", "seat");
    room.go_to("kom-in");
    const auto poll = room.open_poll("kom-in");
    const auto token = room.token(1, poll);
    intents::Hello again;
    again.seat = secret;
    room.hello(2, again);
    CHECK(room.token(2, poll) == token);
    room.say(2, intents::GotBallot{poll});
    const auto frames = room.hello(3, again);
    CHECK(room.token(3, poll).empty());
    CHECK(Room::member(frames, "no_ballot", "poll") == poll.text());
    CHECK(Room::acked(room.say(3, intents::LostBallot{poll})));
}

TEST_CASE("a device that lost its ballot gets another by the trainer's hand, counted openly") {
    Open open;
    auto& room = open.room;
    const auto seats = room.workshop().book().reader().read_session(room.workshop().session())->seats;
    CHECK(Room::acked(room.say(Room::trainer, intents::NewBallot{open.poll, seats.front().seat})));
    CHECK(room.cells().number(open.poll, "poll.extra_draws") == 1);
}

TEST_CASE("a ballot that was replaced after it had been cast is counted among those given out, also after a restart") {
    Open open;
    auto& room = open.room;
    for (const auto& token : open.tokens) CHECK(room.vote(open.poll, token, 1, for_option("te")) == kept);
    const auto seats = room.workshop().book().reader().read_session(room.workshop().session())->seats;
    // Nobody knows whose ballots are in: who says that the token is lost may have voted with it.
    CHECK(Room::acked(room.say(Room::trainer, intents::NewBallot{open.poll, seats.front().seat})));
    intents::Visitor whose = 0;
    for (intents::Visitor visitor = 1; visitor <= 4; ++visitor) {
        if (room.token(visitor, open.poll) != open.tokens[visitor - 1]) whose = visitor;
    }
    REQUIRE(whose != 0);
    CHECK(room.vote(open.poll, room.token(whose, open.poll), 1, for_option("kaffe")) == kept);
    room.page("remote");
    room.say(Room::trainer, intents::LockTablets{false});
    CHECK(room.shows("remote", R"("in":5,"of":5,)"));
    room.restart();
    CHECK(room.shows("remote", R"("in":5,"of":5,)"));
    CHECK(room.shows("remote", R"("drawn":5,"extra":1)"));
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    CHECK(room.shows("remote", R"("state":"closed","in":5,"of":5)"));
}

TEST_CASE("the first ballot of a device that had none is no extra one") {
    Open open;
    auto& room = open.room;
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    room.join(9);
    room.leave(9);
    const auto again = room.say(Room::trainer, intents::Revote{open.poll, {}});
    const auto second = base::parse_id(Room::member(again, "ack", "poll"));
    REQUIRE(second.has_value());
    const auto rows = room.workshop().book().reader().read_session(room.workshop().session());
    for (const auto& seat : rows->seats) {
        const auto has_drawn = [&](const store::DrawnRow& one) { return one.poll == *second && one.seat == seat.seat; };
        if (std::any_of(rows->drawn.begin(), rows->drawn.end(), has_drawn)) continue;
        CHECK(Room::acked(room.say(Room::trainer, intents::NewBallot{*second, seat.seat})));
    }
    CHECK(room.cells().number(*second, "poll.extra_draws") == 0);
    CHECK(room.shows("remote", R"("drawn":5,"extra":0)"));
}

TEST_CASE("a second round between the tied has an empty urn, and the first stays in the record") {
    Open open;
    auto& room = open.room;
    room.vote(open.poll, open.tokens[0], 1, for_option("te"));
    room.vote(open.poll, open.tokens[1], 1, for_option("kaffe"));
    CHECK(Room::refusal(room.say(Room::trainer, intents::Revote{open.poll, {}})) == "not_now");
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    const auto frames = room.say(Room::trainer, intents::Revote{open.poll, {"te", "kaffe"}});
    const auto second = base::parse_id(Room::member(frames, "ack", "poll"));
    REQUIRE(second.has_value());
    CHECK(room.cells().number(*second, "poll.round") == 2);
    CHECK(room.cells().id(*second, "poll.previous") == open.poll);
    CHECK(refused_as(room.vote(*second, room.token(1, *second), 1, for_option("vatten")), base::Code::bad_input));
    room.say(Room::trainer, intents::ClosePoll{*second});
    room.say(Room::trainer, intents::RevealPoll{*second});
    CHECK(room.cells().text(*second, "poll.result").find(R"("voted":0)") != std::string::npos);
    CHECK(room.cells().text(open.poll, "poll.state") == "closed");
}

TEST_CASE("nothing is revealed before it is closed") {
    Open open;
    CHECK(Room::refusal(open.room.say(Room::trainer, intents::RevealPoll{open.poll})) == "not_now");
}

TEST_CASE("a closed vote says how many have voted, before it is revealed and after a restart too") {
    Open open;
    auto& room = open.room;
    for (std::size_t i = 0; i < 3; ++i) room.vote(open.poll, open.tokens[i], 1, for_option("te"));
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    const auto turnout = R"("state":"closed","in":3,"of":4)";
    CHECK(room.shows("tablet/sv", turnout));
    CHECK(room.shows("remote", turnout));
    room.restart();
    CHECK(room.shows("remote", turnout));
    room.say(Room::trainer, intents::RevealPoll{open.poll});
    CHECK(room.shows("remote", R"("state":"revealed","in":3,"of":4)"));
}

TEST_CASE("the words at the ends of a scale reach every page, in the participant's language") {
    Room room;
    room.join(1);
    intents::Hello english;
    english.join = room.workshop().join_code();
    english.language = "en";
    room.hello(2, english);
    intents::Hello audience;
    audience.role = intents::Role::audience;
    audience.join = room.workshop().join_code();
    room.hello(3, audience);
    room.go_to("checka-ut");
    const auto poll = room.open_poll("checka-ut");
    const auto* swedish =
        R"("options":[{"id":"1","label":"Inte alls","group":""},{"id":"5","label":"Helt","group":""}])";
    for (const auto* channel : {"tablet/sv", "remote", "audience"}) CHECK(room.shows(channel, swedish));
    CHECK(room.shows("tablet/en", R"("id":"1","label":"Not at all")"));
    CHECK(room.vote(poll, room.token(1, poll), 1, R"({"scale":4})") == kept);
    CHECK(refused_as(room.vote(poll, room.token(2, poll), 1, R"({"scale":6})"), base::Code::bad_input));
    room.say(Room::trainer, intents::ClosePoll{poll});
    room.say(Room::trainer, intents::RevealPoll{poll});
    CHECK(room.shows("audience", R"("by":{"1":0,"2":0,"3":0,"4":1,"5":0})"));
}

TEST_CASE("a question has one open round at a time, and a new round is numbered from the newest") {
    Open open;
    auto& room = open.room;
    room.say(Room::trainer, intents::ClosePoll{open.poll});
    const auto again = [&room, &open] { return room.say(Room::trainer, intents::Revote{open.poll, {}}); };
    const auto second = base::parse_id(Room::member(again(), "ack", "poll"));
    REQUIRE(second.has_value());
    const auto refused = again();
    CHECK(Room::refusal(refused) == "already");
    CHECK(Room::member(refused, "nak", "what") == "open");
    room.say(Room::trainer, intents::ClosePoll{*second});
    const auto third = base::parse_id(Room::member(again(), "ack", "poll"));
    REQUIRE(third.has_value());
    CHECK(room.cells().number(*third, "poll.round") == 3);
    CHECK(room.cells().id(*third, "poll.previous") == *second);
}

TEST_CASE("a vote whose urn is not beside the file is told of, and whoever has drawn can be given a new ballot") {
    Open open;
    auto& room = open.room;
    room.vote(open.poll, open.tokens[0], 1, for_option("te"));
    const auto urn = store::urn_file(room.file(), open.poll);
    const auto aside = base::Path(urn.string() + ".aside");
    room.restart([&](const store::OpenOptions&) { std::filesystem::rename(urn, aside); });
    REQUIRE(room.workshop().broken_votes().size() == 1);
    CHECK(room.workshop().broken_votes().front().question == room.cells().text(open.poll, "poll.question"));
    CHECK(room.workshop().broken_votes().front().urn == urn);
    CHECK(room.shows("remote", R"("lost":[{"seat":)"));
    CHECK(room.shows("remote", R"("label":"Plats 4"}])"));
    CHECK(!std::filesystem::exists(urn));
    SUBCASE("the urn is put back") {
        room.restart([&](const store::OpenOptions&) { std::filesystem::rename(aside, urn); });
        CHECK(room.workshop().broken_votes().empty());
        CHECK(room.shows("remote", R"("lost":[])"));
        CHECK(room.vote(open.poll, open.tokens[0], 2, for_option("kaffe")) == kept);
    }
    SUBCASE("the room goes on without it") {
        const auto seats = room.workshop().book().reader().read_session(room.workshop().session())->seats;
        intents::Hello again;
        again.return_code = seats.front().return_code;
        room.hello(1, again);
        CHECK(refused_as(room.vote(open.poll, open.tokens[0], 2, for_option("te")), base::Code::denied));
        CHECK(Room::acked(room.say(1, intents::LostBallot{open.poll})));
        CHECK(Room::acked(room.say(Room::trainer, intents::NewBallot{open.poll, seats.front().seat})));
        CHECK(room.shows("remote", R"("drawn":4,"extra":1)"));
        CHECK(room.vote(open.poll, room.token(1, open.poll), 1, for_option("te")) == kept);
    }
}
