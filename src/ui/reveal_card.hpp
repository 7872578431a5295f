#pragma once
#include "ui/screen_reveal.hpp"

namespace ui {

/// True when the vote is about ideas: they can be saved, or are.
bool has_reveal_card(const views::WallView& view, const views::PollView& poll);
/// What goes into the register, and then under which numbers. Ids: "save/<note>", "save", "undo", "open/<number>".
void draw_reveal_card(RevealScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
                      const base::Rect& area, Intents& out);

}  // namespace ui
