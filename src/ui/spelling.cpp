#include "ui/spelling.hpp"

#include <algorithm>
#include <cstdint>

namespace ui {
namespace {

constexpr std::size_t least_word = 3, most_word = 40;  // bytes

/// The letter that begins here, and how many bytes it has: ASCII, or Latin with accents, which has two.
std::size_t latin_letter(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return 1;
    if (byte < 0xC3 || byte > 0xC9 || at + 1 >= text.size()) return 0;
    const auto code = static_cast<std::uint32_t>((byte & 0x1FU) << 6U) |
                      static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + 1]) & 0x3FU);
    const bool sign = code == 0xD7 || code == 0xF7;  // × and ÷
    return sign ? 0 : 2;
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// Only small letters tell a word from an abbreviation.
bool has_small(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// What stands between blanks: its words, when all of it is words.
void add_words(std::string_view text, std::size_t from, std::size_t to, std::vector<SpelledWord>& found) {
    const auto piece = text.substr(from, to - from);
    const auto is_foreign = [](char c) {
        return (c >= '0' && c <= '9') || c == '@' || c == '/' || c == '\\' || c == '_' || c == '#';
    };
    if (std::any_of(piece.begin(), piece.end(), is_foreign) || piece.starts_with("www.")) return;
    for (std::size_t at = from; at < to;) {
        auto end = at;
        std::size_t last = at;  // after its last letter
        while (end < to) {
            if (const auto letter = latin_letter(text, end); letter > 0) {
                last = end += letter;
            } else if (end > at && (text[end] == '-' || text[end] == '\'')) {
                ++end;
            } else {
                break;
            }
        }
        const auto word = text.substr(at, last - at);
        if (word.size() >= least_word && word.size() <= most_word && has_small(word)) {
            found.push_back({at, last});
        }
        at = std::max(end, at + 1);
    }
}

}  // namespace

std::vector<SpelledWord> words_to_spell(std::string_view text) {
    std::vector<SpelledWord> found;
    for (std::size_t at = 0; at < text.size() && found.size() < most_spelled_words;) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && !is_blank(text[end])) ++end;
        add_words(text, at, end, found);
        at = end;
    }
    if (found.size() > most_spelled_words) found.resize(most_spelled_words);
    return found;
}

}  // namespace ui
