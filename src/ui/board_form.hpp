#pragma once
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "model/board_form.hpp"
#include "ui/canvas_hands.hpp"
#include "ui/keyboard.hpp"
#include "ui/text_field.hpp"

namespace ui {

/// The board's fields as a form, for those who write with a keyboard or have a screen read to them. It holds nothing of
/// its own but what is being written: everything else is read from the board whenever that has changed. The screen has
/// one.
struct BoardFormPanel {
    struct Entry {
        std::string field;
        base::Id item;         // empty: it is not there yet
        std::string standing;  // what the board says
        bool fits = true;      // a choice, number or date that is one
        bool locked = false;
        double asked_s = -1;  // when it was asked for; it is kept a while until news of it have come
        TextField text;
    };
    base::Id board;
    std::string form;
    std::uint64_t revision = 0;
    bool is_read = false;
    model::BoardForm shown;                     // the form with the rows that there are on the board
    std::optional<std::string> wanted;          // the row to be brought into view: its id, or "new"
    std::vector<Entry> entries;                 // in the order of the form's fields, and what is new last in each
    std::set<std::string, std::less<>> framed;  // fields whose frame is on the board
    Keyboard keyboard;

    /// While one writes, the keyboard takes the dock's place.
    bool covers_dock() const { return keyboard.open; }
};

/// Draws the form in `area`, scrolled, and asks for what is written: a note goes to a free place in its field's frame,
/// one that is emptied is removed. Each field has its label, its help and a text zone for every note in it
/// ("form/<field>/<item>", "form/<field>/new"); a choice has its options ("form/<field>/option/<id>"). Enter in a list
/// begins the next. The keyboard on the screen comes over everything else.
void draw_board_form(CanvasScene& scene, BoardFormPanel& mine, const model::BoardForm& form, const base::Rect& area);
/// The panel is closed or the board left: what was being written is asked for.
void let_go_of_board_form(CanvasScene& scene, BoardFormPanel& mine, const model::BoardForm& form);

}  // namespace ui
