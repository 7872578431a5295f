#include <set>

#include "property/trials.hpp"
#include "store/backup.hpp"
#include "store/care_fixture.hpp"

/// Registers on disk that are written, cloned, restored and erased in, and then meet (invariants 13–15, 18).
namespace {

using namespace care;

struct Site {
    CareFolder& folder;
    std::int64_t& now_ms;
    Machine machine;
    store::OpenOptions options;
    std::vector<Id> notes;
    Site(CareFolder& place, std::int64_t& now, const std::string& name)
        : folder(place), now_ms(now), machine{&place, name, &now}, options(machine.options(name + ".iderum")) {}
};

void write_some(Site& site, trials::Random& random, std::optional<Id> node = {}) {
    Pen pen(site.options, node);
    const auto count = 1 + trials::pick(random, 4);
    for (std::size_t i = 0; i < count; ++i) {
        site.now_ms += static_cast<std::int64_t>(random() % 90'000);
        if (site.notes.empty() || trials::chance(random, 50)) {
            site.notes.push_back(pen.add_note("Lapp nummer " + std::to_string(random() % 1000)));
        } else {
            const auto& note = site.notes[trials::pick(random, site.notes.size())];
            pen.set(note, {{"note.text", "Ändrad till " + std::to_string(random() % 1000)},
                           {"note.group", std::string(trials::chance(random, 50) ? "fore" : "efter")}});
        }
    }
}

void restore_some(Site& site) {
    base::Path backup;
    {
        auto db = must(store::open_to_read(site.options.file));
        backup = must(store::make_backup(db, site.options.now()));
    }
    must(store::restore(backup, site.options));
}

void erase_some(Site& site, trials::Random& random) {
    if (site.notes.empty()) return;
    store::ErasureWish wish;
    wish.cells = {{site.notes[trials::pick(random, site.notes.size())], "note.text"}};
    wish.rule = "DHP 4.2";
    wish.decision = "KS 2026/7";
    const auto done = store::erase(site.options, wish);
    if (!done) REQUIRE(done.error().code == base::Code::not_found);
}

/// `b` becomes a clone of `a` and both write on under one node id, as after a copied disk image.
void clone_some(Site& a, Site& b, trials::Random& random) {
    Id node;
    {
        Pen pen(a.options);
        node = pen.node();
    }
    if (std::filesystem::exists(b.options.file)) must(store::merge_files(a.options, b.options));
    std::filesystem::copy_file(a.options.file, b.options.file, std::filesystem::copy_options::overwrite_existing);
    b.notes = a.notes;
    write_some(a, random, node);
    write_some(b, random, node);
}

void live(Site& a, Site& b, trials::Random& random) {
    write_some(a, random);
    write_some(b, random);
    for (int step = 0; step < 6; ++step) {
        auto& one = trials::chance(random, 50) ? a : b;
        const auto deed = random() % 100;
        if (deed < 55) {
            write_some(one, random);
        } else if (deed < 65) {
            restore_some(one);
        } else if (deed < 75) {
            erase_some(one, random);
        } else if (deed < 90) {
            clone_some(a, b, random);
        } else {
            must(store::merge_files(a.options, b.options));
        }
    }
}

}  // namespace

TEST_CASE("invariant 15: merge of A and B is merge of B and A, and both are sound") {
    trials::run("merge_files", 25, 500, [](trials::Random& random) {
        CareFolder folder;
        std::int64_t now_ms = morning_ms;
        Site a(folder, now_ms, "a");
        Site b(folder, now_ms, "b");
        live(a, b, random);
        Site other_a(folder, now_ms, "a2");
        Site other_b(folder, now_ms, "b2");
        std::filesystem::copy_file(a.options.file, other_a.options.file);
        std::filesystem::copy_file(b.options.file, other_b.options.file);

        must(store::merge_files(a.options, b.options));
        must(store::merge_files(other_b.options, other_a.options));
        const auto text = journal_text(a.options.file);
        REQUIRE(text == journal_text(b.options.file));
        REQUIRE(text == journal_text(other_a.options.file));
        REQUIRE(text == journal_text(other_b.options.file));
        for (const auto* site : {&a, &b, &other_a, &other_b}) REQUIRE(faults_of(site->options.file) == "");
    });
}

TEST_CASE("invariant 15: a merge drops no Change and doubles none") {
    trials::run("merge_keeps", 25, 500, [](trials::Random& random) {
        CareFolder folder;
        std::int64_t now_ms = morning_ms;
        Site a(folder, now_ms, "a");
        Site b(folder, now_ms, "b");
        live(a, b, random);
        std::multiset<std::string> wanted;
        for (const auto* site : {&a, &b}) {
            must(store::read_log(site->options.file, [&wanted](const model::Change& change) {
                if (wanted.count(change.id.text()) == 0) wanted.insert(change.id.text());
                return true;
            }));
        }
        must(store::merge_files(a.options, b.options));
        std::multiset<std::string> got;
        must(store::read_log(a.options.file, [&got](const model::Change& change) {
            got.insert(change.id.text());
            return true;
        }));
        REQUIRE(got == wanted);
    });
}

TEST_CASE("invariant 8: ids made by a host are UUIDv7 and rise, also when its clock steps back") {
    trials::run("ids", 50, 500, [](trials::Random& random) {
        std::int64_t now_ms = morning_ms;
        Id last;
        for (int i = 0; i < 50; ++i) {
            now_ms += static_cast<std::int64_t>(random() % 2'000) - 700;
            const auto id = base::new_id(now_ms);
            REQUIRE((id.bytes[6] & 0xf0U) == 0x70U);
            REQUIRE((id.bytes[8] & 0xc0U) == 0x80U);
            if (i > 0) REQUIRE(last < id);
            last = id;
        }
    });
}
