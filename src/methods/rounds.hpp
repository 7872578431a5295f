#pragma once
#include <cstdint>

#include "methods/timer.hpp"

namespace methods {

/// The rhythm of a method that goes by the clock: rounds of one length, then time to show what came out. Where it has
/// got to follows from a Timer and from what time it is, so that a host that starts again goes on right. Pure.
struct Rhythm {
    int rounds = 1;
    std::int64_t round_ms = 60000;
    std::int64_t after_ms = 0;
    bool operator==(const Rhythm&) const = default;
};

struct RoundNow {
    int round = 1;               // from 1; the last one after all of them
    bool showing = false;        // what came out is shown
    bool over = false;           // and that is over too
    std::int64_t left_ms = 0;    // of the round, or of showing; 0 when all is over
    std::int64_t length_ms = 0;  // of the same
    /// Another part of it has come, whatever is left.
    bool is_same_part(const RoundNow& other) const;
};

/// A run that begins now.
Timer begun(const Rhythm& rhythm, std::int64_t now);
RoundNow round_now(const Rhythm& rhythm, const Timer& timer, std::int64_t now);
/// The same run at the beginning of the part that goes on (a round, or showing), or of the one behind it; what is
/// paused stays so.
Timer again(const Rhythm& rhythm, const Timer& timer, std::int64_t now);
Timer skipped(const Rhythm& rhythm, const Timer& timer, std::int64_t now);

}  // namespace methods
