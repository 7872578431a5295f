#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"

namespace app {

/// A display, as the system names it. Rectangles in px of the whole desktop.
struct Display {
    std::string name;  // "HDMI-1"; the same display keeps its name when others come and go
    base::Rect place;
    bool primary = false;
    bool operator==(const Display&) const = default;
};

/// What goes where: indexes of displays.
struct Places {
    std::optional<std::size_t> wall;    // none: there is no display at all
    std::optional<std::size_t> second;  // none: it must not be shown now
    bool operator==(const Places&) const = default;
};

/// Where the wall and the second view (trainer's or audience's) belong. Each goes back to the display it had; the wall
/// else takes the primary one, the second another that shows something else. A display that mirrors the wall's is no
/// second one: what the trainer alone may see is never shown twice. Pure.
Places plan_places(const std::vector<Display>& displays, const std::string& wall_had, const std::string& second_had,
                   bool wants_second);

}  // namespace app
