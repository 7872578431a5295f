#pragma once
#include <array>
#include <string_view>

#include "paint/palette.hpp"

namespace paint {

/// A mark that is stamped on a free board. Its sign and its shape tell it apart, so that colour is never alone.
struct Stamp {
    std::string_view name;  // model::Item::means
    std::string_view icon;  // Font Awesome 4.7, or a digit
    Mark shape;
    Colour Palette::*colour;
};
/// In the order in which they are offered; each has a text "stamp.<name>".
inline constexpr std::array<Stamp, 17> stamps{{
    {"heart", "\uf004", Mark::disc, &Palette::error},
    {"star", "\uf005", Mark::hexagon, &Palette::warn},
    {"up", "\uf164", Mark::disc, &Palette::accent},
    {"down", "\uf165", Mark::disc, &Palette::ink2},
    {"yes", "\uf00c", Mark::square, &Palette::ok},
    {"question", "\uf128", Mark::hexagon, &Palette::info},
    {"warning", "\uf12a", Mark::diamond, &Palette::error},
    {"idea", "\uf0eb", Mark::hexagon, &Palette::accent},
    {"smile", "\uf118", Mark::disc, &Palette::ok},
    {"frown", "\uf119", Mark::disc, &Palette::info},
    {"flag", "\uf024", Mark::square, &Palette::accent},
    {"clock", "\uf017", Mark::square, &Palette::ink2},
    {"1", "1", Mark::disc, &Palette::accent},
    {"2", "2", Mark::disc, &Palette::accent},
    {"3", "3", Mark::disc, &Palette::accent},
    {"4", "4", Mark::disc, &Palette::accent},
    {"5", "5", Mark::disc, &Palette::accent},
}};
/// The stamp of that name; the flag for an unknown or empty one.
const Stamp& stamp_of(std::string_view name);

}  // namespace paint
