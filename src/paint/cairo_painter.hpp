#pragma once
#include "paint/painter.hpp"

extern "C" {
struct _cairo;  // NOLINT(bugprone-reserved-identifier): Cairo's own name for cairo_t
}

namespace paint {

/// Draws on any cairo_t, which must outlive it. Text on pictures is drawn from outlines, evenly spaced; on paper (PDF)
/// as text that can be searched and copied. A failure of the target (no memory, write error) is the target's to tell.
class CairoPainter : public Painter {
  public:
    explicit CairoPainter(_cairo* cairo);

    using Painter::text;
    void fill(const base::Rect& area, double radius, base::Colour colour) override;
    void stroke(const base::Rect& area, double radius, base::Colour colour, double width) override;
    void line(std::span<const base::Point> points, base::Colour colour, double width) override;
    void polygon(std::span<const base::Point> convex, base::Colour colour) override;
    void circle(base::Point centre, double radius, base::Colour colour) override;
    void ring(base::Point centre, double radius, base::Colour colour, double width) override;
    void shadow(const base::Rect& area, double radius, double spread, double alpha) override;
    void text(const TextLayout& layout, base::Point at, base::Colour colour, double scale) override;
    void strip(std::span<const base::Point> points, base::Colour colour) override;
    void photo(const Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) override;
    void push_clip(const base::Rect& area) override;
    void pop_clip() override;

  private:
    _cairo* cairo_;
    bool picture_;
    int clips_ = 0;
};

}  // namespace paint
