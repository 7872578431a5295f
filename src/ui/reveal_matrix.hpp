#pragma once
#include "ui/frame.hpp"
#include "views/page.hpp"

namespace ui {

/// A vote by benefit and effort (mockup 07): each idea where the group's middle lies. Ids: "idea/<option>". `design`:
/// px of the ideas' text.
void draw_matrix(const views::PollView& poll, Frame& frame, base::Rect area, double design = 20);

}  // namespace ui
