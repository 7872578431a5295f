#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "ui/screen_painter_private.hpp"

namespace ui {
namespace {

// As few as nobody sees: in software each triangle costs as much as a hundred of its px.
constexpr int steps_per_corner = 4;
constexpr int points_per_ring = 4 * (steps_per_corner + 1);
constexpr int rings = 4;

/// Points of a rounded rectangle, `grown` px larger on all sides.
std::array<ImVec2, points_per_ring> ring_points(const base::Rect& area, double radius, double grown) {
    std::array<ImVec2, points_per_ring> points;
    const double r = std::min({radius, area.w / 2, area.h / 2});
    const std::array<base::Point, 4> centres{base::Point{area.right() - r, area.y + r},
                                             {area.right() - r, area.bottom() - r},
                                             {area.x + r, area.bottom() - r},
                                             {area.x + r, area.y + r}};
    std::size_t at = 0;
    for (std::size_t corner = 0; corner < 4; ++corner) {
        for (int i = 0; i <= steps_per_corner; ++i) {
            const double angle =
                std::numbers::pi / 2 * (static_cast<double>(corner) - 1 + static_cast<double>(i) / steps_per_corner);
            points[at++] = to_vec(centres[corner].x + (r + grown) * std::cos(angle),
                                  centres[corner].y + (r + grown) * std::sin(angle));
        }
    }
    return points;
}

/// How dark a blurred edge is, from 1 deep inside (t = −1) to 0 outside (t = 1): near the integral of a bell.
double falloff(double t) {
    const double s = std::clamp((1 - t) / 2, 0.0, 1.0);
    return s * s * (3 - 2 * s);
}

/// From the outline of a rounded rectangle; negative inside. Source: Quilez, "2D distance functions".
double distance_to(const base::Rect& area, double radius, const ImVec2& point) {
    const double r = std::min({radius, area.w / 2, area.h / 2});
    const double x = std::abs(point.x - area.x - area.w / 2) - area.w / 2 + r;
    const double y = std::abs(point.y - area.y - area.h / 2) - area.h / 2 + r;
    return std::hypot(std::max(x, 0.0), std::max(y, 0.0)) + std::min(std::max(x, y), 0.0) - r;
}

}  // namespace

void ScreenPainter::shadow(const base::Rect& area, double radius, double spread, double alpha) {
    if (area.empty() || spread <= 0 || alpha <= 0) return;
    const auto below = area.moved(0, spread / 3);
    const double far = spread * 0.8, round = std::max(radius, spread / 3);
    if (outside(below.inset(-far))) return;
    const double in = std::min({1.0, area.w / 2, area.h / 2});  // below the edge of what casts it
    const auto inner = ring_points(area.inset(in), std::max(0.0, radius - in), 0);
    const auto outer = ring_points(below, round, far);
    const auto uv = ImGui::GetFontTexUvWhitePixel();
    list_.PrimReserve((rings - 1) * points_per_ring * 6, rings * points_per_ring);
    const auto base_index = list_._VtxCurrentIdx;
    for (int k = 0; k < rings; ++k) {
        const double out = static_cast<double>(k) / (rings - 1);
        for (std::size_t i = 0; i < inner.size(); ++i) {
            const double t = distance_to(below, round, inner[i]) / far;
            const double dark = std::clamp(alpha * falloff(t + (1 - t) * out), 0.0, 1.0);
            list_.PrimWriteVtx(to_vec(std::lerp(inner[i].x, outer[i].x, out), std::lerp(inner[i].y, outer[i].y, out)),
                               uv, IM_COL32(0x17, 0x21, 0x1F, static_cast<int>(std::lround(dark * 255))));
        }
    }
    for (int k = 0; k + 1 < rings; ++k) {
        for (int i = 0; i < points_per_ring; ++i) {
            const auto a = static_cast<unsigned>(k * points_per_ring + i);
            const auto b = static_cast<unsigned>(k * points_per_ring + (i + 1) % points_per_ring);
            for (const unsigned corner : {a, b, b + points_per_ring, a, b + points_per_ring, a + points_per_ring}) {
                list_.PrimWriteIdx(static_cast<ImDrawIdx>(base_index + corner));
            }
        }
    }
}

void ScreenPainter::strip(std::span<const base::Point> points, base::Colour colour) {
    if (points.size() < 3 || colour.a == 0) return;
    const auto full = IM_COL32(colour.r, colour.g, colour.b, colour.a);
    const auto none = IM_COL32(colour.r, colour.g, colour.b, 0);
    const auto uv = ImGui::GetFontTexUvWhitePixel();
    const auto count = static_cast<int>(points.size());
    // Each point has a twin half a px further out, without colour, for smooth edges along both sides.
    const auto out = [&](int i) {
        const auto& at = points[static_cast<std::size_t>(i)];
        const auto& other = points[static_cast<std::size_t>(i > 0 ? i - 1 : 1)];
        const auto& along = points[static_cast<std::size_t>(i + 2 < count ? i + 2 : std::max(0, i - 2))];
        base::Point side{-(along.y - at.y), along.x - at.x};
        const double length = std::hypot(side.x, side.y);
        if (length == 0) return at;
        if (side.x * (at.x - other.x) + side.y * (at.y - other.y) < 0) side = {-side.x, -side.y};
        return base::Point{at.x + side.x / length, at.y + side.y / length};
    };
    list_.PrimReserve((count - 2) * 3 + (count - 2) * 6, count * 2);
    const auto first = list_._VtxCurrentIdx;
    for (int i = 0; i < count; ++i) {
        const auto& at = points[static_cast<std::size_t>(i)];
        const auto outer = out(i);
        list_.PrimWriteVtx(to_vec(at.x, at.y), uv, full);
        list_.PrimWriteVtx(to_vec(outer.x, outer.y), uv, none);
    }
    const auto index = [&](int vertex) {
        list_.PrimWriteIdx(static_cast<ImDrawIdx>(first + static_cast<unsigned>(vertex)));
    };
    for (int i = 0; i + 2 < count; ++i) {
        for (const int vertex : {2 * i, 2 * (i + 1), 2 * (i + 2)}) index(vertex);
        for (const int vertex : {2 * i, 2 * i + 1, 2 * (i + 2) + 1, 2 * i, 2 * (i + 2) + 1, 2 * (i + 2)}) index(vertex);
    }
}

}  // namespace ui
