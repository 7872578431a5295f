#include <algorithm>
#include <cmath>

#include "ui/screen_painter_private.hpp"

namespace ui {
namespace {

double area_twice(std::span<const base::Point> points) {
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& a = points[i];
        const auto& b = points[(i + 1) % points.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

/// True where a thick line turns so much that its corner shows.
bool bends(base::Point before, base::Point at, base::Point after) {
    const base::Point a = at - before, b = after - at;
    const double lengths = std::hypot(a.x, a.y) * std::hypot(b.x, b.y);
    return lengths > 0 && (a.x * b.x + a.y * b.y) / lengths < 0.9;
}

}  // namespace

base::Rect on_whole_px(const base::Rect& area) {
    // Halves upwards on both sides of 0: the same however far all of it is moved by whole px.
    const auto whole = [](double px) { return std::floor(px + 0.5); };
    const double x = whole(area.x), y = whole(area.y);
    return {x, y, whole(area.right()) - x, whole(area.bottom()) - y};
}

ScreenPainter::ScreenPainter(ImDrawList& list, paint::GlyphAtlas& atlas, Window window)
    : list_(list), atlas_(atlas), window_(std::move(window)) {
    clips_.push_back({0, 0, window_.size_px.w, window_.size_px.h});
    part_ = clips_.back();
}

ScreenPainter::~ScreenPainter() = default;

void ScreenPainter::line(std::span<const base::Point> points, base::Colour colour, double width) {
    if (points.size() < 2 || colour.a == 0 || width <= 0) return;
    for (const auto& point : points) list_.PathLineTo(to_vec(point));
    list_.PathStroke(to_ink(colour), 0, static_cast<float>(width));
    // Round ends and corners; a colour that shines through would show them twice.
    if (width < 2.5 || colour.a < 255) return;
    const auto dot = [&](base::Point at) {
        list_.AddCircleFilled(to_vec(at), static_cast<float>(width / 2), to_ink(colour));
    };
    dot(points.front());
    dot(points.back());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        if (bends(points[i - 1], points[i], points[i + 1])) dot(points[i]);
    }
}

void ScreenPainter::polygon(std::span<const base::Point> convex, base::Colour colour) {
    if (convex.size() < 3 || colour.a == 0) return;
    // Dear ImGui smooths the outside of polygons that go clockwise.
    if (area_twice(convex) >= 0) {
        for (const auto& point : convex) list_.PathLineTo(to_vec(point));
    } else {
        for (std::size_t i = convex.size(); i > 0; --i) list_.PathLineTo(to_vec(convex[i - 1]));
    }
    list_.PathFillConvex(to_ink(colour));
}

void ScreenPainter::circle(base::Point centre, double radius, base::Colour colour) {
    if (radius <= 0 || colour.a == 0) return;
    list_.AddCircleFilled(to_vec(centre), static_cast<float>(radius), to_ink(colour));
}

void ScreenPainter::ring(base::Point centre, double radius, base::Colour colour, double width) {
    if (radius <= 0 || colour.a == 0 || width <= 0) return;
    list_.AddCircle(to_vec(centre), static_cast<float>(radius), to_ink(colour), 0, static_cast<float>(width));
}

void ScreenPainter::text(const paint::TextLayout& layout, base::Point at, base::Colour colour, double scale) {
    if (colour.a == 0 || !(scale > 0)) return;
    const auto box = layout.bounds();
    // Accents and emoji may stand out of the lines' box.
    const auto reach =
        base::Rect{at.x + box.x * scale, at.y + box.y * scale, box.w * scale, box.h * scale}.inset(-box.h * scale);
    if (outside(reach)) return;
    quads_.clear();
    atlas_.place(layout, at, scale, quads_);
    std::uintptr_t last = 0;
    const auto white = IM_COL32(255, 255, 255, colour.a);
    for (const auto& quad : quads_) {
        if (outside(quad.place)) continue;
        const auto texture = window_.texture(quad.page) | (quad.exact ? px_by_px : 0);
        if (texture != last) {
            if (last != 0) list_.PopTextureID();
            last = texture;
            // NOLINTNEXTLINE(performance-no-int-to-ptr): ImTextureID is a pointer that holds OpenGL's number
            list_.PushTextureID(reinterpret_cast<ImTextureID>(texture));
        }
        list_.PrimReserve(6, 4);
        list_.PrimRectUV(to_vec(quad.place.x, quad.place.y), to_vec(quad.place.right(), quad.place.bottom()),
                         to_vec(quad.part.x, quad.part.y), to_vec(quad.part.right(), quad.part.bottom()),
                         quad.coloured ? white : to_ink(colour));
    }
    if (last != 0) list_.PopTextureID();
}

void ScreenPainter::photo(const paint::Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) {
    const auto where = on_whole_px(place);
    if (!window_.photo || where.empty() || alpha <= 0 || outside(where)) return;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): as above
    list_.PushTextureID(reinterpret_cast<ImTextureID>(window_.photo(photo)));
    list_.PrimReserve(6, 4);
    list_.PrimRectUV(to_vec(where.x, where.y), to_vec(where.right(), where.bottom()), to_vec(part.x, part.y),
                     to_vec(part.right(), part.bottom()),
                     to_ink(base::with_alpha(base::rgb(0xFFFFFF), std::min(alpha, 1.0))));
    list_.PopTextureID();
}

void ScreenPainter::push_clip(const base::Rect& area) {
    const auto seen = on_whole_px(area).intersected(clips_.back());
    clips_.push_back(seen);
    list_.PushClipRect(to_vec(seen.x, seen.y), to_vec(seen.right(), seen.bottom()), false);
}

void ScreenPainter::pop_clip() {
    list_.PopClipRect();
    clips_.pop_back();
}

}  // namespace ui
