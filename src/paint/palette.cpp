#include "paint/palette.hpp"

namespace paint {

const NoteColour& note_colour(std::string_view name) {
    for (const auto& one : note_colours) {
        if (one.name == name) return one;
    }
    return note_colours.front();
}

Colour Palette::note(std::string_view name) const {
    const auto& one = note_colour(name);
    return dark ? one.dark : one.light;
}

Colour Palette::area(std::string_view name) const {
    return base::mix(paper, note(name), 0.25);
}

const Palette& light_palette() {
    static const Palette palette{
        .dark = false,
        .paper = rgb(0xF6F4EE),
        .surface = rgb(0xFFFFFF),
        .sunken = rgb(0xEEEBE3),
        .line = rgb(0xE2DED4),
        .line_control = rgb(0x7A8480),
        .ink = rgb(0x17211F),
        .ink2 = rgb(0x46524F),
        .ink3 = rgb(0x5D6966),
        .accent = rgb(0x0E5C63),
        .accent_press = rgb(0x0A474D),
        .accent_tint = rgb(0xE3F0EF),
        .accent_tint2 = rgb(0xC5E0DE),
        .on_accent = rgb(0xFFFFFF),
        .sun = rgb(0xF4C542),
        .ok = rgb(0x1D6B45),
        .ok_back = rgb(0xE1F2E8),
        .warn = rgb(0x7E5200),
        .warn_back = rgb(0xFDF0D2),
        .error = rgb(0xA8281F),
        .error_back = rgb(0xFBE7E4),
        .info = rgb(0x245C9E),
        .info_back = rgb(0xE5EFFA),
        .note_ink = rgb(0x16211F),
        .scrim = base::with_alpha(rgb(0x17211F), 0.46),
        .data1 = rgb(0x0E5C63),
        .data2 = rgb(0x4F9A9C),
        .data3 = rgb(0xA9CFCD),
        .data_grey = rgb(0xB9BEB8),
        .data_grey2 = rgb(0xD9DAD3),
    };
    return palette;
}

const Palette& dark_palette() {
    static const Palette palette{
        .dark = true,
        .paper = rgb(0x0E1516),
        .surface = rgb(0x172122),
        .sunken = rgb(0x0A1011),
        .line = rgb(0x2A3738),
        .line_control = rgb(0x6C7C7A),
        .ink = rgb(0xEAF1EF),
        .ink2 = rgb(0xB7C4C1),
        .ink3 = rgb(0x93A3A0),
        .accent = rgb(0x6FCBC6),
        .accent_press = rgb(0x93DAD6),
        .accent_tint = rgb(0x17393A),
        .accent_tint2 = rgb(0x235052),
        .on_accent = rgb(0x06282A),
        .sun = rgb(0xF4C542),
        .ok = rgb(0x7CD3A3),
        .ok_back = rgb(0x15332A),
        .warn = rgb(0xF0C267),
        .warn_back = rgb(0x362B14),
        .error = rgb(0xFF9A8D),
        .error_back = rgb(0x3B1F1D),
        .info = rgb(0x8FC1F5),
        .info_back = rgb(0x182C42),
        .note_ink = rgb(0x0D1413),
        .scrim = base::with_alpha(rgb(0x000000), 0.6),
        .data1 = rgb(0x6FCBC6),
        .data2 = rgb(0x43898A),
        .data3 = rgb(0x285153),
        .data_grey = rgb(0x56645F),
        .data_grey2 = rgb(0x33403F),
    };
    return palette;
}

}  // namespace paint
