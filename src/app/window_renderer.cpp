#include "app/window_renderer.hpp"

#include <GL/gl.h>
#include <GL/glext.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/check.hpp"
#include "ui/screen_painter.hpp"

namespace app {
namespace {

// A part of a frame shall be px by px what it is in the whole one, whatever else is drawn. Mesa's software draws two
// triangles that make a rectangle in another way than others, and rounds their colours in another way; which ones it
// sees as such depends on where they stand in a draw. So glyphs are drawn by as many as it looks at together, and
// shapes have an input that is the same all over a triangle (`nothing`, which is 0): then it looks for no rectangles.
// Nothing is seen in perspective, and not to be told so costs a division for each px.
constexpr unsigned indices_of_glyphs = 1020;  // 170 of them; Mesa takes 1,023 at a time
constexpr const char* vertex_source = R"(#version 330 core
uniform vec4 to_clip;  // factors of x and y, and what is added
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 part;
layout(location = 2) in vec4 colour;
noperspective out vec2 at;
out vec2 at_in_kept;
noperspective out vec4 ink;
flat out float nothing;
void main() {
    at = at_in_kept = part;
    ink = colour;
    nothing = to_clip.z + 1;
    gl_Position = vec4(place * to_clip.xy + to_clip.zw, 0, 1);
})";
constexpr const char* plain_source = R"(#version 330 core
noperspective in vec4 ink;
flat in float nothing;
layout(location = 0) out vec4 shown;
void main() { shown = ink + nothing; })";
constexpr const char* textured_source = R"(#version 330 core
noperspective in vec2 at;
noperspective in vec4 ink;
uniform sampler2D page;
layout(location = 0) out vec4 shown;
void main() { shown = ink * texture(page, at); })";
// Rectangles that are no more than one picture stretched have a faster way in Mesa's software: as long as its place is
// told in perspective, it does not repeat, and its px are of the window's format.
constexpr const char* covering_source = R"(#version 330 core
in vec2 at_in_kept;
uniform sampler2D page;
layout(location = 0) out vec4 shown;
void main() { shown = texture(page, at_in_kept); })";

unsigned shader_of(GLenum kind, const char* source) {
    const unsigned shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    int compiled = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
    std::string words(compiled == 0 ? 1024 : 0, '\0');
    if (compiled == 0) glGetShaderInfoLog(shader, static_cast<int>(words.size()), nullptr, words.data());
    base::check(compiled != 0, "a shader compiles: " + words);
    return shader;
}

const void* at_byte(std::size_t offset) {
    return reinterpret_cast<const void*>(offset);  // NOLINT(performance-no-int-to-ptr): as OpenGL wants it
}

}  // namespace

WindowRenderer::Program WindowRenderer::program_of(const char* fragment) {
    Program program{glCreateProgram(), -1};
    for (const unsigned shader :
         {shader_of(GL_VERTEX_SHADER, vertex_source), shader_of(GL_FRAGMENT_SHADER, fragment)}) {
        glAttachShader(program.name, shader);
        glDeleteShader(shader);  // lives as long as the program
    }
    glLinkProgram(program.name);
    int linked = 0;
    glGetProgramiv(program.name, GL_LINK_STATUS, &linked);
    base::check(linked != 0, "shaders link");
    program.to_clip = glGetUniformLocation(program.name, "to_clip");
    return program;
}

WindowRenderer::WindowRenderer()
    : plain_(program_of(plain_source)), textured_(program_of(textured_source)), covering_(program_of(covering_source)) {
    // What Mesa's compiler knows takes 6 MiB; another window's has it made again.
    if (glfwExtensionSupported("GL_ARB_ES2_compatibility") == GLFW_TRUE) glReleaseShaderCompiler();
    glGenSamplers(1, &nearest_);
    for (const auto filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
        glSamplerParameteri(nearest_, static_cast<GLenum>(filter), GL_NEAREST);
    }
    glGenFramebuffers(1, &copied_);
    glGenVertexArrays(1, &attributes_);
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glBindVertexArray(attributes_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    for (const unsigned place : {0U, 1U, 2U}) glEnableVertexAttribArray(place);
    constexpr int step = sizeof(ImDrawVert);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, step, at_byte(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, step, at_byte(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, step, at_byte(offsetof(ImDrawVert, col)));
}

WindowRenderer::~WindowRenderer() {
    glDeleteFramebuffers(1, &copied_);
    glDeleteBuffers(1, &indices_);
    glDeleteBuffers(1, &vertices_);
    glDeleteVertexArrays(1, &attributes_);
    glDeleteSamplers(1, &nearest_);
    glDeleteProgram(covering_.name);
    glDeleteProgram(textured_.name);
    glDeleteProgram(plain_.name);
}

void WindowRenderer::begin(const ImDrawData& data, Rows rows) const {
    const auto [wide, high] = data.DisplaySize;
    glViewport(0, 0, static_cast<int>(wide), static_cast<int>(high));
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    glBindVertexArray(attributes_);
    for (const auto& program : {plain_, textured_, covering_}) {
        glUseProgram(program.name);
        const float up = rows == Rows::from_bottom ? 1 : -1;
        glUniform4f(program.to_clip, 2 / wide, -2 * up / high, -1, up);
    }
}

void WindowRenderer::warm_up(unsigned texture) const {
    ImDrawData nothing;
    nothing.DisplaySize = {1, 1};
    begin(nothing, Rows::from_bottom);
    const std::array<ImDrawVert, 3> vertices{};  // without an area
    const std::array<ImDrawIdx, 3> indices{0, 1, 2};
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBufferData(GL_ARRAY_BUFFER, sizeof vertices, vertices.data(), GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, sizeof indices, indices.data(), GL_STREAM_DRAW);
    glScissor(0, 0, 1, 1);
    glBindTexture(GL_TEXTURE_2D, texture);
    constexpr auto type = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
    glUseProgram(plain_.name);
    glDrawElements(GL_TRIANGLES, 3, type, nullptr);
    glUseProgram(textured_.name);
    for (const unsigned sampler : {0U, nearest_}) {
        glBindSampler(0, sampler);
        glDrawElements(GL_TRIANGLES, 3, type, nullptr);
    }
    glFinish();
}

void WindowRenderer::choose(std::uintptr_t texture) const {
    using Painter = ui::ScreenPainter;
    const bool covers = (texture & Painter::covers) != 0;
    covers ? glDisable(GL_BLEND) : glEnable(GL_BLEND);
    glUseProgram(texture == 0 ? plain_.name : covers ? covering_.name : textured_.name);
    if (texture == 0) return;
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture & Painter::texture_mask));
    glBindSampler(0, (texture & Painter::px_by_px) != 0 ? nearest_ : 0);
}

void WindowRenderer::copy(const ImDrawList& list, const ImDrawCmd& command, int high) const {
    const auto texture = reinterpret_cast<std::uintptr_t>(command.GetTexID());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, copied_);
    glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                           static_cast<GLuint>(texture & ui::ScreenPainter::texture_mask), 0);
    glDisable(GL_SCISSOR_TEST);
    const auto& clip = command.ClipRect;
    constexpr unsigned of_rectangle = 6;
    for (unsigned i = 0; i + of_rectangle <= command.ElemCount; i += of_rectangle) {
        const auto* index = list.IdxBuffer.Data + command.IdxOffset + i;
        const auto* vertices = list.VtxBuffer.Data + command.VtxOffset;
        const auto from = vertices[index[0]].pos, to = vertices[index[2]].pos;
        const int left = static_cast<int>(std::max(from.x, clip.x)), right = static_cast<int>(std::min(to.x, clip.z));
        const int top = static_cast<int>(std::max(from.y, clip.y)), bottom = static_cast<int>(std::min(to.y, clip.w));
        if (left >= right || top >= bottom) continue;
        const int x = static_cast<int>(from.x), y = static_cast<int>(from.y);
        // Its rows go from the top, and OpenGL's of a window from the bottom.
        glBlitFramebuffer(left - x, bottom - y, right - x, top - y, left, high - bottom, right, high - top,
                          GL_COLOR_BUFFER_BIT, GL_NEAREST);
    }
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    glEnable(GL_SCISSOR_TEST);
}

std::int64_t WindowRenderer::draw(const ImDrawData& data, Rows rows) {
    begin(data, rows);
    std::int64_t triangles = 0;
    const int high = static_cast<int>(data.DisplaySize.y);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const auto& list = *data.CmdLists[i];
        glBindBuffer(GL_ARRAY_BUFFER, vertices_);
        glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
        for (const auto& command : list.CmdBuffer) {
            if (command.UserCallback != nullptr) {
                command.UserCallback(&list, &command);
                continue;
            }
            const auto& clip = command.ClipRect;
            const int left = std::max(0, static_cast<int>(clip.x)), top = std::max(0, static_cast<int>(clip.y));
            const int wide = static_cast<int>(clip.z) - left, tall = static_cast<int>(clip.w) - top;
            if (wide <= 0 || tall <= 0 || command.ElemCount == 0) continue;
            triangles += command.ElemCount / 3;
            glScissor(left, rows == Rows::from_bottom ? high - top - tall : top, wide, tall);
            const auto texture = reinterpret_cast<std::uintptr_t>(command.GetTexID());
            constexpr auto copied = ui::ScreenPainter::covers | ui::ScreenPainter::px_by_px;
            if ((texture & copied) == copied) {
                copy(list, command, high);
                continue;
            }
            choose(texture);
            const unsigned most = texture == 0 ? command.ElemCount : indices_of_glyphs;
            for (unsigned from = 0; from < command.ElemCount; from += most) {
                glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<int>(std::min(most, command.ElemCount - from)),
                                         sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                                         at_byte((command.IdxOffset + from) * sizeof(ImDrawIdx)),
                                         static_cast<int>(command.VtxOffset));
            }
        }
    }
    return triangles;
}

}  // namespace app
