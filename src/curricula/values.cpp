#include "curricula/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"

namespace curricula {
namespace {

constexpr std::size_t longest_plain_sentence = 20;  // words

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words and numbers apart: "1 tim30min" → 1, tim, 30, min.
std::vector<std::string> to_tokens(std::string_view written) {
    std::vector<std::string> tokens;
    bool fresh = true;
    for (const char c : written) {
        if (c == ' ' || c == ',') {
            fresh = true;
            continue;
        }
        if (fresh || base::is_digit(tokens.back().back()) != base::is_digit(c)) tokens.emplace_back();
        fresh = false;
        tokens.back() += c;
    }
    return tokens;
}

/// A range in `text` "1-5" or "1–5".
bool read_range(std::string_view text, Vote& vote) {
    for (const std::string_view dash : {"–", "-", "..", " till ", " to "}) {
        const auto at = text.find(dash);
        if (at == std::string_view::npos) continue;
        const auto low = to_number(base::trimmed(text.substr(0, at)));
        const auto high = to_number(base::trimmed(text.substr(at + dash.size())));
        if (!low || !high || *low >= *high || *high > 10) return false;
        vote.lowest = *low;
        vote.highest = *high;
        return true;
    }
    return false;
}

/// How many of something a voter has: dots, points, credits.
bool read_dots(std::string_view part, Vote& vote) {
    struct Limits {
        std::string_view method;
        int least, most;
    };
    constexpr std::array<Limits, 4> known{
        {{"dots", 1, 20}, {"tre-prickar", 1, 20}, {"points", 10, 1000}, {"quadratic", 4, 1000}}};
    const auto* const limits =
        std::find_if(known.begin(), known.end(), [&vote](const Limits& one) { return one.method == vote.method; });
    const auto dots = to_number(part);
    if (limits == known.end() || !dots || *dots < limits->least || *dots > limits->most || vote.dots != 0) return false;
    vote.dots = *dots;
    return true;
}

/// "högst 50": the most points on one option.
bool read_cap(std::string_view said, Vote& vote) {
    for (const std::string_view word : {"högst-", "at-most-"}) {
        if (!said.starts_with(word)) continue;
        const auto cap = to_number(said.substr(word.size()));
        if (vote.method != "points" || !cap || *cap < 1 || vote.cap != 0) return false;
        vote.cap = *cap;
        return true;
    }
    return false;
}

/// What is written after the method.
bool read_vote_rest(std::string_view rest, Vote& vote) {
    for (const auto& part : split_list(rest, ",")) {
        const auto said = comparable(part);
        if (is_one_of(said, {"flera-på-samma", "stacking", "several-on-one"})) {
            if (vote.method != "dots") return false;
            vote.stacking = true;
        } else if (vote.method == "scale" || vote.method == "score") {
            if (vote.highest != 0 || !read_range(part, vote)) return false;
        } else if (vote.method == "show14") {
            if (part != "14" && !(read_range(part, vote) && vote.lowest == 1 && vote.highest == 4)) return false;
        } else if (!read_cap(said, vote) && !read_dots(part, vote)) {
            return false;
        }
    }
    return vote.cap == 0 || vote.dots == 0 || vote.cap <= vote.dots;
}

}  // namespace

std::optional<int> to_number(std::string_view written) {
    constexpr std::size_t most_digits = 6;
    if (written.empty() || written.size() > most_digits || !std::all_of(written.begin(), written.end(), base::is_digit))
        return {};
    int number = 0;
    std::from_chars(written.data(), written.data() + written.size(), number);
    return number;
}

std::optional<int> to_minutes(std::string_view written) {
    const auto tokens = to_tokens(base::lower(written));
    if (tokens.empty() || tokens.size() > 4) return {};
    int minutes = 0;
    bool minutes_given = false;
    for (std::size_t at = 0; at < tokens.size(); at += 2) {
        const auto number = to_number(tokens[at]);
        const std::string unit = at + 1 < tokens.size() ? tokens[at + 1] : "min";
        if (!number || minutes_given) return {};
        if (is_one_of(unit, {"h", "t", "tim", "timme", "timmar", "hour", "hours"}) && at == 0) {
            minutes += *number * 60;
        } else if (is_one_of(unit, {"m", "min", "minut", "minuter", "minute", "minutes"})) {
            minutes += *number;
            minutes_given = true;
        } else {
            return {};
        }
    }
    return minutes;
}

std::optional<Money> to_money(std::string_view written) {
    constexpr std::size_t most_letters = 10;
    constexpr std::int64_t most_money = 1'000'000'000;
    Money money;
    const auto text = base::tidy(written);
    const auto end = std::min(text.find_first_not_of("0123456789 \u00a0"), text.size());
    std::size_t group = 0;
    bool grouped = false;
    const std::string_view number = base::trimmed(std::string_view(text).substr(0, end));
    for (const char c : number) {
        if (base::is_digit(c)) {
            money.amount = money.amount * 10 + (c - '0');
            if (money.amount > most_money || ++group > (grouped ? 3U : 10U)) return {};
        } else if (group == 0 || group > 3 || (grouped && group != 3)) {
            return {};
        } else {
            grouped = true;
            group = 0;
        }
    }
    if (number.empty() || (grouped && group != 3)) return {};
    money.unit = base::trimmed(std::string_view(text).substr(end));
    if (base::code_points(money.unit) > most_letters) return {};
    if (std::any_of(money.unit.begin(), money.unit.end(), base::is_digit)) return {};
    return money;
}

bool is_answered_by_number(std::string_view method) {
    return method == "scale" || method == "fist";
}

bool answers_the_question(std::string_view method) {
    return is_answered_by_number(method) || method == "consent";
}

std::vector<std::string> split_list(std::string_view written, std::string_view separators) {
    std::vector<std::string> parts;
    while (!written.empty()) {
        const auto end = std::min(written.find_first_of(separators), written.size());
        const auto part = base::trimmed(written.substr(0, end));
        if (!part.empty()) parts.emplace_back(part);
        written.remove_prefix(std::min(end + 1, written.size()));
    }
    return parts;
}

std::vector<Entry> to_entries(const Directive& directive) {
    std::vector<std::string> parts = directive.lines;
    if (parts.size() == 1) {
        const std::string line = parts.front();
        parts = split_list(line, line.find(';') == std::string::npos ? "," : ";");
    }
    std::vector<Entry> entries;
    for (const auto& part : parts) {
        const auto equals = part.find('=');
        if (equals == std::string::npos) {
            entries.push_back({"", part});
        } else {
            const std::string_view whole = part;
            entries.push_back({std::string(base::trimmed(whole.substr(0, equals))),
                               std::string(base::trimmed(whole.substr(equals + 1)))});
        }
    }
    return entries;
}

std::optional<Vote> to_vote(const Directive& directive, const std::string& language, const Place& place,
                            Report& report) {
    const auto written = directive.text();
    // The method is everything before the first digit or comma: "tre prickar 3", "skala 1–5".
    const auto end = std::min(written.find_first_of("0123456789,"), written.size());
    const std::string method(base::trimmed(std::string_view(written).substr(0, end)));
    const auto* word = find_word(method_words(), method);
    if (word == nullptr) {
        const auto choices = spellings(method_words(), language);
        report.error(place, "vote_unknown", {{"word", method}, {"choices", joined(choices)}},
                     find_nearest(method, choices));
        return {};
    }
    Vote vote;
    vote.method = word->meaning;
    if (!read_vote_rest(std::string_view(written).substr(end), vote)) {
        report.error(place, "vote_bad", {{"word", written}});
        return {};
    }
    return vote;
}

void check_length(std::string_view text, std::size_t most, std::string_view word, const Place& place, Report& report) {
    if (base::code_points(text) <= most) return;
    report.error(place, "text_too_long", {{"word", word}, {"limit", std::to_string(most)}});
}

void check_sentences(std::string_view text, const Place& place, Report& report) {
    std::size_t words = 0;
    for (const auto& word : split_list(text, " \n")) {
        const bool has_letter = std::any_of(word.begin(), word.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0x80 || base::is_digit(c) || (c >= 'A' && c <= 'z');
        });
        const bool is_dash = word == "–" || word == "—" || word == "…";
        if (has_letter && !is_dash) ++words;
        if (words > longest_plain_sentence) {
            report.hint(place, "sentence_long", {{"limit", std::to_string(longest_plain_sentence)}});
            return;
        }
        const auto last = word.find_last_not_of("\"')”’»");
        if (last != std::string::npos && std::string_view(".!?:").find(word[last]) != std::string_view::npos) words = 0;
    }
}

}  // namespace curricula
