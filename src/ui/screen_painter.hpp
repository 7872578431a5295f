#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

#include "paint/glyph_atlas.hpp"
#include "paint/painter.hpp"

struct ImDrawList;

namespace ui {

/// Draws on a window: shapes and glyph quads into Dear ImGui's draw list, which the window renders with OpenGL. Lives
/// as long as the list until it has been rendered. Main thread.
///
/// 1. Shapes and text come from the atlas's pages, so that a frame is a few draw calls. The list's own texture must be
///    page 0, and its white pixel the atlas's.
/// 2. Large opaque areas (papers, cards) go to `fill_opaque` as whole px without texture and blending: on a machine
/// that
///    draws in software that is half the frame.
/// 3. Fills lie on whole px, so that edges are sharp.
class ScreenPainter final : public paint::Painter {
  public:
    struct Opaque {
        int x = 0, y = 0, w = 0, h = 0;  // px from the top left
        base::Colour colour;
    };
    struct Window {
        base::Size size_px;
        std::function<std::uintptr_t(int page)> texture;              // of an atlas page, made when missing
        std::function<void(const std::vector<Opaque>&)> fill_opaque;  // called while the list is rendered; none: never
    };
    ScreenPainter(ImDrawList& list, paint::GlyphAtlas& atlas, Window window);

    using Painter::text;
    void fill(const base::Rect& area, double radius, base::Colour colour) override;
    void stroke(const base::Rect& area, double radius, base::Colour colour, double width) override;
    void line(std::span<const base::Point> points, base::Colour colour, double width) override;
    void polygon(std::span<const base::Point> convex, base::Colour colour) override;
    void circle(base::Point centre, double radius, base::Colour colour) override;
    void ring(base::Point centre, double radius, base::Colour colour, double width) override;
    void shadow(const base::Rect& area, double radius, double spread, double alpha) override;
    void text(const paint::TextLayout& layout, base::Point at, base::Colour colour, double scale) override;
    void strip(std::span<const base::Point> points, base::Colour colour) override;
    void push_clip(const base::Rect& area) override;
    void pop_clip() override;

    struct Batch {
        const ScreenPainter* painter = nullptr;
        std::vector<Opaque> rects;
    };

  private:
    friend struct OpaqueCall;
    void opaque(const base::Rect& area, base::Colour colour);
    bool outside(const base::Rect& area) const { return !clips_.back().overlaps(area); }

    ImDrawList& list_;
    paint::GlyphAtlas& atlas_;
    Window window_;
    std::vector<base::Rect> clips_;
    std::deque<Batch> batches_;
    std::vector<paint::GlyphAtlas::Quad> quads_;
};

}  // namespace ui
