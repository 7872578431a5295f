#pragma once
#include "base/geometry.hpp"

struct GLFWwindow;

namespace app {

/// The window is of this colour from now on, also where the system shows more of it before it is drawn on:
/// shows_itself() ends that. For the current context. True where OpenGL draws in software under X11 and a swap leaves
/// what was drawn where it was, to be drawn over: then a frame may be no more than what differs from the one before. A
/// graphics card swaps between several pictures, and draws all of each.
bool begins_and_keeps(GLFWwindow* window, base::Colour ground);
/// Its first frame is on the screen: what is uncovered later is left as it was, until it is drawn.
void shows_itself(GLFWwindow* window);

/// Software takes memory for each frame and gives it back. From here on it stays with the program between frames; the
/// system would clear every page of it anew, which is a quarter of a frame. A few MiB.
void keep_memory_of_frames();
/// What has stayed so, and what lies free between what is kept, goes back to the system: some milliseconds.
void give_back_memory();

}  // namespace app
