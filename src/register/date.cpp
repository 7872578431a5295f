#include "register/date.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ideas {
namespace {

constexpr int noon = 12;
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
};

int full_year(const Token& token) {
    if (token.text.size() == 4) return token.number;
    if (token.text.size() == 2) return token.number >= 70 ? 1900 + token.number : 2000 + token.number;
    return -1;
}

bool is_mark(const Token& token, std::string_view marks) {
    return !token.is_number && token.text.size() == 1 && marks.find(token.text[0]) != std::string_view::npos;
}

/// Hours and minutes from `at`: " 07:45[:30][.000][Z]", "T07.45". False when something else stands there.
bool read_time(const std::vector<Token>& tokens, std::size_t at, int& hour, int& minute, bool& utc) {
    if (at == tokens.size()) return true;
    if (!is_mark(tokens[at], " ,") && tokens[at].text != "T") return false;
    ++at;
    while (at < tokens.size() && is_mark(tokens[at], " ")) ++at;
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

ReadDate at_time(const Day& day, const std::vector<Token>& tokens, std::size_t after) {
    int hour = noon;
    int minute = 0;
    bool utc = false;
    if (!read_time(tokens, after, hour, minute, utc)) return fault(DateFault::unreadable);
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
    const int year = full_year(tokens[4]);
    if (year < 0) return fault(DateFault::unreadable);
    if (order == DateOrder::unknown) return fault(DateFault::needs_order);
    const bool day_first = order == DateOrder::day_month;
    const Day day{year, (day_first ? tokens[2] : tokens[0]).number, (day_first ? tokens[0] : tokens[2]).number};
    return at_time(day, tokens, 5);
}

}  // namespace

std::int64_t from_local(int year, int month, int day, int hour, int minute) {
    if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return -1;
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
    const auto tokens = tokens_of(base::trimmed(text));
    if (tokens.empty() || !tokens[0].is_number) return fault(DateFault::unreadable);
    const auto& first = tokens[0];
    const bool dashed = tokens.size() >= 5 && is_mark(tokens[1], "-/.") && tokens[1].text == tokens[3].text &&
                        tokens[2].is_number && tokens[4].is_number;
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
