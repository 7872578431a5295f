#pragma once
#include <string>

#include "ui/frame.hpp"
#include "views/wall.hpp"

namespace ui {

/// The wall is left alone: the room's picture stays, and nothing can be pressed without the PIN. Whoever locks it the
/// first time chooses one.
struct Lock {
    enum class Stage { open, choosing, repeating, locked, asking };
    Stage stage = Stage::open;
    /// base::hash_pin of the PIN; empty: none yet. The window keeps it, and whether it is locked.
    std::string pin_hash;
    std::string typed, first;
    std::string message;  // of the last try
    int wrong = 0;
    double wait_until_s = 0;  // after three wrong ones

    /// True while the room's picture is all that may be drawn.
    bool hides_controls() const { return stage == Stage::locked || stage == Stage::asking; }
};
/// Locks at once when there is a PIN; else asks for one.
void begin_lock(Lock& mine);
/// The keypad, and "Låst" low on the screen. Ids: "lock/open", "lock/key/5", "lock/erase", "lock/cancel".
void draw_lock(Lock& mine, Frame& frame);

}  // namespace ui
