#include <doctest/doctest.h>

#include "tablets/raw_client.hpp"
#include "tablets/scripted_room.hpp"

namespace {

const std::string hello = R"({"t":"hello","v":1,"role":"tablet","join":"K7QP2M"})";
const std::string remote_hello = R"({"t":"hello","v":1,"role":"remote","pair":"M2ZK8R"})";

std::string note(const std::string& id) {
    return R"({"t":"note","id":")" + id + R"(","block":"ideer","text":"Boka på webben"})";
}
std::string vote(const std::string& id) {
    return R"({"t":"vote","id":")" + id +
           R"(","poll":"0190c1d2-0000-7000-8000-000000000001","token":)"
           R"("0123456789abcdef0123456789abcdef","k":1,"value":{"scale":4}})";
}
std::string first_answer(ScriptedRoom& room, const std::string& frame) {
    RawClient client(room.port());
    client.upgrade();
    client.say(frame);
    return client.hear();
}

}  // namespace

TEST_CASE("what a visitor says reaches the owner, and the answer the visitor") {
    ScriptedRoom room;
    auto client = room.visitor();
    client.say(note("c1"));
    const auto said = room.wait_for<tablets::Said>();
    CHECK(said.client_id == "c1");
    CHECK(std::get<intents::AddNote>(said.intent).text == "Boka på webben");
    CHECK(client.hear() == R"({"t":"ack","id":"c1"})");
}

TEST_CASE("a ballot reaches the owner with a ticket and its answer finds the way back") {
    ScriptedRoom room;
    auto client = room.visitor();
    client.say(vote("v1"));
    const auto cast = room.wait_for<tablets::BallotCast>();
    CHECK(cast.ballot.value == R"({"scale":4})");
    CHECK(client.hear() == R"({"t":"ack","id":"v1"})");
}

TEST_CASE("a ballot that judges an idea of one's own is refused at the door, and one that leaves it out is not") {
    const auto own = "0190c1d2-0000-7000-8000-0000000000aa", other = "0190c1d2-0000-7000-8000-0000000000bb";
    const auto marked = [](const std::string& id, const std::string& option) {
        return R"({"t":"vote","id":")" + id + R"(","poll":"0190c1d2-0000-7000-8000-000000000001","token":)" +
               R"("0123456789abcdef0123456789abcdef","k":1,"value":{"marks":{")" + option + R"(":4}}})";
    };
    ScriptedRoom room({}, [own](const tablets::FromTablets& one, std::vector<tablets::ToTablets>& answers) {
        ScriptedRoom::obliging(one, answers);
        const auto tell = [&answers](tablets::Visitor visitor, std::vector<std::string> options) {
            const auto poll = base::parse_id("0190c1d2-0000-7000-8000-000000000001").value();
            answers.push_back(intents::OwnOptions{visitor, poll, std::move(options)});
        };
        if (const auto* greeted = std::get_if<tablets::Greeted>(&one)) tell(greeted->visitor, {own});
        if (const auto* said = std::get_if<tablets::Said>(&one)) tell(said->visitor, {});
    });
    auto client = room.visitor();
    client.say(marked("v1", own));
    const auto refused = client.hear();
    CHECK(refused.find(R"("code":"bad_input","what":"own_idea","text":"Du kan inte poängsätta din egen idé.)") !=
          std::string::npos);
    client.say(marked("v2", other));
    CHECK(client.hear() == R"({"t":"ack","id":"v2"})");
    CHECK(room.count<tablets::BallotCast>() == 1);
    // The device has become one of several.
    client.say(note("c1"));
    CHECK(client.hear() == R"({"t":"ack","id":"c1"})");
    client.say(marked("v3", own));
    CHECK(client.hear() == R"({"t":"ack","id":"v3"})");
}

TEST_CASE("a ballot may wait for the disk and be acknowledged later") {
    ScriptedRoom room({}, [](const tablets::FromTablets& one, std::vector<tablets::ToTablets>& answers) {
        if (const auto* cast = std::get_if<tablets::BallotCast>(&one)) {
            using Kind = tablets::AnswerBallot::Kind;
            answers.push_back(tablets::AnswerBallot{cast->ticket, Kind::pending, base::Code::disk_full, {}, 2000});
            answers.push_back(tablets::AnswerBallot{cast->ticket, Kind::saved, {}, {}, 0});
            answers.push_back(tablets::AnswerBallot{cast->ticket, Kind::saved, {}, {}, 0});
        } else {
            ScriptedRoom::obliging(one, answers);
        }
    });
    auto client = room.visitor();
    client.say(vote("v1"));
    CHECK(client.hear() == R"({"t":"pending","id":"v1","code":"disk_full","retry_after_ms":2000})");
    CHECK(client.hear() == R"({"t":"ack","id":"v1"})");
    client.say(R"({"t":"ping"})");
    CHECK(client.hear().starts_with(R"({"t":"pong")"));
}

TEST_CASE("a visitor that leaves is told to the owner, once") {
    ScriptedRoom room;
    { auto client = room.visitor(); }
    room.wait_for<tablets::Gone>();
    auto other = room.visitor();
    CHECK(room.count<tablets::Gone>() == 1);
}

TEST_CASE("the first message must be a hello that can be read") {
    ScriptedRoom room;
    CHECK(first_answer(room, note("c1")).starts_with(R"({"t":"refused","code":"bad_input")"));
    CHECK(first_answer(room, "{").starts_with(R"({"t":"refused","code":"bad_input")"));
    CHECK(first_answer(room, R"({"t":"hello","v":2,"role":"tablet","join":"K7QP2M"})")
              .starts_with(R"({"t":"refused","code":"unknown_message")"));
}

TEST_CASE("a refusal explains itself in the visitor's language and closes") {
    ScriptedRoom room;
    RawClient client(room.port());
    client.upgrade();
    client.say(R"({"t":"hello","v":1,"role":"tablet","join":"AAAAAA","lang":"en"})");
    const auto refused = client.hear();
    CHECK(refused.starts_with(R"({"t":"refused","code":"wrong_code","text":"The code is not right.)"));
    CHECK(client.heard_close() == 1000);
}

TEST_CASE("what a refusal is about reaches its sentence") {
    ScriptedRoom room({}, [](const tablets::FromTablets& one, std::vector<tablets::ToTablets>& answers) {
        const auto* greeted = std::get_if<tablets::Greeted>(&one);
        if (greeted == nullptr) return;
        answers.push_back(tablets::Refuse{greeted->visitor, {base::Code::denied, "remote", {}}, "en"});
    });
    CHECK(first_answer(room, R"({"t":"hello","v":1,"role":"remote","pair":"M2ZK8R"})")
              .starts_with(R"({"t":"refused","code":"denied","text":"The remote was not let in.)"));
}

TEST_CASE("five wrong codes from an address, then the owner is no longer asked") {
    tablets::Limits limits;
    limits.wrong_codes_per_s = 0.001;
    ScriptedRoom room(limits);
    for (int i = 0; i < 5; ++i) {
        CHECK(first_answer(room, R"({"t":"hello","v":1,"role":"tablet","join":"AAAAAA"})").find("wrong_code") !=
              std::string::npos);
    }
    const auto sixth = first_answer(room, hello);
    CHECK(sixth.starts_with(R"({"t":"refused","code":"too_fast")"));
    CHECK(sixth.find("\"retry_after_ms\":0") == std::string::npos);
    CHECK(room.count<tablets::Greeted>() == 5);
    CHECK(first_answer(room, R"({"t":"hello","v":1,"role":"tablet","seat":"0123456789abcdef0123456789abcdef"})")
              .starts_with(R"({"t":"welcome")"));
}

TEST_CASE("ten notes at once are taken, the eleventh must wait and is told so in words") {
    tablets::Limits limits;
    limits.notes_per_s = 0.01;
    ScriptedRoom room(limits);
    auto client = room.visitor();
    for (int i = 0; i < 10; ++i) {
        client.say(note("c" + std::to_string(i)));
        CHECK(client.hear().starts_with(R"({"t":"ack")"));
    }
    client.say(note("c11"));
    const auto nak = client.hear();
    CHECK(nak.starts_with(R"({"t":"nak","id":"c11","code":"too_fast","text":"Det gick för fort.)"));
    CHECK(nak.find("\"retry_after_ms\":0}") == std::string::npos);
    client.say(R"({"t":"hand","id":"h1","up":true})");
    CHECK(client.hear() == R"({"t":"ack","id":"h1"})");
}

TEST_CASE("four ballots at once are taken, the fifth must wait") {
    tablets::Limits limits;
    limits.ballots_per_s = 0.01;
    ScriptedRoom room(limits);
    auto client = room.visitor();
    for (int i = 0; i < 4; ++i) {
        client.say(vote("v" + std::to_string(i)));
        CHECK(client.hear().starts_with(R"({"t":"ack")"));
    }
    client.say(vote("v5"));
    CHECK(client.hear().starts_with(R"({"t":"nak","id":"v5","code":"too_fast")"));
}

TEST_CASE("an unknown type gets a nak that names it") {
    ScriptedRoom room;
    auto client = room.visitor();
    client.say(R"({"t":"dance","id":"c1"})");
    CHECK(client.hear().starts_with(R"({"t":"nak","id":"c1","code":"unknown_message")"));
    client.say(R"({"t":"note","id":"c2","block":"b","text":")" + std::string(281, 'x') + "\"}");
    CHECK(client.hear().starts_with(R"({"t":"nak","id":"c2","code":"too_large")"));
    client.say("nonsense");
    CHECK(client.hear().starts_with(R"({"t":"nak","id":"","code":"bad_input")"));
}

TEST_CASE("a ballot that is too large gets words of its own, not those for a text") {
    ScriptedRoom room;
    auto client = room.visitor();
    std::string options;
    for (int i = 0; i < 230; ++i) options += (i > 0 ? ",\"" : "\"") + std::string(30, 'o') + std::to_string(i) + "\":1";
    auto frame = vote("v1");
    frame.replace(frame.find(R"({"scale":4})"), 11, R"({"marks":{)" + options + "}}");
    client.say(frame);
    const auto told = client.hear();
    CHECK(told.starts_with(R"({"t":"nak","id":"v1","code":"too_large","what":"too_large","text":"Svaret rymmer inte)"));
    client.say(R"({"t":"note","id":"c2","block":"b","text":")" + std::string(281, 'x') + "\"}");
    CHECK(client.hear().find("Texten") != std::string::npos);
}

TEST_CASE("each role may say only what belongs to it") {
    ScriptedRoom room;
    auto tablet = room.visitor();
    tablet.say(R"({"t":"do","id":"r1","what":"next"})");
    CHECK(tablet.hear().starts_with(R"({"t":"nak","id":"r1","code":"denied")"));
    auto remote = room.visitor(remote_hello);
    remote.say(R"({"t":"do","id":"r2","what":"next"})");
    CHECK(remote.hear() == R"({"t":"ack","id":"r2"})");
    remote.say(vote("v1"));
    CHECK(remote.hear().starts_with(R"({"t":"nak","id":"v1","code":"denied")"));
    auto audience = room.visitor(R"({"t":"hello","v":1,"role":"audience","join":"K7QP2M"})");
    audience.say(note("c1"));
    CHECK(audience.hear().starts_with(R"({"t":"nak","id":"c1","code":"denied")"));
    CHECK(room.count<tablets::BallotCast>() == 0);
}

TEST_CASE("reading stops while too much waits for the owner's answer, and goes on afterwards") {
    tablets::Limits limits;
    limits.unanswered = 3;
    limits.others_burst = 1000;
    std::mutex guard;
    std::vector<tablets::Said> waiting;
    ScriptedRoom room(limits, [&](const tablets::FromTablets& one, std::vector<tablets::ToTablets>& answers) {
        if (const auto* said = std::get_if<tablets::Said>(&one)) {
            const std::lock_guard hold(guard);
            waiting.push_back(*said);
        } else {
            ScriptedRoom::obliging(one, answers);
        }
    });
    auto client = room.visitor();
    for (int i = 0; i < 20; ++i) client.say(R"({"t":"hand","id":"h)" + std::to_string(i) + R"(","up":true})");
    room.wait_for<tablets::Said>(4);
    auto other = room.visitor();
    CHECK(room.count<tablets::Said>() == 4);
    for (int answered = 0; answered < 20;) {
        std::vector<tablets::ToTablets> answers;
        {
            const std::lock_guard hold(guard);
            for (const auto& said : waiting) {
                answers.push_back(tablets::Send{
                    said.visitor, ScriptedRoom::text(R"({"t":"ack","id":")" + said.client_id + "\"}"), ""});
            }
            waiting.clear();
        }
        const auto count = static_cast<int>(answers.size());
        room.server().tell(std::move(answers));
        for (int i = 0; i < count; ++i)
            CHECK(client.hear() == R"({"t":"ack","id":"h)" + std::to_string(answered++) + "\"}");
    }
}

TEST_CASE("answers that never come do not silence a visitor for ever") {
    auto limits = quick_limits();
    limits.unanswered = 1;
    ScriptedRoom room(limits, [](const tablets::FromTablets& one, std::vector<tablets::ToTablets>& answers) {
        if (!std::holds_alternative<tablets::Said>(one)) ScriptedRoom::obliging(one, answers);
    });
    auto client = room.visitor();
    for (int i = 0; i < 3; ++i) client.say(R"({"t":"hand","id":"h1","up":true})");
    room.wait_for<tablets::Said>(3);
    CHECK(room.count<tablets::Gone>() == 0);
}

TEST_CASE("a visitor gets the latest of each slot at once, then each newer one") {
    ScriptedRoom room;
    room.publish("state", R"({"t":"state","rev":1})");
    room.publish("state", R"({"t":"state","rev":2})");
    room.publish("count", R"({"t":"count","in":1})");
    auto client = room.visitor();
    CHECK(client.hear() == R"({"t":"state","rev":2})");
    CHECK(client.hear() == R"({"t":"count","in":1})");
    room.publish("state", R"({"t":"state","rev":3})");
    CHECK(client.hear() == R"({"t":"state","rev":3})");
}

TEST_CASE("a slow visitor skips to the newest news and misses no answer") {
    ScriptedRoom room;
    auto slow = room.visitor(hello, 4096);
    const std::string big(100000, 'x');
    constexpr int last = 300;
    for (int rev = 1; rev <= last; ++rev) {
        room.publish("state", R"({"t":"state","rev":)" + std::to_string(rev) + R"(,"x":")" + big + "\"}");
        if (rev % 100 == 0) {
            const auto visitor = room.wait_for<tablets::Greeted>().visitor;
            room.server().tell(
                {tablets::Send{visitor, ScriptedRoom::text(R"({"t":"note","n":)" + std::to_string(rev) + "}"), ""}});
        }
    }
    int states = 0;
    int notes = 0;
    bool newest = false;
    while (!newest || notes < 3) {
        const std::string frame = slow.hear();
        if (frame.empty()) break;
        if (frame.starts_with(R"({"t":"note")")) ++notes;
        if (frame.starts_with(R"({"t":"state")")) ++states;
        newest = newest || frame.starts_with(R"({"t":"state","rev":300,)");
    }
    CHECK(newest);
    CHECK(notes == 3);
    CHECK(states < last);
}

TEST_CASE("a visitor that is moved to other channels gets those, and a close carries its reason") {
    ScriptedRoom room;
    room.server().tell({tablets::Publish{"en", "state", ScriptedRoom::text(R"({"t":"state","lang":"en"})")}});
    auto client = room.visitor();
    const auto visitor = room.wait_for<tablets::Greeted>().visitor;
    room.server().tell({tablets::Resubscribe{visitor, {"en"}}});
    CHECK(client.hear() == R"({"t":"state","lang":"en"})");
    room.publish("state", R"({"t":"state","lang":"sv"})");
    room.server().tell({tablets::Close{visitor, ScriptedRoom::text(R"({"t":"taken"})")}});
    CHECK(client.hear() == R"({"t":"taken"})");
    CHECK(client.heard_close() == 1000);
}

TEST_CASE("a visitor that only sends nonsense is cut in the end") {
    tablets::Limits limits;
    limits.others_burst = 1;
    ScriptedRoom room(limits);
    auto client = room.visitor();
    std::string flood;
    for (int i = 0; i < 2000; ++i) flood += RawClient::frame("x");
    client.send(flood);
    client.all();
    CHECK(room.server().counts().cut == 1);
}
