#include "ui/board_zoom.hpp"

#include <algorithm>

namespace ui {

void BoardZoom::by(double ratio) {
    factor = std::clamp(factor.value_or(shown) * ratio, least, most);
}

std::optional<Pinch> pinch_board(BoardZoom& mine, Frame& frame, std::string_view id, const base::Rect& place) {
    const auto pinch = frame.pinch(id, place);
    if (pinch && pinch->ratio != 1) mine.by(pinch->ratio);
    if (pinch) frame.redraw_in(0);
    return pinch;
}

void keep_between_fingers(const BoardZoom& mine, Frame& frame, const std::optional<Pinch>& pinch,
                          const base::Rect& place, double height_px, std::string_view scroll) {
    if (!pinch || mine.height_px <= 0) return;
    const double before = pinch->centre.y - pinch->by.y - place.y, now = pinch->centre.y - place.y;
    frame.scroll_to(scroll, (mine.at_px + before) * height_px / mine.height_px - now);
}

}  // namespace ui
