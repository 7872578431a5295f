#pragma once
#include "ui/screen_start.hpp"

namespace ui {

/// Ids: "meeting/<idea>", "waiting/tests", "waiting/fresh", "waiting/inbox".
void draw_today(StartScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area);

}  // namespace ui
