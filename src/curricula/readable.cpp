#include "curricula/readable.hpp"

#include <string_view>

#include "base/text.hpp"

namespace curricula {
namespace {

/// More lines than this are no slip: the file is in another encoding.
constexpr std::size_t most_slips = 10;

/// The length of the UTF-8 character at the start, 0 when there is none.
std::size_t character_length(std::string_view text) {
    for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
        if (base::is_utf8(text.substr(0, length))) return length;
    }
    return 0;
}

std::string to_utf8(std::string_view line) {
    std::string out;
    while (!line.empty()) {
        const auto length = character_length(line);
        const auto byte = static_cast<unsigned char>(line.front());
        if (length > 0) {
            out += line.substr(0, length);
        } else if (byte >= 0xa0) {
            out += static_cast<char>(0xc0U | byte >> 6U);
            out += static_cast<char>(0x80U | (byte & 0x3fU));
        } else {
            out += "\xef\xbf\xbd";
        }
        line.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

/// Control characters, and the marks that turn the direction of text (U+202A–202E, U+2066–2069): nobody sees them in an
/// editor, and they can make a line mean something else than it shows.
std::size_t unseen_length(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    if ((byte < 0x20 && byte != '\t') || byte == 0x7f) return 1;
    if (byte != 0xe2 || text.size() < 3) return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const auto third = static_cast<unsigned char>(text[2]);
    const bool overrides = second == 0x80 && third >= 0xaa && third <= 0xae;
    const bool isolates = second == 0x81 && third >= 0xa6 && third <= 0xa9;
    return overrides || isolates ? 3 : 0;
}

std::string without_unseen(std::string_view line) {
    std::string out;
    while (!line.empty()) {
        const auto unseen = unseen_length(line);
        if (unseen == 0) out += line.front();
        line.remove_prefix(std::max<std::size_t>(unseen, 1));
    }
    return out;
}

}  // namespace

void make_readable(std::vector<std::string>& lines, const std::string& file, Report& report) {
    std::vector<Place> bad;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const Place place{file, static_cast<int>(at) + 1};
        auto& line = lines[at];
        if (!base::is_utf8(line)) {
            bad.push_back(place);
            line = to_utf8(line);
        }
        auto seen = without_unseen(line);
        if (seen != line) report.error(place, "control_character");
        line = std::move(seen);
    }
    if (bad.size() > most_slips) {
        report.error(bad.front(), "not_utf8", {{"count", std::to_string(bad.size())}});
    } else {
        for (const auto& place : bad) report.error(place, "bad_utf8");
    }
}

}  // namespace curricula
