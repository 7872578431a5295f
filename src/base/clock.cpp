#include "base/clock.hpp"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace base {
namespace {

std::tm local(std::int64_t at_ms) {
    const auto seconds = static_cast<std::time_t>(at_ms / 1000);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return parts;
}

std::string formatted(const std::tm& parts, const char* format) {
    char text[40];
    return {text, std::strftime(text, sizeof text, format, &parts)};
}

}  // namespace

std::int64_t system_now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

WallClock system_clock() {
    return system_now_ms;
}

std::string to_iso_utc(std::int64_t at_ms) {
    auto seconds = static_cast<std::time_t>(at_ms / 1000);
    auto rest = static_cast<int>(at_ms % 1000);
    if (rest < 0) {
        rest += 1000;
        --seconds;
    }
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char milliseconds[16];
    std::snprintf(milliseconds, sizeof milliseconds, ".%03dZ", rest);
    return formatted(parts, "%Y-%m-%dT%H:%M:%S") + milliseconds;
}

std::int64_t from_iso_utc(std::string_view text) {
    const std::string copy(text);
    std::tm parts{};
    int used = 0;
    int milliseconds = 0;
    const int found = std::sscanf(copy.c_str(), "%4d-%2d-%2d%nT%2d:%2d:%2d.%3d", &parts.tm_year, &parts.tm_mon,
                                  &parts.tm_mday, &used, &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &milliseconds);
    if (found < 3 || found == 4 || parts.tm_mon < 1 || parts.tm_mon > 12 || parts.tm_mday < 1 || parts.tm_mday > 31) {
        return -1;
    }
    if (found == 3 && copy.size() != static_cast<std::size_t>(used)) return -1;
    if (parts.tm_hour < 0 || parts.tm_hour > 23 || parts.tm_min < 0 || parts.tm_min > 59) return -1;
    const int day = parts.tm_mday;
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    const auto seconds = timegm(&parts);
    if (parts.tm_mday != day) return -1;  // 31 April became 1 May
    return static_cast<std::int64_t>(seconds) * 1000 + milliseconds;
}

std::string to_local_time(std::int64_t at_ms) {
    return formatted(local(at_ms), "%H.%M");
}
std::string to_local_date(std::int64_t at_ms) {
    return formatted(local(at_ms), "%Y-%m-%d");
}
int local_year(std::int64_t at_ms) {
    return local(at_ms).tm_year + 1900;
}

}  // namespace base
