#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pango/pangocairo.h>

#include "paint/text.hpp"

namespace paint {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
/// A GObject with one reference of ours.
template <class T>
using Object = std::unique_ptr<T, Unref>;

/// Pango sets all text at this size, and places are scaled from there: nothing is hinted or rounded, so a line breaks
/// alike at every size. For each size that it met Pango would look through all the system's fonts.
constexpr double set_size_px = 64;

/// A font of one face and size, kept alive for all who hold it.
struct Font {
    Object<PangoFont> font;
    bool coloured = false;  // has pictures of its own colours
    double size_px = 0;

    double scale() const { return size_px / set_size_px; }
};

struct Glyph {
    const Font* font = nullptr;
    std::uint32_t id = 0;  // may carry PANGO_GLYPH_UNKNOWN_FLAG
    double x = 0, y = 0;   // its origin on the baseline, px from the layout's corner
};

/// Lines all stand line_px apart with their baseline at the same place in each, whatever fonts they mix: Pango breaks
/// lines and orders glyphs, but we say where a line is.
struct TextLayout::Inside {
    Object<PangoLayout> layout;
    std::string text;
    bool cut = false;
    double size_px = 0;
    double line_px = 0;
    double baseline_px = 0;
    double set_width_px = -1;
    struct Line {
        double x = 0, w = 0;
    };
    std::vector<Line> lines;
    std::vector<Glyph> glyphs;
    std::vector<std::shared_ptr<const Font>> fonts;

    /// From Pango's units, and to them.
    double px(int pango_units) const { return static_cast<double>(pango_units) / PANGO_SCALE * size_px / set_size_px; }
    int units(double px) const { return pango_units_from_double(px * set_size_px / size_px); }
    PangoLayoutLine* line(int index) const { return pango_layout_get_line_readonly(layout.get(), index); }
    double line_top(int index) const { return index * line_px; }
    /// Of an index; the last line for the end of the text.
    int line_of(std::size_t index) const;
};

/// Where a word had to be broken and would leave one or two letters on a line, words are broken further in, or not.
void keep_letters_together(PangoLayout* layout, const std::string& text);

/// The families of a face, most wanted first, as Pango reads them.
const char* families(Face face);

}  // namespace paint
