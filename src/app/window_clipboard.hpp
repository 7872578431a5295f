#pragma once
#include <functional>
#include <string>

#include "base/result.hpp"

namespace app {

/// The image that X's clipboard holds, as its owner gives it: PNG, else JPEG, BMP or GIF. GLFW reads nothing but text,
/// so it is asked for on a connection of its own, of the display that $DISPLAY names. Waits for an owner that does not
/// answer, 2 s at most between two pieces. Errors: not_found (none is there, or no X), too_large ("bytes"), not_now
/// (the owner fell silent), closed ("stopped"). Any thread but the main one.
base::Result<std::string> read_clipboard_image(const std::function<bool()>& stopped);

}  // namespace app
