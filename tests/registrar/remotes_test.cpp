// Who leads the day from a phone: let in at the wall, and sent away there.
#include <algorithm>

#include "registrar/wall_ear.hpp"

namespace {

using What = intents::SettleRemotes::What;

bool is_in(const Room& room, intents::Visitor visitor) {
    const auto& told = room.told();
    return std::any_of(told.begin(), told.end(), [visitor](const intents::ToTablets& one) {
        const auto* admit = std::get_if<intents::Admit>(&one);
        return admit != nullptr && admit->visitor == visitor;
    });
}

bool is_refused(const Room& room, intents::Visitor visitor, base::Code code) {
    const auto& told = room.told();
    return std::any_of(told.begin(), told.end(), [&](const intents::ToTablets& one) {
        const auto* refuse = std::get_if<intents::Refuse>(&one);
        return refuse != nullptr && refuse->visitor == visitor && refuse->error.code == code;
    });
}

/// In which language a visitor was refused; empty when it was not.
std::string refused_in(const Room& room, intents::Visitor visitor) {
    for (const auto& one : room.told()) {
        const auto* refuse = std::get_if<intents::Refuse>(&one);
        if (refuse != nullptr && refuse->visitor == visitor) return refuse->language;
    }
    return {};
}

bool is_closed(const Room& room, intents::Visitor visitor) {
    const auto& told = room.told();
    return std::any_of(told.begin(), told.end(), [visitor](const intents::ToTablets& one) {
        const auto* close = std::get_if<intents::Close>(&one);
        return close != nullptr && close->visitor == visitor;
    });
}

intents::Hello with_secret(const std::string& secret) {
    intents::Hello hello;
    hello.role = intents::Role::remote;
    hello.secret = secret;
    return hello;
}

bool is_asked(const Room::Frames& frames) {
    return std::any_of(frames.begin(), frames.end(),
                       [](const std::string& frame) { return frame.find(R"("t":"confirm")") != std::string::npos; });
}

void settle(Room& room, What what, intents::Visitor asking = 0, int number = 0) {
    room.workshop().deed(intents::SettleRemotes{what, asking, number});
    room.settle();
}

/// What the wall was told last of remotes.
std::vector<views::RemoteHead> heads_on_wall(Room& room) {
    WallEar ear;
    ear.hear(room);
    return ear.view ? ear.view->remotes : std::vector<views::RemoteHead>{};
}

/// Those that were let in, and of them those that are here.
std::pair<int, int> on_wall(Room& room) {
    const auto heads = heads_on_wall(room);
    const auto here = std::count_if(heads.begin(), heads.end(), [](const auto& one) { return one.here; });
    return {static_cast<int>(heads.size()), static_cast<int>(here)};
}

}  // namespace

TEST_CASE("the wall is told at once that a remote has gone, and that it can still come back until it is sent away") {
    Room room;
    room.workshop().look({});
    const auto at_first = on_wall(room);
    room.pair(5);
    settle(room, What::let_in, 5);
    const auto in = on_wall(room);
    CHECK(in.first == at_first.first + 1);
    CHECK(in.second == at_first.second + 1);
    room.leave(5);
    CHECK(on_wall(room) == std::pair(in.first, in.second - 1));  // nothing else has changed
    settle(room, What::revoke_all);
    CHECK(on_wall(room) == std::pair(0, 0));
}

TEST_CASE("a host without a wall has nobody to ask: the code is enough") {
    Room room;
    CHECK_FALSE(is_asked(room.pair(5)));
    CHECK(is_in(room, 5));
}

TEST_CASE("where there is a wall, a remote with the code waits until it is let in there") {
    Room room;
    room.workshop().look({});
    CHECK(is_asked(room.pair(5)));
    CHECK_FALSE(is_in(room, 5));
    CHECK(Room::refusal(room.say(5, intents::GoNext{})).empty());  // it is nobody yet
    CHECK(room.cells().text(room.workshop().session(), "session.block").empty());
    settle(room, What::let_in, 5);
    CHECK(is_in(room, 5));
    CHECK(Room::acked(room.say(5, intents::GoNext{})));
    // With its secret it comes back by itself.
    const auto& told = room.told();
    std::string secret;
    for (const auto& one : told) {
        const auto* admit = std::get_if<intents::Admit>(&one);
        if (admit != nullptr && admit->visitor == 5) secret = Room::member({*admit->welcome}, "welcome", "secret");
    }
    intents::Hello again;
    again.role = intents::Role::remote;
    again.secret = secret;
    CHECK_FALSE(is_asked(room.hello(6, again)));
    CHECK(is_in(room, 6));
}

TEST_CASE("a remote that is turned away is told so, and one that has gone asks no more") {
    Room room;
    room.workshop().look({});
    room.pair(5);
    room.pair(6);
    room.leave(6);
    settle(room, What::let_in, 6);
    CHECK_FALSE(is_in(room, 6));
    settle(room, What::turn_away, 5);
    CHECK(is_refused(room, 5, base::Code::denied));
    settle(room, What::let_in, 5);
    CHECK_FALSE(is_in(room, 5));
}

TEST_CASE("who asks by the dozen is refused, not shown") {
    Room room;
    room.workshop().look({});
    for (intents::Visitor visitor = 5; visitor < 10; ++visitor) CHECK(is_asked(room.pair(visitor)));
    CHECK_FALSE(is_asked(room.pair(10)));
    CHECK(is_refused(room, 10, base::Code::too_many));
}

TEST_CASE(
    "the wall takes the day back: no remote leads any more, their secrets open nothing, and the code is another") {
    Room room;
    const auto secret = Room::member(room.pair(5), "welcome", "secret");
    const auto code = room.workshop().pair_code();
    room.workshop().look({});
    settle(room, What::revoke_all);
    CHECK(room.workshop().pair_code() != code);
    CHECK(room.say(5, intents::GoNext{}).empty());
    CHECK(room.cells().text(room.workshop().session(), "session.block").empty());
    intents::Hello again;
    again.role = intents::Role::remote;
    again.secret = secret;
    room.hello(6, again);
    CHECK(is_refused(room, 6, base::Code::not_found));
    const auto fresh = room.workshop().pair_code();
    room.restart();
    CHECK(room.workshop().pair_code() == fresh);
    room.hello(7, again);
    CHECK(is_refused(room, 7, base::Code::not_found));
}

TEST_CASE("one remote is sent away by its number, here or not, for good; the others and the code stay") {
    Room room;
    const auto first = Room::member(room.pair(5), "welcome", "secret");
    room.pass(60'000);
    const auto second = Room::member(room.pair(6), "welcome", "secret");
    const auto code = room.workshop().pair_code();
    room.workshop().look({});
    const auto heads = heads_on_wall(room);
    REQUIRE(heads.size() == 3);  // the room's trainer was there first
    CHECK(heads[1].number == 2);
    CHECK(heads[2].number == 3);
    CHECK(heads[2].since_ms - heads[1].since_ms == 60'000);
    settle(room, What::send_away, 0, 2);
    CHECK(is_closed(room, 5));
    CHECK_FALSE(is_closed(room, 6));
    CHECK(room.say(5, intents::GoNext{}).empty());
    CHECK(Room::acked(room.say(6, intents::GoNext{})));
    CHECK(room.workshop().pair_code() == code);
    room.hello(7, with_secret(first));
    CHECK(is_refused(room, 7, base::Code::not_found));
    room.restart();
    room.hello(8, with_secret(first));
    CHECK(is_refused(room, 8, base::Code::not_found));
    room.hello(9, with_secret(second));
    CHECK(is_in(room, 9));
    room.workshop().look({});
    const auto after = heads_on_wall(room);
    REQUIRE(after.size() == 3);   // the trainer comes anew after a restart
    CHECK(after[1].number == 3);  // a phone keeps the number that it was told
    CHECK(after[1].here);
    CHECK(after[1].since_ms == heads[2].since_ms);
    CHECK_FALSE(after[0].here);
    settle(room, What::send_away, 0, 1);
    CHECK(on_wall(room) == std::pair(2, 2));
}

TEST_CASE("remotes that were let in before they had numbers get one each") {
    registrar::Remotes remotes;
    remotes.restore({{{}, "remote:aa", "1"}, {{}, "remote:bb", "2 77"}, {{}, "remote:cc", "1"}, {{}, "port", "8437"}});
    const auto heads = remotes.heads();
    REQUIRE(heads.size() == 3);
    CHECK(heads[0].number == 2);
    CHECK(heads[0].since_ms == 77);
    CHECK(heads[1].number == 3);
    CHECK(heads[2].number == 4);
    CHECK_FALSE(remotes.send_away(1));
    CHECK(remotes.send_away(4)->key == "remote:cc");
}

TEST_CASE("a remote is told why it is not let in in the language of its own page") {
    Room room;
    room.workshop().look({});
    intents::Hello wish;
    wish.role = intents::Role::remote;
    wish.pair = room.workshop().pair_code();
    wish.language = "fi";
    room.hello(5, wish);
    settle(room, What::turn_away, 5);
    CHECK(refused_in(room, 5) == "fi");
    wish.language = "ar";
    room.hello(6, wish);
    settle(room, What::revoke_all);
    CHECK(refused_in(room, 6) == "ar");
}

TEST_CASE("only the wall settles it: a remote sends no other away") {
    Room room;
    CHECK(Room::refusal(room.say(Room::trainer, intents::SettleRemotes{What::revoke_all})) == "denied");
    CHECK(Room::refusal(room.say(Room::trainer, intents::SettleRemotes{What::send_away, 0, 1})) == "denied");
}
