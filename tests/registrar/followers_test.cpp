#include "registrar/followers.hpp"

#include <algorithm>

#include "must.hpp"
#include "registrar/room.hpp"

namespace {

constexpr auto contact = "tove@lindasa.example";
constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

struct Followed {
    Room room;
    base::Id idea;
    std::string secret;  // of the seat that follows

    Followed() {
        room.join(1);
        secret = Room::member(room.join(2), "welcome", "seat");
        room.go_to(silent_ideas);
        idea = room.add_note(1, silent_ideas, "Nyckelskåp med kod");
        room.settle();
    }
    Room::Frames follow(intents::Visitor visitor, const std::string& how) {
        auto told = room.say(visitor, intents::FollowIdea{idea, how});
        room.settle();
        return told;
    }
    Room::Frames stop(intents::Visitor visitor, const std::string& how) {
        auto told = room.say(visitor, intents::FollowIdea{idea, how, true});
        room.settle();
        return told;
    }
    /// Who uses the devices of all seats.
    void use(intents::SeatUse use) {
        const std::string page = room.page("remote"), mark = R"({"seat":")";
        const auto seats = page.substr(page.find(R"("seats":[)"));
        for (auto at = seats.find(mark); at != std::string::npos; at = seats.find(mark, at + 1)) {
            const auto seat = base::parse_id(seats.substr(at + mark.size(), 36)).value();
            CHECK(Room::acked(room.say(Room::trainer, intents::UseSeat{seat, use})));
        }
        room.settle();
    }
    /// What a visitor was told last of its own things.
    std::string mine(intents::Visitor visitor) const {
        std::string last;
        for (const auto& told : room.told()) {
            const auto* send = std::get_if<intents::Send>(&told);
            if (send != nullptr && send->slot == "mine" && send->visitor == visitor) last = *send->text;
        }
        return last;
    }
    bool has(const std::string& how) {
        const auto all = followers();
        return std::any_of(all.begin(), all.end(), [&how](const auto& one) { return one.contact == how; });
    }
    std::vector<views::FollowerView> followers() {
        return must(registrar::read_followers(room.workshop().book().reader(), idea));
    }
    /// Every value of a contact that still stands in some fact of the journal.
    std::size_t contacts_in_journal() {
        std::size_t count = 0;
        auto& reader = room.workshop().book().reader();
        for (const auto& [node, last] : must(reader.read_heads())) {
            for (std::uint64_t seq = 1; seq <= last; ++seq) {
                const auto change = must(reader.read_change({node, seq}));
                if (!change) continue;
                for (const auto& fact : change->facts) {
                    if (fact.field == "follower.contact" && !model::text_of(fact.value).empty()) ++count;
                }
            }
        }
        return count;
    }
    void close_idea() {
        REQUIRE(Room::acked(room.say(Room::trainer, intents::SaveIdeas{{}, {idea}})));
        room.pass(8001);
        room.settle();
        REQUIRE(Room::acked(room.say(Room::trainer, intents::WithdrawIdea{idea, "Gick inte", true})));
        room.settle();
    }
};

}  // namespace

TEST_CASE("who follows an idea stands apart from it, with a contact and a language, and without a seat") {
    Followed one;
    CHECK(Room::acked(one.follow(2, contact)));
    const auto followers = one.followers();
    REQUIRE(followers.size() == 1);
    CHECK(followers[0].contact == contact);
    CHECK(followers[0].language == "sv");
    CHECK(followers[0].id != one.idea);
    CHECK(one.room.page("tablet/sv").find(contact) == std::string::npos);
    CHECK(one.room.page("remote").find(contact) == std::string::npos);
}

TEST_CASE("only the one who follows is told so, and never how") {
    Followed one;
    one.follow(2, contact);
    std::string mine, others;
    for (const auto& told : one.room.told()) {
        const auto* send = std::get_if<intents::Send>(&told);
        if (send == nullptr || send->slot != "mine") continue;
        (send->visitor == 2 ? mine : others) = *send->text;
    }
    CHECK(mine.find("\"follows\":[\"" + one.idea.text() + "\"]") != std::string::npos);
    CHECK(mine.find(contact) == std::string::npos);
    CHECK(others.find("\"follows\":[]") != std::string::npos);
}

TEST_CASE("what is no contact, an idea that is not shown and a note that is no idea are refused") {
    Followed one;
    CHECK(Room::refusal(one.follow(2, "Tove")) == "bad_input");
    CHECK(Room::refusal(one.room.say(2, intents::FollowIdea{base::Id{}, contact})) == "not_found");
    REQUIRE(Room::acked(one.room.say(Room::trainer, intents::HideNote{one.idea})));
    CHECK(Room::refusal(one.follow(2, contact)) == "not_found");
    CHECK(one.followers().empty());
}

TEST_CASE("a contact that is taken back is erased from the journal, not only out of sight") {
    Followed one;
    one.follow(2, contact);
    REQUIRE(one.contacts_in_journal() == 1);
    CHECK(Room::acked(one.follow(2, "")));
    CHECK(one.followers().empty());
    CHECK(one.contacts_in_journal() == 0);
}

TEST_CASE("taken back before it was on disk it is erased all the same") {
    Followed one;
    one.room.hold_disk([&one] {
        one.room.workshop().say({2, "f1", intents::FollowIdea{one.idea, contact}});
        one.room.workshop().say({2, "f2", intents::FollowIdea{one.idea, ""}});
    });
    one.room.settle();
    CHECK(one.followers().empty());
    CHECK(one.contacts_in_journal() == 0);
}

TEST_CASE("another contact takes the place of the first, which is erased") {
    Followed one;
    one.follow(2, contact);
    one.follow(2, "070-123 45 67");
    const auto followers = one.followers();
    REQUIRE(followers.size() == 1);
    CHECK(followers[0].contact == "070-123 45 67");
    CHECK(one.contacts_in_journal() == 1);
}

TEST_CASE("a host that starts again knows who follows what, so that it can be taken back") {
    Followed one;
    one.follow(2, contact);
    one.room.restart();
    intents::Hello again;
    again.seat = one.secret;
    one.room.hello(9, again);
    CHECK(one.followers().size() == 1);
    CHECK(Room::acked(one.follow(9, "")));
    CHECK(one.contacts_in_journal() == 0);
}

TEST_CASE("contacts are erased when their idea has been closed for thirty days, and after two years") {
    Followed one;
    one.follow(2, contact);
    SUBCASE("closed") {
        one.close_idea();
        one.room.pass(29 * day_ms);
        one.room.restart();
        one.room.settle();
        CHECK(one.contacts_in_journal() == 1);
        one.room.pass(2 * day_ms);
    }
    SUBCASE("two years") {
        one.room.pass(2 * 365 * day_ms + 1);
    }
    one.room.restart();
    one.room.settle();
    CHECK(one.contacts_in_journal() == 0);
    CHECK(one.followers().empty());
}

TEST_CASE("an idea that somebody follows is not closed as one whose giver cannot be reached") {
    Followed one;
    one.follow(2, contact);
    REQUIRE(Room::acked(one.room.say(Room::trainer, intents::SaveIdeas{{}, {one.idea}})));
    one.room.pass(8001);
    one.room.settle();
    CHECK(Room::refusal(one.room.say(Room::trainer, intents::WithdrawIdea{one.idea, "Dubblett", false})) == "not_now");
    CHECK(Room::acked(one.room.say(Room::trainer, intents::WithdrawIdea{one.idea, "Dubblett", true})));
}

TEST_CASE("on a device that several use each follows for themselves, and takes back what is theirs alone") {
    Followed one;
    one.follow(2, "elif@lindasa.example");  // before it was handed round
    one.use(intents::SeatUse::several);
    CHECK(Room::acked(one.follow(2, contact)));
    CHECK(Room::acked(one.follow(2, "070-123 45 67")));
    CHECK(Room::acked(one.follow(2, " TOVE@lindasa.example")));  // follows already
    CHECK(one.followers().size() == 3);
    CHECK(one.mine(2).find("\"follows\":[]") != std::string::npos);
    CHECK(Room::member(one.stop(2, "tove@annan.example"), "nak", "what") == "follow_nobody");
    CHECK(Room::member(one.follow(2, ""), "nak", "what") == "follow_shared");
    SUBCASE("one of those who passed by") {
        CHECK(Room::acked(one.stop(2, "0701234567")));
        CHECK(one.has("elif@lindasa.example"));
        CHECK(one.has(contact));
    }
    SUBCASE("the one whose device it was") {
        CHECK(Room::acked(one.stop(2, "elif@lindasa.example")));
        CHECK(one.has("070-123 45 67"));
        CHECK(one.has(contact));
    }
    SUBCASE("after a restart") {
        one.room.restart();
        intents::Hello again;
        again.seat = one.secret;
        one.room.hello(9, again);
        CHECK(Room::acked(one.stop(9, contact)));
        CHECK_FALSE(one.has(contact));
    }
    CHECK(one.followers().size() == 2);
    CHECK(one.contacts_in_journal() == 2);
}

TEST_CASE("whose a device is again sees what they follow themselves, and takes nobody else's back") {
    Followed one;
    one.use(intents::SeatUse::several);
    one.follow(2, contact);
    one.use(intents::SeatUse::one);
    CHECK(one.mine(2).find("\"follows\":[]") != std::string::npos);
    one.follow(2, "070-123 45 67");
    one.follow(2, "");
    REQUIRE(one.followers().size() == 1);
    CHECK(one.has(contact));
}

TEST_CASE("where votes from paper are taken in nothing is followed: whose contact it was nobody could say") {
    Followed one;
    one.use(intents::SeatUse::paper);
    CHECK(Room::member(one.follow(2, contact), "nak", "what") == "follow_shared");
    CHECK(one.followers().empty());
}
