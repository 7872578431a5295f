#include <algorithm>

#include "base/text.hpp"
#include "ui/keyboard.hpp"

namespace ui {
namespace {

/// Letters of any script: everything but ASCII signs and spaces.
bool in_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

}  // namespace

bool begins_sentence(std::string_view text) {
    const auto last = text.find_last_not_of(' ');
    if (last == std::string_view::npos || text[last] == '\n') return true;
    return last + 1 < text.size() && (text[last] == '.' || text[last] == '!' || text[last] == '?');
}

std::string_view last_word(std::string_view text) {
    auto from = text.size();
    while (from > 0 && in_word(text[from - 1])) --from;
    return text.substr(from);
}

std::vector<std::string> suggestions(std::string_view text, std::span<const std::string> words, std::size_t most) {
    const auto begun = last_word(text);
    std::vector<std::string> found;
    if (begun.empty() || !base::is_utf8(begun)) return found;
    const auto low = base::lower(begun);
    const bool capital = base::first_graphemes(begun, 1) != base::first_graphemes(low, 1);
    for (const auto& word : words) {
        if (found.size() == most) break;
        const auto low_word = base::lower(word);
        if (low_word == low || !low_word.starts_with(low)) continue;
        // What has been typed stays as it was typed; the rest comes from the word.
        auto offer = capital ? std::string(begun) + low_word.substr(low.size()) : word;
        if (std::find(found.begin(), found.end(), offer) == found.end()) found.push_back(std::move(offer));
    }
    return found;
}

}  // namespace ui
