#pragma once
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

/// Beside the card: who it is, and what belongs to the keyboard; clock, who else writes, and the ways on.
void draw_persona_left(PersonaScreen& mine, const views::WallView& view, const PersonaWords& words, Frame& frame,
                       base::Rect place, Intents& out);
void draw_persona_right(PersonaScreen& mine, const views::WallView& view, Frame& frame, base::Rect place, Intents& out);

}  // namespace ui
