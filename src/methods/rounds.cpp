#include "methods/rounds.hpp"

#include <algorithm>

namespace methods {
namespace {

std::int64_t writing_ms(const Rhythm& rhythm) {
    return rhythm.rounds * rhythm.round_ms;
}

std::int64_t begins_ms(const Rhythm& rhythm, const RoundNow& now) {
    if (now.over) return writing_ms(rhythm) + rhythm.after_ms;
    return now.showing ? writing_ms(rhythm) : (now.round - 1) * rhythm.round_ms;
}

/// As if it had run so long.
Timer put_at(Timer timer, std::int64_t elapsed, std::int64_t now) {
    timer.started_at = now - elapsed;
    timer.paused_at = timer.paused() ? now : 0;
    timer.paused_total_ms = 0;
    return timer;
}

}  // namespace

bool RoundNow::is_same_part(const RoundNow& other) const {
    return round == other.round && showing == other.showing && over == other.over;
}

Timer begun(const Rhythm& rhythm, std::int64_t now) {
    Timer timer;
    timer.planned_ms = writing_ms(rhythm) + rhythm.after_ms;
    return started(timer, now);
}

RoundNow round_now(const Rhythm& rhythm, const Timer& timer, std::int64_t now) {
    const auto elapsed = elapsed_ms(timer, now);
    RoundNow part;
    if (elapsed < writing_ms(rhythm)) {
        part.round = static_cast<int>(elapsed / rhythm.round_ms) + 1;
        part.length_ms = rhythm.round_ms;
        part.left_ms = rhythm.round_ms - elapsed % rhythm.round_ms;
        return part;
    }
    part.round = rhythm.rounds;
    part.length_ms = rhythm.after_ms;
    part.left_ms = std::max<std::int64_t>(0, writing_ms(rhythm) + rhythm.after_ms - elapsed);
    part.showing = part.left_ms > 0;
    part.over = !part.showing;
    return part;
}

Timer again(const Rhythm& rhythm, const Timer& timer, std::int64_t now) {
    return put_at(timer, begins_ms(rhythm, round_now(rhythm, timer, now)), now);
}

Timer skipped(const Rhythm& rhythm, const Timer& timer, std::int64_t now) {
    const auto part = round_now(rhythm, timer, now);
    return put_at(timer, begins_ms(rhythm, part) + (part.over ? 0 : part.length_ms), now);
}

}  // namespace methods
