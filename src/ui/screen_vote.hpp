#pragma once
#include "ui/frame.hpp"
#include "ui/rail.hpp"
#include "views/wall.hpp"

namespace ui {

struct VoteScreen {
    JoinCode join;
};
/// A vote that goes on (mockup 05): options, code, how many have voted, time. Nothing of the outcome.
void draw_vote(VoteScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
               const base::Rect& area);

}  // namespace ui
