// Votes whose ballots are given for one-time codes.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "registrar/room.hpp"

namespace {

using Kind = intents::AnswerBallot::Kind;

/// Two seats, five codes, and a vote by them with the hand.
struct CodedVote {
    Room room;
    base::Id poll;

    CodedVote() {
        room.join(1);
        room.join(2);
        room.go_to(silent_ideas);
        CHECK(Room::acked(room.say(Room::trainer, intents::MakeCodes{5})));
        poll = base::parse_id(Room::member(start(), "ack", "poll")).value();
    }
    Room::Frames start() {
        intents::StartPoll wish;
        wish.method = "fist";
        wish.trust = model::Trust::codes;
        return room.say(Room::trainer, wish);
    }
    Room::Frames use(intents::Visitor visitor, const std::string& code, const std::string& id = {}) {
        return room.say(visitor, intents::UseCode{poll, code}, id);
    }
    /// As a device does that has a key for it.
    Room::Frames use_sealed(intents::Visitor visitor, const std::string& code, char key, const std::string& id = {}) {
        return room.say(visitor, intents::UseCode{poll, code, std::string(32, key)}, id);
    }
    bool vote(intents::Visitor visitor, int scale) {
        const auto token = room.token(visitor, poll);
        room.say(visitor, intents::GotBallot{poll});
        return room.vote(poll, token, 1, R"({"scale":)" + std::to_string(scale) + "}").first == Kind::saved;
    }
    /// What the remote shows once all counts have been told.
    bool stands(std::string_view words) {
        room.page("remote");
        room.say(Room::trainer, intents::LockTablets{false});
        return room.shows("remote", words);
    }
    std::string kept() { return bytes_of(room.file().string()) + bytes_of(room.file().string() + "-wal"); }
    static std::string bytes_of(const std::string& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
};

std::string what_of(const Room::Frames& frames) {
    return Room::member(frames, "nak", "what");
}

}  // namespace

TEST_CASE("codes are eight letters and digits that nobody mixes up, and unlike each other") {
    CodedVote one;
    const std::set<std::string> codes(one.room.printed.begin(), one.room.printed.end());
    CHECK(codes.size() == 5);
    for (const auto& code : codes) {
        CHECK(code.size() == 8);
        CHECK(code.find_first_not_of("ABCDEFGHJKMNPQRSTUVWXYZ23456789") == std::string::npos);
    }
    CHECK(one.stands(R"("codes":{"left":5,"file":"koder.pdf"})"));
}

TEST_CASE("a vote by codes gives no seat a ballot by itself, whether it is there or comes later") {
    CodedVote one;
    one.room.join(3);
    for (const intents::Visitor visitor : {1U, 2U, 3U}) CHECK(one.room.token(visitor, one.poll).empty());
    CHECK(one.room.shows("tablet/sv", R"("trust":"codes","codes":5)"));
    CHECK(one.stands(R"("in":0,"of":0,"paper":0)"));
    CHECK(what_of(one.room.say(1, intents::NextPerson{one.poll})) == "by_code");
    const std::string page = one.room.page("remote"), mark = R"("seats":[{"seat":")";
    const auto seat = base::parse_id(page.substr(page.find(mark) + mark.size(), 36)).value();
    CHECK(what_of(one.room.say(Room::trainer, intents::NewBallot{one.poll, seat})) == "by_code");
    CHECK(one.room.token(1, one.poll).empty());
}

TEST_CASE("a code gives one ballot, once, and says so when it is tried again") {
    CodedVote one;
    const auto& code = one.room.printed.front();
    CHECK(Room::acked(one.use(1, code)));
    CHECK(one.vote(1, 4));
    const auto again = one.use(2, code);
    CHECK(Room::refusal(again) == "already");
    CHECK(Room::member(again, "nak", "text").find("redan använd") != std::string::npos);
    CHECK(one.room.token(2, one.poll).empty());
    CHECK(one.stands(R"("in":1,"of":1,"paper":0)"));
    CHECK(one.stands(R"("codes":{"left":4,)"));
}

TEST_CASE("a code that is said again under the same id uses nothing more, also after a restart") {
    CodedVote one;
    const auto& codes = one.room.printed;
    CHECK(Room::acked(one.use(1, codes[0], "card")));
    CHECK(Room::acked(one.use(1, codes[0], "card")));
    // The same code, while the ballot is on its way, gives the same ballot.
    const auto token = one.room.token(1, one.poll);
    CHECK(Room::acked(one.use(1, codes[0])));
    CHECK(one.room.token(1, one.poll) == token);
    CHECK(one.stands(R"("codes":{"left":4,)"));
    CHECK(one.vote(1, 5));
    one.room.restart();
    one.room.join(7);
    CHECK(Room::refusal(one.use(7, codes[0])) == "already");
    CHECK(Room::acked(one.use(7, codes[1])));
    CHECK(one.vote(7, 2));
    CHECK(one.stands(R"("in":2,"of":2,"paper":0)"));
    CHECK(one.stands(R"("codes":{"left":3,"file":""})"));
}

TEST_CASE("a ballot that was drawn for a code and had not come when the host fell comes to the same device, and once") {
    CodedVote one;
    const auto& code = one.room.printed[0];
    const auto secret = Room::member(one.room.join(3), "welcome", "seat");
    CHECK(Room::acked(one.use_sealed(3, code, 'a', "card")));
    const auto drawn = one.room.token(3, one.poll);
    REQUIRE_FALSE(drawn.empty());
    // As if none of it had arrived.
    one.room.restart();
    intents::Hello back;
    back.seat = secret;
    one.room.hello(8, back);
    one.room.join(9);
    CHECK(one.room.token(8, one.poll).empty());
    // Nobody else gets it: neither with another key nor without one.
    CHECK(Room::refusal(one.use(9, code)) == "already");
    CHECK(Room::refusal(one.use_sealed(9, code, 'b')) == "already");
    CHECK(one.room.token(9, one.poll).empty());
    // The message that was never answered is said again: the same ballot, not one more.
    CHECK(Room::acked(one.use_sealed(8, code, 'a', "card")));
    CHECK(one.room.token(8, one.poll) == drawn);
    CHECK(one.stands(R"("in":0,"of":1,"paper":0)"));
    CHECK(one.vote(8, 4));
    CHECK(one.stands(R"("in":1,"of":1,"paper":0)"));
    // It has come: after another fall nothing of it is left to give.
    const auto rows = one.room.workshop().book().reader().read_session(one.room.workshop().session());
    REQUIRE(rows.has_value());
    CHECK(std::none_of(rows->kept.begin(), rows->kept.end(),
                       [](const auto& row) { return row.key.starts_with("sealed:"); }));
    one.room.restart();
    one.room.hello(10, back);
    CHECK(Room::refusal(one.use_sealed(10, code, 'a')) == "already");
    CHECK(one.room.token(10, one.poll).empty());
    CHECK(one.stands(R"("in":1,"of":1,"paper":0)"));
}

TEST_CASE("what is kept of a ballot on its way tells neither the ballot nor the key") {
    CodedVote one;
    CHECK(Room::acked(one.use_sealed(1, one.room.printed[0], 'a')));
    const auto token = one.room.token(1, one.poll);
    const auto rows = one.room.workshop().book().reader().read_session(one.room.workshop().session());
    REQUIRE(rows.has_value());
    std::vector<std::string> sealed;
    for (const auto& row : rows->kept) {
        if (row.key.starts_with("sealed:")) sealed.push_back(row.value);
    }
    REQUIRE(sealed.size() == 1);
    CHECK(sealed.front().size() == token.size());
    const auto file = one.kept();
    const auto hash = base::sha256(token);
    CHECK(file.find(token) == std::string::npos);
    CHECK(file.find(std::string(hash.begin(), hash.end())) == std::string::npos);
    CHECK(file.find(std::string(32, 'a')) == std::string::npos);
    // With a key of one's own it opens to something that no urn knows.
    registrar::Codes codes;
    codes.restore(rows->kept);
    CHECK(codes.unseal(one.room.printed[0], one.poll, std::string(32, 'a')) == token);
    CHECK(codes.unseal(one.room.printed[0], one.poll, std::string(32, 'b')) != token);
    CHECK(codes.unseal(one.room.printed[0], base::derived_id("poll", {}), std::string(32, 'a')) != token);
    CHECK(codes.unseal(one.room.printed[0], one.poll, "").empty());
}

TEST_CASE("while a ballot is on its way every other code gets its own answer, and none is used up for it") {
    CodedVote one;
    const auto& codes = one.room.printed;
    CHECK(Room::acked(one.use(1, codes[0])));
    CHECK(Room::acked(one.use(2, codes[1])));
    const auto second = one.room.token(2, one.poll);
    CHECK(Room::refusal(one.use(2, codes[0])) == "already");
    CHECK(Room::refusal(one.use(2, "WRNGCDE2")) == "wrong_code");
    const auto waits = one.use(2, codes[2]);
    CHECK(what_of(waits) == "ballot_first");
    CHECK(Room::member(waits, "nak", "text").find("på väg") != std::string::npos);
    CHECK(one.room.token(2, one.poll) == second);
    CHECK(one.stands(R"("codes":{"left":3,)"));
    // The code is good all the same: here when the ballot has come, or elsewhere.
    CHECK(one.vote(1, 4));
    CHECK(Room::acked(one.use(1, codes[2])));
    CHECK(one.vote(2, 2));
    CHECK(one.vote(1, 5));
    CHECK(one.stands(R"("in":3,"of":3,"paper":0)"));
}

TEST_CASE("several people vote on one device, each with a code") {
    CodedVote one;
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(Room::acked(one.use(1, one.room.printed[i])));
        CHECK(one.vote(1, 3));
    }
    CHECK(one.stands(R"("in":3,"of":3,"paper":0)"));
}

TEST_CASE("wrong codes are few for each seat, and one more every ten seconds") {
    CodedVote one;
    for (int i = 0; i < 5; ++i) CHECK(Room::refusal(one.use(1, "WRNGCDE" + std::to_string(2 + i))) == "wrong_code");
    CHECK(Room::refusal(one.use(1, one.room.printed[0])) == "too_fast");
    CHECK(Room::acked(one.use(2, one.room.printed[1])));  // nobody else waits for it
    one.room.pass(10000);
    CHECK(Room::refusal(one.use(1, "WRNGCDE9")) == "wrong_code");
    CHECK(Room::refusal(one.use(1, one.room.printed[0])) == "too_fast");
    one.room.pass(10000);
    CHECK(Room::acked(one.use(1, one.room.printed[0])));
}

TEST_CASE("codes are for votes by codes, while they are open, and there must be some") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    intents::StartPoll wish;
    wish.method = "fist";
    wish.trust = model::Trust::codes;
    CHECK(what_of(room.say(Room::trainer, wish)) == "no_codes");
    wish.trust = model::Trust::open;
    const auto open = base::parse_id(Room::member(room.say(Room::trainer, wish), "ack", "poll")).value();
    CHECK(what_of(room.say(Room::trainer, intents::MakeCodes{5})) == "open_poll");
    CHECK(Room::refusal(room.say(1, intents::UseCode{open, "WRNGCDE2"})) == "denied");
    CodedVote one;
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    CHECK(Room::refusal(one.use(1, one.room.printed[0])) == "closed");
}

TEST_CASE("the record says how many codes there were and how many were used, and a new round takes new codes") {
    CodedVote one;
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(Room::acked(one.use(i + 1, one.room.printed[i])));
        CHECK(one.vote(i + 1, 4));
    }
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    CHECK(one.room.cells().text(one.poll, "poll.params").find(R"("codes":5)") != std::string::npos);
    CHECK(one.room.cells().number(one.poll, "poll.eligible") == 2);
    one.room.say(Room::trainer, intents::RevealPoll{one.poll});
    one.poll =
        base::parse_id(Room::member(one.room.say(Room::trainer, intents::Revote{one.poll, {}}), "ack", "poll")).value();
    CHECK(one.room.cells().text(one.poll, "poll.params").find(R"("codes":3)") != std::string::npos);
    CHECK(Room::refusal(one.use(1, one.room.printed[0])) == "already");
    CHECK(Room::acked(one.use(1, one.room.printed[2])));
}

TEST_CASE("nothing on disk ties a code to a ballot, and of codes only hashes are kept") {
    CodedVote one;
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(Room::acked(one.use(i + 1, one.room.printed[i])));
        tokens.push_back(one.room.token(i + 1, one.poll));
        CHECK(one.vote(i + 1, 4));
    }
    const auto file = one.kept();
    for (const auto& code : one.room.printed) CHECK(file.find(code) == std::string::npos);
    for (const auto& token : tokens) {
        CHECK(file.find(token) == std::string::npos);
        const auto hash = base::sha256(token);
        CHECK(file.find(std::string(hash.begin(), hash.end())) == std::string::npos);
        CHECK(file.find(base::to_hex(hash)) == std::string::npos);
    }
    // What is kept of a used code is the word alone; used ones do not differ among each other.
    const auto rows = one.room.workshop().book().reader().read_session(one.room.workshop().session());
    REQUIRE(rows.has_value());
    std::multiset<std::string> values;
    for (const auto& row : rows->kept) {
        if (registrar::Codes::is_row(row)) values.insert(row.value);
    }
    CHECK(values == std::multiset<std::string>{"", "", "", "used", "used"});
    // The urn knows tokens alone.
    const auto urn = CodedVote::bytes_of(store::urn_file(one.room.file(), one.poll).string());
    for (const auto& row : rows->kept) {
        if (registrar::Codes::is_row(row)) CHECK(urn.find(row.key.substr(5)) == std::string::npos);
    }
}

TEST_CASE("codes never reach the journal, and end with the session") {
    CodedVote one;
    CHECK(Room::acked(one.use(1, one.room.printed[0])));
    CHECK(one.vote(1, 4));
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    CHECK(Room::acked(one.room.say(Room::trainer, intents::EndSession{true})));
    const auto rows = one.room.workshop().book().reader().read_session(one.room.workshop().session());
    REQUIRE(rows.has_value());
    CHECK(rows->kept.empty());
    one.room.end();
    const auto file = one.kept();
    for (const auto& code : one.room.printed) CHECK(file.find(registrar::hash_of(code)) == std::string::npos);
}

TEST_CASE("cards for a session that is left open for a new one count in the new one, each once in all") {
    CodedVote one;
    const auto& codes = one.room.printed;
    CHECK(Room::acked(one.use(1, codes[0])));
    CHECK(one.vote(1, 4));
    one.room.say(Room::trainer, intents::ClosePoll{one.poll});
    const auto left = one.room.workshop().session();
    one.room.move_file(true);
    REQUIRE(one.room.workshop().session() != left);
    CHECK(one.room.shows("remote", R"("codes":{"left":4,)"));
    one.room.join(3);
    one.room.go_to(silent_ideas);
    one.poll = base::parse_id(Room::member(one.start(), "ack", "poll")).value();
    CHECK(Room::refusal(one.use(3, codes[0])) == "already");
    CHECK(Room::acked(one.use(3, codes[1])));
    const auto rows = one.room.workshop().book().reader().read_session(left);
    REQUIRE(rows.has_value());
    CHECK(std::none_of(rows->kept.begin(), rows->kept.end(), registrar::Codes::is_row));
    CHECK_FALSE(rows->kept.empty());
}

TEST_CASE("codes that were made before the session wait for it") {
    registrar::Codes codes;
    codes.add("ABCDEFGH");
    store::KeptRow waiting = codes.row({}, "ABCDEFGH");
    Room room;
    room.say(Room::trainer, intents::EndSession{true});
    room.workshop().book().write_rows({waiting});
    room.restart();
    CHECK(room.shows("remote", R"("codes":{"left":1,)"));
    const auto left = room.workshop().book().reader().read_session({});
    REQUIRE(left.has_value());
    CHECK(left->kept.empty());
    room.restart();
    CHECK(room.shows("remote", R"("codes":{"left":1,)"));
}
