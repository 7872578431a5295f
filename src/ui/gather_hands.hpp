#pragma once
#include "ui/note_hands.hpp"

namespace ui {

/// "Gruppera": a frame drawn on empty board, or notes tapped one by one, become a group that is given a name.
/// The frame that `mine.framing` draws, after the notes.
void draw_gathering(NoteHands& mine, Writing& writing, const paint::IdeaWall& wall, Frame& frame);
/// What is chosen so far and the way on, low on the board. Ids: "gather/name", "gather/stop".
void gather_bar(NoteHands& mine, Writing& writing, const base::Rect& board, Frame& frame);

}  // namespace ui
