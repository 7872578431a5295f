#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/geometry.hpp"
#include "model/note_colours.hpp"

namespace paint {

using base::Colour;
using base::rgb;

/// The shape that goes with a note's colour, so that colour is never alone.
enum class Mark { disc, triangle, diamond, square, cross, hexagon, ring, star };

/// What a sticky note's colour looks like.
struct NoteColour {
    std::string_view name;
    Mark mark;
    Colour light, dark;  // fill, by theme
};
/// In the order of model::note_colours: sun, apricot, rose, lilac, sky, mint, sand, slate.
inline constexpr std::array<NoteColour, model::note_colours.size()> note_colours{{
    {model::note_colours[0], Mark::disc, rgb(0xF8E27A), rgb(0xD8C56A)},
    {model::note_colours[1], Mark::triangle, rgb(0xEB9D57), rgb(0xCC884B)},
    {model::note_colours[2], Mark::diamond, rgb(0xF5B2CC), rgb(0xD59BB1)},
    {model::note_colours[3], Mark::square, rgb(0xB59AE4), rgb(0x9D86C6)},
    {model::note_colours[4], Mark::cross, rgb(0xAEE9FE), rgb(0x97CADD)},
    {model::note_colours[5], Mark::hexagon, rgb(0x90C9A3), rgb(0x7DAE8D)},
    {model::note_colours[6], Mark::ring, rgb(0xEAE4D5), rgb(0xCBC6B9)},
    {model::note_colours[7], Mark::star, rgb(0x9FA5A4), rgb(0x8A8F8E)},
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
