#pragma once
#include <map>
#include <memory>

#include "ui/canvas_draw.hpp"
#include "ui/frame.hpp"
#include "ui/note_hands.hpp"
#include "ui/rail.hpp"
#include "views/wall.hpp"

namespace ui {

/// What of a free board the wall looks at. What it points to is the wall's, which outlives whoever looks at it.
struct BoardSight {
    const Canvas* canvas = nullptr;  // null: the wall shows no free board
    base::Rect seen;                 // board px
    const Moved* moved = nullptr;
    std::uint64_t revision = 0, moves = 0;         // so that one tells whether anything has changed
    std::optional<base::Id> large = std::nullopt;  // that is shown large
    bool operator==(const BoardSight&) const = default;
};

/// What the room sees without controls: on a second display, in the trainer's live picture, behind the lock. No text
/// below 32 px, no author, nothing that can be pressed.
struct Audience {
    Rail rail;
    NoteHands hands;             // only for what is new
    base::Id awaited, revealed;  // the vote that goes on, and the one whose rows have come
    double revealed_s = 0;
    std::map<base::Id, double> aside;  // points of the curve that are talked about at the wall
    BoardSight board;                  // shown instead of the session while the wall shows it
    CanvasPicture board_picture;
    const Canvas* pictured = nullptr;  // that the picture is of
    /// The board as it was when the picture was made to stand still.
    struct Still {
        std::shared_ptr<const Canvas> canvas;
        base::Rect seen;
        std::optional<base::Id> large;
    };
    Still still;
    bool stands_still = false;
};
void draw_audience(Audience& mine, const views::WallView& view, Frame& frame);

}  // namespace ui
