#pragma once
#include <vector>

#include "ui/canvas_hands.hpp"
#include "ui/sheet_boards.hpp"
#include "views/wall.hpp"

namespace ui {

/// Rings around the frames that are filled in in this round, while the board that is looked at is in it. Within the
/// board's drawing.
void mark_rounds(const CanvasScene& scene, const views::WallView& view);

/// Top right of a board, beside its name: the clock of the rounds that go on and what can be done with them, whichever
/// board is looked at; else, on a board whose template has a clock, the button that starts them, for all tables' boards
/// that were made with it. Ids: "rounds/start", "rounds/pause", "rounds/again", "rounds/skip", "rounds/stop"; "rounds"
/// tells which goes on.
void draw_rounds(const views::WallView& view, const std::vector<BoardChoice>& forms, const base::Id& board,
                 Frame& frame, const base::Rect& area, Intents& out);

}  // namespace ui
