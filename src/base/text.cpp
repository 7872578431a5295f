#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <boost/locale.hpp>

namespace base {
namespace {

const std::locale& swedish() {
    static const std::locale locale = boost::locale::generator()("sv_SE.UTF-8");
    return locale;
}

/// Decodes one code point at `at` of well-formed UTF-8 and moves `at` past it.
char32_t next(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    char32_t point = lead & (0x3fU >> more);
    for (int i = 0; i < more; ++i) point = point << 6U | (static_cast<unsigned char>(text[at++]) & 0x3fU);
    return point;
}

/// Of what has no width only U+200C and U+200D are needed, by scripts and by pictures put together.
bool is_unwanted(char32_t point) {
    return point < 0x20 || (point >= 0x7f && point < 0xa0) || (point >= 0x202a && point <= 0x202e) ||
           (point >= 0x2060 && point <= 0x2069) || point == 0x200b || point == 0x200e || point == 0x200f ||
           point == 0x61c || point == 0xfeff || (point >= 0xfdd0 && point <= 0xfdef) ||
           (point >= 0xfff9 && point <= 0xfffb) || (point & 0xfffeU) == 0xfffe;
}

bool is_space(char32_t point) {
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x85 || point == 0xa0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200a) || point == 0x2028 || point == 0x2029 || point == 0x202f ||
           point == 0x205f || point == 0x3000;
}

/// Default_Ignorable_Code_Point of Unicode, and the empty braille cell.
bool is_invisible(char32_t point) {
    struct Range {
        char32_t first, last;
    };
    constexpr std::array ranges{
        Range{0xad, 0xad},       Range{0x34f, 0x34f},     Range{0x61c, 0x61c},   Range{0x115f, 0x1160},
        Range{0x17b4, 0x17b5},   Range{0x180b, 0x180f},   Range{0x200b, 0x200f}, Range{0x202a, 0x202e},
        Range{0x2060, 0x206f},   Range{0x2800, 0x2800},   Range{0x3164, 0x3164}, Range{0xfe00, 0xfe0f},
        Range{0xfeff, 0xfeff},   Range{0xffa0, 0xffa0},   Range{0xfff0, 0xfff8}, Range{0x1bca0, 0x1bca3},
        Range{0x1d173, 0x1d17a}, Range{0xe0000, 0xe0fff},
    };
    return std::any_of(ranges.begin(), ranges.end(),
                       [point](const Range& range) { return point >= range.first && point <= range.last; });
}

}  // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || at + more >= text.size()) return false;
        char32_t point = lead & (0x3fU >> more);
        for (std::size_t i = 1; i <= more; ++i) {
            const auto byte = static_cast<unsigned char>(text[at + i]);
            if ((byte & 0xc0U) != 0x80) return false;
            point = point << 6U | (byte & 0x3fU);
        }
        if ((more == 2 && point < 0x800) || (more == 3 && (point < 0x10000 || point > 0x10ffff)) ||
            (point >= 0xd800 && point <= 0xdfff)) {
            return false;
        }
        at += more + 1;
    }
    return true;
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80;
    return count;
}

std::string first_graphemes(std::string_view text, std::size_t most) {
    namespace boundary = boost::locale::boundary;
    const std::string copy(text);
    const boundary::ssegment_index characters(boundary::character, copy.begin(), copy.end(), swedish());
    std::string out;
    std::size_t count = 0;
    for (const auto& character : characters) {
        if (count++ == most) break;
        out += character.str();
    }
    return out;
}

std::size_t graphemes(std::string_view text) {
    namespace boundary = boost::locale::boundary;
    const std::string copy(text);
    const boundary::ssegment_index characters(boundary::character, copy.begin(), copy.end(), swedish());
    return static_cast<std::size_t>(std::distance(characters.begin(), characters.end()));
}

std::string tidy(std::string_view text, bool keep_lines) {
    std::string out;
    bool pending_space = false;
    int pending_lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t point = next(text, at);
        if (is_space(point)) {
            if (point == '\n' && keep_lines) {
                ++pending_lines;
            } else {
                pending_space = true;
            }
            continue;
        }
        if (is_unwanted(point)) continue;
        if (!out.empty()) {
            if (pending_lines > 0) {
                out += pending_lines > 1 ? "\n\n" : "\n";
            } else if (pending_space) {
                out += ' ';
            }
        }
        pending_space = false;
        pending_lines = 0;
        out.append(text, start, at - start);
    }
    // Last, because taking a character away may bring a letter and its accent together.
    return boost::locale::normalize(out, boost::locale::norm_nfc, swedish());
}

bool has_visible(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = next(text, at);
        if (!is_space(point) && !is_unwanted(point) && !is_invisible(point)) return true;
    }
    return false;
}

std::string lower(std::string_view text) {
    return boost::locale::to_lower(std::string(text), swedish());
}

std::string sentence(std::string_view text) {
    const auto first = first_graphemes(text, 1);
    return boost::locale::to_upper(first, swedish()) + std::string(text.substr(first.size()));
}

std::string folded(std::string_view text) {
    std::string seen;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (!is_invisible(next(text, at))) seen.append(text, start, at - start);
    }
    return lower(seen);
}

std::u32string decomposed(std::string_view text) {
    const auto apart = lower(boost::locale::normalize(std::string(text), boost::locale::norm_nfkd, swedish()));
    std::u32string out;
    for (std::size_t at = 0; at < apart.size();) {
        if (const char32_t point = next(apart, at); !is_invisible(point)) out += point;
    }
    return out;
}

std::string slug(std::string_view text) {
    const std::string decomposed = boost::locale::normalize(lower(text), boost::locale::norm_nfd, swedish());
    std::string out;
    for (std::size_t at = 0; at < decomposed.size();) {
        const char32_t point = next(decomposed, at);
        if ((point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')) {
            out += static_cast<char>(point);
        } else if (point == U'æ') {
            out += "ae";
        } else if (point == U'ø') {
            out += 'o';
        } else if (point == U'ß') {
            out += "ss";
        } else if (const bool mark = point >= 0x300 && point <= 0x36f; !mark && !out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace base
