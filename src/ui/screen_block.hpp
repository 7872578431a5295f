#pragma once
#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "ui/rail.hpp"
#include "views/wall.hpp"

namespace ui {

/// What has no board of its own: the lobby before the first block, a question and its task, a break, the end.
struct BlockScreen {
    JoinCode join;
};
/// Before the first block: how to join, large.
void draw_lobby(BlockScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area);
/// Question and task, large; for turns also which deed comes next. Ids: "block/turn".
void draw_block(const views::WallView& view, Frame& frame, const base::Rect& area, bool audience, Intents& out);
/// The clock, when it goes on, and what comes.
void draw_break(const views::WallView& view, Frame& frame, const base::Rect& area);
void draw_ended(const views::WallView& view, Frame& frame, const base::Rect& area);

}  // namespace ui
