#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include "ui/frame.hpp"

namespace ui {

/// Keeps the block that is on in sight: when another comes on, and when the list is given other room. A hand that
/// scrolls has it as it likes in between.
struct AgendaFollow {
    std::string block;
    double at = 0, row_px = 0, room_px = 0;

    /// `now` is the block that is on, in row `now_at`. To be called inside the list's area, after its rows.
    void follow(Frame& frame, std::string_view list, std::string_view now, double now_at, double row, double room) {
        if (now == block && now_at == at && row == row_px && room == room_px) return;
        block = now;
        at = now_at;
        row_px = row;
        room_px = room;
        // One that has been is in sight too where there is room for it.
        const double before = room < 3 * row ? 0 : 1;
        frame.scroll_to(list, std::max(0.0, row * (at - before)));
        frame.redraw_in(0);
    }
};

}  // namespace ui
