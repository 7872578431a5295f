#include "register/idea_number.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/text.hpp"

namespace ideas {
namespace {

/// Digits only, at most 12, so that no sum of them overflows.
std::optional<std::int64_t> parse_digits(std::string_view text) {
    if (text.empty() || text.size() > 12 || !std::all_of(text.begin(), text.end(), base::is_digit)) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string two_digits(int year) {
    const int short_year = ((year % 100) + 100) % 100;
    return {static_cast<char>('0' + short_year / 10), static_cast<char>('0' + short_year % 10)};
}

std::optional<IdeaNumber> parse(std::string_view text, std::size_t least_digits) {
    if (text.size() < 5 || text[3] != '-') return std::nullopt;
    char letter = text[0];
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    const auto year = parse_digits(text.substr(1, 2));
    const auto running = parse_digits(text.substr(4));
    if (letter < 'A' || letter > 'Z' || !year || !running || text.size() - 4 < least_digits) return std::nullopt;
    return IdeaNumber{letter, static_cast<int>(*year), *running};
}

constexpr std::string_view dot = "·";

}  // namespace

std::string to_text(const IdeaNumber& number) {
    std::string running = std::to_string(number.running);
    if (running.size() < 3) running.insert(0, 3 - running.size(), '0');
    return number_prefix(number.letter, number.year) + running;
}

std::optional<IdeaNumber> parse_number(std::string_view text) {
    return parse(text, 3);
}

std::string number_prefix(char letter, int year) {
    return letter + two_digits(year) + '-';
}

char site_letter(std::string_view set, std::string_view municipality) {
    for (const auto& word : {base::slug(set), base::slug(municipality)}) {
        if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') return static_cast<char>(word[0] - 'a' + 'A');
    }
    return 'A';
}

std::map<base::Id, std::string> shown_numbers(const std::vector<Numbered>& ideas) {
    std::vector<const Numbered*> ordered;
    for (const auto& idea : ideas) {
        if (!idea.number.empty()) ordered.push_back(&idea);
    }
    std::sort(ordered.begin(), ordered.end(), [](const Numbered* a, const Numbered* b) {
        return std::tie(a->number, a->received_at_ms, a->id) < std::tie(b->number, b->received_at_ms, b->id);
    });
    std::map<base::Id, std::string> shown;
    int which = 0;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        which = i > 0 && ordered[i]->number == ordered[i - 1]->number ? which + 1 : 1;
        auto text = ordered[i]->number;
        if (which > 1) text += std::string(dot) + std::to_string(which);
        shown[ordered[i]->id] = std::move(text);
    }
    return shown;
}

std::optional<WantedNumber> parse_wanted(std::string_view typed) {
    WantedNumber wanted;
    if (const auto at = typed.find(dot); at != std::string_view::npos) {
        const auto which = parse_digits(typed.substr(at + dot.size()));
        if (!which || *which < 1 || *which > 1000000) return std::nullopt;
        wanted.which = static_cast<int>(*which);
        typed = typed.substr(0, at);
    }
    const auto number = parse(typed, 1);
    if (!number) return std::nullopt;
    wanted.number = *number;
    return wanted;
}

bool is_searched(std::string_view number, std::string_view typed) {
    auto wanted = base::trimmed(typed);
    if (wanted.starts_with('#')) wanted.remove_prefix(1);
    const auto digits = static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), base::is_digit));
    if (number.empty() || digits == 0) return false;
    std::string text(wanted);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (digits < text.size()) return text.size() >= 3 && number.find(text) != std::string_view::npos;
    // Noughts before it say nothing.
    auto running = number.substr(std::min(number.size(), number.find('-') + 1));
    running = running.substr(0, running.find("·"));
    const auto bare = [](std::string_view one) { return one.substr(std::min(one.size(), one.find_first_not_of('0'))); };
    return !bare(text).empty() && bare(running) == bare(text);
}

}  // namespace ideas
