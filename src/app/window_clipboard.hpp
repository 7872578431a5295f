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

/// The text that it holds, as UTF-8; of more than 1 MiB, the beginning. GLFW would wait without end for an owner that
/// has fallen silent; here it is half a second between two pieces. Not for what GLFW itself holds: it is the main
/// thread that answers for that. Errors: not_found (no text is there, or no X), not_now (the owner fell silent).
base::Result<std::string> read_clipboard_text();

/// X's name of the window that has it. 0: none has, or there is no X.
unsigned long clipboard_owner();

}  // namespace app
