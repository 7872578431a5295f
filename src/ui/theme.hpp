#pragma once
#include "base/geometry.hpp"
#include "paint/palette.hpp"

namespace ui {

/// Tokens: the palette that paper shares, and what only a screen needs. Contrasts are those of WCAG 2.x and are tested.
struct Theme : paint::Palette {
    enum class Kind { light, dark };
    Kind kind = Kind::light;
    bool high_contrast = false;
    base::Colour toast, on_toast;
    double shadow = 1;  // times the alpha that a shadow asks for
};
/// High contrast: darker (or lighter) ink, edges as strong as text.
Theme make_theme(Theme::Kind kind, bool high_contrast = false);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance).
double contrast(base::Colour a, base::Colour b);

/// Lengths in design px (a picture 1080 high).
namespace space {
inline constexpr double xs = 8, s = 12, m = 16, l = 24, xl = 32, xxl = 48;
}
namespace radius {
inline constexpr double note = 6, small = 8, control = 12, card = 18, sheet = 28;
}
namespace touch {
inline constexpr double main = 72, primary = 64, plain = 56, secondary = 48, gap = 8;
}
/// Milliseconds.
namespace motion {
inline constexpr double press = 90, move = 180, sheet = 240, screen = 320, row = 400, row_apart = 120, fade = 120;
}

/// How much larger than designed text may be: below, it is not read from where the room sits; above, it has no room.
inline constexpr double least_text_size = 1, most_text_size = 1.5;

/// What a trainer has set for one display.
struct DisplaySettings {
    double diagonal_inches = 75;
    double text_size = least_text_size;
    bool dock_left = false;  // the rail and the main action on the left
    Theme::Kind theme = Theme::Kind::light;
    bool high_contrast = false;
    bool less_motion = false;
    int fingers = 0;  // at once, as "Testa skärmen" counted; 0: it was not tried
    bool operator==(const DisplaySettings&) const = default;
};
/// The text size that is read from 5 m on a display of this diagonal: 86" 1, 75" 1.1, 65" 1.25, 55" 1.45; straight
/// lines between, and what is nearest outside.
double text_size_for(double diagonal_inches);

}  // namespace ui
