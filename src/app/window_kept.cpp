#include "app/window_kept.hpp"

#include <GL/glx.h>
#include <GL/glxext.h>
#include <GLFW/glfw3.h>
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

}  // namespace

bool keeps_what_was_drawn() {
    if (!draws_in_software()) return false;
    // A colour that memory nobody has drawn on will not have. Each picture costs all its px, so there is only one.
    constexpr std::array<std::uint8_t, 3> drawn{1, 3, 2};
    glClearColor(drawn[0] / 255.0F, drawn[1] / 255.0F, drawn[2] / 255.0F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glfwSwapBuffers(glfwGetCurrentContext());
    glReadBuffer(GL_BACK);
    std::array<std::uint8_t, 4> px{};
    glReadPixels(0, 0, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, px.data());
    const bool keeps = std::equal(drawn.begin(), drawn.end(), px.begin());
    glfwSwapBuffers(glfwGetCurrentContext());  // reading has asked for the window's size: let the first frame ask anew
    return keeps;
}

void keep_memory_of_frames() {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

}  // namespace app
