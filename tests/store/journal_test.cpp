#include "journal_desk.hpp"

using base::Code;
using model::of_text;

TEST_CASE("invariant 1: a Change that is refused leaves no fact behind") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms; });
    auto broken = there.change(base::new_id(2), {{"note.text", of_text("a")}, {"note.type", of_text("idea")}});
    broken.facts[1].digest[0] ^= 1;
    CHECK(desk.try_foreign(broken).error().code == Code::bad_input);
    CHECK(model::int_of(must(desk.db->read_one("SELECT count(*) FROM fact"))) == 0);
}

TEST_CASE("invariant 1: seq is contiguous per node, and a gap is refused") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms; });
    const auto first = there.change(base::new_id(2), {{"note.text", of_text("a")}});
    const auto second = there.change(base::new_id(3), {{"note.text", of_text("b")}});
    CHECK(desk.try_foreign(second).error().code == Code::corrupt);
    CHECK(desk.try_foreign(first).value());
    CHECK(desk.try_foreign(second).value());
}

TEST_CASE("invariant 1: a Change with one field twice is refused") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms; });
    auto twice = JournalDesk::change(there.clock, base::new_id(2), {{"note.text", of_text("a")}});
    twice.facts.push_back(twice.facts[0]);
    CHECK(desk.try_foreign(there.seal(twice)).error().code == Code::bad_input);
}

TEST_CASE("invariant 2: a Change whose link does not follow from the one before is refused") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms; });
    auto change = there.change(base::new_id(2), {{"note.text", of_text("a")}});
    change.author = "somebody else";
    CHECK(desk.try_foreign(change).error().code == Code::corrupt);
}

TEST_CASE("invariant 2: what is read back gives the same link") {
    JournalDesk desk;
    const auto id = base::new_id(desk.now_ms);
    auto first = desk.change(id, {{"note.text", of_text("först")}, {"note.place", of_text("[1,2]")}});
    auto second = desk.change(id, {{"note.hidden", std::int64_t{1}},
                                   {"note.session", model::of_id(base::new_id(5))},
                                   {"note.order", model::Value{}},
                                   {"note.colour", 0.5}});
    second.reverses = model::Place{base::new_id(9), 7};
    second.facts[0].stands_for = model::Stamp{};
    second.facts[1].prior_at = first.facts[0].stamp;
    desk.append(first);
    desk.append(second);
    const auto read = must(desk.journal->reader().read_change({desk.node, 2}));
    REQUIRE(read.has_value());
    CHECK(model::chain_of(first.chain, *read) == second.chain);
    CHECK(read->facts[1].value == second.facts[1].value);
    CHECK(model::check_change(*read).has_value());
}

TEST_CASE("invariant 3: the prior value is found in the journal by prior_at") {
    JournalDesk desk;
    const auto id = base::new_id(desk.now_ms);
    auto first = desk.change(id, {{"note.text", of_text("förr")}});
    auto second = desk.change(id, {{"note.text", of_text("nu")}});
    second.facts[0].prior_at = first.facts[0].stamp;
    desk.append(first);
    desk.append(second);
    const auto now = must(desk.journal->reader().read_change({desk.node, 2}));
    const auto prior = must(desk.journal->reader().read_fact(id, "note.text", now->facts[0].prior_at));
    REQUIRE(prior.has_value());
    CHECK(model::text_of(prior->value) == "förr");
}

TEST_CASE("invariant 3: a restoring fact keeps what it stands for") {
    JournalDesk desk;
    const auto id = base::new_id(desk.now_ms);
    auto first = desk.change(id, {{"note.text", of_text("förr")}});
    auto undo = desk.change(id, {{"note.text", of_text("förr")}});
    undo.facts[0].stands_for = first.facts[0].stamp;
    desk.append(first);
    desk.append(undo);
    const auto fields = must(desk.journal->reader().read_entity(id));
    CHECK(fields.at("note.text").stands_for == first.facts[0].stamp);
}

TEST_CASE("invariant 4: append-only tables refuse update, delete and replace") {
    JournalDesk desk;
    auto change = desk.change(base::new_id(desk.now_ms), {{"note.text", of_text("a")}});
    desk.append(change);
    for (const char* sql :
         {"UPDATE change SET author = 'x'", "DELETE FROM change", "UPDATE fact SET value = 'x'", "DELETE FROM fact",
          "UPDATE fact SET value = NULL, salt = NULL", "INSERT OR REPLACE INTO change SELECT * FROM change",
          "INSERT OR REPLACE INTO fact SELECT * FROM fact",
          "INSERT INTO fact SELECT node, seq, n + 1, entity, field, value, salt, digest, stamp, prior_at, stands_for "
          "FROM fact",
          "INSERT INTO change SELECT node, seq + 2, id, at, author, label, schema_version, chain, reverses_node, "
          "reverses_seq FROM change",
          "REPLACE INTO change(node, seq, id, at, author, label, schema_version, chain) "
          "VALUES(1,1,x'00',0,'','',1,x'')"}) {
        CAPTURE(sql);
        const auto done = desk.db->execute(sql);
        REQUIRE(!done);
        CHECK(done.error().code == Code::denied);
    }
    CHECK(must(desk.journal->reader().read_change({desk.node, 1}))->author == "seat");
}

TEST_CASE("invariant 4: only an erasure's own row lets a fact be emptied, and only of value and salt") {
    JournalDesk desk;
    const auto id = base::new_id(desk.now_ms);
    auto change = desk.change(id, {{"note.text", of_text("hemligt")}, {"note.type", of_text("idea")}});
    desk.append(change);
    auto transaction = must(store::Transaction::begin(*desk.db));
    CHECK(must(desk.journal->carry_out({{id, "note.text", change.facts[0].stamp}}, {desk.node, 1})) == 1);
    must(desk.journal->commit(transaction));
    CHECK(!desk.db->execute("UPDATE fact SET value = NULL, salt = NULL WHERE field = 'note.type'"));
    CHECK(!desk.db->execute("UPDATE fact SET value = 'x', salt = NULL WHERE field = 'note.text'"));
    CHECK(!desk.db->execute("UPDATE fact SET value = NULL, salt = NULL, digest = x'00' WHERE field = 'note.text'"));
    const auto read = must(desk.journal->reader().read_change({desk.node, 1}));
    CHECK(read->facts[0].erased);
    CHECK(model::chain_of({}, *read) == read->chain);
}

TEST_CASE("invariant 9: a Change that is given again is recognised and not doubled") {
    JournalDesk desk;
    auto change = desk.change(base::new_id(desk.now_ms), {{"note.text", of_text("a")}});
    CHECK(desk.append(change));
    CHECK(!desk.append(change));
    CHECK(must(desk.journal->reader().read_head(desk.node)) == 1);
}

TEST_CASE("invariant 9: another Change in a place that is taken is refused") {
    JournalDesk desk;
    auto change = desk.change(base::new_id(desk.now_ms), {{"note.text", of_text("a")}});
    desk.append(change);
    auto other = desk.change(base::new_id(desk.now_ms), {{"note.text", of_text("b")}});
    other.place.seq = 1;
    auto transaction = must(store::Transaction::begin(*desk.db));
    CHECK(desk.journal->append(other).error().code == Code::corrupt);
}
