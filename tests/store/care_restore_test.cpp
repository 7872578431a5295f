#include "store/backup.hpp"
#include "store/care_fixture.hpp"

namespace {

using namespace care;

struct Site {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    Machine machine{&folder, "lindasa", &now_ms};
    store::OpenOptions options = machine.options("register.iderum");

    base::Path back_up() {
        auto db = must(store::open_to_read(options.file));
        return must(store::make_backup(db, options.now()));
    }
};

/// An old backup is put back, both files are written on, and they meet again.
struct Parted : Site {
    Id before;
    Id lost;   // only in the original, after the backup
    Id fresh;  // only in the restored file
    store::OpenOptions original = options;
    std::size_t nodes = 0;
    Parted() {
        { before = Pen(options).add_note("Före säkerhetskopian"); }
        const auto backup = back_up();
        { lost = Pen(options).add_note("Efter säkerhetskopian"); }
        now_ms += 60'000;
        original.file = must(store::restore(backup, options)).kept;
        { CHECK(Pen(options).text_of(lost) == ""); }
        { fresh = Pen(options).add_note("Skrivet efter återställningen"); }
        { Pen(original).add_note("Någon skrev vidare i den gamla filen"); }
    }
    void check_both_branches() {
        CHECK(journal_text(options.file) == journal_text(original.file));
        CHECK(faults_of(options.file) == "");
        CHECK(faults_of(original.file) == "");
        for (const auto* file : {&options, &original}) {
            Pen pen(*file);
            CHECK(pen.text_of(before) == "Före säkerhetskopian");
            CHECK(pen.text_of(lost) == "Efter säkerhetskopian");
            CHECK(pen.text_of(fresh) == "Skrivet efter återställningen");
        }
    }
};

/// The last thing written lies in the WAL alone, as after a SIGKILL.
struct Killed : Site {
    base::Path backup;
    Id last;
    base::Path wal = options.file.string() + "-wal";
    Killed() {
        { Pen(options).add_note("Före säkerhetskopian"); }
        backup = back_up();
        const auto other = folder / "undan";
        {
            Pen pen(options);
            last = pen.add_note("Bekräftad strax före strömavbrottet");
            for (const char* end : {"", "-wal"})
                std::filesystem::copy_file(options.file.string() + end, other.string() + end);
        }
        for (const char* end : {"", "-wal"}) {
            std::filesystem::rename(other.string() + end, options.file.string() + end);
        }
        REQUIRE(std::filesystem::file_size(wal) > 0);
    }
};

}  // namespace

TEST_CASE("invariant 13: a restored register mints a new node before its first write") {
    Site site;
    Id old_node;
    {
        Pen pen(site.options);
        old_node = pen.node();
        pen.add_note("Ett");
    }
    must(store::restore(site.back_up(), site.options));
    CHECK(Pen(site.options).node() != old_node);
}

TEST_CASE("invariant 13: a copied register mints a new node, the first one goes on under its own") {
    Site site;
    Id old_node;
    {
        Pen pen(site.options);
        old_node = pen.node();
        pen.add_note("Ett");
    }
    auto copy = site.options;
    copy.file = site.folder / "kopia.iderum";
    must(store::copy(site.options.file, copy.file));
    CHECK(Pen(copy).node() != old_node);
    CHECK(Pen(site.options).node() == old_node);
    CHECK(faults_of(copy.file) == "");
    const auto again = store::copy(site.options.file, copy.file);
    REQUIRE(!again);
    CHECK(again.error().code == base::Code::bad_input);
}

TEST_CASE("invariant 16: a copy takes no session along") {
    Site site;
    {
        Pen pen(site.options);
        pen.add_note("Ett");
        must(pen.db().execute("INSERT INTO kept VALUES(zeroblob(16), 'trainer_secret', 'hemligheten-sjalv')"));
    }
    const auto to = site.folder / "kopia.iderum";
    must(store::copy(site.options.file, to));
    CHECK(must(base::read_file(to)).find("hemligheten-sjalv") == std::string::npos);
}

TEST_CASE("invariant 14: an old backup that was restored and written on merges with the original") {
    Parted site;
    must(store::merge_files(site.options, site.original));
    site.check_both_branches();
}

TEST_CASE("invariant 14: the same the other way round") {
    Parted site;
    must(store::merge_files(site.original, site.options));
    site.check_both_branches();
}

TEST_CASE("a restore keeps the former file beside, whole, under a dated name") {
    Site site;
    Id note;
    { Pen(site.options).add_note("Ett"); }
    const auto backup = site.back_up();
    { note = Pen(site.options).add_note("Två"); }
    const auto report = must(store::restore(backup, site.options));
    CHECK(report.kept.filename().string().starts_with("register-before-20260501-"));
    CHECK(faults_of(report.kept) == "");
    auto kept = site.options;
    kept.file = report.kept;
    CHECK(Pen(kept).text_of(note) == "Två");
}

TEST_CASE("a restore when the register is gone or damaged gives back the backup") {
    Site site;
    Id note;
    { note = Pen(site.options).add_note("Ett"); }
    const auto backup = site.back_up();
    std::filesystem::remove(site.options.file);
    CHECK(must(store::restore(backup, site.options)).kept.empty());
    { CHECK(Pen(site.options).text_of(note) == "Ett"); }
    must(base::write_file(site.options.file, "skräp"));
    CHECK(must(base::read_file(must(store::restore(backup, site.options)).kept)) == "skräp");
    CHECK(Pen(site.options).text_of(note) == "Ett");
}

TEST_CASE("a damaged backup is refused, and the register stays as it was") {
    Site site;
    { Pen(site.options).add_note("Ett"); }
    const auto backup = site.back_up();
    {
        auto db = must(store::Db::open(backup, store::Mode::read_write));
        must(db.execute("DROP TRIGGER change_stays; UPDATE change SET label = 'change.import'"));
    }
    const auto before = journal_text(site.options.file);
    const auto refused = store::restore(backup, site.options);
    REQUIRE(!refused);
    CHECK(refused.error().code == base::Code::corrupt);
    CHECK(journal_text(site.options.file) == before);
}

TEST_CASE("a register that a host has open is not restored over") {
    Site site;
    { Pen(site.options).add_note("Ett"); }
    const auto backup = site.back_up();
    Pen host(site.options);
    const auto refused = store::restore(backup, site.options);
    REQUIRE(!refused);
    CHECK(refused.error().code == base::Code::busy);
}

TEST_CASE("a restore that cannot keep the former file changes nothing and leaves nothing behind") {
    Site site;
    { Pen(site.options).add_note("Ett"); }
    const auto backup = site.back_up();
    const auto kept = must(store::restore(backup, site.options)).kept;
    { Pen(site.options).add_note("Två"); }
    // Where the next one would be copied to, something stands that cannot be taken away.
    const auto in_the_way = base::Path(kept).replace_extension("").string() + "-2.iderum.part";
    std::filesystem::create_directories(base::Path(in_the_way) / "full");
    const auto before = journal_text(site.options.file);
    const auto refused = store::restore(backup, site.options);
    REQUIRE(!refused);
    CHECK(refused.error().code == base::Code::disk_failed);
    CHECK(journal_text(site.options.file) == before);
    CHECK_FALSE(std::filesystem::exists(site.options.file.string() + ".restoring"));
    std::size_t former = 0;
    for (const auto& entry : std::filesystem::directory_iterator(site.folder.path)) {
        former += entry.path().filename().string().starts_with("register-before-") ? 1 : 0;
    }
    CHECK(former == 2);  // the first one, and what stands in the way
    std::filesystem::remove_all(in_the_way);
    CHECK_FALSE(must(store::restore(backup, site.options)).kept.empty());
}

TEST_CASE("the former file and the restored one are two files, not two names of one") {
    Site site;
    { Pen(site.options).add_note("Ett"); }
    const auto report = must(store::restore(site.back_up(), site.options));
    CHECK(std::filesystem::hard_link_count(report.kept) == 1);
    CHECK(std::filesystem::hard_link_count(site.options.file) == 1);
}

TEST_CASE("through a symbolic link the register itself is restored, and the link stays") {
    Site site;
    Id note;
    { note = Pen(site.options).add_note("Ett"); }
    const auto backup = site.back_up();
    const auto link = site.folder / "genom.iderum";
    std::filesystem::create_symlink(site.options.file, link);
    auto through = site.options;
    through.file = link;
    must(store::restore(backup, through));
    CHECK(std::filesystem::is_symlink(link));
    CHECK(Pen(site.options).text_of(note) == "Ett");
}

TEST_CASE("backups are listed newest first") {
    Site site;
    { Pen(site.options).add_note("Ett"); }
    const auto first = site.back_up();
    site.now_ms += 3'600'000;
    const auto second = site.back_up();
    CHECK(store::find_backups(site.options.file) == std::vector<base::Path>{second, first});
}

TEST_CASE("what lay in the former file's WAL alone is in the file that a restore keeps") {
    Killed site;
    auto kept = site.options;
    kept.file = must(store::restore(site.backup, site.options)).kept;
    CHECK(Pen(kept).text_of(site.last) == "Bekräftad strax före strömavbrottet");
    CHECK(Pen(site.options).text_of(site.last) == "");
    CHECK(faults_of(site.options.file) == "");
}

TEST_CASE("a WAL whose file has been moved away is kept, and not played into what is restored") {
    Killed site;
    const auto away = site.folder / "undan.iderum";
    std::filesystem::rename(site.options.file, away);
    const auto kept = must(store::restore(site.backup, site.options)).kept;
    CHECK(faults_of(site.options.file) == "");
    CHECK(Pen(site.options).text_of(site.last) == "");
    std::filesystem::rename(kept, away.string() + "-wal");
    auto former = site.options;
    former.file = away;
    CHECK(Pen(former).text_of(site.last) == "Bekräftad strax före strömavbrottet");
}
