#include "paint/cairo_painter.hpp"

#include <algorithm>
#include <numbers>

#include "base/check.hpp"
#include "paint/glyph_picture_private.hpp"
#include "paint/photo.hpp"

namespace paint {
namespace {

void set_colour(cairo_t* cairo, base::Colour colour) {
    cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

void rounded(cairo_t* cairo, const base::Rect& area, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    const double r = std::min({std::max(radius, 0.0), area.w / 2, area.h / 2});
    if (r <= 0) return cairo_rectangle(cairo, area.x, area.y, area.w, area.h);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, area.right() - r, area.y + r, r, -quarter, 0);
    cairo_arc(cairo, area.right() - r, area.bottom() - r, r, 0, quarter);
    cairo_arc(cairo, area.x + r, area.bottom() - r, r, quarter, 2 * quarter);
    cairo_arc(cairo, area.x + r, area.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

/// Outlines, fonts of a colour of their own as images.
void draw_outlines(cairo_t* cairo, const TextLayout::Inside& text, base::Colour colour) {
    const Font* font = nullptr;
    for (const auto& glyph : text.glyphs) {
        if (font == nullptr || glyph.font != font) {
            cairo_fill(cairo);
            font = glyph.font;
            set_font(cairo, *font, 1);
        }
        if (!font->coloured) {
            glyph_outline(cairo, *font, glyph.id, glyph.x, glyph.y);
            continue;
        }
        const cairo_glyph_t one{glyph.id, glyph.x, glyph.y};
        if (colour.a == 255) {
            cairo_show_glyphs(cairo, &one, 1);
        } else {
            cairo_push_group(cairo);
            cairo_show_glyphs(cairo, &one, 1);
            cairo_pop_group_to_source(cairo);
            cairo_paint_with_alpha(cairo, colour.a / 255.0);
            set_colour(cairo, colour);
        }
    }
    cairo_fill(cairo);
}

void draw_lines(cairo_t* cairo, const TextLayout::Inside& text) {
    const double scale = text.size_px / set_size_px;
    for (int i = 0; i < static_cast<int>(text.lines.size()); ++i) {
        cairo_save(cairo);
        cairo_translate(cairo, text.lines[static_cast<std::size_t>(i)].x, text.line_top(i) + text.baseline_px);
        cairo_scale(cairo, scale, scale);
        cairo_move_to(cairo, 0, 0);
        pango_cairo_show_layout_line(cairo, text.line(i));
        cairo_restore(cairo);
    }
    cairo_new_path(cairo);
}

}  // namespace

CairoPainter::CairoPainter(_cairo* cairo)
    : cairo_(cairo), picture_(cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_IMAGE) {
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
}

void CairoPainter::fill(const base::Rect& area, double radius, base::Colour colour) {
    if (area.empty() || colour.a == 0) return;
    set_colour(cairo_, colour);
    rounded(cairo_, area, radius);
    cairo_fill(cairo_);
}

void CairoPainter::stroke(const base::Rect& area, double radius, base::Colour colour, double width) {
    if (area.empty() || colour.a == 0 || width <= 0) return;
    set_colour(cairo_, colour);
    rounded(cairo_, area, radius);
    cairo_set_line_width(cairo_, width);
    cairo_stroke(cairo_);
}

void CairoPainter::line(std::span<const base::Point> points, base::Colour colour, double width) {
    if (points.size() < 2 || colour.a == 0 || width <= 0) return;
    set_colour(cairo_, colour);
    for (const auto& point : points) cairo_line_to(cairo_, point.x, point.y);
    cairo_set_line_width(cairo_, width);
    cairo_stroke(cairo_);
}

void CairoPainter::polygon(std::span<const base::Point> convex, base::Colour colour) {
    if (convex.size() < 3 || colour.a == 0) return;
    set_colour(cairo_, colour);
    for (const auto& point : convex) cairo_line_to(cairo_, point.x, point.y);
    cairo_close_path(cairo_);
    cairo_fill(cairo_);
}

void CairoPainter::circle(base::Point centre, double radius, base::Colour colour) {
    if (radius <= 0 || colour.a == 0) return;
    set_colour(cairo_, colour);
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
    cairo_fill(cairo_);
}

void CairoPainter::ring(base::Point centre, double radius, base::Colour colour, double width) {
    if (radius <= 0 || colour.a == 0 || width <= 0) return;
    set_colour(cairo_, colour);
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
    cairo_set_line_width(cairo_, width);
    cairo_stroke(cairo_);
}

void CairoPainter::shadow(const base::Rect& area, double radius, double spread, double alpha) {
    if (area.empty() || spread <= 0 || alpha <= 0) return;
    // A stack of thin layers, thinnest outside, comes near a blur and stays a few small shapes in a PDF.
    const int layers = std::clamp(static_cast<int>(spread / 2), 6, 18);
    const double whole = layers * (layers + 1) / 2.0;
    for (int i = 0; i < layers; ++i) {
        const double grown = spread * (0.85 - 1.15 * i / layers);
        const auto layer = area.inset(-grown).moved(0, spread / 3);
        const double strength = 1.2 * alpha * (i + 1) / whole;
        fill(layer, std::max(radius + grown, spread / 4), base::with_alpha(base::rgb(0x17211F), strength));
    }
}

void CairoPainter::text(const TextLayout& layout, base::Point at, base::Colour colour, double scale) {
    if (colour.a == 0 || !(scale > 0)) return;
    cairo_save(cairo_);
    cairo_translate(cairo_, at.x, at.y);
    cairo_scale(cairo_, scale, scale);
    set_colour(cairo_, colour);
    if (picture_) {
        draw_outlines(cairo_, layout.inside(), colour);
    } else {
        draw_lines(cairo_, layout.inside());
    }
    cairo_restore(cairo_);
}

void CairoPainter::strip(std::span<const base::Point> points, base::Colour colour) {
    if (points.size() < 3 || colour.a == 0) return;
    // Its outline as one path, so that no seams show: one side forwards, the other back.
    set_colour(cairo_, colour);
    for (std::size_t i = 0; i < points.size(); i += 2) cairo_line_to(cairo_, points[i].x, points[i].y);
    const std::size_t last = points.size() % 2 == 0 ? points.size() - 1 : points.size() - 2;
    for (std::size_t i = last;; i -= 2) {
        cairo_line_to(cairo_, points[i].x, points[i].y);
        if (i < 2) break;
    }
    cairo_close_path(cairo_);
    cairo_fill(cairo_);
}

void CairoPainter::photo(const Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) {
    if (place.empty() || part.empty() || alpha <= 0) return;
    // Cairo has px as whole words, blue lowest.
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, photo.width, photo.height);
    cairo_surface_flush(surface);
    auto* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; rows != nullptr && y < photo.height; ++y) {
        auto* to = reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
        const auto* from = photo.rgba.data() + static_cast<std::ptrdiff_t>(y) * photo.width * 4;
        for (int x = 0; x < photo.width; ++x, from += 4) {
            to[x] = static_cast<std::uint32_t>(from[0]) << 16U | static_cast<std::uint32_t>(from[1]) << 8U | from[2];
        }
    }
    cairo_surface_mark_dirty(surface);
    cairo_save(cairo_);
    cairo_rectangle(cairo_, place.x, place.y, place.w, place.h);
    cairo_clip(cairo_);
    cairo_translate(cairo_, place.x, place.y);
    cairo_scale(cairo_, place.w / (part.w * photo.width), place.h / (part.h * photo.height));
    cairo_set_source_surface(cairo_, surface, -part.x * photo.width, -part.y * photo.height);
    cairo_pattern_set_extend(cairo_get_source(cairo_), CAIRO_EXTEND_PAD);
    cairo_paint_with_alpha(cairo_, std::min(alpha, 1.0));
    cairo_restore(cairo_);
    cairo_surface_destroy(surface);
}

void CairoPainter::push_clip(const base::Rect& area) {
    ++clips_;
    cairo_save(cairo_);
    cairo_rectangle(cairo_, area.x, area.y, std::max(area.w, 0.0), std::max(area.h, 0.0));
    cairo_clip(cairo_);
}

void CairoPainter::pop_clip() {
    base::check(clips_ > 0, "a clip is popped that was pushed");
    --clips_;
    cairo_restore(cairo_);
}

}  // namespace paint
