#include "model/schema.hpp"
#include "store/care_fixture.hpp"
#include "store/store.hpp"

namespace {

using namespace care;

struct StartDesk {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    Machine machine{&folder, "lindasa", &now_ms};
    store::OpenOptions options = machine.options("register.iderum");
};

}  // namespace

TEST_CASE("invariant 12: a start reads no history: an old fact that is broken does not stop it") {
    StartDesk desk;
    Id note;
    {
        Pen pen(desk.options);
        note = pen.add_note("Gammal");
        pen.add_note("Ny");
        must(pen.db().execute("DROP TRIGGER fact_stays; UPDATE fact SET digest = x'00', stamp = x'00' WHERE seq = 1"));
    }
    const auto store = must(store::Store::open(desk.options, [](const store::StoreSays&) {}));
    CHECK(store->opened().head == 2);
}

TEST_CASE("invariant 12: what a start looks for is found by an index, however much the register holds") {
    StartDesk desk;
    Pen pen(desk.options);
    const auto plan_of = [&pen](const std::string& kind, const std::string& where) {
        auto rows = must(pen.db().prepare("EXPLAIN QUERY PLAN SELECT * FROM \"" + kind +
                                          "\" WHERE deleted IS NOT 1 AND " + where + " ORDER BY entity"));
        std::string plan;
        while (must(rows.step())) plan += rows.text(3) + "\n";
        return plan;
    };
    for (const std::string kind : {"block", "note", "cluster", "poll", "persona"}) {
        CAPTURE(kind);
        const auto plan = plan_of(kind, "\"session\" IS ?");
        CHECK(plan.find(kind + "_session") != std::string::npos);
        CHECK(plan.find("SCAN") == std::string::npos);
        CHECK(plan.find("TEMP B-TREE") == std::string::npos);
    }
    CHECK(plan_of("idea", "\"number\" IS ? AND \"state\" IS ?").find("idea_number") != std::string::npos);
}

TEST_CASE("invariant 17: tables of bulk stand beside the journal: rebuild leaves them, and they go as a unit") {
    StartDesk desk;
    {
        Pen pen(desk.options);
        pen.add_note("Med hänvisning till ett ärende");
        must(
            pen.db().execute("CREATE TABLE bulk(import BLOB, row INTEGER, text TEXT); "
                             "INSERT INTO bulk VALUES(x'01', 1, 'ärende')"));
    }
    must(store::rebuild(desk.options));
    {
        auto db = must(store::open_to_read(desk.options.file));
        CHECK(model::int_of(must(db.read_one("SELECT count(*) FROM bulk"))) == 1);
    }
    {
        auto db = must(store::Db::open(desk.options.file, store::Mode::read_write));
        must(db.execute("DROP TABLE bulk"));
    }
    CHECK(faults_of(desk.options.file) == "");
}

TEST_CASE("a host that was stopped between a session's end and its backup makes the backup at its next start") {
    StartDesk desk;
    {
        Pen pen(desk.options);
        pen.set(base::new_id(desk.now_ms),
                {{"session.title", std::string("Halvdag")}, {"session.ended_at", desk.now_ms}});
    }
    CHECK(store::find_backups(desk.options.file).empty());
    for (int start = 0; start < 2; ++start) {
        desk.now_ms += 5000;
        must(store::Store::open(desk.options, [](const store::StoreSays&) {}));
        CHECK(store::find_backups(desk.options.file).size() == 1);
    }
}

TEST_CASE("invariant 25: two hosts' counts of one shared poll are two entities, however often they meet") {
    StartDesk desk;
    const auto other = Machine{&desk.folder, "grannen", &desk.now_ms}.options("granne.iderum");
    const auto poll = base::new_id(desk.now_ms);
    std::vector<Id> tallies;
    for (const auto& options : {desk.options, other}) {
        Pen pen(options);
        tallies.push_back(model::tally_id(poll, 1, pen.node()));
        pen.set(tallies.back(), {{"tally.poll", model::of_id(poll)},
                                 {"tally.round", std::int64_t{1}},
                                 {"tally.node", model::of_id(pen.node())},
                                 {"tally.ballots", std::string("[[\"a\",3]]")},
                                 {"tally.count", std::int64_t{3}}});
    }
    for (int i = 0; i < 3; ++i) must(store::merge_files(desk.options, other));
    auto db = must(store::open_to_read(desk.options.file));
    CHECK(model::int_of(must(db.read_one("SELECT sum(count) FROM tally"))) == 6);
    CHECK(model::int_of(must(db.read_one("SELECT count(*) FROM tally"))) == 2);
}
