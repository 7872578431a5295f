#pragma once
#include <optional>
#include <string_view>

#include "ui/frame.hpp"

namespace ui {

/// How large a board is drawn when hands have said so: two fingers on empty places of it, or the commands that do the
/// same. "Visa allt" takes it back.
struct BoardZoom {
    static constexpr double least = 0.5, most = 2, step = 1.25;
    std::optional<double> factor;  // of the design's size; none: as it fits
    double shown = 1;              // how large it was in the frame before
    double at_px = 0;              // how far its content was scrolled then
    double height_px = 0;          // and how high it was

    void by(double ratio);
};

/// Before the layout: what fingers do in this frame. `id` names the board's place.
std::optional<Pinch> pinch_board(BoardZoom& mine, Frame& frame, std::string_view id, const base::Rect& place);
/// After it: what is between the fingers stays there. `height_px`: what the board takes now; `scroll`: the id of its
/// Scroll, which comes after this.
void keep_between_fingers(const BoardZoom& mine, Frame& frame, const std::optional<Pinch>& pinch,
                          const base::Rect& place, double height_px, std::string_view scroll);

}  // namespace ui
