// Idea cards: several people on one card, and what the trainer reviews.
#include "registrar/room.hpp"

namespace {

/// Two people who have the same idea's card open, the first of them with her name shown.
struct Cards {
    Room room;
    base::Id idea;

    explicit Cards(bool moderation = false) : room(moderation) {
        room.join(1, "Tove");
        room.join(2);
        room.go_to(silent_ideas);
        idea = room.add_note(1, silent_ideas, "Nyckelskåp med kod");
        if (moderation) room.say(Room::trainer, intents::ApproveNote{idea});
        room.go_to("idekort");
        open(1);
        open(2);
    }
    Room::Frames open(intents::Visitor visitor, const std::string& field = {}) {
        return room.say(visitor, intents::OpenCard{idea, field});
    }
    Room::Frames fill(intents::Visitor visitor, const std::string& field, const std::string& text) {
        return room.say(visitor, intents::FillForm{idea, {{field, text}}});
    }
    /// The field as it stands on the newest card that this visitor was sent.
    std::string field(intents::Visitor visitor, const std::string& name) {
        std::string found;
        for (const auto& item : room.told()) {
            const auto* send = std::get_if<intents::Send>(&item);
            if (send == nullptr || send->visitor != visitor || !send->text->starts_with(R"({"t":"card")")) continue;
            const auto at = send->text->find("\"" + name + "\":{");
            REQUIRE(at != std::string::npos);
            const auto start = at + name.size() + 3;
            auto end = start;
            for (int depth = 0; end < send->text->size(); ++end) {
                if ((*send->text)[end] == '{') ++depth;
                if ((*send->text)[end] == '}' && --depth == 0) break;
            }
            found = send->text->substr(start, end + 1 - start);
        }
        return found;
    }
    bool field_has(intents::Visitor visitor, const std::string& name, const std::string& words) {
        const auto text = field(visitor, name);
        INFO(text);
        return text.find(words) != std::string::npos;
    }
    /// The note id of what waits in the inbox with this text.
    base::Id waiting(const std::string& text) {
        const auto page = room.page("remote");
        const auto inbox = page.substr(page.find(R"("inbox":[)"));
        const auto at = inbox.find(R"("text":")" + text);
        REQUIRE(at != std::string::npos);
        const auto note = inbox.rfind(R"({"note":")", at) + 9;
        return base::parse_id(inbox.substr(note, 36)).value();
    }
};

}  // namespace

TEST_CASE("an idea card fills the same idea, and only what the block asks for") {
    Cards cards;
    CHECK(Room::acked(cards.fill(1, "for_whom", "Kassörer")));
    CHECK(cards.room.cells().text(cards.idea, "idea.for_whom") == "Kassörer");
    CHECK(Room::refusal(cards.fill(1, "state", "closed")) == "bad_input");
}

TEST_CASE("what one writes on a card stands at once on the others' devices that have it open") {
    Cards cards;
    cards.room.join(3);
    cards.fill(1, "need", "Få veta svaret på kvällen");
    CHECK(cards.field_has(2, "need", R"("text":"Få veta svaret på kvällen")"));
    CHECK(cards.field(3, "need").empty());
}

TEST_CASE("saving one field of a card leaves what others wrote in other fields") {
    Cards cards;
    cards.fill(1, "need", "Svar på kvällen");
    cards.fill(2, "for_whom", "Kassörer");
    cards.fill(1, "need", "Svar samma kväll");
    CHECK(cards.room.cells().text(cards.idea, "idea.for_whom") == "Kassörer");
    CHECK(cards.room.cells().text(cards.idea, "idea.need") == "Svar samma kväll");
}

TEST_CASE("a card shows who writes in a field, by the name that was chosen to be shown, and for how long") {
    Cards cards;
    cards.open(1, "need");
    CHECK(cards.field_has(2, "need", R"("writers":["Tove"])"));
    CHECK(cards.field_has(1, "need", R"("writers":[])"));
    cards.open(2, "for_whom");
    CHECK(cards.field_has(1, "for_whom", R"("writers":[""])"));
    cards.open(2);
    CHECK(cards.field_has(1, "for_whom", R"("writers":[])"));
    cards.room.pass(10001);
    cards.room.settle();
    CHECK(cards.field_has(2, "need", R"("writers":[])"));
    cards.open(1, "need");
    cards.room.leave(1);
    CHECK(cards.field_has(2, "need", R"("writers":[])"));
}

TEST_CASE("when notes are reviewed a card's text waits until it is shown, and nobody else sees it before") {
    Cards cards(true);
    CHECK(Room::member(cards.fill(1, "need", "Svar på kvällen"), "ack", "state") == "waiting");
    CHECK(cards.room.cells().text(cards.idea, "idea.need").empty());
    CHECK(cards.field_has(1, "need", R"("own":{"text":"Svar på kvällen","state":"waiting")"));
    CHECK(!cards.field_has(2, "need", "Svar på kvällen"));
    CHECK(cards.field_has(2, "need", R"("others_wait":true)"));
    CHECK(cards.room.shows("remote", R"("about":"Nyckelskåp med kod","field":"Vilket behov svarar den på?")"));
    CHECK(Room::acked(cards.room.say(Room::trainer, intents::ApproveNote{cards.waiting("Svar på kvällen")})));
    CHECK(cards.room.cells().text(cards.idea, "idea.need") == "Svar på kvällen");
    CHECK(cards.field_has(2, "need", R"("text":"Svar på kvällen","others_wait":false)"));
    CHECK(cards.field_has(1, "need", R"("own":null)"));
}

TEST_CASE("a card's text that waits is there after a restart, and its newest words are what is shown") {
    Cards cards(true);
    cards.fill(1, "need", "Svar");
    cards.room.restart();
    const auto note = cards.waiting("Svar");
    cards.room.say(Room::trainer, intents::FixNote{note, "Svar på kvällen\noch på helgen"});
    CHECK(Room::acked(cards.room.say(Room::trainer, intents::ApproveNote{note})));
    CHECK(cards.room.cells().text(cards.idea, "idea.need") == "Svar på kvällen\noch på helgen");
}

TEST_CASE("two people's texts for one field wait beside each other") {
    Cards cards(true);
    cards.fill(1, "need", "Svar");
    cards.fill(1, "need", "Svar på kvällen");
    cards.fill(2, "need", "En nyckel");
    cards.room.say(Room::trainer, intents::ApproveNote{cards.waiting("En nyckel")});
    CHECK(cards.room.cells().text(cards.idea, "idea.need") == "En nyckel");
    cards.room.say(Room::trainer, intents::ApproveNote{cards.waiting("Svar på kvällen")});
    CHECK(cards.room.cells().text(cards.idea, "idea.need") == "Svar på kvällen");
    CHECK(cards.room.shows("remote", R"("inbox":[])"));
}

TEST_CASE("with direct release a card's text is shown at once, unless it holds a phone number") {
    Cards cards(true);
    cards.room.say(Room::trainer, intents::Moderation{false});
    CHECK(Room::member(cards.fill(1, "need", "Svar på kvällen"), "ack", "state") == "shown");
    CHECK(Room::member(cards.fill(1, "need", "Ring 070-174 06 35"), "ack", "state") == "waiting");
    CHECK(cards.room.cells().text(cards.idea, "idea.need") == "Svar på kvällen");
    CHECK(cards.field_has(1, "need", R"("held":"phone")"));
    CHECK(Room::member(cards.fill(1, "need", "Ring kundcenter"), "ack", "state") == "shown");
    CHECK(cards.room.shows("remote", R"("inbox":[])"));
}

TEST_CASE("what was typed on a card when the trainer went on is still taken") {
    Cards cards;
    cards.room.go_to("checka-ut");
    CHECK(Room::acked(cards.fill(1, "need", "Svar på kvällen")));
    CHECK(cards.room.cells().text(cards.idea, "idea.need") == "Svar på kvällen");
}

TEST_CASE("a card of nothing, or of a note that is no idea, is not opened") {
    Cards cards;
    CHECK(Room::refusal(cards.room.say(1, intents::OpenCard{base::new_id(0), ""})) == "not_found");
    CHECK(Room::acked(cards.room.say(1, intents::OpenCard{std::nullopt, ""})));
}

TEST_CASE("a card is not filled in while its block is closed") {
    Cards cards;
    cards.room.say(Room::trainer, intents::SetPhase{"closed"});
    CHECK(cards.room.shows("tablet/sv", R"("form":null)"));
    const auto refused = cards.fill(1, "for_whom", "Kassörer");
    CHECK(Room::refusal(refused) == "not_now");
    CHECK(Room::member(refused, "nak", "what") == "block_closed");
}
