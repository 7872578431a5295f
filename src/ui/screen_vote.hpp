#pragma once
#include <optional>

#include "ui/frame.hpp"
#include "ui/rail.hpp"
#include "ui/vote_closing.hpp"
#include "views/wall.hpp"

namespace ui {

struct VoteScreen {
    JoinCode join;
    std::optional<double> closes_in_s;                      // the countdown that is shown; the audience has none
    ClosesBecause closes_because = ClosesBecause::nothing;  // what the countdown says
    bool keeps_open = false;                                // "Vänta" was tapped: whoever draws it empties this
};
/// A vote that goes on (mockup 05): options, code, how many have voted, time. Nothing of the outcome. Ids: "vote/wait",
/// which stops the countdown, "vote/secret".
void draw_vote(VoteScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
               const base::Rect& area);

}  // namespace ui
