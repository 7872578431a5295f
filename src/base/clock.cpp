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
    // The shape first: every digit in its place, nothing more and nothing less.
    constexpr std::string_view shape = "0000-00-00T00:00:00.000";
    constexpr std::size_t date = 10;
    constexpr std::size_t minute = 16;
    constexpr std::size_t second = 19;
    std::string_view digits = text;
    if (text.size() > date) {
        if (text.back() != 'Z') return -1;
        digits.remove_suffix(1);
    }
    const auto size = digits.size();
    if (size != date && size != minute && size != second && size != shape.size()) return -1;
    for (std::size_t i = 0; i < size; ++i) {
        const bool digit = digits[i] >= '0' && digits[i] <= '9';
        if (shape[i] == '0' ? !digit : digits[i] != shape[i]) return -1;
    }
    const auto number = [digits](std::size_t at, std::size_t count) {
        int sum = 0;
        for (std::size_t i = at; i < at + count && i < digits.size(); ++i) sum = sum * 10 + (digits[i] - '0');
        return sum;
    };
    std::tm parts{};
    parts.tm_year = number(0, 4) - 1900;
    parts.tm_mon = number(5, 2) - 1;
    parts.tm_mday = number(8, 2);
    parts.tm_hour = number(11, 2);
    parts.tm_min = number(14, 2);
    parts.tm_sec = number(17, 2);
    const std::tm wished = parts;
    const auto seconds = timegm(&parts);
    // 31 April has become 1 May, 24:00 the next day.
    const bool kept = parts.tm_mon == wished.tm_mon && parts.tm_mday == wished.tm_mday &&
                      parts.tm_hour == wished.tm_hour && parts.tm_min == wished.tm_min && parts.tm_sec == wished.tm_sec;
    if (!kept || seconds < 0) return -1;
    return static_cast<std::int64_t>(seconds) * 1000 + number(20, 3);
}

std::string to_local_time(std::int64_t at_ms) {
    return formatted(local(at_ms), "%H.%M");
}
std::string to_local_date(std::int64_t at_ms) {
    return formatted(local(at_ms), "%Y-%m-%d");
}
std::int64_t local_time_of_day(std::int64_t at_ms, std::string_view hours_minutes) {
    if (hours_minutes.size() != 5 || hours_minutes[2] != '.') return 0;
    std::string written(hours_minutes);
    written[2] = ':';
    const auto since_midnight = from_iso_utc("1970-01-01T" + written + "Z");
    if (since_midnight < 0) return 0;
    auto day = local(at_ms);
    day.tm_hour = static_cast<int>(since_midnight / minute_ms / 60);
    day.tm_min = static_cast<int>(since_midnight / minute_ms % 60);
    day.tm_sec = 0;
    day.tm_isdst = -1;
    return static_cast<std::int64_t>(std::mktime(&day)) * 1000;
}
int local_year(std::int64_t at_ms) {
    return local(at_ms).tm_year + 1900;
}

}  // namespace base
