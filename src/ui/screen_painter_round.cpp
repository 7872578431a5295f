// Rectangles with round corners, filled and stroked.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "ui/screen_painter_private.hpp"

namespace ui {
namespace {

/// From this on, an area without blending is worth a call of its own.
constexpr double opaque_from_px2 = 64 * 64;
/// How far a corner's sides may be from the circle.
constexpr double corner_error_px = 0.25;

/// Whole px, unless the corners meet in the middle.
double corner_of(const base::Rect& area, double radius) {
    return std::max(0.0, std::min({std::round(radius), area.w / 2, area.h / 2}));
}

/// A place on the way out from a corner's centre.
struct CornerRing {
    double radius;
    ImU32 ink;
};

int steps_of(double radius) {
    const double step = 2 * std::acos(1 - std::min(1.0, corner_error_px / std::max(radius, corner_error_px)));
    return std::clamp(static_cast<int>(std::ceil(std::numbers::pi / 2 / step)), 2, 32);
}

/// The four corners of a rectangle, the same all round: bands of colour between rings, from the inside out.
void add_corners(ImDrawList& list, const base::Rect& area, double corner, std::span<const CornerRing> bands) {
    const int steps = steps_of(corner), count = static_cast<int>(bands.size());
    const bool pointed = bands.front().radius <= 0;  // the innermost band is no more than triangles
    const auto uv = ImGui::GetFontTexUvWhitePixel();
    const std::array<base::Point, 4> centres{base::Point{area.right() - corner, area.bottom() - corner},
                                             {area.x + corner, area.bottom() - corner},
                                             {area.x + corner, area.y + corner},
                                             {area.right() - corner, area.y + corner}};
    for (std::size_t which = 0; which < centres.size(); ++which) {
        list.PrimReserve(steps * (2 * (count - 1) - (pointed ? 1 : 0)) * 3, (steps + 1) * count);
        const auto first = list._VtxCurrentIdx;
        for (int step = 0; step <= steps; ++step) {
            const double angle = std::numbers::pi / 2 * step / steps;
            // At its ends exactly along the sides, so that those go on without a seam.
            base::Point out{step == steps ? 0 : std::cos(angle), step == 0 ? 0 : std::sin(angle)};
            for (std::size_t turn = 0; turn < which; ++turn) out = {-out.y, out.x};
            for (const auto& ring : bands) {
                const auto& centre = centres[which];
                list.PrimWriteVtx(to_vec(centre.x + out.x * ring.radius, centre.y + out.y * ring.radius), uv, ring.ink);
            }
        }
        const auto triangle = [&](int a, int b, int c) {
            for (const int at : {a, b, c}) list.PrimWriteIdx(static_cast<ImDrawIdx>(first + static_cast<unsigned>(at)));
        };
        for (int step = 0; step < steps; ++step) {
            for (int ring = 0; ring + 1 < count; ++ring) {
                const int here = step * count + ring, on = here + count;
                triangle(here, on + 1, here + 1);
                if (!pointed || ring > 0) triangle(here, on, on + 1);
            }
        }
    }
}

}  // namespace

void ScreenPainter::opaque(const base::Rect& area, base::Colour colour) {
    const auto seen = on_whole_px(area.intersected(clips_.back()));
    if (seen.empty()) return;
    const auto& commands = list_.CmdBuffer;
    // One call for those that follow on each other with nothing drawn between.
    const bool goes_on = commands.Size >= 2 && commands.back().ElemCount == 0 && !batches_.empty() &&
                         commands[commands.Size - 2].UserCallback == &fill_batch &&
                         commands[commands.Size - 2].UserCallbackData == &batches_.back();
    if (!goes_on) {
        batches_.push_back({this, {}});
        list_.AddCallback(&fill_batch, &batches_.back());
    }
    batches_.back().rects.push_back({static_cast<int>(seen.x), static_cast<int>(seen.y), static_cast<int>(seen.w),
                                     static_cast<int>(seen.h), colour});
}

void ScreenPainter::solid(const base::Rect& area, base::Colour colour) {
    if (area.empty()) return;
    const bool whole = area == on_whole_px(area);
    if (whole && colour.a == 255 && window_.fill_opaque && area.w * area.h >= opaque_from_px2) {
        return opaque(area, colour);
    }
    list_.PrimReserve(6, 4);
    list_.PrimRect(to_vec(area.top_left()), to_vec(area.right(), area.bottom()), to_ink(colour));
}

void ScreenPainter::fill(const base::Rect& area, double radius, base::Colour colour) {
    if (area.empty() || colour.a == 0 || outside(area)) return;
    auto rest = on_whole_px(area);
    if (rest.empty()) return;
    const double corner = corner_of(rest, radius);
    const auto all = rest;
    if (corner > 0) {
        solid(rest.cut_top(corner).inset(corner, 0), colour);
        solid(rest.cut_bottom(corner).inset(corner, 0), colour);
    }
    solid(rest, colour);
    if (corner <= 0) return;
    const auto ink = to_ink(colour), none = ink & ~IM_COL32_A_MASK;
    const std::array<CornerRing, 3> bands{CornerRing{0, ink}, {corner - 0.5, ink}, {corner + 0.5, none}};
    add_corners(list_, all, corner, bands);
}

void ScreenPainter::stroke(const base::Rect& area, double radius, base::Colour colour, double width) {
    if (area.empty() || colour.a == 0 || width <= 0 || outside(area.inset(-width))) return;
    const auto outer = on_whole_px(area.inset(-width / 2));
    // Thinner than a px is paler.
    const auto shade = base::with_alpha(colour, std::min(1.0, width));
    width = std::min(std::max(1.0, width), std::min(outer.w, outer.h) / 2);
    if (width <= 0) return;
    const double corner = radius > 0 ? corner_of(outer, radius + width / 2) : 0;
    const double whole = std::floor(width + 0.01), part = width - whole;
    // Sides between the corners, row by row of what is left; the last row may be a part of a px.
    auto rest = outer;
    const auto sides = [&](double thick, base::Colour tone) {
        const double in = std::max(0.0, corner - (rest.x - outer.x));
        solid(rest.cut_top(thick).inset(in, 0), tone);
        solid(rest.cut_bottom(thick).inset(in, 0), tone);
        const double down = std::max(0.0, in - thick);
        solid(rest.cut_left(thick).inset(0, down), tone);
        solid(rest.cut_right(thick).inset(0, down), tone);
    };
    if (whole > 0) sides(whole, shade);
    if (part > 0.01) sides(1, base::with_alpha(shade, part));
    if (corner <= 0) return;
    const auto ink = to_ink(shade), none = ink & ~IM_COL32_A_MASK;
    const double inner = corner - width;
    std::vector<CornerRing> bands;
    if (inner > 0.5) bands.push_back({inner - 0.5, none});
    bands.push_back({std::max(0.0, inner + 0.5), ink});
    if (width > 1) bands.push_back({corner - 0.5, ink});
    bands.push_back({corner + 0.5, none});
    add_corners(list_, outer, corner, bands);
}

}  // namespace ui
