#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

double linear(std::uint8_t value) {
    const double s = value / 255.0;
    return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
}

double luminance(base::Colour colour) {
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

}  // namespace

Theme make_theme(Theme::Kind kind, bool high_contrast) {
    const bool dark = kind == Theme::Kind::dark;
    Theme theme;
    static_cast<paint::Palette&>(theme) = dark ? paint::dark_palette() : paint::light_palette();
    theme.kind = kind;
    theme.high_contrast = high_contrast;
    theme.toast = dark ? theme.line : theme.ink;
    theme.on_toast = dark ? theme.ink : theme.surface;
    theme.shadow = dark ? 4 : 1;
    if (!high_contrast) return theme;
    // Text at 12:1 or more, edges as strong as text, backgrounds at the ends of the scale.
    theme.paper = theme.surface = dark ? base::rgb(0x000000) : base::rgb(0xFFFFFF);
    theme.sunken = dark ? base::rgb(0x101818) : base::rgb(0xF2F2EE);
    theme.ink = dark ? base::rgb(0xFFFFFF) : base::rgb(0x000000);
    theme.ink2 = dark ? base::rgb(0xF0F4F3) : base::rgb(0x15201D);
    theme.ink3 = dark ? base::rgb(0xDDE6E4) : base::rgb(0x26322F);
    theme.line = theme.line_control = theme.ink2;
    theme.accent = dark ? base::rgb(0x8FE6E1) : base::rgb(0x053A3F);
    theme.accent_press = dark ? base::rgb(0xB9F3F0) : base::rgb(0x000000);
    theme.on_accent = dark ? base::rgb(0x000000) : base::rgb(0xFFFFFF);
    theme.ok = dark ? base::rgb(0xA0EBC1) : base::rgb(0x0B4A2B);
    theme.warn = dark ? base::rgb(0xFFD98A) : base::rgb(0x573800);
    theme.error = dark ? base::rgb(0xFFB9B0) : base::rgb(0x7D130C);
    theme.info = dark ? base::rgb(0xB5D8FB) : base::rgb(0x123F73);
    theme.toast = theme.ink;
    theme.on_toast = theme.surface;
    // On a light toast the brand's yellow would not be read.
    if (dark) theme.sun = theme.on_accent;
    return theme;
}

double contrast(base::Colour a, base::Colour b) {
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

double text_size_for(double diagonal_inches) {
    static constexpr std::array<std::array<double, 2>, 4> table{{{55, 1.45}, {65, 1.25}, {75, 1.1}, {86, 1}}};
    if (diagonal_inches <= table.front()[0]) return table.front()[1];
    for (std::size_t i = 1; i < table.size(); ++i) {
        const auto [from, large] = table[i - 1];
        const auto [to, small] = table[i];
        if (diagonal_inches <= to) return large + (small - large) * (diagonal_inches - from) / (to - from);
    }
    return 1;
}

}  // namespace ui
