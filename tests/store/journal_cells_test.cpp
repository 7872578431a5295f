#include <algorithm>
#include <random>

#include "journal_desk.hpp"
#include "model/schema.hpp"

using model::of_text;

namespace {

/// All rows of all derived tables of kinds, as text.
std::string tables(store::Db& db) {
    std::string all;
    for (const auto& kind : model::schema()) {
        auto query = must(db.prepare("SELECT * FROM \"" + std::string(kind.name) + "\" ORDER BY entity"));
        while (must(query.step())) {
            all += "\n" + std::string(kind.name);
            for (int column = 0; column < query.columns(); ++column) {
                all += "|" + base::to_hex(model::canonical(query.value(column)));
            }
        }
    }
    return all;
}

}  // namespace

TEST_CASE("invariant 5: foreign Changes in any interleaving give the same tables") {
    const auto ids = std::vector<base::Id>{base::new_id(1), base::new_id(2), base::new_id(3)};
    const unsigned seed = 20260501;
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::int64_t now_ms = 1777626000000;
    std::vector<Elsewhere> hosts;
    for (int i = 0; i < 3; ++i) {
        const auto skew = static_cast<std::int64_t>(random() % 60000);
        hosts.emplace_back([&now_ms, skew] { return now_ms + skew; });
    }
    std::vector<std::vector<model::Change>> made(hosts.size());
    for (int i = 0; i < 120; ++i) {
        now_ms += random() % 3;
        const auto host = random() % hosts.size();
        const auto& id = ids[random() % ids.size()];
        made[host].push_back(
            hosts[host].change(id, {{"note.text", of_text("text " + std::to_string(random() % 9))},
                                    {random() % 2 == 0 ? "idea.title" : "note.colour", of_text(std::to_string(i))}}));
    }
    std::string first;
    for (int round = 0; round < 6; ++round) {
        JournalDesk desk;
        desk.now_ms = now_ms + 100000;
        std::vector<std::size_t> next(made.size(), 0);
        for (;;) {
            std::vector<std::size_t> open;
            for (std::size_t host = 0; host < made.size(); ++host) {
                if (next[host] < made[host].size()) open.push_back(host);
            }
            if (open.empty()) break;
            const auto host = open[random() % open.size()];
            CHECK(desk.try_foreign(made[host][next[host]]).value());
            if (random() % 4 == 0) CHECK(!desk.try_foreign(made[host][next[host]]).value());
            ++next[host];
        }
        if (first.empty()) first = tables(*desk.db);
        CHECK(tables(*desk.db) == first);
    }
    CHECK(first.size() > 100);
}

TEST_CASE("invariant 5: an own Change older than what stands does not win") {
    JournalDesk desk;
    const auto id = base::new_id(desk.now_ms);
    auto old = desk.change(id, {{"note.text", of_text("gammal")}, {"note.colour", of_text("gul")}});
    desk.now_ms += 1000;
    Elsewhere there([&] { return desk.now_ms; });
    CHECK(desk.try_foreign(there.change(id, {{"note.text", of_text("ny")}})).value());
    desk.append(old);
    CHECK(model::text_of(desk.column(id, "note", "text")) == "ny");
    CHECK(model::text_of(desk.column(id, "note", "colour")) == "gul");
}

TEST_CASE("invariant 7: unknown kinds and fields are journaled and not applied") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms; });
    const auto id = base::new_id(desk.now_ms);
    const auto change = there.change(
        id, {{"note.text", of_text("känt")}, {"note.smell", of_text("okänt")}, {"dragon.name", of_text("okänt")}});
    CHECK(desk.try_foreign(change).value());
    CHECK(must(desk.journal->reader().read_change(change.place))->facts.size() == 3);
    const auto fields = must(desk.journal->reader().read_entity(id));
    CHECK(fields.size() == 1);
    CHECK(model::text_of(desk.column(id, "note", "text")) == "känt");
}

TEST_CASE("invariant 7: a Change of a newer schema version is journaled and not applied") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms; });
    const auto id = base::new_id(desk.now_ms);
    auto change = JournalDesk::change(there.clock, id, {{"note.text", of_text("från framtiden")}});
    change.schema_version = model::schema_version + 1;
    CHECK(desk.try_foreign(there.seal(change)).value());
    CHECK(!model::is_set(desk.column(id, "note", "text")));
    CHECK(must(desk.journal->reader().read_entity(id)).empty());
    CHECK(must(desk.journal->reader().read_facts(id)).size() == 1);
}

TEST_CASE("invariant 7: when the program's schema has grown, the tables are made anew at opening") {
    JournalDesk desk;
    const auto id = base::new_id(desk.now_ms);
    auto change = desk.change(id, {{"note.text", of_text("kvar")}, {"note.colour", of_text("gul")}});
    desk.append(change);
    // As an older program would have left it: a table without the column, another mark.
    must(
        desk.db->execute("UPDATE summary SET value = 'older' WHERE name = 'schema'; "
                         "DROP VIEW note_readable; DROP TABLE note; CREATE TABLE note(entity BLOB PRIMARY KEY, text) "
                         "WITHOUT ROWID; INSERT INTO note(entity, text) SELECT entity, value FROM fact WHERE field = "
                         "'note.text'"));
    desk.open();
    CHECK(model::text_of(desk.column(id, "note", "text")) == "kvar");
    CHECK(model::text_of(desk.column(id, "note", "colour")) == "gul");
}

TEST_CASE("invariant 11: rebuild gives the tables that were written along the way") {
    JournalDesk desk;
    Elsewhere there([&] { return desk.now_ms - 50; });
    const auto id = base::new_id(desk.now_ms);
    for (int i = 0; i < 40; ++i) {
        desk.now_ms += i % 7;
        auto own = desk.change(i % 3 == 0 ? base::new_id(desk.now_ms) : id,
                               {{"note.text", of_text("egen " + std::to_string(i))},
                                {"idea.state", i % 4 == 0 ? model::Value{} : of_text("draft")}});
        desk.append(own);
        CHECK(desk.try_foreign(there.change(id, {{i % 2 == 0 ? "note.text" : "persona.name", of_text("annan")}})));
    }
    const auto before = tables(*desk.db);
    const auto greatest = desk.journal->greatest();
    auto transaction = must(store::Transaction::begin(*desk.db));
    must(desk.journal->rebuild());
    must(desk.journal->commit(transaction));
    CHECK(tables(*desk.db) == before);
    CHECK(desk.journal->greatest() == greatest);
}

TEST_CASE("invariant 11: no kind is called like a table of the file's own") {
    for (const auto& kind : model::schema()) {
        for (const auto name : store::reserved_names()) CHECK(kind.name != name);
    }
}
