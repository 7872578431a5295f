#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "ui/frame.hpp"
#include "ui/scroll.hpp"

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
/// Both around `lay_out(place, most, least)`, which gives a board: as large as hands have said, else as it fits, down
/// to `smallest`. It scrolls, as `id`, when it is higher than its place.
template <class LayOut>
auto lay_out_zoomed(BoardZoom& mine, Frame& frame, const std::string& id, const base::Rect& place, double smallest,
                    std::optional<Scroll>& scroll, const LayOut& lay_out) {
    const double scale = frame.px(1);
    const auto pinch = pinch_board(mine, frame, "pinch/" + id, place);
    auto board = lay_out(place, scale * mine.factor.value_or(1), scale * mine.factor.value_or(smallest));
    keep_between_fingers(mine, frame, pinch, place, board.height, id);
    if (board.height > place.h) {
        scroll.emplace(frame, id, place, board.height);
        board = lay_out(scroll->content(), board.scale, board.scale);
    }
    mine.shown = board.scale / scale;
    mine.at_px = scroll ? scroll->at_px() : 0;
    mine.height_px = board.height;
    return board;
}

}  // namespace ui
