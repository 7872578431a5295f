#pragma once

namespace app {

/// True where OpenGL draws in software under X11 and a swap leaves what was drawn where it was, to be drawn over: then
/// a frame may be no more than what differs from the one before. A graphics card swaps between several pictures, and
/// draws all of each. For the current context, whose window is nearly black meanwhile.
bool keeps_what_was_drawn();

/// Software takes memory for each frame and gives it back. From here on it stays with the program between frames; the
/// system would clear every page of it anew, which is a quarter of a frame. A few MiB.
void keep_memory_of_frames();

}  // namespace app
