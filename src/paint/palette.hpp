#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/geometry.hpp"

namespace paint {

using base::Colour;
using base::rgb;

/// The shape that goes with a note's colour, so that colour is never alone.
enum class Mark { disc, triangle, diamond, square, cross, hexagon, ring, star };

/// Sticky notes' colours by the names that facts hold: "sol", "aprikos", …
struct NoteColour {
    std::string_view name;
    Mark mark;
    Colour light, dark;  // fill, by theme
};
inline constexpr std::array<NoteColour, 8> note_colours{{
    {"sol", Mark::disc, rgb(0xF8E27A), rgb(0xD8C56A)},
    {"aprikos", Mark::triangle, rgb(0xEB9D57), rgb(0xCC884B)},
    {"ros", Mark::diamond, rgb(0xF5B2CC), rgb(0xD59BB1)},
    {"lila", Mark::square, rgb(0xB59AE4), rgb(0x9D86C6)},
    {"himmel", Mark::cross, rgb(0xAEE9FE), rgb(0x97CADD)},
    {"mint", Mark::hexagon, rgb(0x90C9A3), rgb(0x7DAE8D)},
    {"sand", Mark::ring, rgb(0xEAE4D5), rgb(0xCBC6B9)},
    {"skiffer", Mark::star, rgb(0x9FA5A4), rgb(0x8A8F8E)},
}};
/// The colour of that name; "sol" for an unknown or empty one.
const NoteColour& note_colour(std::string_view name);

/// The tokens of colour, light and dark. Contrast is said in the design's table; what is text stands on paper, surface
/// and sunken with at least 4.5:1, edges of controls with 3:1.
struct Palette {
    bool dark = false;
    Colour paper, surface, sunken, line, line_control;
    Colour ink, ink2, ink3;
    Colour accent, accent_press, accent_tint, accent_tint2, on_accent;
    Colour sun;
    Colour ok, ok_back, warn, warn_back, error, error_back, info, info_back;
    Colour note_ink, scrim;
    Colour data1, data2, data3, data_grey, data_grey2;

    Colour note(std::string_view name) const;
    /// A cluster's area: its note colour at 25 % over paper.
    Colour area(std::string_view name) const;
};
const Palette& light_palette();
const Palette& dark_palette();

}  // namespace paint
