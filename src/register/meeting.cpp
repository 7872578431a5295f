#include "register/meeting.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "register/date.hpp"

namespace ideas {
namespace {

struct MeetingWord {
    std::string text;      // in lower case
    std::size_t from = 0;  // bytes into what was written
    bool is_when = false;
};

/// Words and numbers with what stands inside them: "14.00", "2026-12-03".
std::vector<MeetingWord> words_of_meeting(std::string_view text) {
    constexpr std::string_view parts = " ,;()\n\t";
    std::vector<MeetingWord> words;
    for (auto from = text.find_first_not_of(parts); from < text.size();) {
        const auto end = std::min(text.find_first_of(parts, from), text.size());
        auto word = base::lower(text.substr(from, end - from));
        while (word.ends_with('.') || word.ends_with(':')) word.pop_back();
        if (!word.empty()) words.push_back({std::move(word), from});
        from = text.find_first_not_of(parts, end);
    }
    return words;
}

std::optional<int> meeting_number(std::string_view word) {
    int value = 0;
    const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (wrong != std::errc() || end != word.data() + word.size() || word.empty()) return std::nullopt;
    return value;
}

/// 1 to 12 for a name of a month, whole or its first three letters, in Swedish or English; else 0.
int meeting_month(std::string_view word) {
    struct Name {
        std::string_view name;
        int month;
    };
    constexpr std::array<Name, 20> names{{{"januari", 1},  {"january", 1},  {"februari", 2},  {"february", 2},
                                          {"mars", 3},     {"march", 3},    {"april", 4},     {"maj", 5},
                                          {"may", 5},      {"juni", 6},     {"june", 6},      {"juli", 7},
                                          {"july", 7},     {"augusti", 8},  {"august", 8},    {"september", 9},
                                          {"oktober", 10}, {"october", 10}, {"november", 11}, {"december", 12}}};
    if (word.size() < 3) return 0;
    for (const auto& [name, month] : names) {
        if (name == word || (word.size() <= 4 && name.starts_with(word))) return month;
    }
    return 0;
}

/// "14.00", "14:00"; hours alone only after "kl" or "at".
std::optional<int> meeting_minutes(std::string_view word, bool after_at) {
    const auto sign = word.find_first_of(".:");
    const auto hours = meeting_number(word.substr(0, sign));
    if (!hours || *hours > 23 || *hours < 0) return std::nullopt;
    if (sign == std::string_view::npos) return after_at ? std::optional(*hours * 60) : std::nullopt;
    const auto minutes = meeting_number(word.substr(sign + 1));
    if (!minutes || *minutes > 59 || *minutes < 0 || word.size() - sign != 3) return std::nullopt;
    return *hours * 60 + *minutes;
}

struct MeetingDay {
    int year = 0, month = 0, day = 0;  // year 0: not said
    std::size_t at = 0, after = 0;     // the words that say it
};

std::optional<MeetingDay> meeting_day(const std::vector<MeetingWord>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].text;
        if (word.size() == 10 && word[4] == '-' && word[7] == '-') {
            const auto year = meeting_number(word.substr(0, 4)), month = meeting_number(word.substr(5, 2)),
                       day = meeting_number(word.substr(8, 2));
            if (year && month && day) return MeetingDay{*year, *month, *day, i, i + 1};
        }
        const auto day = meeting_number(word);
        const int month = i + 1 < words.size() ? meeting_month(words[i + 1].text) : 0;
        if (!day || *day < 1 || *day > 31 || month == 0) continue;
        const auto year = i + 2 < words.size() ? meeting_number(words[i + 2].text) : std::nullopt;
        const bool has_year = year && *year >= 1970 && *year <= 2200;
        return MeetingDay{has_year ? *year : 0, month, *day, i, i + (has_year ? 3U : 2U)};
    }
    return std::nullopt;
}

bool is_before_time(const std::vector<MeetingWord>& words, std::size_t at) {
    return at > 0 && (words[at - 1].text == "kl" || words[at - 1].text == "klockan" || words[at - 1].text == "at");
}

/// Of the words after the day: the first that is a time of day, else how many words there are.
std::size_t meeting_time(const std::vector<MeetingWord>& words, std::size_t from) {
    while (from < words.size() && !meeting_minutes(words[from].text, is_before_time(words, from))) ++from;
    return from;
}

bool says_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 14> names{"måndag",   "tisdag", "onsdag",   "torsdag", "fredag",
                                                     "lördag",   "söndag", "monday",   "tuesday", "wednesday",
                                                     "thursday", "friday", "saturday", "sunday"};
    return word == "den" || std::any_of(names.begin(), names.end(), [word](std::string_view name) {
               return word.size() >= 3 && name.starts_with(word);
           });
}

}  // namespace

std::optional<MeetingTime> find_meeting(std::string_view text, std::int64_t now_ms) {
    const auto words = words_of_meeting(text);
    const auto found = meeting_day(words);
    if (!found) return std::nullopt;
    std::optional<int> minutes;
    if (const auto time = meeting_time(words, found->after); time < words.size()) {
        minutes = meeting_minutes(words[time].text, is_before_time(words, time));
    }
    const int of_day = minutes.value_or(12 * 60);
    const auto at = [&](int year) { return from_local(year, found->month, found->day, of_day / 60, of_day % 60); };
    std::int64_t best = -1;
    const int year = base::local_year(now_ms);
    if (found->year != 0) {
        best = at(found->year);
    } else {
        for (int tried = year - 1; tried <= year + 1; ++tried) {
            const auto one = at(tried);
            if (one >= 0 && (best < 0 || std::abs(one - now_ms) < std::abs(best - now_ms))) best = one;
        }
    }
    if (best < 0) return std::nullopt;
    return MeetingTime{best, minutes.has_value()};
}

std::string without_when(std::string_view text) {
    auto words = words_of_meeting(text);
    const auto found = meeting_day(words);
    if (!found) return std::string(text);
    for (auto i = found->at; i < found->after; ++i) words[i].is_when = true;
    for (auto i = found->at; i > 0 && says_weekday(words[i - 1].text); --i) words[i - 1].is_when = true;
    if (const auto time = meeting_time(words, found->after); time < words.size()) {
        words[time].is_when = true;
        if (is_before_time(words, time)) words[time - 1].is_when = true;
    }
    std::string rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto end = i + 1 < words.size() ? words[i + 1].from : text.size();
        if (!words[i].is_when) rest += text.substr(words[i].from, end - words[i].from);
    }
    while (!rest.empty() && std::string_view(" ,;(\n\t").find(rest.back()) != std::string_view::npos) rest.pop_back();
    return rest;
}

}  // namespace ideas
