#pragma once
#include <cstdint>

struct ImDrawData;

namespace app {

/// Draws Dear ImGui's lists by OpenGL 3.3, over what is there. One for each window; its context must be current.
///
/// Shapes without a texture have a program of their own: in software, looking up a texture's white pixel for each of
/// theirs costs five times as much as all the rest of it. Elsewhere it makes no difference.
class WindowRenderer {
  public:
    WindowRenderer();
    ~WindowRenderer();
    WindowRenderer(const WindowRenderer&) = delete;
    WindowRenderer& operator=(const WindowRenderer&) = delete;

    /// Gives how many triangles there were.
    std::int64_t draw(const ImDrawData& data);

  private:
    struct Program {
        unsigned name = 0;
        int to_clip = -1;  // of its uniform
    };
    static Program program_of(const char* fragment);
    void begin(const ImDrawData& data) const;

    Program plain_, textured_;
    unsigned attributes_ = 0, vertices_ = 0, indices_ = 0;
    unsigned nearest_ = 0;  // a sampler
};

}  // namespace app
