#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.hpp"
#include "ui/icons.hpp"

namespace ui {

/// What a text field holds; the screen owns one for each field. Indexes are bytes, between graphemes.
struct TextField {
    std::string text;
    std::size_t caret = 0, anchor = 0;  // equal: nothing is selected
    std::size_t most_graphemes = 500;   // as the intent's limit
    bool lines = false;                 // Enter breaks the line, and Ctrl+Enter is reported; else Enter is

    struct Step {
        std::string text;
        std::size_t caret = 0;
    };
    std::vector<Step> undo, redo;  // at most 100 each
    bool typing = false;           // the next character belongs to the same undo step
    double changed_s = 0;          // when it was last changed
    double goal_x = -1;            // where up and down aim at
    double scroll_px = 0;
    bool had_keyboard = false;
    double menu_until_s = 0;  // so long its menu stands there
    double menu_x = 0;        // px: where the hand was that asked for it
    std::string told;         // what did not fit, until something does; shown on the field's lower edge

    /// Sets the text from outside, caret at the end; nothing to undo.
    void set(std::string_view value);
};

struct FieldLook {
    std::string_view placeholder;
    std::string_view icon = icon::none;
    std::string_view error;      // below the field, with an icon; its edge is err
    std::string_view locked_by;  // "Låst av Elif": cannot be written in
    double design = 22;
    bool secret = false;    // dots, for a PIN
    bool on_paper = false;  // a quiet edge on paper, as the fields of a card
    bool spelling = false;  // words that the dictionary does not know are underlined, but the one that is being written
};
struct FieldResult {
    bool changed = false;
    bool entered = false;  // Enter in a field of one line, Ctrl+Enter in any
    bool got = false;      // it has just got the keyboard
    bool left = false;     // it has just lost it: write the change now
    bool cut = false;      // something did not fit and was left out; the field says so
};
/// A field on paint's layout: graphemes, bidi caret and selection, clipboard, undo. Ctrl+A/C/X/V/Z/Y, Home/End, arrows
/// with Shift and Ctrl, tap and drag to select, a long press selects the word. What a finger has selected has a menu
/// for a while: ids "<id>/menu/cut", "copy", "paste" and "all".
FieldResult text_field(Frame& frame, std::string_view id, const base::Rect& rect, TextField& mine,
                       const FieldLook& look = {});
/// A pill with a magnifying glass and a cross that empties it.
FieldResult search_field(Frame& frame, std::string_view id, const base::Rect& rect, TextField& mine,
                         std::string_view placeholder);

/// True after 1.5 s without a change, once; asks for the frame that it needs.
bool rested(Frame& frame, TextField& mine);

}  // namespace ui
