#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "paint/glyph_atlas.hpp"
#include "paint/painter.hpp"

struct ImDrawCmd;
struct ImDrawList;

namespace ui {

class Damage;

/// Draws on a window: shapes and glyph quads into Dear ImGui's draw list, which the window renders with OpenGL. Lives
/// as long as the list until it has been rendered. Main thread.
///
/// 1. Text comes from the atlas's pages; shapes have no texture, and the list's own must be 0.
/// 2. Large opaque areas (papers, cards) go to `fill_opaque` as whole px, to be drawn without blending.
/// 3. Fills and strokes lie on whole px, so that edges are sharp. Only their corners are smoothed, and are triangles of
///    their own: long thin ones cost many times their px on a machine that draws in software.
class ScreenPainter final : public paint::Painter {
  public:
    /// Added to a texture whose px are the window's, one to one: nothing lies between two of them.
    static constexpr std::uintptr_t px_by_px = std::uintptr_t{1} << 31U;
    /// Added to a texture that covers what was there.
    static constexpr std::uintptr_t covers = std::uintptr_t{1} << 30U;
    /// The texture alone, without what is added: above it is what tells pictures apart that had it one after the other.
    static constexpr std::uintptr_t texture_mask = covers - 1;
    static constexpr unsigned number_shift = 32;
    struct Opaque {
        int x = 0, y = 0, w = 0, h = 0;  // px from the top left
        base::Colour colour;
    };
    struct Window {
        base::Size size_px;
        std::function<std::uintptr_t(int page)> texture;              // of an atlas page, made when missing
        std::function<void(const std::vector<Opaque>&)> fill_opaque;  // called while the list is rendered; none: never
        std::function<std::uintptr_t(const paint::Photo&)> photo = {};  // its texture, made when missing; none: never
        // Renders this list into a picture of that size at once; none: none are kept.
        std::function<std::shared_ptr<const paint::KeptPicture>(ImDrawList&, base::Size)> keep = {};
        std::function<std::uintptr_t(const paint::KeptPicture&)> kept = {};  // its texture, with its number
    };
    ScreenPainter(ImDrawList& list, paint::GlyphAtlas& atlas, Window window);
    ~ScreenPainter() override;

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
    void photo(const paint::Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) override;
    bool keeps() const override { return static_cast<bool>(window_.keep); }
    std::shared_ptr<const paint::KeptPicture> keep(base::Size px,
                                                   const std::function<void(paint::Painter&)>& draw) override;
    void show(const paint::KeptPicture& picture, const base::Rect& place) override;
    void push_clip(const base::Rect& area) override;
    void pop_clip() override;

    /// When all is drawn: tells what lies where, as triangles and opaque areas.
    void tell(Damage& damage) const;
    /// When all is drawn: leaves in the list what touches this part, whole px, and clips it there. May be called for
    /// one part after the other.
    void narrow(const base::Rect& part);

  private:
    struct Batch {
        const ScreenPainter* painter = nullptr;
        std::vector<Opaque> rects;
    };
    struct Drawn;  // all of the list's commands, while it is narrowed
    /// What Dear ImGui calls between its own draws.
    static void fill_batch(const ImDrawList* list, const ImDrawCmd* command);
    void opaque(const base::Rect& area, base::Colour colour);
    void solid(const base::Rect& area, base::Colour colour);
    bool outside(const base::Rect& area) const { return !clips_.back().overlaps(area); }

    ImDrawList& list_;
    paint::GlyphAtlas& atlas_;
    Window window_;
    std::vector<base::Rect> clips_;
    std::deque<Batch> batches_;
    std::unique_ptr<Drawn> drawn_;
    base::Rect part_;  // what is rendered
    std::vector<paint::GlyphAtlas::Quad> quads_;
};

}  // namespace ui
