#pragma once
#include <array>
#include <string>
#include <vector>

#include "ui/persona_words.hpp"
#include "ui/screen_persona.hpp"

namespace ui {

/// What can be written in: the block's groups, or the whole block as one.
std::vector<views::Labelled> persona_fields(const views::BlockView& block);
/// One change, when the field is left.
void write_down(PersonaScreen& mine, const views::RoomView& room, Intents& out);
/// A new note in this field, or this one.
void begin_field(PersonaScreen& mine, Frame& frame, const std::string& group, const views::NoteView* note);

/// The grip at the end of a note's line carries it; draws it. True while the note is carried: a ghost stands there.
bool touch_grip(PersonaScreen& mine, const base::Id& note, Frame& frame, const base::Rect& grip);
/// Where what is carried would lie, and when it is let go, its move. After all fields.
void carry_persona_note(PersonaScreen& mine, const views::RoomView& room, Frame& frame, Intents& out);
/// By taps: the note that is being changed one step up (−1) or down (1) in its field. False when there is no such step;
/// without `out` it only tells.
bool move_persona_note(const PersonaScreen& mine, const views::RoomView& room, int by, Intents* out);

/// The cards, and a way to a new one, in the room that there is.
void draw_persona_cards(PersonaScreen& mine, const views::WallView& view, const PersonaWords& course, Frame& frame,
                        const base::Rect& place, Intents& out);
/// What a card of the session's own has, in the order that it is written in.
struct OwnPart {
    std::string_view id, icon;
    std::string views::PersonaView::*text;
    bool lines;
};
inline constexpr std::array<OwnPart, 7> own_parts{{{"name", {}, &views::PersonaView::name, false},
                                                   {"description", {}, &views::PersonaView::description, true},
                                                   {"everyday", icon::person, &views::PersonaView::everyday, true},
                                                   {"needs", icon::target, &views::PersonaView::needs, true},
                                                   {"obstacles", icon::warning, &views::PersonaView::obstacles, true},
                                                   {"help", icon::lightbulb, &views::PersonaView::help, true},
                                                   {"quote", icon::quote, &views::PersonaView::quote, true}}};

/// A card of the session's own over the whole of `place`, to be read from the tables: who she is, and beside it each
/// field that is filled in below its heading.
void draw_large_persona(const PersonaWords& words, std::string_view colour, Frame& frame, base::Rect place);
/// Puts a card in its fields.
void show_persona(PersonaScreen::Card& card, const views::PersonaView& person);
/// The card as it stands in its fields.
views::PersonaView written_card(const PersonaScreen::Card& card);
/// The session's own card that is open: at its left who she is, where there is room for it; then its fields.
void draw_own_persona(PersonaScreen& mine, Frame& frame, base::Rect place, std::string_view colour, Intents& out);
/// px: how wide a card's left part is, who it is; 0 where there is hardly room for what is written.
double who_width(const PersonaScreen& mine, const Frame& frame, const base::Rect& card);
/// What has been told of the open card since; one that is no more is left for the course's.
void follow_persona(PersonaScreen& mine, const views::WallView& view);
/// What stands in its fields, once it has a name and differs from what is known. Before it is left.
void write_persona(PersonaScreen& mine, Intents& out);
/// The text before the caret of its field that is written in; empty: none is.
std::string_view typed_in_persona(const PersonaScreen& mine);
/// Takes the keyboard to the field after the one that is written in.
void next_persona_field(PersonaScreen& mine, Frame& frame);
/// By taps: the open card one step up (−1) or down (1) among the session's own. False when there is no such step;
/// without `out` it only tells.
bool move_persona_card(const PersonaScreen& mine, int by, Intents* out);
/// The colour that goes with the card, by its birth; the course's has the first.
std::string_view persona_colour(const PersonaScreen& mine, const views::WallView& view);

/// Beside the card: who it is, and what belongs to the keyboard; clock, who else writes, and the ways on.
void draw_persona_left(PersonaScreen& mine, const views::WallView& view, const PersonaWords& words, Frame& frame,
                       base::Rect place, Intents& out);
void draw_persona_right(PersonaScreen& mine, const views::WallView& view, Frame& frame, base::Rect place, Intents& out);

}  // namespace ui
