#include "register/date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ideas {
namespace {

constexpr int noon = 12;
constexpr int first_year = 1970;
constexpr int last_year = 2200;
constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "maj", "jun",
                                                     "jul", "aug", "sep", "okt", "nov", "dec"};

/// A run of digits, a run of letters, or one mark.
struct Token {
    std::string text;
    bool is_number = false;
    int number = 0;
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        const bool number = base::is_digit(text[at]);
        const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
        if (number) {
            while (end < text.size() && base::is_digit(text[end])) ++end;
        } else if (is_letter(text[at])) {
            while (end < text.size() && is_letter(text[end])) ++end;
        }
        Token token{std::string(text.substr(at, end - at)), number, 0};
        if (number) token.number = token.text.size() <= 9 ? std::atoi(token.text.c_str()) : -1;
        tokens.push_back(std::move(token));
        at = end;
    }
    return tokens;
}

struct Day {
    int year = 0;
    int month = 0;
    int day = 0;
    bool operator==(const Day&) const = default;
};

int full_year(const Token& token) {
    if (token.text.size() == 4) return token.number;
    if (token.text.size() == 2) return token.number >= 70 ? 1900 + token.number : 2000 + token.number;
    return -1;
}

bool is_mark(const Token& token, std::string_view marks) {
    return !token.is_number && token.text.size() == 1 && marks.find(token.text[0]) != std::string_view::npos;
}

bool is_word(const std::vector<Token>& tokens, std::size_t at, std::initializer_list<std::string_view> words) {
    return at < tokens.size() && std::find(words.begin(), words.end(), base::lower(tokens[at].text)) != words.end();
}

/// Hours and minutes from `at`: " [kl. ]07:45[:30][.000][Z]", "T07.45". False when something else stands there.
bool read_time(const std::vector<Token>& tokens, std::size_t at, int& hour, int& minute, bool& utc) {
    if (at == tokens.size()) return true;
    if (!is_mark(tokens[at], " ,") && tokens[at].text != "T") return false;
    ++at;
    while (at < tokens.size() && is_mark(tokens[at], " ")) ++at;
    if (is_word(tokens, at, {"kl", "klockan"})) {
        ++at;
        while (at < tokens.size() && is_mark(tokens[at], " .")) ++at;
    }
    if (at + 2 >= tokens.size() || !tokens[at].is_number || !is_mark(tokens[at + 1], ":.") ||
        !tokens[at + 2].is_number) {
        return false;
    }
    hour = tokens[at].number;
    minute = tokens[at + 2].number;
    at += 3;
    while (at + 1 < tokens.size() && is_mark(tokens[at], ":.") && tokens[at + 1].is_number) at += 2;
    if (at < tokens.size() && tokens[at].text == "Z") {
        utc = true;
        ++at;
    }
    return at == tokens.size();
}

ReadDate fault(DateFault why) {
    return {0, why};
}

std::int64_t from_utc(const Day& day, int hour, int minute) {
    std::tm parts{};
    parts.tm_year = day.year - 1900;
    parts.tm_mon = day.month - 1;
    parts.tm_mday = day.day;
    parts.tm_hour = hour;
    parts.tm_min = minute;
    return static_cast<std::int64_t>(timegm(&parts)) * 1000;
}

bool is_in_calendar(const Day& day) {
    if (day.year < 0 || day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return false;
    return std::chrono::year_month_day{std::chrono::year(day.year),
                                       std::chrono::month(static_cast<unsigned>(day.month)),
                                       std::chrono::day(static_cast<unsigned>(day.day))}
        .ok();
}

ReadDate at_time(const Day& day, const std::vector<Token>& tokens, std::size_t after) {
    int hour = noon;
    int minute = 0;
    bool utc = false;
    if (!is_in_calendar(day) || !read_time(tokens, after, hour, minute, utc)) return fault(DateFault::unreadable);
    if (day.year < first_year || day.year > last_year) return fault(DateFault::year_out);
    const auto at_ms = from_local(day.year, day.month, day.day, hour, minute);
    if (at_ms < 0) return fault(DateFault::unreadable);
    return {utc ? from_utc(day, hour, minute) : at_ms, {}};
}

/// Excel's serial days: whole days since 1899-12-30, the fraction is the time of day.
ReadDate from_serial(const std::vector<Token>& tokens) {
    std::string text = tokens[0].text;
    if (tokens.size() == 3) text += "." + tokens[2].text;
    const double serial = std::strtod(text.c_str(), nullptr);
    if (serial < 20000 || serial >= 80000) return fault(DateFault::unreadable);
    constexpr std::int64_t days_to_1970 = 25569;
    const auto whole = static_cast<std::int64_t>(serial);
    constexpr long last_minute = 24 * 60 - 1;
    const auto minutes = std::min(
        last_minute, std::lround((serial - static_cast<double>(whole)) * static_cast<double>(last_minute + 1)));
    const auto minute_of_day = static_cast<int>(tokens.size() == 3 ? minutes : noon * 60);
    const auto seconds = static_cast<std::time_t>((whole - days_to_1970) * 86400);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    const auto at_ms =
        from_local(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, minute_of_day / 60, minute_of_day % 60);
    if (at_ms < 0) return fault(DateFault::unreadable);
    return {at_ms, {}};
}

int month_of(const std::string& word) {
    const auto lower = base::lower(word);
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (lower.starts_with(months[i])) return static_cast<int>(i) + 1;
    }
    return 0;
}

/// 01/03/2024 and its like.
ReadDate from_ordered(const std::vector<Token>& tokens, DateOrder order) {
    const int one = tokens[0].number;
    const int two = tokens[2].number;
    const int year = full_year(tokens[4]);
    std::vector<Day> readings;
    if (order != DateOrder::month_day) readings.push_back({year, two, one});
    if (order != DateOrder::day_month) readings.push_back({year, one, two});
    const bool may_begin_with_year = tokens[0].text.size() == 2 && tokens[4].text.size() == 2;
    const bool marks_differ = tokens[1].text != tokens[3].text;  // 1/3-24
    if (order == DateOrder::unknown && may_begin_with_year && !marks_differ) {
        readings.push_back({full_year(tokens[0]), two, tokens[4].number});
    }
    std::erase_if(readings, [](const Day& day) { return !is_in_calendar(day); });
    if (readings.empty()) return fault(DateFault::unreadable);
    const bool one_day =
        std::all_of(readings.begin(), readings.end(), [&readings](const Day& day) { return day == readings.front(); });
    return one_day ? at_time(readings.front(), tokens, 5) : fault(DateFault::needs_order);
}

/// "fredagen den " before the first digit is passed over; false when other words stand there.
bool skip_day_words(std::string_view& text) {
    static constexpr std::string_view days[] = {"mån", "tis", "ons", "tors", "tor", "fre", "lör", "sön"};
    const auto digit = std::find_if(text.begin(), text.end(), base::is_digit);
    auto words = base::lower(text.substr(0, static_cast<std::size_t>(digit - text.begin())));
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == ',' || c == '.'; }, ' ');
    for (std::string_view left = base::trimmed(words); !left.empty();) {
        const auto end = std::min(left.find(' '), left.size());
        auto word = left.substr(0, end);
        for (const std::string_view suffix : {"dagen", "dag"}) {
            if (word.ends_with(suffix)) word.remove_suffix(suffix.size());
        }
        if (word != "den" && std::find(std::begin(days), std::end(days), word) == std::end(days)) return false;
        left = base::trimmed(left.substr(end));
    }
    text.remove_prefix(static_cast<std::size_t>(digit - text.begin()));
    return true;
}

}  // namespace

std::int64_t from_local(int year, int month, int day, int hour, int minute) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) return -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return -1;
    std::tm parts{};
    parts.tm_year = year - 1900;
    parts.tm_mon = month - 1;
    parts.tm_mday = day;
    parts.tm_hour = hour;
    parts.tm_min = minute;
    parts.tm_isdst = -1;
    const auto seconds = std::mktime(&parts);
    if (seconds < 0 || parts.tm_mday != day || parts.tm_mon != month - 1) return -1;
    return static_cast<std::int64_t>(seconds) * 1000;
}

ReadDate parse_date(std::string_view text, DateOrder order) {
    text = base::trimmed(text);
    if (!skip_day_words(text)) return fault(DateFault::unreadable);
    const auto tokens = tokens_of(text);
    if (tokens.empty() || !tokens[0].is_number) return fault(DateFault::unreadable);
    const auto& first = tokens[0];
    const bool numbers = tokens.size() >= 5 && tokens[2].is_number && tokens[4].is_number;
    const bool dashed = numbers && is_mark(tokens[1], "-/.") &&
                        (tokens[1].text == tokens[3].text || (tokens[1].text == "/" && tokens[3].text == "-"));
    if (dashed && first.text.size() == 4) return at_time({first.number, tokens[2].number, tokens[4].number}, tokens, 5);
    if (dashed) return from_ordered(tokens, order);
    if (tokens.size() >= 5 && !tokens[2].is_number && tokens[4].is_number && month_of(tokens[2].text) > 0) {
        return at_time({full_year(tokens[4]), month_of(tokens[2].text), first.number}, tokens, 5);
    }
    if (first.text.size() == 8)
        return at_time({first.number / 10000, first.number / 100 % 100, first.number % 100}, tokens, 1);
    if (first.text.size() == 6) {
        const int year = first.number / 10000;
        return at_time({year >= 70 ? 1900 + year : 2000 + year, first.number / 100 % 100, first.number % 100}, tokens,
                       1);
    }
    const bool fraction = tokens.size() == 3 && is_mark(tokens[1], ",.") && tokens[2].is_number;
    if (first.text.size() == 5 && (tokens.size() == 1 || fraction)) return from_serial(tokens);
    return fault(DateFault::unreadable);
}

}  // namespace ideas
