#include "paint/glyph_picture_private.hpp"

#include <algorithm>
#include <cmath>

namespace paint {
namespace {

struct GlyphEnds {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using GlyphSurface = std::unique_ptr<cairo_surface_t, GlyphEnds>;
using GlyphCairo = std::unique_ptr<cairo_t, GlyphEnds>;

bool is_unknown(std::uint32_t glyph) {
    return (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
}

/// The box that stands for a character that no font has, px.
base::Rect unknown_box(const Font& font, double scale) {
    const double em = font.size_px * scale;
    return {em * 0.08, -em * 0.72, em * 0.5, em * 0.72};
}

base::Rect ink_of(cairo_t* cairo, const Font& font, std::uint32_t glyph, double scale) {
    if (is_unknown(glyph)) return unknown_box(font, scale).inset(-1);
    const cairo_glyph_t one{glyph, 0, 0};
    cairo_text_extents_t extents;
    cairo_glyph_extents(cairo, &one, 1, &extents);
    return {extents.x_bearing, extents.y_bearing, extents.width, extents.height};
}

struct Pixel {
    std::uint32_t r = 0, g = 0, b = 0, a = 0;
};

/// GlyphCairo's native-endian ARGB32 with alpha multiplied in.
Pixel split(std::uint32_t argb) {
    const std::uint32_t a = argb >> 24U;
    if (a == 0) return {};
    const auto back = [a](std::uint32_t value) { return std::min<std::uint32_t>(255, (value * 255 + a / 2) / a); };
    return {back((argb >> 16U) & 255U), back((argb >> 8U) & 255U), back(argb & 255U), a};
}

/// Empty pixels beside ink take its colour.
void bleed(GlyphPicture& picture) {
    const auto at = [&picture](int x, int y) { return (y * picture.w + x) * 4; };
    const auto source = picture.rgba;
    for (int y = 0; y < picture.h; ++y) {
        for (int x = 0; x < picture.w; ++x) {
            if (source[static_cast<std::size_t>(at(x, y) + 3)] != 0) continue;
            Pixel sum;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    if (x + dx < 0 || y + dy < 0 || x + dx >= picture.w || y + dy >= picture.h) continue;
                    const auto* from = &source[static_cast<std::size_t>(at(x + dx, y + dy))];
                    if (from[3] == 0) continue;
                    sum.r += from[0];
                    sum.g += from[1];
                    sum.b += from[2];
                    ++sum.a;
                }
            }
            if (sum.a == 0) continue;
            auto* to = &picture.rgba[static_cast<std::size_t>(at(x, y))];
            to[0] = static_cast<std::uint8_t>(sum.r / sum.a);
            to[1] = static_cast<std::uint8_t>(sum.g / sum.a);
            to[2] = static_cast<std::uint8_t>(sum.b / sum.a);
        }
    }
}

void read_coloured(cairo_surface_t* surface, GlyphPicture& picture) {
    const auto* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    auto* to = picture.rgba.data();
    for (int y = 0; y < picture.h; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < picture.w; ++x, to += 4) {
            const auto pixel = split(row[x]);
            to[0] = static_cast<std::uint8_t>(pixel.r);
            to[1] = static_cast<std::uint8_t>(pixel.g);
            to[2] = static_cast<std::uint8_t>(pixel.b);
            to[3] = static_cast<std::uint8_t>(pixel.a);
        }
    }
    bleed(picture);
}

void read_ink(cairo_surface_t* surface, GlyphPicture& picture) {
    const auto* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    auto* to = picture.rgba.data();
    for (int y = 0; y < picture.h; ++y) {
        for (int x = 0; x < picture.w; ++x, to += 4) {
            to[0] = to[1] = to[2] = 255;
            to[3] = rows[static_cast<std::ptrdiff_t>(y) * stride + x];
        }
    }
}

}  // namespace

void set_font(cairo_t* cairo, const Font& font, double scale) {
    auto* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font.font.get()));
    cairo_matrix_t matrix;
    cairo_scaled_font_get_font_matrix(scaled, &matrix);
    cairo_matrix_scale(&matrix, scale * font.scale(), scale * font.scale());
    cairo_set_font_face(cairo, cairo_scaled_font_get_font_face(scaled));
    cairo_set_font_matrix(cairo, &matrix);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_scaled_font_get_font_options(scaled, options);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
}

void glyph_outline(cairo_t* cairo, const Font& font, std::uint32_t glyph, double x, double y) {
    if (is_unknown(glyph)) {
        const auto outer = unknown_box(font, 1).moved(x, y);
        const auto inner = outer.inset(font.size_px * 0.05);
        cairo_rectangle(cairo, outer.x, outer.y, outer.w, outer.h);
        cairo_rectangle(cairo, inner.right(), inner.y, -inner.w, inner.h);  // the other way round: a hole
        return;
    }
    const cairo_glyph_t one{glyph, x, y};
    cairo_glyph_path(cairo, &one, 1);
}

std::optional<GlyphPicture> draw_glyph(const Font& font, std::uint32_t glyph, double scale, double shift_px,
                                       int most_px) {
    const bool coloured = font.coloured && !is_unknown(glyph);
    const auto format = coloured ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8;
    const GlyphSurface probe(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
    const GlyphCairo measure(cairo_create(probe.get()));
    set_font(measure.get(), font, scale);
    const auto ink = ink_of(measure.get(), font, glyph, scale);
    GlyphPicture picture;
    if (ink.empty()) return picture;
    picture.left = static_cast<int>(std::floor(ink.x + shift_px)) - 1;
    picture.top = static_cast<int>(std::floor(ink.y)) - 1;
    picture.w = static_cast<int>(std::ceil(ink.right() + shift_px)) + 1 - picture.left;
    picture.h = static_cast<int>(std::ceil(ink.bottom())) + 1 - picture.top;
    if (picture.w > most_px || picture.h > most_px) return std::nullopt;
    picture.rgba.resize(static_cast<std::size_t>(picture.w) * static_cast<std::size_t>(picture.h) * 4);

    const GlyphSurface surface(cairo_image_surface_create(format, picture.w, picture.h));
    const GlyphCairo cairo(cairo_create(surface.get()));
    cairo_translate(cairo.get(), shift_px - picture.left, -picture.top);
    if (coloured) {
        set_font(cairo.get(), font, scale);
        const cairo_glyph_t one{glyph, 0, 0};
        cairo_show_glyphs(cairo.get(), &one, 1);
        cairo_surface_flush(surface.get());
        read_coloured(surface.get(), picture);
    } else {
        // As a path: this GlyphCairo rounds places of glyph images to whole pixels.
        cairo_scale(cairo.get(), scale, scale);
        set_font(cairo.get(), font, 1);
        glyph_outline(cairo.get(), font, glyph, 0, 0);
        cairo_set_antialias(cairo.get(), CAIRO_ANTIALIAS_BEST);
        cairo_fill(cairo.get());
        cairo_surface_flush(surface.get());
        read_ink(surface.get(), picture);
    }
    return picture;
}

}  // namespace paint
