#include <unistd.h>

#include "desk.hpp"
#include "store/lock.hpp"
#include "store/sqlite.hpp"

namespace {

void copy_in_place(const base::Path& from, const base::Path& to) {
    // The same inode gets other content, as "cp backup register" does.
    const auto content = must(base::read_file(from));
    FILE* out = std::fopen(to.c_str(), "r+b");
    REQUIRE(out != nullptr);
    CHECK(::ftruncate(fileno(out), 0) == 0);
    CHECK(std::fwrite(content.data(), 1, content.size(), out) == content.size());
    std::fclose(out);
}

}  // namespace

TEST_CASE("invariant 13: a file that stays in its place goes on under its node id") {
    Desk desk;
    desk.open();
    const auto node = desk.store->opened().node;
    CHECK(desk.store->opened().created);
    CHECK(!desk.store->opened().new_node);
    desk.save_note("ett");
    desk.open();
    CHECK(desk.store->opened().node == node);
    CHECK(desk.store->opened().head == 1);
    CHECK(!desk.store->opened().new_node);
}

TEST_CASE("invariant 13: a copied file mints a new node id and keeps the journal") {
    Desk desk;
    desk.open();
    const auto node = desk.store->opened().node;
    const auto id = desk.save_note("ett");
    desk.close();
    const auto copy = desk.own / "copy.iderum";
    std::filesystem::copy_file(desk.options.file, copy);
    desk.options.file = copy;
    desk.open();
    CHECK(desk.store->opened().node != node);
    CHECK(desk.store->opened().new_node);
    CHECK(desk.store->opened().head == 0);
    CHECK(model::text_of(must(desk.reader().read_entity(id)).at("note.text").value) == "ett");
}

TEST_CASE("invariant 13: a copy knows of its original while that is where it was, and a moved file has none") {
    Desk desk;
    desk.open();
    const auto node = desk.store->opened().node;
    desk.save_note("ett");
    desk.close();
    const auto original = desk.options.file;
    desk.options.file = desk.own / "copy.iderum";
    std::filesystem::copy_file(original, desk.options.file);
    desk.open();
    CHECK(desk.store->opened().nodes_elsewhere == std::vector<base::Id>{node});
    desk.close();
    std::filesystem::remove(original);
    desk.open();
    CHECK(desk.store->opened().nodes_elsewhere.empty());
}

TEST_CASE("invariant 13: an older copy put over the file mints a new node id") {
    Desk desk;
    desk.open();
    const auto node = desk.store->opened().node;
    desk.save_note("ett");
    desk.close();
    const auto old = desk.own / "old.iderum";
    std::filesystem::copy_file(desk.options.file, old);
    desk.open();
    desk.save_note("två");
    desk.close();
    copy_in_place(old, desk.options.file);
    desk.open();
    CHECK(desk.store->opened().node != node);
}

TEST_CASE("invariant 13: another installation mints a new node id") {
    Desk desk;
    desk.open();
    const auto node = desk.store->opened().node;
    desk.options.state_folder = desk.own / "another";
    desk.open();
    CHECK(desk.store->opened().node != node);
}

TEST_CASE("invariant 13: a stick that goes between two machines keeps one node id on each") {
    Desk desk;
    desk.open();
    const auto here = desk.store->opened().node;
    desk.save_note("här");
    desk.options.state_folder = desk.own / "there";
    desk.open();
    const auto there = desk.store->opened().node;
    desk.save_note("där");
    desk.options.state_folder = desk.own / "state";
    desk.open();
    CHECK(desk.store->opened().node == here);
    CHECK(desk.store->opened().head == 1);
    desk.options.state_folder = desk.own / "there";
    desk.open();
    CHECK(desk.store->opened().node == there);
}

TEST_CASE("invariant 13: a note that lags behind the file, as after a power cut, still fits") {
    Desk desk;
    desk.open();
    const auto node = desk.store->opened().node;
    desk.save_note("ett");
    const auto note = desk.options.state_folder / "bindings" / node.text();
    const auto lagging = must(base::read_file(note));
    desk.save_note("två");
    desk.close();
    must(base::write_file(note, lagging));
    desk.open();
    CHECK(desk.store->opened().node == node);
    CHECK(desk.store->opened().head == 2);
}

TEST_CASE("invariant 10: a second writer is told that the register is busy") {
    Desk desk;
    desk.open();
    const auto second = store::Store::open(desk.options, [](const store::StoreSays&) {});
    REQUIRE(!second);
    CHECK(second.error().code == base::Code::busy);
    desk.close();
    CHECK(store::FileLock::take(desk.options.file).has_value());
}

TEST_CASE("invariant 10: two hard links to one register are one lock, and the second try leaves the first its locks") {
    Desk desk;
    const auto link = desk.own / "other-name.iderum";
    auto through = desk.options;
    through.file = link;
    // Whether the register was there before the lock or was made under it.
    for (int round = 0; round < 2; ++round) {
        CAPTURE(round);
        desk.open();
        std::filesystem::remove(link);
        std::filesystem::create_hard_link(desk.options.file, link);
        const auto second = store::Store::open(through, [](const store::StoreSays&) {});
        REQUIRE(!second);
        CHECK(second.error().code == base::Code::busy);
        CHECK(!desk.save_note("går fortfarande").empty());
    }
    desk.close();
    const auto first = store::FileLock::take(link);
    CHECK(first.has_value());
    CHECK(!store::FileLock::take(desk.options.file).has_value());
}

TEST_CASE("invariant 10: a reader works beside the writer and sees only what is saved") {
    Desk desk;
    desk.open();
    auto reader = desk.reader();
    CHECK(must(reader.count_facts()) == 0);
    const auto id = desk.save_note("läst");
    CHECK(must(reader.count_facts()) == 4);
    CHECK(must(reader.read_rows("note")).at(0).entity == id);
}

TEST_CASE("a file that is not a register is refused with a clear code") {
    Desk desk;
    must(base::write_file(desk.options.file, std::string(5000, 'x')));
    CHECK(desk.try_open().error().code == base::Code::bad_input);
    CHECK(store::Reader::open(desk.options.file).error().code == base::Code::bad_input);
}

TEST_CASE("another program's SQLite file is refused and left as it was") {
    Desk desk;
    {
        auto other = must(store::Db::open(desk.options.file, store::Mode::create));
        must(other.execute("CREATE TABLE theirs(x)"));
    }
    const auto before = must(base::read_file(desk.options.file));
    CHECK(desk.try_open().error().code == base::Code::bad_input);
    CHECK(must(base::read_file(desk.options.file)) == before);
}

TEST_CASE("a register of a newer file format is refused") {
    Desk desk;
    desk.open();
    desk.close();
    {
        auto db = must(store::Db::open(desk.options.file, store::Mode::read_write));
        must(db.execute("PRAGMA user_version=99"));
    }
    CHECK(desk.try_open().error().code == base::Code::newer_version);
    CHECK(store::Reader::open(desk.options.file).error().code == base::Code::newer_version);
}

TEST_CASE("a register that is missing is not made when that is not asked for") {
    Desk desk;
    desk.options.create = false;
    CHECK(desk.try_open().error().code == base::Code::not_found);
    CHECK(!std::filesystem::exists(desk.options.file));
}
