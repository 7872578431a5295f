#include "store/backup.hpp"
#include "store/care_fixture.hpp"
#include "store/care_private.hpp"

namespace {

using namespace care;

const std::string secret = "Kerstin Almqvists demensutredning";

/// A register with something in it that must go, a copy of it in another idea, backups, and an erasure that waits.
struct ErasingOffice {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    Machine machine{&folder, "lindasa", &now_ms};
    store::OpenOptions options = machine.options("register.iderum");
    Id note;
    Id copy;
    Id other;
    store::ErasureWish wish;

    ErasingOffice() {
        {
            Pen pen(options);
            note = pen.add_note(secret + " tog åtta veckor");
            pen.set(note, {{"note.text", secret + " tog för lång tid"}});
            copy = base::new_id(now_ms);
            pen.set(copy, {{"idea.title", secret + " tog åtta veckor"}, {"idea.state", std::string("received")}});
            other = pen.add_note("Skyltar vid entrén");
        }
        auto db = must(store::open_to_read(options.file));
        must(store::make_backup(db, options.now()));
        wish.cells = {{note, "note.text"}};
        wish.rule = "DHP 4.2 idéregister";
        wish.decision = "KS 2026/114";
        wish.include_all = true;
    }
    store::Certificate erase() { return must(store::erase(options, wish)); }
    bool text_is_anywhere() const {
        for (const char* word : {"demensutredning", "Kerstin", "kerstin", "Almqvist", "almqvist"}) {
            if (!files_with(folder.path, word).empty()) return true;
        }
        return false;
    }
};

std::size_t count_where(const store::ErasurePlan& plan, const std::string& where, bool asked) {
    return static_cast<std::size_t>(std::count_if(plan.found.begin(), plan.found.end(), [&](const auto& found) {
        return found.where == where && found.asked == asked;
    }));
}

}  // namespace

TEST_CASE("invariant 20: after an erasure the text is nowhere in file, WAL, search index or backups") {
    ErasingOffice office;
    REQUIRE(office.text_is_anywhere());
    const auto certificate = office.erase();
    CHECK(certificate.facts == 3);
    CHECK(certificate.backups == 1);
    CHECK_FALSE(office.text_is_anywhere());
}

TEST_CASE("invariant 20: after an erasure the chain holds and the tables are those of the journal") {
    ErasingOffice office;
    office.erase();
    CHECK(faults_of(office.options.file) == "");
    CHECK(must(store::verify(office.options.file)).erased == 3);
    must(store::rebuild(office.options));
    CHECK(faults_of(office.options.file) == "");
    for (const auto& backup : store::find_backups(office.options.file)) CHECK(faults_of(backup) == "");
    Pen pen(office.options);
    CHECK(pen.text_of(office.note) == "");
    CHECK(pen.text_of(office.other) == "Skyltar vid entrén");
}

TEST_CASE("invariant 18: an erasure keeps the digests of what it empties") {
    ErasingOffice office;
    std::map<std::string, std::string> before;
    must(store::read_log(office.options.file, [&](const model::Change& change) {
        before[change.id.text()] = base::to_hex(change.facts.front().digest);
        return true;
    }));
    office.erase();
    must(store::read_log(office.options.file, [&](const model::Change& change) {
        if (before.contains(change.id.text())) {
            CHECK(before[change.id.text()] == base::to_hex(change.facts.front().digest));
        }
        return true;
    }));
}

TEST_CASE("invariant 19: the plan lists other facts and backups that hold the same text") {
    ErasingOffice office;
    const auto plan = must(store::plan_erasure(office.options.file, office.wish));
    CHECK(count_where(plan, "fact", true) == 1);
    CHECK(count_where(plan, "fact", false) == 1);
    CHECK(count_where(plan, "backup", false) == 1);
}

TEST_CASE("invariant 19: copies that are not included stay, and the certificate says so") {
    ErasingOffice office;
    office.wish.include_all = false;
    const auto certificate = office.erase();
    CHECK(certificate.facts == 2);
    CHECK(certificate.text.find(office.copy.text()) != std::string::npos);
    CHECK(certificate.text.find("KS 2026/114") != std::string::npos);
    CHECK(Pen(office.options).text_of(office.copy, "idea.title") == secret + " tog åtta veckor");
}

TEST_CASE("invariant 19: one listed copy can be included alone") {
    ErasingOffice office;
    office.wish.include_all = false;
    office.wish.include = {{office.copy, "idea.title"}};
    office.erase();
    CHECK_FALSE(office.text_is_anywhere());
}

TEST_CASE("invariant 19: text inside JSON, in blobs and in notes that wait is found and erased") {
    ErasingOffice office;
    const std::string content = "Referat: " + secret + ".";
    const auto name = base::to_hex(base::sha256(content));
    {
        Pen pen(office.options);
        const auto poll = base::new_id(office.now_ms);
        pen.set(poll, {{"poll.options", "[{\"text\":\"" + secret + "\"}]"}});
        auto transaction = must(store::Transaction::begin(pen.db()));
        must(pen.journal().put_blob(name, content, "text/plain"));
        must(
            pen.db().execute("INSERT INTO hidden_note VALUES(randomblob(16), randomblob(16), randomblob(16), "
                             "'{\"text\":\"" +
                             secret + "\"}', 1, 0)"));
        must(pen.journal().commit(transaction));
    }
    office.wish.cells.clear();
    office.wish.text = secret;
    const auto plan = must(store::plan_erasure(office.options.file, office.wish));
    CHECK(count_where(plan, "fact", true) == 3);
    CHECK(count_where(plan, "blob", false) == 1);
    CHECK(count_where(plan, "session", true) == 1);
    CHECK(office.erase().blobs == 1);
    CHECK_FALSE(office.text_is_anywhere());
    CHECK(faults_of(office.options.file) == "");
}

TEST_CASE("invariant 18: what an erasure names is emptied before it is written, from whatever file it comes") {
    ErasingOffice office;
    store::OpenOptions neighbour = Machine{&office.folder, "grannen", &office.now_ms}.options("granne.iderum");
    { Pen(neighbour).add_note("Grannens lapp"); }
    must(store::merge_files(office.options, neighbour));
    office.erase();
    REQUIRE(files_with(office.folder.path, secret) == std::vector<std::string>{"granne.iderum"});
    must(store::merge_files(office.options, neighbour));
    CHECK_FALSE(office.text_is_anywhere());
    CHECK(journal_text(office.options.file) == journal_text(neighbour.file));
    CHECK(faults_of(neighbour.file) == "");
}

TEST_CASE("invariant 18: a late fact from before the erasure arrives without its value") {
    ErasingOffice office;
    std::vector<model::Change> early;
    must(store::read_log(office.options.file, [&early](const model::Change& change) {
        early.push_back(change);
        return true;
    }));
    office.erase();
    // Another file gets the erasure first and the facts afterwards.
    store::OpenOptions late = Machine{&office.folder, "sen", &office.now_ms}.options("sen.iderum");
    Pen pen(late);
    must(store::read_log(office.options.file, [&](const model::Change& change) {
        if (change.label == "change.erase") {
            auto transaction = must(store::Transaction::begin(pen.db()));
            const auto cells = must(store::parse_erased_cells(pen.db(), model::text_of(change.facts[0].value)));
            must(pen.journal().carry_out(cells, {pen.node(), 1}));
            must(pen.journal().commit(transaction));
        }
        return true;
    }));
    for (const auto& change : early) pen.foreign(change);
    CHECK(files_with(office.folder.path, secret).empty());
    CHECK(pen.text_of(office.other) == "Skyltar vid entrén");
}

TEST_CASE("invariant 20: restoring an old backup applies the erasures made since") {
    ErasingOffice office;
    const auto outside = office.folder / "usb.iderum";
    std::filesystem::copy_file(store::find_backups(office.options.file).front(), outside);
    office.erase();
    const auto report = must(store::restore(outside, office.options));
    CHECK(report.erased == 3);
    std::filesystem::remove(outside);
    CHECK_FALSE(office.text_is_anywhere());
    CHECK(faults_of(office.options.file) == "");
}

TEST_CASE("invariant 20: former files that a restore kept are erased too") {
    ErasingOffice office;
    must(store::restore(store::find_backups(office.options.file).front(), office.options));
    office.erase();
    CHECK_FALSE(office.text_is_anywhere());
}

TEST_CASE("invariant 20: a reader in the way is reported, and erasing again finishes the work") {
    ErasingOffice office;
    {
        auto reader = must(store::open_to_read(office.options.file));
        must(reader.execute("BEGIN; SELECT count(*) FROM fact;"));
        const auto waiting = store::erase(office.options, office.wish);
        REQUIRE(!waiting);
        CHECK(waiting.error().code == base::Code::busy);
    }
    office.erase();
    CHECK_FALSE(office.text_is_anywhere());
    CHECK(faults_of(office.options.file) == "");
}

TEST_CASE("invariant 20: an erasure by text that a reader stopped is due, verify says so, and it can be finished") {
    ErasingOffice office;
    office.wish.cells.clear();
    office.wish.text = secret;
    {
        auto reader = must(store::open_to_read(office.options.file));
        must(reader.execute("BEGIN; SELECT count(*) FROM fact;"));
        REQUIRE(!store::erase(office.options, office.wish));
        // The program ends here, as by a crash: nothing but the file knows.
    }
    const auto plan = must(store::plan_erasure(office.options.file, office.wish));
    CHECK(plan.unfinished);
    CHECK(count_where(plan, "fact", true) == 0);
    CHECK(faults_of(office.options.file).find("gallring") != std::string::npos);
    CHECK(must(store::finish_erasures(office.options)));
    CHECK_FALSE(office.text_is_anywhere());
    CHECK(faults_of(office.options.file) == "");
    CHECK_FALSE(must(store::finish_erasures(office.options)));
    const auto certificate = must(store::last_certificate(office.options));
    CHECK(certificate.facts == 3);
    for (const auto& word : {office.wish.rule, office.wish.decision}) {
        CHECK(certificate.text.find(word) != std::string::npos);
    }
    CHECK(certificate.text.find("Kerstin") == std::string::npos);
}

TEST_CASE("invariant 20: an erasure that a merge brought and a reader stopped is finished by the next merge") {
    ErasingOffice office;
    store::OpenOptions neighbour = Machine{&office.folder, "grannen", &office.now_ms}.options("granne.iderum");
    { Pen(neighbour).add_note("Grannens lapp"); }
    must(store::merge_files(office.options, neighbour));
    office.erase();
    {
        auto reader = must(store::open_to_read(neighbour.file));
        must(reader.execute("BEGIN; SELECT count(*) FROM fact;"));
        REQUIRE(!store::merge_files(office.options, neighbour));
    }
    CHECK(faults_of(neighbour.file) != "");
    must(store::merge_files(office.options, neighbour));
    CHECK_FALSE(office.text_is_anywhere());
    CHECK(faults_of(neighbour.file) == "");
}

TEST_CASE("invariant 20: an erasure that was stopped is finished when a host next opens the register") {
    ErasingOffice office;
    {
        auto reader = must(store::open_to_read(office.options.file));
        must(reader.execute("BEGIN; SELECT count(*) FROM fact;"));
        REQUIRE(!store::erase(office.options, office.wish));
    }
    REQUIRE(must(store::verify(office.options.file)).sweep_due);
    {
        const auto host = must(store::Store::open(office.options, [](const store::StoreSays&) {}));
    }
    CHECK_FALSE(must(store::verify(office.options.file)).sweep_due);
    CHECK_FALSE(office.text_is_anywhere());
}

TEST_CASE("invariant 20: a copy that an erasure was stopped in is swept by the next try") {
    ErasingOffice office;
    const auto backup = store::find_backups(office.options.file).front();
    {
        // The erasure stands in the backup and is committed there; then the power goes.
        auto opening = office.options;
        opening.file = backup;
        auto file = must(store::open_unlocked(opening));
        store::Erasure erasure{"DHP 4.2", "KS 2026/114", {}, {}};
        const auto now = model::Stamp{office.now_ms, UINT32_MAX, file.journal->greatest().node};
        for (const auto& [entity, field] : {std::pair{office.note, "note.text"}, {office.copy, "idea.title"}}) {
            erasure.cells.push_back({entity, field, now});
        }
        must(store::write_erasure(file, base::new_id(office.now_ms), erasure));
        REQUIRE(must(store::is_sweep_due(*file.db)));
    }
    office.erase();
    CHECK_FALSE(must(store::verify(backup)).sweep_due);
    CHECK_FALSE(office.text_is_anywhere());
}

TEST_CASE("invariant 20: the erasure and the rows of the session that it takes are one transaction") {
    ErasingOffice office;
    {
        Pen pen(office.options);
        must(pen.db().execute("INSERT INTO hidden_note VALUES(randomblob(16), randomblob(16), randomblob(16), '" +
                              secret +
                              " tog åtta veckor', 1, 0); CREATE TRIGGER stop BEFORE DELETE ON hidden_note "
                              "BEGIN SELECT RAISE(ABORT, 'stopped'); END"));
    }
    const auto before = journal_text(office.options.file);
    REQUIRE(!store::erase(office.options, office.wish));
    CHECK(journal_text(office.options.file) == before);
    CHECK_FALSE(must(store::verify(office.options.file)).sweep_due);
}

TEST_CASE("invariant 20: a merge takes no erasure that it cannot note outside the file") {
    ErasingOffice office;
    store::OpenOptions neighbour = Machine{&office.folder, "grannen", &office.now_ms}.options("granne.iderum");
    { Pen(neighbour).add_note("Grannens lapp"); }
    must(store::merge_files(office.options, neighbour));
    office.erase();
    const auto before = journal_text(neighbour.file);
    std::filesystem::create_directory(neighbour.state_folder / "erasures.tsv");
    REQUIRE(!store::merge_files(office.options, neighbour));
    CHECK(journal_text(neighbour.file) == before);
}

TEST_CASE("invariant 20: a backup that waits for its sweep is no damaged one: restoring it sweeps it") {
    ErasingOffice office;
    {
        auto reader = must(store::open_to_read(office.options.file));
        must(reader.execute("BEGIN; SELECT count(*) FROM fact;"));
        REQUIRE(!store::erase(office.options, office.wish));
    }
    const auto made = office.folder / "due.iderum";
    {
        auto db = must(store::open_to_read(office.options.file));
        must(db.backup_to(made));
    }
    REQUIRE(must(store::verify(made)).sweep_due);
    must(store::restore(made, office.options));
    CHECK_FALSE(must(store::verify(office.options.file)).sweep_due);
    CHECK(faults_of(office.options.file) == "");
    // The former file was still to be swept, and is now a copy.
    std::filesystem::remove(made);
    CHECK_FALSE(office.text_is_anywhere());
}

TEST_CASE("invariant 18: an erasure without rule or decision, or that repeats the text in them, is refused") {
    ErasingOffice office;
    office.wish.decision = "";
    CHECK(!store::erase(office.options, office.wish));
    office.wish.decision = "Ärende om " + secret + " tog åtta veckor";
    CHECK(!store::erase(office.options, office.wish));
}

TEST_CASE("invariant 19: a word that happens to stand in a long text is no copy of it, half of the text is") {
    ErasingOffice office;
    {
        Pen pen(office.options);
        pen.set(office.other, {{"idea.unit", std::string("demensutredning")}});
        pen.set(office.copy, {{"idea.title", secret}});
    }
    const auto plan = must(store::plan_erasure(office.options.file, office.wish));
    CHECK(count_where(plan, "fact", false) == 1);
}

TEST_CASE("invariant 19: a short text is a copy only where it is the whole value") {
    ErasingOffice office;
    {
        Pen pen(office.options);
        const auto small = pen.add_note("Anna");
        pen.add_note("Annat än Anna");
        pen.set(office.copy, {{"idea.owner_role", std::string("Anna")},
                              {"idea.need", std::string("Anna")},
                              {"idea.path", std::string("Anna")}});  // a code, whatever it looks like
        office.wish.cells = {{small, "note.text"}};
    }
    const auto plan = must(store::plan_erasure(office.options.file, office.wish));
    CHECK(count_where(plan, "fact", true) == 1);
    CHECK(count_where(plan, "fact", false) == 2);
}
