#pragma once
#include <cstdint>

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace app {

/// Draws Dear ImGui's lists by OpenGL 3.3, over what is there. One for each window; its context must be current.
///
/// Shapes without a texture have a program of their own: in software, looking up a texture's white pixel for each of
/// theirs costs five times as much as all the rest of it. Elsewhere it makes no difference. Pictures that are kept have
/// one too: they cover what was there.
class WindowRenderer {
  public:
    WindowRenderer();
    ~WindowRenderer();
    WindowRenderer(const WindowRenderer&) = delete;
    WindowRenderer& operator=(const WindowRenderer&) = delete;

    /// OpenGL's rows go from the bottom. Those of a picture that is kept go from the top, as a window's lie in memory:
    /// then Mesa's software copies it as it is.
    enum class Rows { from_bottom, from_top };
    /// Has OpenGL make all that frames are drawn with: software compiles when something is first drawn, for a tenth of
    /// a second where it never did before. Nothing is seen of it. `texture` is one as those that will be drawn.
    void warm_up(unsigned texture) const;
    /// Gives how many triangles there were.
    std::int64_t draw(const ImDrawData& data, Rows rows = Rows::from_bottom);

  private:
    struct Program {
        unsigned name = 0;
        int to_clip = -1;  // of its uniform
    };
    static Program program_of(const char* fragment);
    void begin(const ImDrawData& data, Rows rows) const;

    void choose(std::uintptr_t texture) const;
    /// Pictures that are kept, px by px: sampling them costs ten times as much in software.
    void copy(const ImDrawList& list, const ImDrawCmd& command, int high) const;

    Program plain_, textured_, covering_;
    unsigned attributes_ = 0, vertices_ = 0, indices_ = 0;
    unsigned nearest_ = 0;  // a sampler
    unsigned copied_ = 0;   // a framebuffer of the picture that is copied
};

}  // namespace app
