#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace methods {

/// A block's clock as a plain value: everything follows from it and from what time it is, so that a host that starts
/// again goes on right. Times are ms since 1970 UTC by the host's clock, spans are ms.
///
/// JSON form (`block.clock`), integers only, keys in this order:
///   {"extra_ms":60000,"paused_at":0,"paused_total_ms":0,"planned_ms":900000,"started_at":1767225600000}
/// `started_at` 0 = not started, `paused_at` 0 = not paused. On reading, any order and white space is right, missing
/// keys are 0, and unknown keys with integers are passed over.
struct Timer {
    std::int64_t planned_ms = 0;
    std::int64_t extra_ms = 0;  // what ±1 and +5 minutes have added up to
    std::int64_t started_at = 0;
    std::int64_t paused_at = 0;
    std::int64_t paused_total_ms = 0;  // earlier pauses, without the present one

    bool operator==(const Timer&) const = default;
    bool started() const { return started_at != 0; }
    bool paused() const { return paused_at != 0; }
    bool running() const { return started() && !paused(); }
    std::int64_t total_ms() const { return planned_ms + extra_ms; }
};

/// The four moves. Each gives the timer back unchanged when it has no meaning (pausing what is paused, resuming what
/// runs); `started` on a started timer changes nothing.
Timer started(Timer timer, std::int64_t now);
Timer paused(Timer timer, std::int64_t now);
Timer resumed(Timer timer, std::int64_t now);
/// Longer or shorter, also while paused or before the start; the whole never gets below zero.
Timer lengthened(Timer timer, std::int64_t by_ms);

/// Time that has run, pauses left out. Never below 0, also when the wall clock has stepped back.
std::int64_t elapsed_ms(const Timer& timer, std::int64_t now);
/// Below zero when over time. The whole span before the start.
std::int64_t remaining_ms(const Timer& timer, std::int64_t now);

/// What the room is told once, as time runs out (domain 1.3).
enum class Signal { half, two_minutes, thirty_seconds, over };
std::string_view signal_name(Signal signal);

/// The signals that fall in (from, to], in order. None in a span shorter than the signal's own (no "two minutes left"
/// in a block of 90 s), none while paused: elapsed time does not move then.
std::vector<Signal> signals_between(const Timer& timer, std::int64_t from, std::int64_t to);

std::string to_json(const Timer& timer);
/// Code::bad_input when it is not an object of integers or a span is below zero (extra_ms may be).
base::Result<Timer> parse_timer(std::string_view json);

}  // namespace methods
