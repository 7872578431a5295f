#pragma once
#include <optional>
#include <string>

#include "ui/theme.hpp"

namespace app {

/// What is kept of a display from one time to the next: <state folder>/displays/<name>.json.
struct WallSettings {
    std::optional<ui::DisplaySettings> display;  // none: nothing was kept
    std::string wifi_name, wifi_secret;          // of the room's network, as the trainer wrote them
};

/// Nothing for what is not there or cannot be read: settings are never a reason not to start.
WallSettings read_wall_settings(const std::string& display);
/// A fault is passed over: the wall goes on with what it has.
void write_wall_settings(const std::string& display, const WallSettings& settings);

}  // namespace app
