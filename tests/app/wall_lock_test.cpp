#include "app/wall_lock.hpp"

#include <doctest/doctest.h>

#include "app/environment.hpp"
#include "base/pin.hpp"
#include "folder.hpp"

TEST_CASE("that the wall is locked is kept with its PIN, for its owner only, and gone with the file") {
    const Folder folder;
    const Variable state("XDG_STATE_HOME", folder.path.string());
    CHECK(app::read_wall_lock() == app::WallLock{});
    app::write_wall_lock({base::hash_pin("4711"), true});
    const auto kept = app::read_wall_lock();
    CHECK(kept.locked);
    CHECK(base::is_pin("4711", kept.pin_hash));
    const auto file = folder / "iderum/lock.json";
    using std::filesystem::perms;
    CHECK((std::filesystem::status(file).permissions() & (perms::group_all | perms::others_all)) == perms::none);
    std::filesystem::remove(file);
    CHECK(app::read_wall_lock() == app::WallLock{});
}

TEST_CASE("a lock without a PIN locks nobody out") {
    const Folder folder;
    const Variable state("XDG_STATE_HOME", folder.path.string());
    app::write_wall_lock({"", true});
    CHECK_FALSE(app::read_wall_lock().locked);
}
