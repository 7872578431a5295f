#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "paint/board_item_private.hpp"

namespace paint {
namespace {

using base::Point;
using Way = std::vector<Point>;

double length_of(Point d) {
    return std::hypot(d.x, d.y);
}
Point times(Point d, double factor) {
    return {d.x * factor, d.y * factor};
}
Point point_between(Point a, Point b, double t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}
double length_of(std::span<const Point> way) {
    double sum = 0;
    for (std::size_t i = 1; i < way.size(); ++i) sum += length_of(way[i] - way[i - 1]);
    return sum;
}

/// Where a line leaves an item, and which way; a free end has no way of its own.
struct WayOut {
    Point at, out;
};

/// The sides that look at each other: across where there is more room across than down.
std::array<WayOut, 2> ways_out(const base::Rect& a, bool a_free, const base::Rect& b, bool b_free) {
    const double across = std::max(b.x - a.right(), a.x - b.right());
    const double down = std::max(b.y - a.bottom(), a.y - b.bottom());
    const auto ca = a.centre(), cb = b.centre();
    if (across < 0 && down < 0) return {{{ca, {}}, {cb, {}}}};
    std::array<WayOut, 2> ways;
    if (across >= down) {
        const double turn = cb.x >= ca.x ? 1 : -1;
        ways = {{{{turn > 0 ? a.right() : a.x, ca.y}, {turn, 0}}, {{turn > 0 ? b.x : b.right(), cb.y}, {-turn, 0}}}};
    } else {
        const double turn = cb.y >= ca.y ? 1 : -1;
        ways = {{{{ca.x, turn > 0 ? a.bottom() : a.y}, {0, turn}}, {{cb.x, turn > 0 ? b.y : b.bottom()}, {0, -turn}}}};
    }
    if (a_free) ways[0] = {ca, {}};
    if (b_free) ways[1] = {cb, {}};
    return ways;
}

Way bow(const WayOut& from, const WayOut& to) {
    constexpr int steps = 24;
    constexpr double least_pull = 16, most_pull = 300;
    const auto way = to.at - from.at;
    const double pull = std::clamp(length_of(way) * 0.4, least_pull, most_pull);
    const bool straight = (from.out == Point{} && to.out == Point{}) || std::abs(way.x) < 1 || std::abs(way.y) < 1;
    if (straight) return {from.at, to.at};
    auto first = from.at + times(from.out, pull);
    auto second = to.at + times(to.out, pull);
    if (from.out == Point{}) first = point_between(from.at, second, 0.5);
    if (to.out == Point{}) second = point_between(to.at, first, 0.5);
    Way points;
    points.reserve(steps + 1);
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const auto a = point_between(from.at, first, t), b = point_between(first, second, t),
                   c = point_between(second, to.at, t);
        points.push_back(point_between(point_between(a, b, t), point_between(b, c, t), t));
    }
    return points;
}

/// The point so far from the end, going back along the way; the way ends there afterwards.
Point shorten(Way& way, double by) {
    while (way.size() >= 2) {
        const auto end = way.back(), before = way[way.size() - 2];
        const double piece = length_of(end - before);
        if (piece > by) {
            way.back() = point_between(end, before, by / piece);
            return way.back();
        }
        if (way.size() == 2) return before;
        by -= piece;
        way.pop_back();
    }
    return way.empty() ? Point{} : way.back();
}

/// Pieces of `on` with `off` between them; never more than can be told apart, however long the line.
void draw_dashes(Painter& painter, const Way& way, base::Colour colour, double width, double on, double off) {
    constexpr double most_dashes = 200;
    const double longer = std::max(1.0, length_of(way) / (most_dashes * (on + off)));
    on *= longer;
    off *= longer;
    Way dash;
    bool drawing = true;
    double left = on;
    if (!way.empty()) dash.push_back(way.front());
    for (std::size_t i = 1; i < way.size(); ++i) {
        auto at = way[i - 1];
        double piece = length_of(way[i] - at);
        while (piece > left) {
            at = point_between(at, way[i], left / piece);
            piece = length_of(way[i] - at);
            dash.push_back(at);
            if (drawing) painter.line(dash, colour, width);
            dash.assign(1, at);
            drawing = !drawing;
            left = drawing ? on : off;
        }
        left -= piece;
        dash.push_back(way[i]);
    }
    if (drawing) painter.line(dash, colour, width);
}

constexpr double least_dot = 2;  // px of the target: smaller ones are not seen

/// Round dots of that width, with one and a half of it between them; as few as dashes are.
void draw_dots(Painter& painter, const Way& way, base::Colour colour, double width) {
    constexpr double most_dots = 100;
    const double apart = std::max(2.5 * width, length_of(way) / most_dots);
    double next = 0;  // px to the next one
    for (std::size_t i = 1; i < way.size(); ++i) {
        const double piece = length_of(way[i] - way[i - 1]);
        for (; next <= piece && piece > 0; next += apart) {
            painter.circle(point_between(way[i - 1], way[i], next / piece), width / 2, colour);
        }
        next = std::max(0.0, next - piece);
    }
}

void draw_arrow(Painter& painter, Point tip, Point foot, double half, base::Colour colour) {
    const auto way = tip - foot;
    const double length = length_of(way);
    if (length <= 0) return;
    const Point aside{-way.y / length * half, way.x / length * half};
    painter.polygon(std::array{tip, foot + aside, foot - aside}, colour);
}

/// One that leads there is whole and has one head, a cause is in long dashes and has two, what belongs together is
/// dotted and ends in a ring; one that says nothing is thin and has no head.
void draw_way(Painter& painter, const Palette& palette, Way way, std::string_view means, base::Colour colour,
              double width) {
    const double head = 4 * width, half = 1.8 * width;
    const auto tip = way.back();
    if (means == "leads_to") {
        const auto foot = shorten(way, head);
        painter.line(way, colour, width);
        draw_arrow(painter, tip, foot, half, colour);
    } else if (means == "causes") {
        const auto middle = shorten(way, 0.8 * head);
        const auto foot = shorten(way, head);
        draw_dashes(painter, way, colour, 1.25 * width, 5 * width, 3 * width);
        draw_arrow(painter, middle, foot, half, colour);
        draw_arrow(painter, tip, middle, half, colour);
    } else if (means == "belongs_to") {
        const auto centre = shorten(way, 1.5 * width);
        draw_dots(painter, way, colour, std::max(least_dot, width));
        painter.circle(centre, 2 * width, palette.surface);
        painter.ring(centre, 1.5 * width, colour, width);
    } else {
        painter.line(way, colour, 0.75 * width);
    }
}

}  // namespace

LinePath line_path(const model::Item& line, const base::Rect* from, const base::Rect* to) {
    const base::Rect a = from != nullptr ? *from : base::Rect{line.from.at.x, line.from.at.y, 0, 0};
    const base::Rect b = to != nullptr ? *to : base::Rect{line.to.at.x, line.to.at.y, 0, 0};
    const auto ways = ways_out(a, from == nullptr, b, to == nullptr);
    LinePath path;
    path.points = bow(ways[0], ways[1]);
    const auto half = path.points.size() / 2;
    path.label_at = path.points.size() == 2 ? point_between(path.points[0], path.points[1], 0.5) : path.points[half];
    return path;
}

void draw_board_line(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
                     const LinePath& path, const ItemLook& look) {
    if (path.points.size() < 2) return;
    Way way;
    way.reserve(path.points.size());
    for (const auto& point : path.points) way.push_back(on_target(point, look));
    const auto colour = pen_colour(palette, item.colour);
    draw_way(painter, palette, std::move(way), item.means, colour, std::max(0.5, pen_width(item) * look.scale));
    if (text.words == nullptr) return;
    const double ratio = look.scale / text.scale;
    const auto words = text.words->bounds();
    const auto centre = on_target(path.label_at, look);
    const base::Rect area{centre.x - words.w * ratio / 2, centre.y - words.h * ratio / 2, words.w * ratio,
                          words.h * ratio};
    const auto back = area.inset(-8 * look.scale, -3 * look.scale);
    painter.fill(back, 10 * look.scale, palette.surface);
    painter.stroke(back, 10 * look.scale, colour, 1.5 * look.scale);
    draw_item_words(painter, text.words, {-words.x, -words.y}, text, area, palette.ink, look);
}

}  // namespace paint
