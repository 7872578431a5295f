// Consent to a proposal: reasons that nobody sees before the result is shown, and another round in other words.
#include <algorithm>

#include "registrar/room.hpp"
#include "store/care.hpp"

namespace {

using Kind = intents::AnswerBallot::Kind;

constexpr auto decision_course = R"(+++
titel = "Prov"
+++
## Beslut
id: beslut
tid: 20
typ: samtycke
fråga: Vi stänger klockan tre på fredagar.
rösta: samtycke
)";

const std::string alone = "Den som stänger är ensam då";

store::ErasureWish words_of_the_lone_one() {
    store::ErasureWish wish;
    wish.text = alone;
    wish.rule = "Personuppgift i fritext";
    wish.decision = "KS 2026/12";
    wish.include_all = true;
    return wish;
}

/// Five tablets with a proposal before them.
struct Proposed {
    Room room{false, decision_course};
    base::Id poll;

    Proposed() {
        for (intents::Visitor visitor = 1; visitor <= 5; ++visitor) room.join(visitor);
        intents::Hello audience;
        audience.role = intents::Role::audience;
        audience.join = room.workshop().join_code();
        room.hello(20, audience);
        room.go_to("beslut");
        poll = room.open_poll("beslut");
    }
    std::pair<Kind, base::Code> answer(intents::Visitor visitor, const std::string& reason) {
        return room.vote(poll, room.token(visitor, poll), 1, R"({"objection":")" + reason + R"("})");
    }
    void all_answer() {
        for (intents::Visitor visitor = 1; visitor <= 4; ++visitor) CHECK(answer(visitor, "").first == Kind::saved);
        CHECK(answer(5, alone).first == Kind::saved);
    }
    void close() { CHECK(Room::acked(room.say(Room::trainer, intents::ClosePoll{poll}))); }
    void reveal() { CHECK(Room::acked(room.say(Room::trainer, intents::RevealPoll{poll}))); }
    bool was_told_anywhere(const std::string& words) const {
        for (const auto* channel : {"tablet/sv", "remote", "audience"}) {
            for (const auto& frame : room.told_on(channel)) {
                if (frame.find(words) != std::string::npos) return true;
            }
        }
        return false;
    }
};

}  // namespace

TEST_CASE("what stands in the way is told nobody before the result is, and then all, without who") {
    Proposed proposed;
    proposed.all_answer();
    CHECK_FALSE(proposed.was_told_anywhere(alone));
    proposed.close();
    CHECK_FALSE(proposed.was_told_anywhere(alone));
    proposed.reveal();
    for (const auto* channel : {"tablet/sv", "remote", "audience"}) {
        CAPTURE(channel);
        CHECK(proposed.room.shows(channel, R"("objections":[{"n":1,"text":")" + alone + R"("}])"));
        CHECK(proposed.room.shows(channel, R"("passed":false)"));
        CHECK(proposed.room.shows(channel, R"("consents":4)"));
    }
    const auto result = proposed.room.cells().text(proposed.poll, "poll.result");
    CHECK(result.find(R"("consents":4)") != std::string::npos);
    CHECK(result.find(alone) == std::string::npos);
    proposed.room.restart();
    CHECK(proposed.room.shows("remote", alone));
}

TEST_CASE("one's mind can be changed until the vote is closed, and what was written before is gone") {
    Proposed proposed;
    proposed.all_answer();
    CHECK(proposed.room.vote(proposed.poll, proposed.room.token(5, proposed.poll), 2, R"({"objection":""})").first ==
          Kind::saved);
    proposed.close();
    proposed.reveal();
    CHECK(proposed.room.shows("remote", R"("passed":true)"));
    CHECK_FALSE(proposed.was_told_anywhere(alone));
}

TEST_CASE("an objection with what would hold a note is refused, and one that comes after a restart as well") {
    Proposed proposed;
    const auto refused = std::pair(Kind::refused, base::Code::bad_input);
    const auto last_what = [&proposed] {
        std::string what;
        for (const auto& one : proposed.room.told()) {
            if (const auto* answer = std::get_if<intents::AnswerBallot>(&one)) what = answer->what;
        }
        return what;
    };
    for (const auto* personal : {"Fråga 811218-9876", "Ring 070-174 06 35", "Skriv till samira@lindasa.example"}) {
        CAPTURE(personal);
        CHECK(proposed.answer(1, personal) == refused);
        CHECK(last_what() == "held");
    }
    const auto token = proposed.room.token(1, proposed.poll);
    proposed.room.held_words.add("slyna\n");
    proposed.room.restart();
    CHECK(proposed.room.vote(proposed.poll, token, 1, R"({"objection":"Din slyna"})") == refused);
    CHECK(proposed.room.vote(proposed.poll, token, 1, R"({"objection":"För dyrt"})").first == Kind::saved);
    proposed.close();
    proposed.reveal();
    CHECK(proposed.room.shows("remote", R"("objections":[{"n":1,"text":"För dyrt"}])"));
}

TEST_CASE("a proposal is asked anew in other words, which stand wherever the vote is told") {
    Proposed proposed;
    proposed.all_answer();
    proposed.close();
    proposed.reveal();
    intents::Hello english;
    english.join = proposed.room.workshop().join_code();
    english.language = "en";
    proposed.room.hello(9, english);
    const auto* amended = "Vi stänger klockan fyra, två och två.";
    const auto again = proposed.room.say(Room::trainer, intents::Revote{proposed.poll, {}, amended});
    const auto second = base::parse_id(Room::member(again, "ack", "poll"));
    REQUIRE(second.has_value());
    CHECK(proposed.room.cells().text(*second, "poll.question") == amended);
    CHECK(proposed.room.cells().id(*second, "poll.previous") == proposed.poll);
    CHECK(proposed.room.cells().number(*second, "poll.round") == 2);
    // In the list of the block's votes, too, and for whoever reads another language than the course has.
    CHECK(proposed.room.shows("remote", std::string(R"("question":")") + amended + R"(","poll":")" + second->text()));
    CHECK(proposed.room.shows("tablet/en", amended));
    // Without other words the same is asked.
    proposed.room.say(Room::trainer, intents::ClosePoll{*second});
    const auto third =
        base::parse_id(Room::member(proposed.room.say(Room::trainer, intents::Revote{*second, {}}), "ack", "poll"));
    REQUIRE(third.has_value());
    CHECK(proposed.room.cells().text(*third, "poll.question") == amended);
}

TEST_CASE("on the spot consent is asked for a proposal that the trainer words, and never without one") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    intents::StartPoll wish;
    wish.method = "consent";
    wish.question = " \n";
    const auto refused = room.say(Room::trainer, wish);
    CHECK(Room::refusal(refused) == "bad_input");
    CHECK(Room::member(refused, "nak", "what") == "question");
    wish.question = "Vi provar en månad.";
    CHECK(Room::acked(room.say(Room::trainer, wish)));
    CHECK(room.shows("tablet/sv", R"("method":"consent","question":"Vi provar en månad.")"));
    CHECK(room.shows("tablet/sv", R"("options":[])"));
}

TEST_CASE(
    "nothing is erased while an urn may hold the words: the vote is to be closed first, and then they are found") {
    Proposed proposed;
    proposed.all_answer();
    const auto erase = [](const store::OpenOptions& options) { return store::erase(options, words_of_the_lone_one()); };
    proposed.room.restart([&erase](const auto& options) {
        const auto plan = store::plan_erasure(options.file, words_of_the_lone_one());
        REQUIRE(plan.has_value());
        CHECK(plan->found.empty());
        REQUIRE(plan->open_urns.size() == 1);
        const auto refused = erase(options);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == base::Code::not_now);
        CHECK(refused.error().what.find(plan->open_urns.front()) != std::string::npos);
    });
    proposed.close();
    proposed.reveal();
    proposed.room.restart([&erase](const auto& options) { CHECK(erase(options).has_value()); });
    CHECK_FALSE(proposed.room.shows("remote", alone));
}

TEST_CASE("an erasure finds what was written in a ballot, and the vote is then not shown") {
    Proposed proposed;
    proposed.all_answer();
    proposed.close();
    proposed.reveal();
    proposed.room.restart([](const auto& options) {
        const auto wish = words_of_the_lone_one();
        const auto plan = store::plan_erasure(options.file, wish);
        REQUIRE(plan.has_value());
        CHECK(std::any_of(plan->found.begin(), plan->found.end(),
                          [](const auto& one) { return one.field == "tally.words"; }));
        const auto done = store::erase(options, wish);
        const std::string why = done ? "" : done.error().what;
        REQUIRE_MESSAGE(done.has_value(), why);
    });
    CHECK(proposed.room.workshop().went_on());
    CHECK_FALSE(proposed.room.shows("remote", alone));
    CHECK_FALSE(proposed.room.shows("remote", R"("state":"revealed")"));
}
