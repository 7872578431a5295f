#include "store/branch.hpp"
#include "store/care_fixture.hpp"

namespace {

using namespace care;

/// Two municipalities with a register each, and one clock between them.
struct Two {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    Machine here{&folder, "lindasa", &now_ms};
    Machine there{&folder, "grannen", &now_ms};
    store::OpenOptions a = here.options("a.iderum");
    store::OpenOptions b = there.options("b.iderum");

    store::MergeReport merge() { return must(store::merge_files(a, b)); }
    void check_equal_and_sound() {
        CHECK(journal_text(a.file) == journal_text(b.file));
        CHECK(faults_of(a.file) == "");
        CHECK(faults_of(b.file) == "");
    }
};

void clone(const base::Path& from, const base::Path& to) {
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
}

/// A node that lives twice: both files go on under one id, as after a copied disk image.
struct Cloned : Two {
    Id node;
    Cloned() {
        {
            Pen pen(a);
            node = pen.node();
            pen.add_note("Före kopian");
        }
        clone(a.file, b.file);
    }
};

}  // namespace

TEST_CASE("invariant 15: after a merge both registers hold what either had") {
    Two two;
    Id mine;
    Id theirs;
    {
        Pen pen(two.a);
        mine = pen.add_note("Från Lindåsa");
    }
    {
        Pen pen(two.b);
        theirs = pen.add_note("Från grannen");
        pen.add_note("En till");
    }
    const auto report = two.merge();
    CHECK(report.to_a == 2);
    CHECK(report.to_b == 1);
    CHECK(report.reentered == 0);
    two.check_equal_and_sound();
    Pen pen(two.a);
    CHECK(pen.text_of(mine) == "Från Lindåsa");
    CHECK(pen.text_of(theirs) == "Från grannen");
}

TEST_CASE("invariant 15: merging again moves nothing") {
    Two two;
    { Pen(two.a).add_note("Ett"); }
    { Pen(two.b).add_note("Två"); }
    two.merge();
    const auto again = two.merge();
    CHECK(again.to_a + again.to_b + again.blobs == 0);
    two.check_equal_and_sound();
}

TEST_CASE("invariant 15: blobs travel along, and a damaged one is refused whole") {
    Two two;
    const std::string content = "# Halvdag\n";
    const auto name = base::to_hex(base::sha256(content));
    {
        Pen pen(two.a);
        pen.add_note("Med kurs");
        auto transaction = must(store::Transaction::begin(pen.db()));
        must(pen.journal().put_blob(name, content, "text/markdown"));
        must(pen.journal().commit(transaction));
    }
    { Pen(two.b).add_note("Utan kurs"); }
    CHECK(two.merge().blobs == 1);
    two.check_equal_and_sound();

    auto db = must(store::Db::open(two.a.file, store::Mode::read_write));
    must(db.execute("INSERT INTO blob VALUES('" + std::string(64, 'a') + "', 'text/plain', x'41')"));
    const auto before = journal_text(two.b.file);
    const auto refused = store::merge_files(two.a, two.b);
    REQUIRE(!refused);
    CHECK(refused.error().code == base::Code::corrupt);
    CHECK(journal_text(two.b.file) == before);
}

TEST_CASE("invariant 15: a foreign chain that is broken is refused, and nothing of it is taken") {
    Two two;
    { Pen(two.a).add_note("Ett"); }
    {
        Pen pen(two.b);
        for (int i = 0; i < 5; ++i) pen.add_note("Lapp");
        must(pen.db().execute("DROP TRIGGER change_stays; UPDATE change SET author = 'trainer' WHERE seq = 4"));
    }
    const auto before = journal_text(two.a.file);
    const auto refused = store::merge_files(two.a, two.b);
    REQUIRE(!refused);
    CHECK(refused.error().code == base::Code::corrupt);
    CHECK(refused.error().what.find("ändring 4") != std::string::npos);
    CHECK(journal_text(two.a.file) == before);
}

TEST_CASE("invariant 15: a value that was emptied by hand is refused") {
    Two two;
    { Pen(two.a).add_note("Ett"); }
    {
        Pen pen(two.b);
        pen.add_note("Tömd");
        must(
            pen.db().execute("DROP TRIGGER fact_stays; UPDATE fact SET value = NULL, salt = NULL WHERE "
                             "value = 'Tömd'"));
    }
    const auto refused = store::merge_files(two.a, two.b);
    REQUIRE(!refused);
    CHECK(refused.error().what.find("gallring") != std::string::npos);
}

TEST_CASE("invariant 14: two branches of a cloned node are both kept, the greater under a branch id") {
    Cloned two;
    Id mine;
    Id theirs;
    {
        Pen pen(two.a, two.node);
        mine = pen.add_note("Gren A");
        pen.set(mine, {{"note.text", std::string("Gren A, ändrad")}});
    }
    {
        Pen pen(two.b, two.node);
        theirs = pen.add_note("Gren B");
    }
    store::Db a = must(store::open_to_read(two.a.file));
    store::Db b = must(store::open_to_read(two.b.file));
    const auto link_a = must(store::JournalReader(a).read_chain({two.node, 2}));
    const auto link_b = must(store::JournalReader(b).read_chain({two.node, 2}));
    const auto branch = store::branch_id({two.node, 2}, std::max(link_a, link_b));
    const auto report = two.merge();
    CHECK(report.reentered == (link_a > link_b ? 2 : 1));
    two.check_equal_and_sound();

    store::JournalReader reader(a);
    CHECK(must(reader.read_head(branch)) == (link_a > link_b ? 2 : 1));
    CHECK(must(reader.read_head(two.node)) == (link_a > link_b ? 2 : 3));
    Pen pen(two.a);
    CHECK(pen.text_of(mine) == "Gren A, ändrad");
    CHECK(pen.text_of(theirs) == "Gren B");
}

TEST_CASE("invariant 14: a branch that is entered anew keeps its stamps, Change ids and digests") {
    Cloned two;
    std::map<std::string, model::Change> written;
    for (const auto* options : {&two.a, &two.b}) {
        Pen pen(*options, two.node);
        const auto note = base::new_id(two.now_ms);
        const auto change = pen.set(note, {{"note.text", std::string("Gren")}});
        written[change.id.text()] = change;
    }
    two.merge();
    int seen = 0;
    must(store::read_log(two.a.file, [&](const model::Change& change) {
        const auto at = written.find(change.id.text());
        if (at == written.end()) return true;
        ++seen;
        CHECK(change.facts.front().stamp == at->second.facts.front().stamp);
        CHECK(change.facts.front().stamp.node == two.node);
        CHECK(change.facts.front().digest == at->second.facts.front().digest);
        return true;
    }));
    CHECK(seen == 2);
}

TEST_CASE("invariant 14: an undo inside a branch still names the Change that it undoes") {
    Cloned two;
    for (const auto* options : {&two.a, &two.b}) {
        Pen pen(*options, two.node);
        const auto note = base::new_id(two.now_ms);
        const auto change = pen.set(note, {{"note.text", std::string("Ångras")}});
        model::Cells cells;
        cells.put(note, must(pen.journal().reader().read_entity(note)));
        auto undo = model::plan_undo(
            change, cells,
            [](const Id&, std::string_view, const model::Stamp&) { return std::optional<model::Fact>{}; }, pen.clock(),
            "seat");
        pen.write(std::move(undo.change));
    }
    two.merge();
    two.check_equal_and_sound();
    auto db = must(store::open_to_read(two.a.file));
    store::JournalReader reader(db);
    must(store::read_log(two.a.file, [&](const model::Change& change) {
        if (!change.reverses) return true;
        const auto undone = must(reader.read_change(*change.reverses));
        REQUIRE(undone.has_value());
        CHECK(undone->facts.front().entity == change.facts.front().entity);
        return true;
    }));
}

TEST_CASE("invariant 14: after a merge of clones the file that lost its branch writes under a new node") {
    Cloned two;
    two.b.state_folder = two.a.state_folder;
    { Pen(two.a, two.node).add_note("Gren A"); }
    { Pen(two.b, two.node).add_note("Gren B"); }
    two.merge();
    Id node_a;
    Id node_b;
    {
        Pen pen(two.a);
        node_a = pen.node();
        pen.add_note("A skriver vidare");
    }
    {
        Pen pen(two.b);
        node_b = pen.node();
        pen.add_note("B skriver vidare");
    }
    CHECK(node_a != node_b);
    CHECK(two.merge().reentered == 0);
    two.check_equal_and_sound();
}

TEST_CASE("invariant 14: three clones become equal, whichever pair meets first") {
    for (const bool ab_first : {true, false}) {
        Cloned two;
        auto c = two.there.options("c.iderum");
        clone(two.a.file, c.file);
        { Pen(two.a, two.node).add_note("Gren A"); }
        { Pen(two.b, two.node).add_note("Gren B"); }
        { Pen(c, two.node).add_note("Gren C"); }
        if (ab_first) {
            must(store::merge_files(two.a, two.b));
            must(store::merge_files(two.b, c));
        } else {
            must(store::merge_files(two.b, c));
            must(store::merge_files(two.a, c));
        }
        must(store::merge_files(two.a, two.b));
        must(store::merge_files(two.b, c));
        must(store::merge_files(c, two.a));
        two.check_equal_and_sound();
        CHECK(journal_text(two.a.file) == journal_text(c.file));
        CHECK(must(store::verify(two.a.file)).changes == 4);
    }
}

TEST_CASE("invariant 6: a Change from a clock far ahead travels, and waits in quarantine at the receiver") {
    Two two;
    Id note;
    {
        two.now_ms += 3'600'000;
        Pen pen(two.b);
        note = pen.add_note("Från en klocka som går fel");
    }
    two.now_ms -= 3'600'000;
    { Pen(two.a).add_note("Rätt tid"); }
    two.merge();
    CHECK(journal_text(two.a.file) == journal_text(two.b.file));
    CHECK(faults_of(two.a.file) == "");
    CHECK(must(store::verify(two.a.file)).quarantined == 3);
    { CHECK(Pen(two.a).text_of(note) == ""); }
    two.now_ms += 2 * 3'600'000;
    CHECK(Pen(two.a).text_of(note) == "Från en klocka som går fel");
}

TEST_CASE("a register that a host has open is not merged, and a file is not merged with itself") {
    Two two;
    { Pen(two.b).add_note("Ett"); }
    Pen host(two.a);
    const auto busy = store::merge_files(two.a, two.b);
    REQUIRE(!busy);
    CHECK(busy.error().code == base::Code::busy);
    const auto same = store::merge_files(two.b, two.b);
    REQUIRE(!same);
    CHECK(same.error().code == base::Code::bad_input);
}

TEST_CASE("a merge that is stopped halfway leaves both files as they were") {
    Two two;
    { Pen(two.a).add_note("Ett"); }
    {
        Pen pen(two.b);
        for (int i = 0; i < 250; ++i) pen.add_note("Lapp");
    }
    const auto before = journal_text(two.a.file);
    const auto stopped = store::merge_files(two.a, two.b, [](std::int64_t done, std::int64_t) { return done < 200; });
    REQUIRE(!stopped);
    CHECK(stopped.error().code == base::Code::closed);
    CHECK(journal_text(two.a.file) == before);
}
