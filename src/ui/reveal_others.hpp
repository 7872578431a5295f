#pragma once
#include "ui/frame.hpp"
#include "views/page.hpp"

namespace ui {

/// What other methods make of the same ballots, below the vote's own, which is said to decide. Ids: "others/text",
/// "others/winner/<method>", "others/order/<method>".
void draw_others(const views::PollView& poll, Frame& frame, base::Rect area);

}  // namespace ui
