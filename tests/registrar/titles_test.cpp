// An idea is never without a name, and what stands on a card is not emptied behind the trainer's back.
#include "registrar/room.hpp"

namespace {

constexpr auto with_names = R"(+++
titel = "Provkurs"
+++

## Skriv

tid: 10 min
typ: samla
samla: idé
fråga: Vad?

## Kort

tid: 10 min
typ: kort
från: skriv
formulär: namn = Namn, behov = Behov
fråga: Kort?
)";

/// One idea of Tove's, with somebody else at the cards.
struct Named {
    Room room;
    base::Id idea;

    explicit Named(bool moderation = false) : room(moderation, with_names) {
        room.join(1, "Tove");
        room.join(2);
        room.go_to("skriv");
        idea = room.add_note(1, "skriv", "Nyckelskåp med kod");
        if (moderation) room.say(Room::trainer, intents::ApproveNote{idea});
        room.go_to("kort");
    }
    Room::Frames fill(const std::string& field, const std::string& text) {
        return room.say(2, intents::FillForm{idea, {{field, text}}});
    }
    std::string title() { return room.cells().text(idea, "idea.title"); }
    base::Id waiting() {
        const auto page = room.page("remote");
        const auto at = page.find(R"("inbox":[{"note":")");
        REQUIRE(at != std::string::npos);
        return base::parse_id(page.substr(at + 18, 36)).value();
    }
};

}  // namespace

TEST_CASE("an idea whose name is emptied on its card is called as its note says") {
    Named named;
    named.fill("title", "Skåpet");
    CHECK(named.title() == "Skåpet");
    CHECK(Room::acked(named.fill("title", "")));
    CHECK(named.title() == "Nyckelskåp med kod");
}

TEST_CASE("to empty a name goes through the same review as to write one") {
    Named named(true);
    named.fill("title", "Skåpet");
    named.room.say(Room::trainer, intents::ApproveNote{named.waiting()});
    CHECK(named.title() == "Skåpet");
    CHECK(Room::member(named.fill("title", ""), "ack", "state") == "waiting");
    CHECK(named.title() == "Skåpet");
    CHECK(named.room.shows("remote", R"("text":"Nyckelskåp med kod","held":"")"));
    named.room.say(Room::trainer, intents::ApproveNote{named.waiting()});
    CHECK(named.title() == "Nyckelskåp med kod");
}

TEST_CASE("a card's text that is shown is emptied when the trainer has seen that it will be") {
    Named named(true);
    named.fill("need", "Svar på kvällen");
    named.room.say(Room::trainer, intents::ApproveNote{named.waiting()});
    CHECK(Room::member(named.fill("need", ""), "ack", "state") == "waiting");
    CHECK(named.room.cells().text(named.idea, "idea.need") == "Svar på kvällen");
    CHECK(named.room.shows("remote", "Vill tömma rutan. Nu står där: ”Svar på kvällen”"));
    CHECK(Room::acked(named.room.say(Room::trainer, intents::ApproveNote{named.waiting()})));
    CHECK(named.room.cells().text(named.idea, "idea.need").empty());
}

TEST_CASE("to empty what only waits takes it back, and nobody has to see it") {
    Named named(true);
    named.fill("need", "Svar på kvällen");
    CHECK(Room::member(named.fill("need", ""), "ack", "state") == "shown");
    CHECK(named.room.shows("remote", R"("inbox":[])"));
}

TEST_CASE("the register takes no idea without a name, and says so") {
    Named named;
    named.room.say(Room::trainer, intents::SaveIdeas{{}, {named.idea}});
    for (const auto* nothing : {"", "  ", "\u200b"}) {
        const auto refused = named.room.say(Room::trainer, intents::FillIdea{named.idea, {{"title", nothing}}});
        CHECK(Room::member(refused, "nak", "text").starts_with("En idé behöver ett namn."));
        CHECK(named.title() == "Nyckelskåp med kod");
    }
    const auto moved = named.room.say(Room::trainer, intents::MoveIdea{named.idea, "picture", {{"title", ""}}});
    CHECK(Room::acked(moved) == false);
    CHECK(named.title() == "Nyckelskåp med kod");
}
