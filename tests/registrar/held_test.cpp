// What may say who somebody is waits for the trainer, also when notes are not reviewed.
#include "registrar/held.hpp"

#include "registrar/room.hpp"

namespace {

std::string_view why_held(std::string_view text) {
    ideas::WordList words;
    words.add("slyna\n");
    return registrar::why_held(text, words);
}

}  // namespace

TEST_CASE("a text is held for the worst that stands in it") {
    CHECK(why_held("Ring Samira").empty());
    CHECK(why_held("Se www.lindasa.example").compare("url") == 0);
    CHECK(why_held("Skriv till samira@lindasa.example").compare("email") == 0);
    CHECK(why_held("Ring 070-174 06 35").compare("phone") == 0);
    CHECK(why_held("070-174 06 35, 811218-9876").compare("personnummer") == 0);
    CHECK(why_held("Din slyna").compare("word") == 0);
    CHECK(why_held("Ring slynan, nej slyna, 070-174 06 35").compare("phone") == 0);
}

TEST_CASE("a note with a personal number is held with its reason, also when notes are shown directly") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Fråga 811218-9876");
    CHECK(room.cells().find(note) == nullptr);
    CHECK(room.shows("remote", R"("text":"Fråga 811218-9876","held":"personnummer")"));
    CHECK(!room.shows("tablet/sv", "811218"));
    const auto plain = room.add_note(1, silent_ideas, "Fråga kassören");
    CHECK(room.cells().text(plain, "idea.state") == "draft");
}

TEST_CASE("what is held is shown only by a press that was meant for it") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Ring 070-174 06 35");
    const auto refused = room.say(Room::trainer, intents::ApproveNote{note});
    CHECK(Room::refusal(refused) == "not_now");
    CHECK(Room::member(refused, "nak", "what") == "held");
    CHECK(room.cells().find(note) == nullptr);
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{note, true})));
    CHECK(room.cells().text(note, "note.text") == "Ring 070-174 06 35");
}

TEST_CASE("what was clean when the trainer pressed and is not any more is not shown") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Fråga kassören");
    room.say(1, intents::EditNote{note, "Fråga kassören, 070-174 06 35", std::nullopt});
    CHECK(Room::refusal(room.say(Room::trainer, intents::ApproveNote{note})) == "not_now");
}

TEST_CASE("a held note is not joined with another") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto into = room.add_note(1, silent_ideas, "Ring kassören");
    const auto note = room.add_note(1, silent_ideas, "Ring kassören 070-174 06 35");
    CHECK(Room::refusal(room.say(Room::trainer, intents::MergeNotes{note, into})) == "not_now");
    CHECK(room.cells().find(note) == nullptr);
}

TEST_CASE("an edit that brings in an address waits, and the note stays as it was") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Boka på nätet");
    const intents::EditNote wish{note, "Boka på https://lindasa.example", std::nullopt};
    CHECK(Room::member(room.say(1, wish), "ack", "state") == "waiting");
    CHECK(room.cells().text(note, "note.text") == "Boka på nätet");
    CHECK(room.shows("remote", R"("held":"url")"));
}

TEST_CASE("a held note that its writer mends is shown at once when notes are not reviewed") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Ring 070-174 06 35");
    CHECK(Room::member(room.say(1, intents::EditNote{note, "Ring kundcenter", std::nullopt}), "ack", "state") ==
          "shown");
    CHECK(room.cells().text(note, "note.text") == "Ring kundcenter");
    CHECK(room.shows("remote", R"("inbox":[])"));
}

TEST_CASE("a name that holds a phone number is not shown as the writer's") {
    Room room;
    room.join(1, "Tove 070-174 06 35");
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Boka på nätet");
    CHECK(room.cells().text(note, "note.author_name").empty());
}

TEST_CASE("a held note that was hidden asks again before it is shown, and taking the hiding back lets it wait") {
    Room room;
    room.join(1);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Ring 070-174 06 35");
    CHECK(Room::refusal(room.say(Room::trainer, intents::ShowNote{note})) == "not_now");
    room.say(Room::trainer, intents::HideNote{note});
    CHECK(room.shows("remote", R"("hidden":[{"note":")" + note.text() +
                                   R"(","text":"Ring 070-174 06 35","held":"phone","author":"",)"));
    room.say(Room::trainer, intents::HideNote{note, true});
    CHECK(room.shows("remote", R"("hidden":[])"));
    CHECK(room.cells().find(note) == nullptr);
    room.say(Room::trainer, intents::HideNote{note});
    CHECK(Room::refusal(room.say(Room::trainer, intents::ShowNote{note})) == "not_now");
    CHECK(Room::acked(room.say(Room::trainer, intents::ShowNote{note, true})));
    CHECK(room.cells().text(note, "note.text") == "Ring 070-174 06 35");
}

TEST_CASE("many notes are shown, hidden and put back by one press, and what is held stays") {
    Room room(true);
    room.join(1);
    room.go_to(silent_ideas);
    const auto first = room.add_note(1, silent_ideas, "Boka på nätet");
    const auto second = room.add_note(1, silent_ideas, "Öppna på kvällen");
    const auto held = room.add_note(1, silent_ideas, "Ring 070-174 06 35");
    const auto review = [&room](std::vector<base::Id> notes, intents::Review how) {
        return room.say(Room::trainer, intents::ReviewNotes{std::move(notes), how});
    };
    CHECK(Room::acked(review({first, second, held}, intents::Review::hide)));
    CHECK(room.shows("remote", R"("inbox":[])"));
    room.restart();
    CHECK(room.shows("remote", R"("inbox":[])"));
    CHECK(Room::acked(review({first, second, held}, intents::Review::wait)));
    CHECK(room.shows("remote", R"("hidden":[])"));
    CHECK(room.cells().find(first) == nullptr);
    CHECK(Room::acked(review({first, held, second}, intents::Review::show)));
    CHECK(room.cells().text(first, "note.text") == "Boka på nätet");
    CHECK(room.cells().text(second, "note.text") == "Öppna på kvällen");
    CHECK(room.cells().find(held) == nullptr);
    const auto refused = review({held}, intents::Review::show);
    CHECK(Room::refusal(refused) == "not_now");
    CHECK(Room::member(refused, "nak", "what") == "held");
}

TEST_CASE("the trainer sees in the inbox the name that will be shown with a note") {
    Room room(true);
    room.join(1, "Tove");
    room.join(2);
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Boka på nätet");
    CHECK(
        room.shows("remote", R"("text":"Boka på nätet","held":"","about":"","field":"","like":null,"author":"Tove")"));
    room.add_note(2, silent_ideas, "Ring kundcenter");
    CHECK(room.shows("remote", R"("text":"Ring kundcenter","held":"","about":"","field":"","like":null,"author":"")"));
    room.say(Room::trainer, intents::ApproveNote{note});
    room.say(1, intents::EditNote{note, "Boka i telefonen", std::nullopt});
    CHECK(room.shows("remote",
                     R"("text":"Boka i telefonen","held":"","about":"","field":"","like":null,"author":"Tove")"));
}

TEST_CASE(
    "a note with a word on the list is held with its reason, also when notes are shown directly, and so is a name") {
    Room room;
    room.held_words.add("slyna\n");
    room.restart();
    room.join(1, "Slyna");
    room.go_to(silent_ideas);
    const auto note = room.add_note(1, silent_ideas, "Vilken s l y n a");
    CHECK(room.cells().find(note) == nullptr);
    CHECK(room.shows("remote", R"("text":"Vilken s l y n a","held":"word")"));
    CHECK(!room.shows("tablet/sv", "s l y n a"));
    CHECK(Room::refusal(room.say(Room::trainer, intents::ApproveNote{note})) == "not_now");
    room.say(Room::trainer, intents::FixNote{note, "Vilken kö"});
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{note})));
    CHECK(room.cells().text(note, "note.text") == "Vilken kö");
    CHECK(room.cells().text(note, "note.original_text") == "Vilken s l y n a");
    CHECK(room.cells().text(note, "note.author_name").empty());
}
