#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "paint/text_private.hpp"

namespace paint {

/// A glyph as pixels, as the atlas holds them: w × h RGBA, alpha not multiplied in, with 1 px of emptiness around. What
/// is empty has the colour of its neighbours, so that filtering does not darken edges. w = 0: there is no ink.
struct GlyphPicture {
    int w = 0, h = 0;
    int left = 0, top = 0;  // of the corner from the glyph's origin
    std::vector<std::uint8_t> rgba;
};

/// `shift_px` moves the origin to the right by a part of a pixel. Empty optional when it would be wider or higher than
/// `most_px`.
std::optional<GlyphPicture> draw_glyph(const Font& font, std::uint32_t glyph, double scale, double shift_px,
                                       int most_px);

/// The outline of a glyph in the current path, origin at (x, y), for the font as it is set on `cairo`.
void glyph_outline(cairo_t* cairo, const Font& font, std::uint32_t glyph, double x, double y);
/// Sets the font on `cairo`, unhinted, `scale` times as large.
void set_font(cairo_t* cairo, const Font& font, double scale);

}  // namespace paint
