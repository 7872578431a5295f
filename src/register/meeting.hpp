#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ideas {

/// When a meeting is, as far as its words say so.
struct MeetingTime {
    std::int64_t at_ms = 0;
    bool has_time = false;  // else at_ms is noon
};

/// Reads "Möte torsdag 4 december 14.00", "3 dec kl 9", "2026-12-03 14:00", "Thursday 4 Dec 14:00": the first day of
/// the calendar that stands there, and the first time of day after it. A day without a year is the one nearest to now.
/// Nothing when no day stands there. The machine's zone. Pure, any thread.
std::optional<MeetingTime> find_meeting(std::string_view text, std::int64_t now_ms);
/// What the words say beside that day and time: "Petra och Leila" of "fredag 27 nov 15.00, Petra och Leila". All of
/// them when no day stands there. Pure, any thread.
std::string without_when(std::string_view text);

}  // namespace ideas
