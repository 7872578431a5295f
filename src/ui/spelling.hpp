#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace ui {

/// A word of a text, as bytes of it.
struct SpelledWord {
    std::size_t from = 0, to = 0;
};
inline constexpr std::size_t most_spelled_words = 200;  // of one text, from its beginning

/// The words of a text that a Swedish dictionary can say something about: of Latin letters, three to forty bytes, with
/// hyphens and apostrophes within them; not those with digits, all in capitals, or in an address or a hashtag. Pure.
std::vector<SpelledWord> words_to_spell(std::string_view text);

}  // namespace ui
