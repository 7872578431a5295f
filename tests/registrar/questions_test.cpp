// Forms elsewhere than on cards: each person answers, and an answer is a note in the question's column.
#include "registrar/room.hpp"

namespace {

constexpr auto with_questions = R"(+++
titel = "Provkurs"
+++

## Skriv

tid: 5 min
typ: samla
samla: idé
fråga: Vad?

## Kort

tid: 5 min
typ: kort
från: skriv
formulär: behov = Behov
fråga: Kort?

## Checka ut

tid: 10 min
typ: utvärdering
fråga: Hur var det?
formulär:
  bra = Vad var bra?
  behov = Vad behöver du?
)";

struct Asked {
    Room room;
    explicit Asked(bool moderation = false) : room(moderation, with_questions) {
        room.join(1, "Tove");
        room.join(2);
        room.go_to("checka-ut");
    }
};

}  // namespace

TEST_CASE("a form's questions reach the tablets as fields whose answers are notes, one for each question") {
    Asked asked;
    auto& room = asked.room;
    CHECK(room.shows("tablet/sv",
                     R"("form":{"fields":[{"id":"bra","label":"Vad var bra?","kind":"note"},{"id":"need","label":)"));
    CHECK(room.shows("tablet/sv", R"("most_notes":2)"));
    const auto note = room.add_note(1, "checka-ut", "Vi kom i gång", "bra");
    CHECK(room.cells().text(note, "note.group") == "bra");
    CHECK(room.cells().text(note, "note.type") == "note");
    CHECK(room.shows("tablet/sv", R"("groups":[{"id":"bra","label":"Vad var bra?"})"));
    room.add_note(1, "checka-ut", "En lista", "need");
    intents::AddNote third;
    third.block = "checka-ut";
    third.text = "Mer";
    third.group = "bra";
    CHECK(Room::refusal(room.say(1, third)) == "too_many");
    room.add_note(2, "checka-ut", "Fikat", "bra");
}

TEST_CASE("each question has one answer from a seat, waiting or shown, until it is taken back") {
    const auto second_to = [](Room& room, const std::string& question) {
        intents::AddNote wish;
        wish.block = "checka-ut";
        wish.text = "En gång till";
        wish.group = question;
        return room.say(1, wish);
    };
    for (const bool moderation : {false, true}) {
        CAPTURE(moderation);
        Asked asked(moderation);
        auto& room = asked.room;
        const auto first = room.add_note(1, "checka-ut", "Vi kom i gång", "bra");
        CHECK(Room::refusal(second_to(room, "bra")) == "too_many");
        CHECK(Room::refusal(second_to(room, "")) == "too_many");  // the first question, when none is named
        // Its words may change; no other answer moves to it.
        CHECK(Room::acked(room.say(1, intents::EditNote{first, "Vi kom i gång fort", "bra"})));
        const auto other = room.add_note(1, "checka-ut", "En lista", "need");
        CHECK(Room::refusal(room.say(1, intents::EditNote{other, "En lista", "bra"})) == "too_many");
        CHECK(Room::acked(room.say(1, intents::WithdrawNote{first})));
        CHECK(Room::acked(second_to(room, "bra")));
        CHECK(Room::refusal(second_to(room, "bra")) == "too_many");
    }
}

TEST_CASE("answers wait for the trainer as notes do, and are no field of a card") {
    Asked asked(true);
    auto& room = asked.room;
    const auto note = room.add_note(1, "checka-ut", "Vi kom i gång", "bra");
    CHECK(room.cells().find(note) == nullptr);
    CHECK(Room::acked(room.say(Room::trainer, intents::ApproveNote{note})));
    CHECK(room.shows("remote", "Vi kom i gång"));
    // The same name is a card's field elsewhere: nothing of an idea is written from here.
    CHECK_FALSE(Room::acked(room.say(1, intents::FillForm{note, {{"need", "En lista"}}})));
}
