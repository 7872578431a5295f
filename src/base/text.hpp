#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// 0–9, whatever the locale.
inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// True for well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_utf8(std::string_view text);

/// Count of code points of well-formed UTF-8.
std::size_t code_points(std::string_view text);

/// The first `most` grapheme clusters (what a reader calls a character: 👩‍👩‍👧, é), whole.
std::string first_graphemes(std::string_view text, std::size_t most);
std::size_t graphemes(std::string_view text);

/// What a person wrote, made fit to keep: NFC; runs of space collapsed, trimmed; without control characters, marks of
/// direction (U+061C, U+200E/F, U+202A–202E, U+2066–2069) and what has no width (U+200B, U+2060–2064, U+FEFF), but with
/// the joiners U+200C and U+200D, which scripts and emoji need.
/// `keep_lines` keeps line feeds, at most one empty line at a time. Twice gives the same as once. The input must be
/// UTF-8.
std::string tidy(std::string_view text, bool keep_lines = false);

/// Is there anything for a reader to see? False for spaces, joiners, marks of direction, fillers and their like alone.
/// The input must be UTF-8.
bool has_visible(std::string_view text);

/// Lower case by Unicode rules, å ä ö kept.
std::string lower(std::string_view text);
/// With a capital first, as a sentence begins.
std::string sentence(std::string_view text);
/// The same without what nobody sees (soft hyphens, joiners): for comparisons that look for a name.
std::string folded(std::string_view text);
/// For comparisons that see through a disguise: lower case, compatibility forms taken apart (NFKD: "𝐇Ö" is h, o and
/// U+0308), nothing invisible. The input must be UTF-8.
std::u32string decomposed(std::string_view text);

/// "Rita resan!" → "rita-resan"; å ä → a, ö ø → o, æ → ae, ß → ss; only [a-z0-9-], everything else between words is one
/// dash. Empty when nothing is left. The input must be UTF-8.
std::string slug(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace base
