#pragma once

namespace app {

/// True where OpenGL draws in software under X11 and a swap leaves what was drawn where it was, to be drawn over: then
/// a frame may be no more than what differs from the one before. A graphics card swaps between several pictures, and
/// draws all of each. For the current context, whose window is nearly black meanwhile.
bool keeps_what_was_drawn();

}  // namespace app
