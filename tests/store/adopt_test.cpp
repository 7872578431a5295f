#include "store/adopt.hpp"
#include "journal_desk.hpp"

using model::of_text;

namespace {

constexpr std::int64_t hour_ms = 3600 * 1000;

/// A register whose last note was written while the clock was an hour ahead; now it is right again.
struct Ahead : Desk {
    base::Id note;
    Ahead() {
        open();
        note = save_note("i tid");
        now_ms += hour_ms;
        model::Draft draft("seat", "change.edit_note");
        draft.set(note, "note.text", std::string_view("från framtiden"));
        save(store::Append{finish(std::move(draft)), {}});
        now_ms -= hour_ms;
        close();
    }
    std::string text() { return model::text_of(must(reader().read_entity(note)).at("note.text").value); }
    void edit(std::string_view text) {
        model::Draft draft("seat", "change.edit_note");
        draft.set(note, "note.text", text);
        save(store::Append{finish(std::move(draft)), {}});
    }
};

/// One change that a machine an hour ahead made, and its adoption on a machine with the right clock.
struct Adopted {
    JournalDesk right;
    base::Id note = base::new_id(right.now_ms);
    Elsewhere there{[this] { return right.now_ms + hour_ms; }};
    model::Change ahead = there.change(note, {{"note.text", of_text("från framtiden")}});
    model::Change adoption;
    Adopted() {
        Elsewhere here([this] { return right.now_ms; });
        adoption = JournalDesk::change(here.clock, note, {{"note.text", of_text("från framtiden")}});
        adoption.facts[0].stands_for = ahead.facts[0].stamp;
        adoption = here.seal(adoption);
    }
    std::string text_in(JournalDesk& desk) { return model::text_of(desk.column(note, "note", "text")); }
};

}  // namespace

TEST_CASE("invariant 6: adoption gives what is too far ahead a stamp of today, under a new node id") {
    Ahead desk;
    desk.open();
    const auto before = desk.store->opened();
    CHECK(before.ahead_ms > 0);
    desk.close();
    const auto done = must(store::adopt_ahead(desk.options));
    CHECK(done.facts == 1);
    CHECK(done.node != before.node);
    desk.open();
    CHECK(desk.store->opened().node == done.node);
    CHECK(desk.store->opened().ahead_ms == 0);
    CHECK(desk.text() == "från framtiden");
}

TEST_CASE("invariant 6: after an adoption a new edit wins, also when the clock has passed what was adopted") {
    Ahead desk;
    must(store::adopt_ahead(desk.options));
    desk.now_ms += 1000;
    desk.open();
    desk.edit("rättad");
    CHECK(desk.text() == "rättad");
    desk.now_ms += 2 * hour_ms;
    desk.open();
    CHECK(desk.text() == "rättad");
}

TEST_CASE("invariant 6: an adoption loses nothing from the journal and can be made twice") {
    Ahead desk;
    must(store::adopt_ahead(desk.options));
    CHECK(must(desk.reader().read_history(desk.note)).size() == 3);
    const auto again = must(store::adopt_ahead(desk.options));
    CHECK(again.facts == 0);
    CHECK(must(desk.reader().read_history(desk.note)).size() == 3);
}

TEST_CASE("invariant 6: an adoption takes the later fact out of force where it was already applied") {
    Adopted made;
    JournalDesk wrong;
    wrong.now_ms = made.right.now_ms + hour_ms;
    CHECK(wrong.try_foreign(made.ahead).value());
    CHECK(made.text_in(wrong) == "från framtiden");
    CHECK(wrong.try_foreign(made.adoption).value());
    made.right.now_ms += 1000;
    Elsewhere editor([&] { return made.right.now_ms; });
    CHECK(wrong.try_foreign(editor.change(made.note, {{"note.text", of_text("rättad")}})).value());
    CHECK(made.text_in(wrong) == "rättad");
}

TEST_CASE("invariant 6: a fact that arrives after its adoption stays out of force, also after a rebuild") {
    Adopted made;
    JournalDesk late;
    late.now_ms = made.right.now_ms + 10 * hour_ms;
    CHECK(late.try_foreign(made.adoption).value());
    Elsewhere editor([&] { return made.right.now_ms + 1000; });
    CHECK(late.try_foreign(editor.change(made.note, {{"note.text", of_text("rättad")}})).value());
    CHECK(late.try_foreign(made.ahead).value());
    CHECK(made.text_in(late) == "rättad");
    late.open();
    CHECK(made.text_in(late) == "rättad");
    auto transaction = must(store::Transaction::begin(*late.db));
    must(late.journal->rebuild());
    must(late.journal->commit(transaction));
    CHECK(made.text_in(late) == "rättad");
    CHECK(model::text_of(must(late.journal->reader().read_entity(made.note)).at("note.text").value) == "rättad");
}

TEST_CASE("invariant 6: several facts of one cell that are too far ahead are adopted in their order") {
    Ahead desk;
    desk.now_ms += hour_ms;
    desk.open();
    desk.edit("ännu senare");
    desk.close();
    desk.now_ms -= hour_ms;
    CHECK(must(store::adopt_ahead(desk.options)).facts == 2);
    CHECK(desk.text() == "ännu senare");
}
