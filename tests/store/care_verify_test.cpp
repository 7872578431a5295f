#include "store/care_fixture.hpp"

namespace {

using namespace care;

struct VerifyDesk {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    Machine machine{&folder, "lindasa", &now_ms};
    store::OpenOptions options = machine.options("register.iderum");

    /// Three notes, one of them changed and undone.
    std::vector<Id> write_some() {
        Pen pen(options);
        std::vector<Id> notes{pen.add_note("Skyltar vid entrén"), pen.add_note("Boka tid på webben"),
                              pen.add_note("Kö till receptionen")};
        const auto change = pen.set(notes[1], {{"note.text", std::string("Boka tid i appen")}});
        model::Cells cells;
        cells.put(notes[1], must(pen.journal().reader().read_entity(notes[1])));
        auto undo = model::plan_undo(
            change, cells,
            [&pen](const Id& entity, std::string_view field, const model::Stamp& at) {
                return must(pen.journal().reader().read_fact(entity, field, at));
            },
            pen.clock(), "seat");
        pen.write(std::move(undo.change));
        return notes;
    }
    /// Changes the file behind the program's back, guards off.
    void tamper(const std::string& sql) {
        auto db = must(store::Db::open(options.file, store::Mode::read_write));
        must(
            db.execute("DROP TRIGGER change_stays; DROP TRIGGER change_kept; DROP TRIGGER fact_kept; "
                       "DROP TRIGGER fact_stays; DROP TRIGGER change_grows; DROP TRIGGER fact_grows;"));
        must(db.execute(sql));
    }
    bool says(const std::string& part) { return faults_of(options.file).find(part) != std::string::npos; }
};

}  // namespace

TEST_CASE("invariant 2: a sound register is verified without a word") {
    VerifyDesk desk;
    desk.write_some();
    const auto report = must(store::verify(desk.options.file));
    CHECK(report.faults.empty());
    CHECK(report.changes == 5);
    CHECK(report.facts == 11);
}

TEST_CASE("invariant 2: a value that was altered is found, with its node and seq") {
    VerifyDesk desk;
    desk.write_some();
    desk.tamper("UPDATE fact SET value = 'Skyltar vid utgången' WHERE value = 'Skyltar vid entrén'");
    CHECK(desk.says("ändring 1, note.text"));
}

TEST_CASE("invariant 2: an altered digest, author or stamp breaks the chain") {
    for (const std::string sql :
         {"UPDATE fact SET digest = randomblob(32) WHERE seq = 2 AND n = 0",
          "UPDATE change SET author = 'trainer' WHERE seq = 2",
          "UPDATE fact SET stamp = zeroblob(27) || x'01' WHERE seq = 2 AND n = 0",
          "UPDATE fact SET prior_at = NULL WHERE seq = 4", "UPDATE fact SET stands_for = NULL WHERE seq = 5",
          "UPDATE change SET reverses_node = NULL, reverses_seq = NULL WHERE seq = 5"}) {
        CAPTURE(sql);
        VerifyDesk desk;
        desk.write_some();
        desk.tamper(sql);
        CHECK(desk.says("kedjan"));
    }
}

TEST_CASE("invariant 1: a Change that was taken out leaves a gap that is found") {
    VerifyDesk desk;
    desk.write_some();
    desk.tamper("DELETE FROM fact WHERE seq = 3; DELETE FROM change WHERE seq = 3;");
    CHECK(desk.says("ändring 3 saknas"));
}

TEST_CASE("invariant 1: facts without their Change, and Changes without facts, are found") {
    VerifyDesk desk;
    desk.write_some();
    desk.tamper("DELETE FROM change WHERE seq = 5; DELETE FROM fact WHERE seq = 1;");
    CHECK(desk.says("uppgifter finns men ändringen saknas"));
    CHECK(desk.says("ändring 1"));
}

TEST_CASE("invariant 4: a register whose guards were taken away is not sound") {
    VerifyDesk desk;
    desk.write_some();
    desk.tamper("");
    CHECK(desk.says("fact_stays"));
}

TEST_CASE("invariant 11: a derived row that differs from the journal is found, and rebuild mends it") {
    VerifyDesk desk;
    desk.write_some();
    {
        auto db = must(store::Db::open(desk.options.file, store::Mode::read_write));
        must(
            db.execute("UPDATE note SET text = 'Något annat' WHERE text = 'Kö till receptionen'; "
                       "DELETE FROM note WHERE text = 'Skyltar vid entrén'; "
                       "INSERT INTO note(entity, text) VALUES(randomblob(16), 'Påhittad');"));
    }
    CHECK(must(store::verify(desk.options.file)).faults.size() == 3);
    must(store::rebuild(desk.options));
    CHECK(faults_of(desk.options.file).empty());
}

TEST_CASE("invariant 18: a fact that was emptied without an erasure is found") {
    VerifyDesk desk;
    desk.write_some();
    desk.tamper("UPDATE fact SET value = NULL, salt = NULL WHERE value = 'Skyltar vid entrén'");
    CHECK(desk.says("utan att någon gallring"));
}

TEST_CASE("invariant 6: a quarantine that points nowhere is found") {
    VerifyDesk desk;
    desk.write_some();
    desk.tamper("INSERT INTO quarantine(node, seq, n) VALUES(1, 77, 0)");
    CHECK(desk.says("Karantänen"));
}

TEST_CASE("invariant 10: verify and log read beside a host that has the file") {
    VerifyDesk desk;
    desk.write_some();
    Pen host(desk.options);
    host.add_note("Medan någon läser");
    CHECK(faults_of(desk.options.file).empty());
    int changes = 0;
    must(store::read_log(desk.options.file, [&changes](const model::Change&) { return ++changes > 0; }));
    CHECK(changes == 6);
    const auto refused = store::rebuild(desk.options);
    REQUIRE(!refused);
    CHECK(refused.error().code == base::Code::busy);
}

TEST_CASE("a file that is no register is refused with the reason") {
    VerifyDesk desk;
    must(base::write_file(desk.folder / "brev.iderum", std::string(5000, 'x')));
    const auto report = store::verify(desk.folder / "brev.iderum");
    REQUIRE(!report);
    CHECK(report.error().code == base::Code::bad_input);
    CHECK(!store::verify(desk.folder / "saknas.iderum"));
}

TEST_CASE("pages that were overwritten are told as faults, not as a crash") {
    VerifyDesk desk;
    desk.write_some();
    auto bytes = must(base::read_file(desk.options.file));
    for (std::size_t at = 3 * 4096; at < bytes.size(); at += 4096) bytes.replace(at, 300, 300, '\x5a');
    must(base::write_file(desk.options.file, bytes));
    const auto report = store::verify(desk.options.file);
    if (report) CHECK(!report->faults.empty());
    if (!report) CHECK(report.error().code == base::Code::corrupt);
}

TEST_CASE("a blob that is altered or missing is found, one that an erasure took is not missed") {
    VerifyDesk desk;
    desk.write_some();
    const std::string content = "# En kurs";
    const auto name = base::to_hex(base::sha256(content));
    {
        Pen pen(desk.options);
        pen.set(base::new_id(desk.now_ms), {{"session.course_blob", name}});
    }
    CHECK(desk.says(name));
    {
        Pen pen(desk.options);
        auto transaction = must(store::Transaction::begin(pen.db()));
        must(pen.journal().put_blob(name, content, "text/plain"));
        must(pen.journal().commit(transaction));
    }
    CHECK(faults_of(desk.options.file) == "");
    desk.tamper("UPDATE blob SET content = 'skräp'");
    CHECK(desk.says(name));
}
