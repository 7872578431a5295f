#pragma once
#include <string>

namespace app {

/// What is kept of the wall's lock, so that a wall that stopped while it was locked starts locked:
/// <state folder>/lock.json, for its owner only. Without the file there is no PIN, and the wall is open.
struct WallLock {
    std::string pin_hash;  // base::hash_pin; empty: no PIN yet
    bool locked = false;
    bool operator==(const WallLock&) const = default;
};

/// Nothing for what is not there or cannot be read.
WallLock read_wall_lock();
/// A fault is passed over: the wall goes on with what it has.
void write_wall_lock(const WallLock& lock);

}  // namespace app
