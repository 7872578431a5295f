#pragma once
#include "paint/painter.hpp"

/// A painter that draws nothing: what looks at some of what is drawn begins as this.
class BlankPainter : public paint::Painter {
  public:
    using Painter::text;
    void fill(const base::Rect&, double, base::Colour) override {}
    void stroke(const base::Rect&, double, base::Colour, double) override {}
    void line(std::span<const base::Point>, base::Colour, double) override {}
    void polygon(std::span<const base::Point>, base::Colour) override {}
    void circle(base::Point, double, base::Colour) override {}
    void ring(base::Point, double, base::Colour, double) override {}
    void shadow(const base::Rect&, double, double, double) override {}
    void text(const paint::TextLayout&, base::Point, base::Colour, double) override {}
    void strip(std::span<const base::Point>, base::Colour) override {}
    void photo(const paint::Photo&, const base::Rect&, const base::Rect&, double) override {}
    void push_clip(const base::Rect&) override {}
    void pop_clip() override {}
};
