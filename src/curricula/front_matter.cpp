#include "curricula/front_matter.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "curricula/values.hpp"

namespace curricula {
namespace {

/// Room for a title, a description and a persona many times over; keeps the TOML reader's work small.
constexpr std::size_t most_front_bytes = 64U << 10U;

/// Faults of TOML itself that are told of one file: after a few, the rest are mostly theirs.
constexpr int most_toml_faults = 5;

/// False when there is nothing on it.
bool blank_line(std::string& text, int number) {
    std::size_t begin = 0;
    for (int line = 1; line < number && begin != std::string::npos; ++line) {
        begin = text.find('\n', begin);
        if (begin != std::string::npos) ++begin;
    }
    if (begin >= text.size()) return false;
    const auto end = std::min(text.find('\n', begin), text.size());
    const bool any = text.find_first_not_of(" \r", begin) < end;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    return any;
}

struct FrontTable {
    toml::table keys;
    bool faulty = false;  // lines were left out
};

/// A line that is no TOML is told, and read past, so that the others are looked at too.
std::optional<FrontTable> parse_front(const RawFile& file, Report& report) {
    if (file.front.size() > most_front_bytes) {
        report.error({file.name, file.front_line}, "front_bad_toml", {{"reason", "> 64 KiB"}});
        return {};
    }
    std::string left = file.front;
    for (int fault = 0; fault < most_toml_faults; ++fault) {
        try {
            return FrontTable{toml::parse(std::string_view(left)), fault > 0};
        } catch (const toml::parse_error& error) {
            const auto line = static_cast<int>(error.source().begin.line);
            report.error({file.name, file.front_line + line - 1}, "front_bad_toml", {{"reason", error.description()}});
            if (!blank_line(left, line)) return {};
        }
    }
    return {};
}

/// "08.30" from "8.30", "08:30" or a TOML time; empty when it is no time of day.
std::string to_start(const toml::node& node) {
    int hour = -1;
    int minute = -1;
    if (const auto* time = node.as_time()) {
        hour = time->get().hour;
        minute = time->get().minute;
    } else if (const auto* text = node.as_string()) {
        const auto& written = text->get();
        const auto parts = split_list(written, ".:");
        const auto read_hour = parts.size() == 2 ? to_number(parts[0]) : std::nullopt;
        const auto read_minute = parts.size() == 2 && parts[1].size() == 2 ? to_number(parts[1]) : std::nullopt;
        hour = read_hour.value_or(-1);
        minute = read_minute.value_or(-1);
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return {};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d.%02d", hour, minute);
    return text.data();
}

struct Limit {
    FrontKey key;
    std::size_t most_characters;
};
constexpr std::array<Limit, 3> limits{
    {{FrontKey::title, 120}, {FrontKey::description, 1000}, {FrontKey::persona, 1000}}};

void read_text(FrontKey key, std::string_view name, const toml::node& node, const Place& place, std::string& target,
               Report& report) {
    const auto* text = node.as_string();
    if (text == nullptr || !base::is_utf8(text->get())) {
        report.error(place, "front_value_bad", {{"word", name}});
        return;
    }
    target = base::tidy(text->get(), true);
    for (const auto& limit : limits) {
        if (limit.key == key) check_length(target, limit.most_characters, name, place, report);
    }
}

}  // namespace

FrontMatter read_front_matter(const RawFile& file, Report& report) {
    FrontMatter front;
    if (file.front_line == 0) return front;
    const auto table = parse_front(file, report);
    if (!table) return front;
    std::set<FrontKey> seen;
    for (const auto& [name, node] : table->keys) {
        const Place place{file.name, file.front_line + static_cast<int>(name.source().begin.line) - 1};
        const auto* word = find_word(front_words(), name.str());
        if (word == nullptr) {
            report.error(place, "front_key_unknown", {{"word", name.str()}},
                         find_nearest(name.str(), spellings(front_words(), file.language)));
            continue;
        }
        if (!seen.insert(word->meaning).second) report.error(place, "key_twice", {{"word", name.str()}});
        switch (word->meaning) {
            case FrontKey::title:
                read_text(word->meaning, name.str(), node, place, front.title, report);
                break;
            case FrontKey::description:
                read_text(word->meaning, name.str(), node, place, front.description, report);
                break;
            case FrontKey::persona:
                read_text(word->meaning, name.str(), node, place, front.persona, report);
                break;
            case FrontKey::start:
                front.start = to_start(node);
                front.start_line = place.line;
                if (front.start.empty()) report.error(place, "start_bad");
                break;
        }
    }
    // The title may stand on a line that could not be read.
    if (front.title.empty() && !table->faulty) {
        report.error({file.name, file.front_line}, "title_missing",
                     {{"word", file.language == "sv" ? "titel" : "title"}});
    }
    return front;
}

}  // namespace curricula
