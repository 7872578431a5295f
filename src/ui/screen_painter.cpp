#include "ui/screen_painter.hpp"

#include <imgui.h>
#include <algorithm>
#include <cmath>

namespace ui {

/// What Dear ImGui calls between its own draws.
struct OpaqueCall {
    static void run(const ImDrawList*, const ImDrawCmd* command) {
        const auto* batch = static_cast<const ScreenPainter::Batch*>(command->UserCallbackData);
        batch->painter->window_.fill_opaque(batch->rects);
    }
};

namespace {

/// From this on, an area without texture and blending is worth a call of its own.
constexpr double opaque_from_px2 = 64 * 64;

ImVec2 vec(double x, double y) {
    return {static_cast<float>(x), static_cast<float>(y)};
}
ImVec2 vec(base::Point point) {
    return vec(point.x, point.y);
}
ImU32 ink(base::Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

base::Rect whole(const base::Rect& area) {
    const double x = std::round(area.x), y = std::round(area.y);
    return {x, y, std::round(area.right()) - x, std::round(area.bottom()) - y};
}

double corner_of(const base::Rect& area, double radius) {
    return std::max(0.0, std::min({radius, area.w / 2, area.h / 2}));
}

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

ScreenPainter::ScreenPainter(ImDrawList& list, paint::GlyphAtlas& atlas, Window window)
    : list_(list), atlas_(atlas), window_(std::move(window)) {
    clips_.push_back({0, 0, window_.size_px.w, window_.size_px.h});
}

void ScreenPainter::opaque(const base::Rect& area, base::Colour colour) {
    const auto seen = whole(area.intersected(clips_.back()));
    if (seen.empty()) return;
    const auto& commands = list_.CmdBuffer;
    // One call for those that follow on each other with nothing drawn between.
    const bool goes_on = commands.Size >= 2 && commands.back().ElemCount == 0 && !batches_.empty() &&
                         commands[commands.Size - 2].UserCallback == &OpaqueCall::run &&
                         commands[commands.Size - 2].UserCallbackData == &batches_.back();
    if (!goes_on) {
        batches_.push_back({this, {}});
        list_.AddCallback(&OpaqueCall::run, &batches_.back());
    }
    batches_.back().rects.push_back({static_cast<int>(seen.x), static_cast<int>(seen.y), static_cast<int>(seen.w),
                                     static_cast<int>(seen.h), colour});
}

void ScreenPainter::fill(const base::Rect& area, double radius, base::Colour colour) {
    if (area.empty() || colour.a == 0 || outside(area)) return;
    const auto place = whole(area);
    const double corner = corner_of(place, radius);
    const auto from = vec(place.x, place.y), to = vec(place.right(), place.bottom());
    const double middle = place.h - 2 * std::ceil(corner);
    const bool large = colour.a == 255 && window_.fill_opaque && place.w * middle >= opaque_from_px2;
    if (!large) {
        list_.AddRectFilled(from, to, ink(colour), static_cast<float>(corner));
        return;
    }
    const double cap = std::ceil(corner);
    opaque({place.x, place.y + cap, place.w, middle}, colour);
    if (cap <= 0) return;
    // The round ends, smoothed, over the edges of the middle.
    const auto round = static_cast<float>(corner);
    list_.AddRectFilled(from, vec(place.right(), place.y + cap), ink(colour), round, ImDrawFlags_RoundCornersTop);
    list_.AddRectFilled(vec(place.x, place.bottom() - cap), to, ink(colour), round, ImDrawFlags_RoundCornersBottom);
}

void ScreenPainter::stroke(const base::Rect& area, double radius, base::Colour colour, double width) {
    if (area.empty() || colour.a == 0 || width <= 0 || outside(area.inset(-width))) return;
    const auto outer = whole(area.inset(-width / 2));
    const auto middle = outer.inset(width / 2);
    list_.PathRect(vec(middle.x, middle.y), vec(middle.right(), middle.bottom()),
                   static_cast<float>(corner_of(middle, radius)));
    list_.PathStroke(ink(colour), ImDrawFlags_Closed, static_cast<float>(width));
}

void ScreenPainter::line(std::span<const base::Point> points, base::Colour colour, double width) {
    if (points.size() < 2 || colour.a == 0 || width <= 0) return;
    for (const auto& point : points) list_.PathLineTo(vec(point));
    list_.PathStroke(ink(colour), 0, static_cast<float>(width));
    // Round ends and corners; a colour that shines through would show them twice.
    if (width < 2.5 || colour.a < 255) return;
    const auto dot = [&](base::Point at) {
        list_.AddCircleFilled(vec(at), static_cast<float>(width / 2), ink(colour));
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
        for (const auto& point : convex) list_.PathLineTo(vec(point));
    } else {
        for (std::size_t i = convex.size(); i > 0; --i) list_.PathLineTo(vec(convex[i - 1]));
    }
    list_.PathFillConvex(ink(colour));
}

void ScreenPainter::circle(base::Point centre, double radius, base::Colour colour) {
    if (radius <= 0 || colour.a == 0) return;
    list_.AddCircleFilled(vec(centre), static_cast<float>(radius), ink(colour));
}

void ScreenPainter::ring(base::Point centre, double radius, base::Colour colour, double width) {
    if (radius <= 0 || colour.a == 0 || width <= 0) return;
    list_.AddCircle(vec(centre), static_cast<float>(radius), ink(colour), 0, static_cast<float>(width));
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
    int page = 0;
    const auto white = IM_COL32(255, 255, 255, colour.a);
    for (const auto& quad : quads_) {
        if (outside(quad.place)) continue;
        if (quad.page != page) {
            if (page != 0) list_.PopTextureID();
            page = quad.page;
            // NOLINTNEXTLINE(performance-no-int-to-ptr): ImTextureID is a pointer that holds OpenGL's number
            if (page != 0) list_.PushTextureID(reinterpret_cast<ImTextureID>(window_.texture(page)));
        }
        list_.PrimReserve(6, 4);
        list_.PrimRectUV(vec(quad.place.x, quad.place.y), vec(quad.place.right(), quad.place.bottom()),
                         vec(quad.part.x, quad.part.y), vec(quad.part.right(), quad.part.bottom()),
                         quad.coloured ? white : ink(colour));
    }
    if (page != 0) list_.PopTextureID();
}

void ScreenPainter::push_clip(const base::Rect& area) {
    const auto seen = whole(area).intersected(clips_.back());
    clips_.push_back(seen);
    list_.PushClipRect(vec(seen.x, seen.y), vec(seen.right(), seen.bottom()), false);
}

void ScreenPainter::pop_clip() {
    list_.PopClipRect();
    clips_.pop_back();
}

}  // namespace ui
