#pragma once
#include <vector>

#include "model/board.hpp"
#include "paint/board_sheet.hpp"
#include "paint/painter.hpp"

namespace scenes {

/// One of everything that lies on free boards, about 1400 × 800 board px from 0,0.
std::vector<model::Item> board_items();
paint::BoardSheet board_sheet();
/// So many notes in rows of twenty, with words of about eighty letters.
paint::BoardSheet board_of_notes(int count);

/// Only counts what it is asked to draw.
class Counting final : public paint::Painter {
  public:
    using Painter::text;
    int calls = 0, lines = 0, polygons = 0, rings = 0, texts = 0;
    void fill(const base::Rect&, double, base::Colour) override { ++calls; }
    void stroke(const base::Rect&, double, base::Colour, double) override { ++calls; }
    void line(std::span<const base::Point>, base::Colour, double) override { ++calls, ++lines; }
    void polygon(std::span<const base::Point>, base::Colour) override { ++calls, ++polygons; }
    void circle(base::Point, double, base::Colour) override { ++calls; }
    void ring(base::Point, double, base::Colour, double) override { ++calls, ++rings; }
    void shadow(const base::Rect&, double, double, double) override { ++calls; }
    void text(const paint::TextLayout&, base::Point, base::Colour, double) override { ++calls, ++texts; }
    void strip(std::span<const base::Point>, base::Colour) override { ++calls; }
    void photo(const paint::Photo&, const base::Rect&, const base::Rect&, double) override { ++calls; }
    void push_clip(const base::Rect&) override {}
    void pop_clip() override {}
};

}  // namespace scenes
