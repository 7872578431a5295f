#include "ui/keyboard_layouts.hpp"

#include <utility>

namespace ui {
namespace {

/// In the order of Keyboard::Layout. Å after P, Ö and Ä after L: as every Swedish keyboard, and every Finnish one.
constexpr std::array<KeyboardLayout, 5> layouts{{
    {"SV", "Svenska, suomi", {"qwertyuiopå", "asdfghjklöä", "zxcvbnm,.?"}, true},
    {"EN", "English, Soomaali", {"qwertyuiop", "asdfghjkl'", "zxcvbnm,.?"}, true},
    {"УК", "Українська", {"йцукенгшщзхї", "фівапролджє", "ячсмитьбю,."}, true},
    {"ع", "العربية", {"ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظذ،.؟"}, false},
    {"ف", "فارسی", {"ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو،.؟"}, false},
}};

char32_t point_of_two(const std::string& letter) {
    const auto byte = [&letter](std::size_t i) { return static_cast<unsigned char>(letter[i]); };
    return static_cast<char32_t>((byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU));
}

/// Ukrainian letters; 0: it is none.
char32_t cyrillic_capital(char32_t point) {
    if (point >= 0x430 && point <= 0x44F) return point - 0x20;
    if (point >= 0x450 && point <= 0x45F) return point - 0x50;
    return point == U'ґ' ? U'Ґ' : 0;
}

}  // namespace

const KeyboardLayout& keyboard_layout(Keyboard::Layout layout) {
    return layouts.at(static_cast<std::size_t>(layout));
}

Keyboard::Layout next_layout(Keyboard::Layout layout) {
    return static_cast<Keyboard::Layout>((static_cast<std::size_t>(layout) + 1) % layouts.size());
}

std::string_view held_letters_of(std::string_view key) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 25> table{
        {{"e", "éèêë"}, {"u", "üúùû"}, {"a", "áàâã"}, {"o", "óòôõ"}, {"i", "íìîï"}, {"n", "ñń"}, {"c", "çč"},
         {"ä", "æ"},    {"ö", "ø"},    {"s", "ßš"},   {"г", "ґ"},    {"ь", "’"},    {".", "?!"}, {"ا", "أإآ"},
         {"ي", "ئى"},   {"ی", "ئي"},   {"و", "ؤ"},    {"ه", "ة"},    {"ت", "ة"},    {"ب", "پ"},  {"ج", "چ"},
         {"ف", "ڤ"},    {"ك", "گ"},    {"ک", "ك"},    {"ز", "ژ"}}};
    for (const auto& [letter, held] : table) {
        if (letter == key) return held;
    }
    return {};
}

std::string capital_of(const std::string& key) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 29> table{
        {{"å", "Å"}, {"ä", "Ä"}, {"ö", "Ö"}, {"é", "É"}, {"è", "È"}, {"ê", "Ê"}, {"ë", "Ë"}, {"ü", "Ü"},
         {"ú", "Ú"}, {"ù", "Ù"}, {"û", "Û"}, {"á", "Á"}, {"à", "À"}, {"â", "Â"}, {"ã", "Ã"}, {"ó", "Ó"},
         {"ò", "Ò"}, {"ô", "Ô"}, {"õ", "Õ"}, {"í", "Í"}, {"ì", "Ì"}, {"î", "Î"}, {"ï", "Ï"}, {"ñ", "Ñ"},
         {"ń", "Ń"}, {"ç", "Ç"}, {"č", "Č"}, {"æ", "Æ"}, {"ø", "Ø"}}};
    if (key.size() == 1 && key[0] >= 'a' && key[0] <= 'z') return {static_cast<char>(key[0] - 'a' + 'A')};
    for (const auto& [small, large] : table) {
        if (small == key) return std::string(large);
    }
    const auto capital = key.size() == 2 ? cyrillic_capital(point_of_two(key)) : 0;
    if (capital == 0) return key;
    return {static_cast<char>(0xC0U | capital >> 6U), static_cast<char>(0x80U | (capital & 0x3FU))};
}

}  // namespace ui
