#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "methods/timer.hpp"

namespace methods {

/// What is planned for one block and what has become of it. Times are ms since 1970 UTC, 0 = not yet.
struct BlockRun {
    std::string id;
    int minutes = 0;          // as the course says: the plan that drift is measured against
    int planned_minutes = 0;  // as it stands now (`block.planned_min`, after a cut); for a block that has not begun
    int least_minutes = 0;    // how far it may be shortened; 0 = not at all
    bool may_skip = false;
    std::int64_t started_at = 0;
    std::int64_t ended_at = 0;
    bool skipped = false;
    Timer clock;  // of a block that has begun; before that, extra_ms may already be set
};

/// The day as it is known at one moment.
struct AgendaInput {
    std::vector<BlockRun> blocks;        // in the course's order
    std::optional<std::size_t> current;  // where the room is; empty before the first block
    std::int64_t planned_start = 0;      // of the first block
    std::int64_t now = 0;
};

/// `next` is the first block to come; blocks that were passed by without starting are `skipped`.
enum class BlockState { done, now, next, later, skipped };
std::string_view block_state_name(BlockState state);

/// One line of the agenda.
struct AgendaLine {
    std::string id;
    BlockState state = BlockState::later;
    std::int64_t planned_start = 0;  // by the course
    std::int64_t planned_end = 0;
    std::int64_t starts_at = 0;  // what happened, or what is expected now; both equal for a skipped block
    std::int64_t ends_at = 0;
    int minutes = 0;    // as it stands now: course, cut, ±minutes (rounded up)
    bool late = false;  // it runs over its time, or is expected to end 2 minutes or more after its planned end
};

/// A proposal to come back in time, never done by itself.
struct Cut {
    std::string block;
    bool skip = false;
    int minutes = 0;      // its new length; 0 when skipped
    int saves = 0;        // minutes won
    bool enough = false;  // the day then ends as planned (to the minute)
};

/// The day, planned again from what has happened.
struct Agenda {
    std::vector<AgendaLine> lines;
    std::int64_t planned_end = 0;  // by the course
    std::int64_t ends_at = 0;      // expected now
    std::int64_t drift_ms = 0;     // ends_at − planned_end; above zero = late
    int drift_min = 0;             // whole minutes towards zero: what people are told
    bool paused = false;           // the current block's clock stands still
    std::int64_t elapsed_ms = 0;   // of the current block
    std::int64_t remaining_ms = 0;
    bool over_time = false;
    std::optional<Cut> cut;  // when the drift is least_drift_min or more and a later block can give time
};

inline constexpr int least_drift_min = 2;

/// When the day should begin. `written`: the course's start on the same day, 0 when it names none. A room that begins
/// within an hour of it is early or late; one that begins at quite another time has another plan, and begins on time.
std::int64_t planned_start(std::int64_t written, std::int64_t now);

/// Plans the rest of the day. The current block is expected to take what its clock has left, or to end now when it is
/// over time; the next begins when it ends; what is already done or skipped takes no more time. When the room has gone
/// back, what lies ahead is run again: with what its clock has left, or its planned minutes when that is used up.
/// Before the start the first block begins at planned_start, or now when that has passed.
/// The cut: of the blocks to come, the one that can give the whole drift and keeps most of its length; else the
/// shortest block that may be skipped and is long enough; else the one that gives most. Ties go to the earlier block.
/// Pure, any thread. A `current` beyond the end counts as empty.
Agenda plan_agenda(const AgendaInput& input);

/// What is written when a block is given this many minutes before it has begun (a cut taken, or ±minutes):
/// never below 1, never above 24 hours.
int fitting_minutes(int minutes);

}  // namespace methods
