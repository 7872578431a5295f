#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.hpp"

namespace ui {

/// The keyboard on the screen: Swedish, and by its language key others. It writes to whatever has the keyboard, as if
/// keys of a real one were pressed; or to one field, whatever others touch meanwhile: so two people write at once.
struct Keyboard {
    enum class Place { left, middle, right };
    enum class Page { letters, numbers, signs, emoji };
    enum class Shift { off, once, locked };
    enum class Layout { swedish, english, ukrainian, arabic, persian };
    bool open = false;
    Place place = Place::middle;
    bool beside = false;  // another is open too: each is 60 % wide
    Page page = Page::letters;
    Layout layout = Layout::swedish;
    Shift shift = Shift::off;
    double shift_tapped_s = -1;
    bool begins = false;  // at the caret a sentence begins: shift is on by itself
    std::string accents;  // the keys that a long press opened, UTF-8; empty: none
    base::Rect accents_by;
    base::Rect within{};  // what it keeps to, across; empty: the screen
};

struct KeyboardView {
    std::string_view text;               // of the field, up to the caret: for suggestions and capitals
    std::span<const std::string> words;  // the session's own, most used first
    std::string_view enter;              // what its Enter key says; else "Ny rad"
    bool sentences = true;               // what is written begins with a capital
    std::string_view to{};               // the path of the text zone that it writes in; empty: the one in focus
};

/// Design px: 1312 wide (787 beside another) where there is room, 432 high.
base::Rect keyboard_rect(const Frame& frame, const Keyboard& mine);
/// Draws it while it is open (it slides in and out) and returns what it covers now, px.
base::Rect keyboard(Frame& frame, Keyboard& mine, const KeyboardView& view);

/// Up to three words that begin like the last one of the text (at least one letter), most used first, with its capital.
std::vector<std::string> suggestions(std::string_view text, std::span<const std::string> words, std::size_t most = 3);
/// True at the beginning of a text or line, and after a full stop, exclamation or question mark and a space.
bool begins_sentence(std::string_view text);
/// The letters of the last word of a text; empty after a space.
std::string_view last_word(std::string_view text);

}  // namespace ui
