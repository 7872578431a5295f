#include "ui/canvas_ink.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr double least_step = 0.5;  // board px: closer points say nothing
constexpr double stroke_off = 0.7;

/// How far from `from` to `to` the nearest place on the way is, 0 to 1.
double share_of_way(base::Point at, base::Point from, base::Point to) {
    const auto way = to - from, by = at - from;
    const double square = way.x * way.x + way.y * way.y;
    return square > 0 ? std::clamp((by.x * way.x + by.y * way.y) / square, 0.0, 1.0) : 0;
}

double distance_to_part(base::Point at, base::Point from, base::Point to) {
    const auto way = to - from, by = at - from;
    const double along = share_of_way(at, from, to);
    return std::hypot(by.x - along * way.x, by.y - along * way.y);
}

base::Point point_of(const model::InkPoint& point) {
    return {point.x, point.y};
}

/// How far an edge of the stroke goes wrong without this point.
double off_without(const model::InkPoint& at, const model::InkPoint& from, const model::InkPoint& to, double width) {
    const double along = share_of_way(point_of(at), point_of(from), point_of(to));
    const double first = double(from.pressure), last = double(to.pressure);
    const double pressed = std::abs(double(at.pressure) - (first + (last - first) * along));
    // As paint draws it: the whole range of pressure makes a stroke wider by its width.
    return std::max(distance_to_part(point_of(at), point_of(from), point_of(to)), pressed * width / 2);
}

double side_of(base::Point from, base::Point to, base::Point at) {
    return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}

bool do_cross(base::Point a, base::Point b, base::Point c, base::Point d) {
    return side_of(a, b, c) * side_of(a, b, d) < 0 && side_of(c, d, a) * side_of(c, d, b) < 0;
}

}  // namespace

model::Item begin_stroke(const model::Id& id, base::Point at, std::string_view colour, double width, double pressure) {
    model::Item stroke;
    stroke.id = id;
    stroke.type = model::ItemType::ink;
    stroke.place = {at.x, at.y, 0, 0};
    stroke.colour = colour;
    stroke.size = width;
    stroke.ink = {{0, 0, static_cast<float>(pressure)}};
    return stroke;
}

void go_on(model::Item& stroke, base::Point to, double pressure) {
    if (!std::isfinite(to.x) || !std::isfinite(to.y)) return;
    const auto last = end_of(stroke);
    const auto pressed = static_cast<float>(pressure);
    if (!stroke.ink.empty() && std::hypot(to.x - last.x, to.y - last.y) < least_step) {
        stroke.ink.back().pressure = std::max(stroke.ink.back().pressure, pressed);
        return;
    }
    auto& place = stroke.place;
    const double left = std::min(place.x, to.x), top = std::min(place.y, to.y);
    const double right = std::max(place.right(), to.x), bottom = std::max(place.bottom(), to.y);
    const auto dx = static_cast<float>(place.x - left), dy = static_cast<float>(place.y - top);
    if (dx > 0 || dy > 0) {
        for (auto& point : stroke.ink) {
            point.x += dx;
            point.y += dy;
        }
    }
    place = {left, top, right - left, bottom - top};
    stroke.ink.push_back({static_cast<float>(to.x - left), static_cast<float>(to.y - top), pressed});
}

base::Point end_of(const model::Item& stroke) {
    if (stroke.ink.empty()) return stroke.place.top_left();
    return stroke.place.top_left() + point_of(stroke.ink.back());
}

std::vector<model::InkPoint> simplified(std::span<const model::InkPoint> points, double off, double width) {
    if (points.size() < 3) return {points.begin(), points.end()};
    std::vector<bool> stays(points.size(), false);
    stays.front() = stays.back() = true;
    // By a list of its own: a stroke of a thousand turns is no reason for a deep stack.
    std::vector<std::pair<std::size_t, std::size_t>> parts{{0, points.size() - 1}};
    while (!parts.empty()) {
        const auto [from, to] = parts.back();
        parts.pop_back();
        double most = off;
        std::size_t furthest = from;
        for (auto i = from + 1; i < to; ++i) {
            const double far = off_without(points[i], points[from], points[to], width);
            if (far <= most) continue;
            most = far;
            furthest = i;
        }
        if (furthest == from) continue;
        stays[furthest] = true;
        parts.emplace_back(from, furthest);
        parts.emplace_back(furthest, to);
    }
    std::vector<model::InkPoint> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (stays[i]) kept.push_back(points[i]);
    }
    return kept;
}

model::Item finished_stroke(model::Item stroke) {
    stroke.ink = simplified(stroke.ink, stroke_off, stroke.size);
    // A dot has a place too: it is touched and found by it.
    const double least = std::max(1.0, stroke.size);
    const double grown_x = std::max(0.0, least - stroke.place.w) / 2,
                 grown_y = std::max(0.0, least - stroke.place.h) / 2;
    stroke.place = stroke.place.inset(-grown_x, -grown_y);
    for (auto& point : stroke.ink) {
        point.x += static_cast<float>(grown_x);
        point.y += static_cast<float>(grown_y);
    }
    return stroke;
}

bool crosses(std::span<const base::Point> line, base::Point from, base::Point to, double reach) {
    if (line.size() == 1) return distance_to_part(line.front(), from, to) <= reach;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto a = line[i - 1], b = line[i];
        if (do_cross(a, b, from, to)) return true;
        const double near = std::min({distance_to_part(a, from, to), distance_to_part(b, from, to),
                                      distance_to_part(from, a, b), distance_to_part(to, a, b)});
        if (near <= reach) return true;
    }
    return false;
}

std::vector<base::Point> points_of(const model::Item& stroke) {
    std::vector<base::Point> points;
    points.reserve(stroke.ink.size());
    for (const auto& point : stroke.ink) points.push_back(stroke.place.top_left() + point_of(point));
    return points;
}

bool is_inside(std::span<const base::Point> outline, base::Point at) {
    if (outline.size() < 3) return false;
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const auto a = outline[i], b = outline[j];
        if ((a.y > at.y) == (b.y > at.y)) continue;
        if (at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

}  // namespace ui
