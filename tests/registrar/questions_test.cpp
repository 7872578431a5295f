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
