#pragma once
#include "ui/frame.hpp"
#include "views/page.hpp"

namespace ui {

/// Of a vote by consent: the proposal, and below it a card for each reason to object. Ids: "proposal", "objection/0" …
void draw_objections(const views::PollView& poll, Frame& frame, const base::Rect& area);
/// The same for the room, where nobody scrolls: smaller, and at last without those that there is no room for ("more").
void draw_audience_objections(const views::PollView& poll, Frame& frame, base::Rect area);

}  // namespace ui
