#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ui/commands.hpp"
#include "ui/intents.hpp"
#include "ui/keyboard.hpp"
#include "ui/text_field.hpp"
#include "views/wall.hpp"

namespace ui {

/// The persons that the room works for (mockup 03), with the keyboard on the screen: the course's, who it is and what
/// has been written in this block's groups; and cards of the session's own, with a name, who it is and own words.
struct PersonaScreen {
    std::string group;             // the field that is written in
    std::optional<base::Id> note;  // that is being changed; empty: a new one
    TextField text;
    bool large = false;  // "Visa stort"
    bool writing = false;
    Keyboard keyboard;

    /// A card of the session's own, while it is the open one.
    struct Card {
        base::Id id;                     // empty: the course's person is open
        std::array<TextField, 7> texts;  // in the order of own_parts: her name, who she is, and the card's five fields
        views::PersonaView told;         // as the view had it last
        views::PersonaView sent;         // as it was written down last, or told
        std::size_t field = 0;           // that was written in last
        bool is_known = false;           // it has been told
        bool wants_name = false;         // just begun: its name is to be written
    };
    Card card;
    std::vector<std::pair<base::Id, base::Rect>> card_places;  // of the session's own, in this frame

    // Where everything lies, and what hands carry, in this frame.
    struct Place {
        std::string group;
        base::Id note;  // empty: the whole field
        base::Rect area;
    };
    std::vector<Place> places;
    struct Carried {
        base::Id note;
        base::Point at;
        bool let_go = false;
    };
    std::vector<Carried> carried;

    /// While one writes, keyboard and its buttons take the dock's place; a card shown large covers it.
    bool covers_dock() const { return keyboard.open || large; }
};

/// Draws the whole screen, but for the dock. Ids: "persona/field/<group>", "persona/holds/<group>",
/// "persona/note/<id>", "persona/grip/<id>", "persona/done", and while a note is changed "persona/up", "persona/down";
/// "persona/card/course", "persona/card/<id>", "persona/new", "persona/card_grip/<id>", and of the session's own
/// "persona/own/name", where it is written "persona/own/name/text", "persona/own/remove", "persona/own/up", "…/down".
void draw_persona(PersonaScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out);

}  // namespace ui
