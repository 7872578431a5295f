#pragma once
#include <string>
#include <vector>

#include "ui/commands.hpp"
#include "ui/keyboard.hpp"
#include "ui/text_field.hpp"
#include "ui/widgets.hpp"

namespace ui {

/// The component sheet (mockup 00): every token and widget in every state, and a second page where they work. For those
/// who build screens, and for tests of the window; its words are examples, in Swedish only.
struct Gallery {
    enum class Page { sheet, live };
    Page page = Page::sheet;
    bool filter_on = true, toggled = true, show_error = false;
    bool asks_to_end = false, sheet_open = false, help_open = false;
    int taps = 0;
    TextField empty_field, written_field, wrong_field, search, note, secret;
    std::vector<TextField> rows;
    DockState dock;
    Toasts toasts;
    Keyboard keyboard;
    Palette palette;
    std::string tool = "select";
    std::int64_t ends_at_ms = 0;
    base::Point card_at;  // where the card that can be dragged lies
    base::Point card_from;
    std::string said;  // what was done last, for the probe
    Commands commands;
    bool dark = false, wants_dark = false;
    bool ready = false;
};

void draw_gallery(Gallery& mine, Frame& frame);

}  // namespace ui
