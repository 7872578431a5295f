#pragma once
#include <optional>
#include <vector>

#include "paint/aloud.hpp"
#include "paint/painter.hpp"

namespace paint {

/// Draws a horizontal band of something taller on another painter, `to` px from its top, and nothing of what lies
/// outside it. While it lives the other painter is clipped to the band. A part is told when words or a photo of it lie
/// in the band.
class Slice final : public Painter, public Aloud {
  public:
    using Painter::text;
    Slice(Painter& painter, const base::Rect& band, double to);
    ~Slice() override;

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

    void begin_section(std::size_t number) override;
    void begin_part(AloudPart part) override;
    void end_part() override;

  private:
    void tell_part();
    bool is_within(double y, double bottom) const { return bottom > band_.y && y < band_.bottom(); }
    base::Point moved(base::Point at) const { return {at.x, at.y + by_}; }
    /// Empty when they all lie outside.
    std::vector<base::Point> moved(std::span<const base::Point> points, double around) const;

    Painter& painter_;
    Aloud* aloud_;  // null: there is nobody to tell
    std::optional<AloudPart> untold_;
    bool told_ = false;
    base::Rect band_;
    double by_;
};

}  // namespace paint
