#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>

#include "tablets/channels.hpp"
#include "tablets/guest.hpp"
#include "tablets/outbox.hpp"
#include "tablets/sentences.hpp"
#include "tablets/tickets.hpp"

using tablets::Channels;
using tablets::Outbox;
using tablets::Text;
using tablets::Visitor;

namespace {

Text text(const std::string& content) {
    return std::make_shared<const std::string>(content);
}

std::string next(Outbox& box) {
    return *box.next().text;
}

/// What each visitor got, as one string.
struct Mail {
    std::map<Visitor, std::string> got;
    Channels::Deliver to = [this](Visitor visitor, int, const Text& news) { got[visitor] += *news; };
};

/// A visitor without a socket.
class Sleeper final : public tablets::Guest {
  public:
    using Guest::Guest;
    int times_woken = 0;

  private:
    void woken() override { ++times_woken; }
};

}  // namespace

TEST_CASE("answers go before news, and of each slot only the newest waits") {
    Outbox box;
    box.put(1, text("state 1"));
    box.put(2, text("count 1"));
    box.push(text("answer 1"), true);
    box.put(1, text("state 2"));
    box.push(text("answer 2"), false);
    CHECK(next(box) == "answer 1");
    CHECK(next(box) == "answer 2");
    CHECK(next(box) == "state 2");
    CHECK(next(box) == "count 1");
    CHECK(box.empty());
}

TEST_CASE("the bytes that wait are known through all changes") {
    Outbox box;
    box.put(1, text("12345"));
    box.put(1, text("123"));
    box.push(text("1234"), false);
    CHECK(box.bytes() == 7);
    next(box);
    CHECK(box.bytes() == 3);
    box.drop_slots();
    CHECK(box.bytes() == 0);
    CHECK(box.empty());
}

TEST_CASE("a long queue keeps its order while it is read from") {
    Outbox box;
    int in = 0;
    int out = 0;
    for (int round = 0; round < 500; ++round) {
        for (int i = 0; i < 3; ++i) box.push(text(std::to_string(in++)), false);
        for (int i = 0; i < 2; ++i) CHECK(next(box) == std::to_string(out++));
    }
    while (!box.empty()) CHECK(next(box) == std::to_string(out++));
    CHECK(in == out);
}

TEST_CASE("a publication goes out in slices until everybody has it") {
    Channels channels;
    Mail mail;
    for (Visitor visitor = 1; visitor <= 10; ++visitor) channels.subscribe(visitor, {"all"});
    channels.publish("all", 1, text("a"));
    CHECK(channels.deliver(4, 0, mail.to) == 0);
    CHECK(mail.got.size() == 4);
    CHECK(channels.deliver(4, 0, mail.to) == 0);
    CHECK_FALSE(channels.deliver(4, 0, mail.to));
    CHECK(mail.got.size() == 10);
}

TEST_CASE("a newer text of the slot waits for its rest and skips those between") {
    Channels channels(50);
    Mail mail;
    channels.subscribe(1, {"all"});
    channels.publish("all", 1, text("a"));
    CHECK_FALSE(channels.deliver(64, 1000, mail.to));
    channels.publish("all", 1, text("b"));
    channels.publish("all", 1, text("c"));
    CHECK(channels.deliver(64, 1010, mail.to) == 40);
    CHECK_FALSE(channels.deliver(64, 1050, mail.to));
    CHECK(mail.got[1] == "ac");
}

TEST_CASE("a slot rests longer after a long turn, and another slot need not wait for it") {
    Channels channels(50);
    Mail mail;
    for (Visitor visitor = 1; visitor <= 4; ++visitor) channels.subscribe(visitor, {"all"});
    channels.publish("all", 1, text("a"));
    CHECK(channels.deliver(2, 0, mail.to) == 0);
    CHECK_FALSE(channels.deliver(2, 100, mail.to));
    channels.publish("all", 1, text("b"));
    channels.publish("all", 2, text("x"));
    CHECK(channels.deliver(64, 100, mail.to) == 300);
    CHECK(mail.got[1] == "ax");
}

TEST_CASE("a slot that paused within its turn has rested for so long") {
    Channels channels(50);
    Mail mail;
    for (Visitor visitor = 1; visitor <= 6; ++visitor) channels.subscribe(visitor, {"all"});
    channels.publish("all", 1, text("a"));
    CHECK(channels.deliver(2, 0, mail.to) == 0);
    channels.paused(250);
    CHECK(channels.deliver(2, 350, mail.to) == 0);
    channels.publish("all", 1, text("b"));
    CHECK(channels.deliver(2, 350, mail.to) == 50);
    // It took 100 ms, and of the 300 that it rests 250 are over.
    CHECK_FALSE(channels.deliver(64, 400, mail.to));
    CHECK(mail.got[1] == "ab");
    channels.paused(1000);
    channels.publish("all", 1, text("c"));
    CHECK(channels.deliver(64, 400, mail.to) == 50);
}

TEST_CASE("those who leave in the middle of a turn take nobody's news with them") {
    Channels channels;
    Mail mail;
    for (Visitor visitor = 1; visitor <= 10; ++visitor) channels.subscribe(visitor, {"all"});
    channels.publish("all", 1, text("a"));
    channels.deliver(4, 0, mail.to);
    channels.leave(1);
    channels.leave(8);
    channels.leave(10);
    channels.subscribe(11, {"all"});
    while (channels.deliver(2, 0, mail.to)) {
    }
    for (const Visitor visitor : {2, 3, 4, 5, 6, 7, 9}) CHECK(mail.got[visitor].substr(0, 1) == "a");
    CHECK_FALSE(mail.got.contains(1));
}

TEST_CASE("a newcomer gets the latest of each slot, and nothing of what was cleared") {
    Channels channels;
    channels.publish("all", 1, text("a"));
    channels.publish("all", 2, text("x"));
    channels.publish("all", 1, nullptr);
    const auto latest = channels.subscribe(1, {"all", "all", "other"});
    REQUIRE(latest.size() == 1);
    CHECK(latest[0].first == 2);
    Mail mail;
    channels.deliver(64, 0, mail.to);
    CHECK(mail.got[1] == "x");
}

TEST_CASE("whoever is told several things at a time is woken once, and has all of them to write") {
    tablets::Lobby lobby(
        {}, base::system_clock(), [] {}, [] {});
    Sleeper one(lobby, {}, 0), other(lobby, {}, 0);
    lobby.apply(tablets::Publish{"all", "state", text("state")}, 0);
    std::vector<tablets::ToTablets> told;
    told.emplace_back(tablets::Admit{one.number(), text("welcome"), intents::Role::tablet, {"all"}});
    told.emplace_back(tablets::Send{one.number(), text("mine"), "mine"});
    told.emplace_back(tablets::Send{other.number(), text("hello"), {}});
    told.emplace_back(tablets::Send{one.number(), text("ballot"), {}});
    lobby.apply_all(std::move(told), 0);
    CHECK(one.times_woken == 1);
    CHECK(other.times_woken == 1);
    std::string all;
    while (one.has_more()) all += *one.next().text + " ";
    CHECK(all == "welcome ballot state mine ");
    lobby.apply(tablets::Send{one.number(), text("later"), {}}, 0);
    CHECK(one.times_woken == 2);
    lobby.apply_all({tablets::Send{one.number(), text("again"), {}}}, 0);
    CHECK(one.times_woken == 3);
    one.gone();
    other.gone();
}

TEST_CASE("a ticket is answered once and then forgotten") {
    tablets::Tickets tickets;
    const auto first = tickets.open(7, "c1");
    const auto second = tickets.open(8, "c1");
    CHECK(first != second);
    CHECK(tickets.find(first)->visitor == 7);
    CHECK(tickets.close(first)->client_id == "c1");
    CHECK_FALSE(tickets.close(first));
    CHECK(tickets.size() == 1);
}

TEST_CASE("only final answers count as answers") {
    CHECK(tablets::is_answer(*tablets::ack("c1")));
    CHECK(tablets::is_answer(R"({"t":"nak","id":"c1"})"));
    CHECK_FALSE(tablets::is_answer(*tablets::pending("c1", base::Code::disk_full, 1)));
    CHECK_FALSE(tablets::is_answer(R"({"t":"state"})"));
}

TEST_CASE("a remote that is turned away or sent away is told so, not what everybody with its code is") {
    tablets::Sentences sentences;
    const auto turned_away = *sentences.refused(base::Code::denied, "sv", 0, "remote");
    CHECK(turned_away.find("Fjärrkontrollen blev inte insläppt.") != std::string::npos);
    const auto sent_away = *sentences.refused(base::Code::not_found, "en", 0, "remote");
    CHECK(sent_away.find("The remote has been disconnected.") != std::string::npos);
    CHECK(*sentences.refused(base::Code::not_found, "en", 0, "seat") ==
          *sentences.refused(base::Code::not_found, "en", 0));
}

TEST_CASE("refusals speak a language of the page, nearest to what was asked for") {
    tablets::Sentences sentences;
    CHECK(sentences.language_for("en-GB") == "en");
    CHECK(sentences.language_for("tlh") == "sv");
    CHECK(*sentences.nak("c1", base::Code::too_fast, "en", 500) ==
          R"({"t":"nak","id":"c1","code":"too_fast","text":"That was too fast. Wait a few seconds and try again.",)"
          R"("retry_after_ms":500})");
    CHECK(sentences.nak("c1", base::Code::too_fast, "en", 60'000)->find("Wait a minute or so") != std::string::npos);
    CHECK(*sentences.nak("c1", base::Code::bad_input, "en", 0, "half_placed") ==
          R"({"t":"nak","id":"c1","code":"bad_input","what":"half_placed",)"
          R"("text":"An idea is placed on one axis only. Place it on both.","retry_after_ms":0})");
    CHECK(*sentences.nak("c1", base::Code::denied, "en", 0, "token") ==
          *sentences.nak("c1", base::Code::denied, "en", 0));
}

TEST_CASE("whatever is wrong with a ballot is said in words") {
    tablets::Sentences sentences;
    for (const auto* what :
         {"wrong_method", "unknown_option", "unknown_criterion", "negative", "too_many_dots", "stacked", "out_of_range",
          "not_all_points", "over_cap", "too_many_credits", "half_placed", "twice", "tied_places", "same_option",
          "too_many_pairs", "too_long", "no_reason", "held"}) {
        for (const auto* language : {"sv", "en"}) {
            CAPTURE(what);
            CHECK(sentences.nak("c1", base::Code::bad_input, language, 0, what)->find("\"what\":") !=
                  std::string::npos);
        }
    }
}
