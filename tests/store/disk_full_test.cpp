#include <sys/mount.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "desk.hpp"

namespace {

/// A file system in memory of a few megabytes, if the machine lets us mount one.
struct SmallDisk {
    Folder folder;
    bool mounted = ::mount("tmpfs", folder.path.c_str(), "tmpfs", 0, "size=6m") == 0;
    SmallDisk() {
        if (!mounted) MESSAGE("no small disk here (" << std::strerror(errno) << "): the test is passed over");
    }
    ~SmallDisk() {
        if (mounted) ::umount2(folder.path.c_str(), MNT_DETACH);
    }
    /// Takes all room that is left but `spare` bytes.
    void fill(std::int64_t spare) const {
        std::ofstream ballast(folder / "ballast", std::ios::binary);
        const std::string block(4096, 'x');
        while (base::free_bytes(folder.path) > spare && ballast.write(block.data(), 4096).flush()) continue;
    }
    void free() const { std::filesystem::remove(folder / "ballast"); }
};

}  // namespace

TEST_CASE(
    "invariant 9: when the disk is full nothing is acknowledged, and everything is there once when space returns") {
    const SmallDisk disk;
    if (!disk.mounted) return;
    Desk desk(disk.folder.path);
    desk.options.retry_ms = 20;
    desk.open();
    std::vector<base::Id> notes;
    for (int i = 0; i < 50; ++i) notes.push_back(desk.save_note("innan"));
    disk.fill(64 * 1024);
    for (int i = 0; i < 3000; ++i) {
        notes.push_back(base::new_id(desk.now_ms));
        desk.submit(store::Append{desk.note(notes.back(), "trångt " + std::string(200, 'x')), {}});
    }
    REQUIRE(desk.listener.troubled(3));
    CHECK(desk.listener.troubles()[0].error.code == base::Code::disk_full);
    CHECK(desk.listener.upto() < desk.ticket);
    CHECK(desk.store->waiting() > 0);
    const auto acknowledged = desk.listener.upto();
    CHECK(must(desk.reader().read_heads()).at(desk.store->opened().node) >= acknowledged);
    disk.free();
    REQUIRE(desk.listener.saved(desk.ticket));
    CHECK(desk.listener.in_order());
    auto reader = desk.reader();
    CHECK(must(reader.read_heads()).at(desk.store->opened().node) == notes.size());
    CHECK(must(reader.read_rows("note")).size() == notes.size());
    CHECK(must(reader.count_facts()) == static_cast<std::int64_t>(notes.size()) * 4);
}

TEST_CASE("invariant 23: ballots wait when the disk is full and are counted once when space returns") {
    const SmallDisk disk;
    if (!disk.mounted) return;
    Desk desk(disk.folder.path);
    desk.options.retry_ms = 20;
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    std::vector<model::Digest> tokens;
    for (int i = 0; i < 3000; ++i) tokens.push_back(base::sha256("token " + std::to_string(i)));
    desk.save(store::AddTokens{poll, tokens});
    disk.fill(32 * 1024);
    for (const auto& token : tokens) desk.submit(store::Cast{poll, token, 1, std::string(300, '1'), "tablet"});
    REQUIRE(desk.listener.troubled(3));
    CHECK(desk.listener.upto() < desk.ticket);
    disk.free();
    REQUIRE(desk.listener.saved(desk.ticket));
    CHECK(must(store::read_urn(desk.options.file, poll))->ballots.size() == tokens.size());
}

TEST_CASE("little room on the disk is told once") {
    const SmallDisk disk;
    if (!disk.mounted) return;
    Desk desk(disk.folder.path);
    desk.open();
    desk.save_note("ett");
    desk.save_note("två");
    CHECK(desk.listener.low_space_told() == 1);
}
