#pragma once
#include <imgui.h>
#include <vector>

#include "ui/screen_painter.hpp"

namespace ui {

struct ScreenPainter::Drawn {
    std::vector<ImDrawCmd> commands;
};

inline ImVec2 to_vec(double x, double y) {
    return {static_cast<float>(x), static_cast<float>(y)};
}
inline ImVec2 to_vec(base::Point point) {
    return to_vec(point.x, point.y);
}
inline ImU32 to_ink(base::Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}
/// The rectangle on whole px.
base::Rect on_whole_px(const base::Rect& area);

}  // namespace ui
