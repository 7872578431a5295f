#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "base/geometry.hpp"
#include "paint/text.hpp"

namespace paint {

/// Pictures of glyphs, and where on pages each glyph of a layout is: everything a screen needs to draw text as textured
/// quads. The pages are the textures of whoever draws, who brings `take_changes()` there before drawing. One thread,
/// that of the layouts.
///
/// 1. A page is side × side px RGBA, rows from the top, alpha not multiplied in. Ink glyphs are white with coverage as
///    alpha: multiply with the text's colour. Coloured glyphs (emoji) are drawn with white, times the text's alpha.
/// 2. A picture is made once per (font, glyph, size step) and stays: full pages are never reset, a new one is added.
///    Fonts that have pictures are kept alive.
/// 3. At scale 1 glyphs are drawn at their exact size, whole px in y and quarters of a px in x: sharp without
/// filtering.
///    Other scales have size steps of √2, always drawn smaller than the picture, to be filtered linearly.
/// 4. Quads include 1 px of emptiness around the ink, so that linear filtering never reads a neighbour.
class GlyphAtlas {
  public:
    explicit GlyphAtlas(int side_px = 2048);
    ~GlyphAtlas();
    GlyphAtlas(const GlyphAtlas&) = delete;
    GlyphAtlas& operator=(const GlyphAtlas&) = delete;

    struct Quad {
        base::Rect place;  // px of the target
        base::Rect part;   // of the page, 0–1
        int page = 0;
        bool coloured = false;
        bool exact = false;  // its px are those of the page, one to one
    };
    /// Appends the quads of a layout whose top left corner is at `at`. Missing pictures are made.
    void place(const TextLayout& layout, base::Point at, double scale, std::vector<Quad>& out);

    int pages() const;
    int side_px() const;
    struct Change {
        int page = 0, x = 0, y = 0, w = 0, h = 0;  // px
        std::vector<std::uint8_t> rgba;            // w × h px
    };
    /// The pictures that were made since the last call, in strips where nothing lay before. The atlas does not keep
    /// them.
    std::vector<Change> take_changes();
    /// The textures are gone: every picture is made anew.
    void forget();

    /// Pictures made so far.
    std::size_t pictures() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace paint
