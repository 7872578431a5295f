#pragma once
#include <array>
#include <string>
#include <string_view>

#include "ui/keyboard.hpp"

namespace ui {

/// The letters of one language, where keys of a real keyboard have them (as xkeyboard-config does: se, us, ua, ara,
/// ir).
struct KeyboardLayout {
    std::string_view label;  // of its language key
    std::string_view name;   // the languages that are written with it, in themselves
    std::array<std::string_view, 3> rows;
    bool has_case = true;  // else there is no Shift
};
const KeyboardLayout& keyboard_layout(Keyboard::Layout layout);
Keyboard::Layout next_layout(Keyboard::Layout layout);

/// What a long press on a letter gives, the nearest first; empty: nothing else than the letter.
std::string_view held_letters_of(std::string_view key);
/// The capital of one letter; the same where there is none.
std::string capital_of(const std::string& key);

}  // namespace ui
