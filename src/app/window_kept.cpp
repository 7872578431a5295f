#include "app/window_kept.hpp"

#include <GL/glx.h>
#include <GL/glxext.h>
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <array>
#include <cstdint>

namespace app {
namespace {

/// Source: GLX_MESA_query_renderer, Khronos registry.
bool draws_in_software() {
    if (glXGetCurrentDisplay() == nullptr) return false;
    if (glfwExtensionSupported("GLX_MESA_query_renderer") == GLFW_FALSE) return false;
    const auto ask = reinterpret_cast<PFNGLXQUERYCURRENTRENDERERINTEGERMESAPROC>(
        glfwGetProcAddress("glXQueryCurrentRendererIntegerMESA"));
    unsigned accelerated = 1;
    return ask != nullptr && ask(GLX_RENDERER_ACCELERATED_MESA, &accelerated) != False && accelerated == 0;
}

/// X fills with it what a window manager moves, enlarges or uncovers before anything of ours is drawn there.
void tell_ground(GLFWwindow* window, base::Colour ground) {
    auto* display = glfwGetX11Display();
    XWindowAttributes is{};
    if (XGetWindowAttributes(display, glfwGetX11Window(window), &is) == 0) return;
    const bool usual =
        is.visual->red_mask == 0xFF0000 && is.visual->green_mask == 0xFF00 && is.visual->blue_mask == 0xFF;
    if (!usual || is.depth != 24) return;
    const auto px = static_cast<unsigned long>((ground.r << 16) | (ground.g << 8) | ground.b);
    XSetWindowBackground(display, glfwGetX11Window(window), px);
    XFlush(display);
}

}  // namespace

bool begins_and_keeps(GLFWwindow* window, base::Colour ground) {
    // One step from the ground, which nobody sees: a colour that memory nobody has drawn on will not have.
    const std::array<std::uint8_t, 3> drawn{ground.r, ground.g, static_cast<std::uint8_t>(ground.b ^ 1U)};
    tell_ground(window, ground);
    // Each picture costs all its px, so there is only one.
    glClearColor(drawn[0] / 255.0F, drawn[1] / 255.0F, drawn[2] / 255.0F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glfwSwapBuffers(window);
    if (!draws_in_software()) return false;
    glReadBuffer(GL_BACK);
    std::array<std::uint8_t, 4> px{};
    glReadPixels(0, 0, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, px.data());
    const bool keeps = std::equal(drawn.begin(), drawn.end(), px.begin());
    glfwSwapBuffers(window);  // reading has asked for the window's size: let the first frame ask anew
    return keeps;
}

void shows_itself(GLFWwindow* window) {
    XSetWindowBackgroundPixmap(glfwGetX11Display(), glfwGetX11Window(window), None);
}

void keep_memory_of_frames() {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

void give_back_memory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace app
