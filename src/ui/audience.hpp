#pragma once
#include <map>

#include "ui/frame.hpp"
#include "ui/note_hands.hpp"
#include "ui/rail.hpp"
#include "views/wall.hpp"

namespace ui {

/// What the room sees without controls: on a second display, in the trainer's live picture, behind the lock. No text
/// below 32 px, no author, nothing that can be pressed.
struct Audience {
    Rail rail;
    NoteHands hands;             // only for what is new
    base::Id awaited, revealed;  // the vote that goes on, and the one whose rows have come
    double revealed_s = 0;
    std::map<base::Id, double> aside;  // points of the curve that are talked about at the wall
};
void draw_audience(Audience& mine, const views::WallView& view, Frame& frame);

}  // namespace ui
