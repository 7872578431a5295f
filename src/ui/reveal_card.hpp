#pragma once
#include "ui/screen_reveal.hpp"

namespace ui {

/// True when the vote is about ideas: they can be saved, or are.
bool has_reveal_card(const views::WallView& view, const views::PollView& poll);
/// What goes into the register, and under which numbers what is there already. One can choose as long as anything can
/// be saved, whatever was saved before, from this vote or another. Ids: "save/<note>", "save", "undo", "open/<number>",
/// "open" (the first one, when nothing is ticked).
void draw_reveal_card(RevealScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
                      const base::Rect& area, Intents& out);

}  // namespace ui
