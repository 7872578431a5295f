#include <algorithm>
#include <utility>
#include <vector>

#include "paint/text_private.hpp"

namespace paint {
namespace {

constexpr long least_letters = 3;

/// Of the scripts that write words with spaces between and break them with a hyphen.
bool is_letter(gunichar character) {
    if (g_unichar_isalpha(character) == FALSE) return false;
    const auto script = g_unichar_get_script(character);
    return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK;
}

struct Word {
    const char* from = nullptr;
    const char* to = nullptr;
    long letters = 0;
};

std::vector<Word> words_of(const std::string& text) {
    std::vector<Word> words;
    Word word;
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end; at = g_utf8_next_char(at)) {
        if (is_letter(g_utf8_get_char(at))) {
            if (word.letters++ == 0) word.from = at;
            word.to = g_utf8_next_char(at);
        } else if (word.letters > 0) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (word.letters > 0) words.push_back(word);
    return words;
}

bool breaks_badly(PangoLayout* layout, const std::string& text, const std::vector<Word>& words) {
    const int lines = pango_layout_get_line_count(layout);
    for (int i = 1; i < lines; ++i) {
        const char* const at = text.data() + pango_layout_get_line_readonly(layout, i)->start_index;
        for (const auto& word : words) {
            if (at <= word.from || at >= word.to) continue;
            const long before = g_utf8_strlen(word.from, at - word.from);
            if (std::min(before, word.letters - before) < least_letters) return true;
        }
    }
    return false;
}

}  // namespace

void keep_letters_together(PangoLayout* layout, const std::string& text) {
    if (pango_layout_get_line_count(layout) < 2) return;
    const auto words = words_of(text);
    if (!breaks_badly(layout, text, words)) return;
    PangoAttrList* old = pango_layout_get_attributes(layout);
    PangoAttrList* attributes = old == nullptr ? pango_attr_list_new() : pango_attr_list_copy(old);
    const auto keep = [&](const char* from, const char* to) {
        PangoAttribute* whole = pango_attr_allow_breaks_new(FALSE);
        whole->start_index = static_cast<guint>(from - text.data());
        whole->end_index = static_cast<guint>(to - text.data());
        pango_attr_list_insert(attributes, whole);
    };
    for (const auto& word : words) {
        if (word.letters < 2 * least_letters) {
            keep(word.from, word.to);
            continue;
        }
        keep(word.from, g_utf8_offset_to_pointer(word.from, least_letters));
        keep(g_utf8_offset_to_pointer(word.to, -least_letters), word.to);
    }
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

}  // namespace paint
