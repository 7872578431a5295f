// Which copies an erasure finds.
#include "store/backup.hpp"
#include "store/care_fixture.hpp"

namespace {

using namespace care;

/// A register with a name in it, and a backup.
struct Office {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    Machine machine{&folder, "lindasa", &now_ms};
    store::OpenOptions options = machine.options("register.iderum");
    store::ErasureWish wish;

    Office() {
        Pen(options).add_note("Kerstin Almqvist väntade");
        auto db = must(store::open_to_read(options.file));
        must(store::make_backup(db, options.now()));
        wish.text = "Almqvist";
        wish.rule = "DHP 4.2 idéregister";
        wish.decision = "KS 2026/114";
        wish.include_all = true;
    }
};

}  // namespace

TEST_CASE("invariant 20: backups and former files from before the register got another name are erased as well") {
    Office office;
    const auto former = office.folder / "register-before-20260501-090503.iderum";
    must(store::copy(office.options.file, former));
    const auto renamed = office.folder / "annat namn.iderum";
    std::filesystem::rename(office.options.file, renamed);
    office.options.file = renamed;
    // Somebody else's backups may lie there too.
    auto others = office.machine.options("andra.iderum");
    others.state_folder = office.folder / "andra-state";
    Pen(others).add_note("Skyltar vid entrén");
    const auto theirs = office.folder / "backups" / "andra-20260501-090503.iderum";
    must(store::copy(others.file, theirs));
    const auto before = must(base::read_file(theirs));
    REQUIRE(files_with(office.folder.path, "Almqvist").size() == 3);
    const auto certificate = must(store::erase(office.options, office.wish));
    CHECK(certificate.backups == 2);
    CHECK(files_with(office.folder.path, "Almqvist").empty());
    CHECK(must(base::read_file(theirs)) == before);
}

TEST_CASE("a file among the copies that cannot be read is named on the certificate, and stays") {
    Office office;
    const auto broken = office.folder / "backups" / "gammal-20260401-090503.iderum";
    must(base::write_file(broken, "skräp"));
    const auto plan = must(store::plan_erasure(office.options.file, office.wish));
    CHECK(plan.unread == std::vector<base::Path>{broken});
    const auto certificate = must(store::erase(office.options, office.wish));
    CHECK(certificate.text.find(broken.string()) != std::string::npos);
    CHECK(certificate.text.find("de säkerhetskopior som går att läsa") != std::string::npos);
    CHECK(std::filesystem::exists(broken));
}

TEST_CASE("invariant 19: a text is found however its letters are written, in facts, blobs and waiting notes") {
    Office office;
    {
        Pen pen(office.options);
        pen.add_note("ÅKE ALMQVIST VÄNTADE");
        pen.add_note("åke almqvist väntade");
        const std::string content = "Ring Åke ALMQVIST";
        const auto hash = base::to_hex(base::sha256(content));
        auto transaction = must(store::Transaction::begin(pen.db()));
        must(pen.journal().put_blob(hash, content, "text/plain"));
        must(pen.journal().commit(transaction));
        must(pen.db().execute(
            "INSERT INTO hidden_note VALUES(x'01', x'02', x'03', '{\"text\":\"Åke Almqvist\"}', 1, 5)"));
    }
    office.wish.text = "åke Almqvist";
    const auto plan = must(store::plan_erasure(office.options.file, office.wish));
    std::map<std::string, int> found;
    for (const auto& one : plan.found) ++found[one.where];
    CHECK(found["fact"] == 2);
    CHECK(found["blob"] == 1);
    CHECK(found["session"] == 1);
    office.wish.decision = "KS 2026/114 om ÅKE ALMQVIST";
    CHECK(store::erase(office.options, office.wish).error().code == base::Code::bad_input);
    office.wish.decision = "KS 2026/114";
    must(store::erase(office.options, office.wish));
    for (const char* word : {"ÅKE", "åke", "Åke"}) CHECK(files_with(office.folder.path, word).empty());
    REQUIRE(!files_with(office.folder.path, "Kerstin").empty());
}
