#pragma once
#include <optional>
#include <vector>

#include "ui/canvas_draw.hpp"

namespace ui {

/// All of a board, small: a low picture of it that is made anew at most four times a second, however large it is.
class BoardMinimap {
  public:
    /// Draws it with a frame around what the camera sees. Gives the place that hands ask for, board px: a tap, or a
    /// drag. Ids: "map".
    std::optional<base::Point> draw(const Canvas& canvas, const base::Rect& seen, Frame& frame, const base::Rect& box);

  private:
    struct Piece {
        base::Rect place;  // board px
        base::Colour colour;
    };
    void remake(const Canvas& canvas, const paint::Palette& palette);

    std::vector<Piece> pieces_;
    base::Rect extent_;
    base::Id board_;
    std::uint64_t revision_ = 0;
    bool dark_ = false;
    double made_s_ = -1;
};

}  // namespace ui
