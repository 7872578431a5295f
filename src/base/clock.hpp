#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace base {

/// Milliseconds since 1970-01-01 00:00 UTC. A test passes its own; rooms never ask the system themselves.
using WallClock = std::function<std::int64_t()>;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

std::int64_t system_now_ms();
WallClock system_clock();

/// "2026-05-01T09:00:00.000Z".
std::string to_iso_utc(std::int64_t at_ms);
/// Inverse of to_iso_utc for "YYYY-MM-DD" and "YYYY-MM-DDTHH:MM[:SS[.mmm]]Z", from 1970 on;
/// −1 when it is neither.
std::int64_t from_iso_utc(std::string_view text);
/// "09.05" and "2026-05-01" in the machine's time zone (municipal machines: Europe/Stockholm).
std::string to_local_time(std::int64_t at_ms);
std::string to_local_date(std::int64_t at_ms);
/// "08.30" on the day of `at_ms` in the machine's time zone; 0 when it is no such time.
std::int64_t local_time_of_day(std::int64_t at_ms, std::string_view hours_minutes);
/// Calendar year in the machine's time zone.
int local_year(std::int64_t at_ms);

}  // namespace base
