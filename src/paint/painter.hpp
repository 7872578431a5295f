#pragma once
#include <functional>
#include <memory>
#include <span>

#include "base/geometry.hpp"

namespace paint {

struct Photo;
class TextLayout;

/// A picture that has been drawn and is kept, to be shown again without drawing it anew. What it takes is given back
/// when the last that holds it lets go. Main thread.
class KeptPicture {
  public:
    explicit KeptPicture(base::Size size_px) : size_(size_px) {}
    KeptPicture(const KeptPicture&) = delete;
    KeptPicture& operator=(const KeptPicture&) = delete;
    virtual ~KeptPicture() = default;
    base::Size size() const { return size_; }  // px

  private:
    base::Size size_;
};

/// What everything is drawn with: the wall by ui::ScreenPainter, paper and pictures by paint::CairoPainter. Lengths are
/// px of the target, colours sRGB; later calls cover earlier ones. Edges are smoothed. What lies outside the clip is
/// not drawn. Drawing cannot fail: an empty rectangle, a colour with alpha 0 or fewer points than a shape needs draws
/// nothing. One thread.
class Painter {
  public:
    Painter() = default;
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;
    virtual ~Painter() = default;

    /// Corners are at most half the shorter side round.
    virtual void fill(const base::Rect& area, double radius, base::Colour colour) = 0;
    /// A line of `width` inside and outside the edge alike.
    virtual void stroke(const base::Rect& area, double radius, base::Colour colour, double width) = 0;
    /// An open line through the points, joined round.
    virtual void line(std::span<const base::Point> points, base::Colour colour, double width) = 0;
    /// Convex, either way round.
    virtual void polygon(std::span<const base::Point> convex, base::Colour colour) = 0;
    virtual void circle(base::Point centre, double radius, base::Colour colour) = 0;
    /// `radius` is to the middle of the line.
    virtual void ring(base::Point centre, double radius, base::Colour colour, double width) = 0;
    /// Soft and dark, around and below `area`; `spread` is how far it reaches, `alpha` its darkness (tokens: 12 and
    /// 0.07, 36 and 0.14).
    virtual void shadow(const base::Rect& area, double radius, double spread, double alpha) = 0;
    /// `at` is the layout's top left corner; `scale` draws all of it larger or smaller from there. Emoji keep their own
    /// colours, but take the alpha.
    virtual void text(const TextLayout& layout, base::Point at, base::Colour colour, double scale) = 0;
    void text(const TextLayout& layout, base::Point at, base::Colour colour) { text(layout, at, colour, 1); }
    /// A strip of triangles (each point with the two before it) that meet without seams, as bands and radar areas are
    /// drawn.
    virtual void strip(std::span<const base::Point> points, base::Colour colour) = 0;

    /// `part` of a photo, 0–1 of its sides, so that it fills `place`. `alpha` 1 covers what was there.
    virtual void photo(const Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) = 0;

    /// Only within `area` and the clips before, until pop_clip. Never popped more often than pushed.
    virtual void push_clip(const base::Rect& area) = 0;
    virtual void pop_clip() = 0;

    /// True for a painter that can keep pictures; to others all is drawn each time.
    virtual bool keeps() const { return false; }
    /// A picture of its own, opaque, at once and beside what is drawn here; `draw` gets its painter, and fills all of
    /// it. Null when this painter keeps none.
    virtual std::shared_ptr<const KeptPicture> keep(base::Size /*px*/, const std::function<void(Painter&)>& /*draw*/) {
        return nullptr;
    }
    /// A picture that a painter of this window or another kept, over all of `place`, on whole px; px by px when it is
    /// as large, else stretched.
    virtual void show(const KeptPicture& /*picture*/, const base::Rect& /*place*/) {}
};

}  // namespace paint
