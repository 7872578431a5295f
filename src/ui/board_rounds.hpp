#pragma once
#include <vector>

#include "ui/canvas_hands.hpp"
#include "ui/sheet_boards.hpp"
#include "views/wall.hpp"

namespace ui {

/// Rings around the frames that are filled in in this round, while this board is in it. Over the board's drawing in
/// `area`.
void mark_rounds(const views::WallView& view, const Canvas& canvas, const Camera& camera, Frame& frame,
                 const base::Rect& area);

/// Height of a card of draw_rounds_card, design px: with letters of 20 to 24 in one row, and with those of 34 that a
/// room sees, above each other.
inline constexpr double rounds_card_high = 68, rounds_card_room_high = 124;
/// Which round goes on and what is left of it, as a card; nothing while none does. Ids: "rounds", "rounds/clock".
void draw_rounds_card(const views::WallView& view, Frame& frame, const base::Rect& area, double letters);
/// The same at the top right of a board, in letters for a whole room.
void draw_rounds_to_room(const views::WallView& view, Frame& frame, const base::Rect& area);

/// Top right of a board, beside its name: the clock of the rounds that go on and what can be done with them, whichever
/// board is looked at; else, on a board whose template has a clock, the button that starts them, for all tables' boards
/// that were made with it. Ids: "rounds/start", "rounds/pause", "rounds/again", "rounds/skip", "rounds/stop"; "rounds"
/// tells which goes on.
void draw_rounds(const views::WallView& view, const std::vector<BoardChoice>& forms, const base::Id& board,
                 Frame& frame, const base::Rect& area, Intents& out);

}  // namespace ui
