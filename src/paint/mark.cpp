#include "paint/mark.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace paint {
namespace {

using base::Point;

Point on_circle(Point centre, double radius, double turn) {
    const double angle = 2 * std::numbers::pi * (turn - 0.25);  // 0 is up
    return {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
}

/// Five kites that meet in the middle; the pentagon between hides the seams.
void draw_star(Painter& painter, const base::Rect& area, base::Colour colour) {
    const double outer = area.w / 2;
    const double inner = outer * 0.42;
    const Point centre{area.centre().x, area.centre().y + area.h * 0.04};
    std::array<Point, 5> hollows;
    for (int i = 0; i < 5; ++i) {
        const double turn = i / 5.0;
        hollows[static_cast<std::size_t>(i)] = on_circle(centre, inner, turn + 0.1);
        painter.polygon(std::array{on_circle(centre, outer, turn), on_circle(centre, inner, turn + 0.1), centre,
                                   on_circle(centre, inner, turn - 0.1)},
                        colour);
    }
    painter.polygon(hollows, colour);
}

}  // namespace

void draw_mark(Painter& painter, Mark mark, const base::Rect& area, base::Colour colour) {
    const auto at = [&area](double x, double y) { return Point{area.x + area.w * x, area.y + area.h * y}; };
    switch (mark) {
        case Mark::disc:
            return painter.circle(area.centre(), area.w / 2, colour);
        case Mark::triangle:
            return painter.polygon(std::array{at(0.5, 0.04), at(1, 0.96), at(0, 0.96)}, colour);
        case Mark::diamond:
            return painter.polygon(std::array{at(0.5, 0), at(1, 0.5), at(0.5, 1), at(0, 0.5)}, colour);
        case Mark::square:
            return painter.fill(area, area.w / 8, colour);
        case Mark::cross:
            painter.fill({area.x + area.w * 0.34, area.y, area.w * 0.32, area.h}, 0, colour);
            return painter.fill({area.x, area.y + area.h * 0.34, area.w, area.h * 0.32}, 0, colour);
        case Mark::hexagon:
            return painter.polygon(
                std::array{at(0.25, 0.04), at(0.75, 0.04), at(1, 0.5), at(0.75, 0.96), at(0.25, 0.96), at(0, 0.5)},
                colour);
        case Mark::ring:
            return painter.ring(area.centre(), area.w * 0.39, colour, area.w * 0.22);
        case Mark::star:
            return draw_star(painter, area, colour);
    }
}

}  // namespace paint
