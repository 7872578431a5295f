#include "journal_desk.hpp"

using model::of_text;

namespace {

constexpr std::int64_t minute_ms = 60 * 1000;

}  // namespace

TEST_CASE("invariant 6: a foreign fact more than five minutes ahead is in the journal and not applied") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms + 6 * minute_ms; });
    const auto id = base::new_id(desk.now_ms);
    const auto change = there.change(id, {{"note.text", of_text("för tidigt")}});
    CHECK(desk.try_foreign(change).value());
    CHECK(must(desk.journal->reader().is_quarantined(change.place, 0)));
    CHECK(must(desk.journal->reader().read_entity(id)).empty());
    CHECK(!model::is_set(desk.column(id, "note", "text")));
    CHECK(desk.journal->greatest() < change.facts[0].stamp);
}

TEST_CASE("invariant 6: a foreign fact less than five minutes ahead is applied") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms + 4 * minute_ms; });
    const auto id = base::new_id(desk.now_ms);
    CHECK(desk.try_foreign(there.change(id, {{"note.text", of_text("nära nog")}})).value());
    CHECK(model::text_of(desk.column(id, "note", "text")) == "nära nog");
}

TEST_CASE("invariant 6: a quarantined fact is applied when the clock has passed it") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms + 6 * minute_ms; });
    const auto id = base::new_id(desk.now_ms);
    CHECK(desk.try_foreign(there.change(id, {{"note.text", of_text("senare")}})).value());
    desk.now_ms += 7 * minute_ms;
    desk.open();
    CHECK(model::text_of(desk.column(id, "note", "text")) == "senare");
    CHECK(model::int_of(must(desk.db->read_one("SELECT count(*) FROM quarantine"))) == 0);
}

TEST_CASE("invariant 6: rebuild is the journal minus quarantine") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms + 6 * minute_ms; });
    const auto id = base::new_id(desk.now_ms);
    auto own = desk.change(id, {{"note.text", of_text("nu")}});
    desk.append(own);
    CHECK(desk.try_foreign(there.change(id, {{"note.text", of_text("sedan")}})).value());
    auto transaction = must(store::Transaction::begin(*desk.db));
    must(desk.journal->rebuild());
    must(desk.journal->commit(transaction));
    CHECK(model::text_of(desk.column(id, "note", "text")) == "nu");
}

TEST_CASE("invariant 6: a file whose own stamps are far ahead of the clock says so when it is opened") {
    Desk desk;
    desk.open();
    CHECK(desk.store->opened().ahead_ms == 0);
    desk.save_note("skriven med klockan fel");
    desk.now_ms -= 60 * minute_ms;
    desk.open();
    CHECK(desk.store->opened().ahead_ms == 60 * minute_ms);
}
