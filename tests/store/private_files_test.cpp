// Who else on the machine can read a register: nobody, until its owner says so.
#include "desk.hpp"
#include "store/care.hpp"
#include "store/urn.hpp"

namespace {

int mode_of(const base::Path& path) {
    std::error_code failed;
    const auto mode = std::filesystem::status(path, failed).permissions();
    return failed ? -1 : static_cast<int>(mode & std::filesystem::perms::mask);
}

}  // namespace

TEST_CASE("a new register, its WAL, urn, backup and copy are for their owner only, and so are new folders") {
    Desk desk;
    const auto folder = desk.own / "ny" / "mapp";
    desk.options.file = folder / "register.iderum";
    desk.open();
    const auto poll = base::new_id(desk.now_ms);
    desk.save(store::AddTokens{poll, {base::sha256("token")}});
    desk.save_note("Kassören svarar själv");
    desk.save(store::Backup{});
    const auto copy = desk.own / "kopia.iderum";
    must(store::copy(desk.options.file, copy));
    const auto urn = store::urn_file(desk.options.file, poll).string();
    const auto file = desk.options.file.string();
    for (const auto& path : {file, file + "-wal", file + "-shm", urn, urn + "-wal", urn + "-shm", copy.string()}) {
        CAPTURE(path);
        CHECK(mode_of(path) == 0600);
    }
    const auto backups = store::find_backups(desk.options.file);
    REQUIRE(backups.size() == 1);
    CHECK(mode_of(backups.front()) == 0600);
    for (const auto& made : {desk.own / "ny", folder, folder / "backups", desk.options.state_folder}) {
        CAPTURE(made.string());
        CHECK(mode_of(made) == 0700);
    }
}

TEST_CASE("a register that its owner has shared stays shared, also when a backup is put in its place") {
    Desk desk;
    desk.open();
    desk.save(store::Backup{});
    desk.close();
    std::filesystem::permissions(desk.options.file, std::filesystem::perms(0640));
    desk.open();
    desk.save_note("Kassören svarar själv");
    CHECK(mode_of(desk.options.file) == 0640);
    CHECK(mode_of(desk.options.file.string() + "-wal") == 0640);
    desk.close();
    must(store::restore(store::find_backups(desk.options.file).front(), desk.options));
    CHECK(mode_of(desk.options.file) == 0640);
}
