#include "app/window_kept.hpp"

#include <GL/glx.h>
#include <GL/glxext.h>
#include <GLFW/glfw3.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

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

void show_dark(float shade) {
    glClearColor(shade, shade, shade, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glfwSwapBuffers(glfwGetCurrentContext());
}

std::uint8_t shade_at(int x) {
    std::array<std::uint8_t, 4> px{255, 255, 255, 255};
    glReadPixels(x, 0, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, px.data());
    return px.front();
}

}  // namespace

bool keeps_what_was_drawn() {
    if (!draws_in_software()) return false;
    // The second frame is one px of its own on the first.
    show_dark(1.0F / 255);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, 1, 1);
    show_dark(2.0F / 255);
    glDisable(GL_SCISSOR_TEST);
    glReadBuffer(GL_BACK);
    const bool keeps = shade_at(0) == 2 && shade_at(1) == 1;
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
