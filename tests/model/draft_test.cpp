#include "model/draft.hpp"

#include <doctest/doctest.h>

#include <map>

#include "model/parts.hpp"

using model::Change;
using model::Draft;
using model::Fact;
using parts::id;

namespace {

const auto the_note = id(0x33);

/// One host with its journal in memory: enough to write, undo and read what stood before.
struct Host {
    model::Cells cells;
    std::vector<Change> journal;
    model::HybridClock clock{id(0x11), [] { return parts::morning_ms; }};

    Change write(Draft draft) { return keep(std::move(draft).finish(cells, clock)); }
    Change keep(Change change) {
        change.place.seq = journal.size() + 1;
        for (const auto& fact : change.facts) merge(cells, fact);
        journal.push_back(change);
        return change;
    }
    Change text(std::string_view value) {
        Draft draft("trainer", "change.edit_note");
        draft.set(the_note, "note.text", value);
        return write(std::move(draft));
    }
    model::Undo plan(const Change& done) {
        const auto prior = [this](const model::Id& entity, std::string_view field, const model::Stamp& at) {
            std::optional<Fact> found;
            for (const auto& change : journal) {
                for (const auto& fact : change.facts) {
                    if (fact.entity == entity && fact.field == field && fact.stamp == at) found = fact;
                }
            }
            return found;
        };
        return model::plan_undo(done, cells, prior, clock, "trainer");
    }
    Change undo(const Change& done) { return keep(plan(done).change); }
    std::string shown() const { return cells.text(the_note, "note.text"); }
};

}  // namespace

TEST_CASE("a draft becomes a Change that is well-formed") {
    Host host;
    Draft draft("trainer", "change.add_note");
    draft.set(the_note, "note.text", "skylt");
    draft.set(the_note, "note.hidden", std::int64_t{0});
    draft.set(the_note, "note.session", id(0x44));
    const auto change = host.write(std::move(draft));
    CHECK(model::check_change(change).has_value());
    CHECK(change.facts.size() == 3);
    CHECK(change.schema_version == model::schema_version);
    CHECK(change.at_ms == parts::morning_ms);
    CHECK(change.facts[0].prior_at.empty());
    CHECK_FALSE(change.facts[0].stands_for.has_value());
}

TEST_CASE("the facts of a Change have rising stamps and salts of their own") {
    Host host;
    Draft draft("trainer", "change.add_note");
    draft.set(the_note, "note.text", "samma");
    draft.set(the_note, "note.group", "samma");
    const auto change = host.write(std::move(draft));
    CHECK(change.facts[0].stamp < change.facts[1].stamp);
    CHECK(change.facts[0].salt != change.facts[1].salt);
    CHECK(change.facts[0].digest != change.facts[1].digest);
}

TEST_CASE("a field set twice in a draft holds the last value, once") {
    Host host;
    Draft draft("trainer", "change.add_note");
    draft.set(the_note, "note.text", "först");
    draft.set(the_note, "note.text", "sedan");
    const auto change = host.write(std::move(draft));
    REQUIRE(change.facts.size() == 1);
    CHECK(host.shown() == "sedan");
}

TEST_CASE("what already stands is not written again") {
    Host host;
    host.text("skylt");
    CHECK(host.text("skylt").facts.empty());
    Draft draft("trainer", "change.edit_note");
    draft.unset(the_note, "note.group");
    CHECK(std::move(draft).finish(host.cells, host.clock).facts.empty());
}

TEST_CASE("a fact knows what stood before it") {
    Host host;
    const auto before = host.text("före");
    const auto after = host.text("efter");
    CHECK(after.facts[0].prior_at == before.facts[0].stamp);
}

TEST_CASE("undo brings back what stood, redo what was undone, as often as you like") {
    Host host;
    host.text("före");
    auto last = host.text("efter");
    for (int turn = 0; turn < 5; ++turn) {
        last = host.undo(last);
        CHECK(host.shown() == "före");
        last = host.undo(last);
        CHECK(host.shown() == "efter");
    }
}

TEST_CASE("undoing the first text leaves nothing, and redo brings it back") {
    Host host;
    const auto first = host.text("skylt");
    const auto undone = host.undo(first);
    CHECK_FALSE(host.cells.exists(the_note, "note"));
    host.undo(undone);
    CHECK(host.shown() == "skylt");
}

TEST_CASE("an undo says what it reverses and what its values stand for") {
    Host host;
    const auto before = host.text("före");
    const auto after = host.text("efter");
    const auto undone = host.undo(after);
    CHECK(undone.reverses == after.place);
    CHECK(undone.facts[0].stands_for == before.facts[0].stamp);
    CHECK(model::check_change(undone).has_value());
}

TEST_CASE("an undo leaves what somebody has changed since, and counts it") {
    Host host;
    Draft draft("trainer", "change.add_note");
    draft.set(the_note, "note.text", "min");
    draft.set(the_note, "note.group", "fore");
    const auto mine = host.write(std::move(draft));
    host.text("någon annans");
    const auto undo = host.plan(mine);
    CHECK(undo.kept_for_others == 1);
    REQUIRE(undo.change.facts.size() == 1);
    CHECK(undo.change.facts[0].field == "note.group");
    host.keep(undo.change);
    CHECK(host.shown() == "någon annans");
}

TEST_CASE("two people undo in the order they like, and neither takes the other's text") {
    Host host;
    host.text("grund");
    const auto mine = host.text("min");
    const auto yours = host.text("din");
    CHECK(host.plan(mine).change.facts.empty());
    host.undo(yours);
    CHECK(host.shown() == "min");
    host.undo(mine);
    CHECK(host.shown() == "grund");
}

TEST_CASE("an erased value is not brought back by an undo") {
    Host host;
    host.text("hemligt");
    const auto after = host.text("öppet");
    host.journal[0].facts[0].value = {};
    host.journal[0].facts[0].erased = true;
    const auto undo = host.plan(after);
    CHECK(undo.change.facts.empty());
    CHECK(undo.kept_for_others == 1);
}
