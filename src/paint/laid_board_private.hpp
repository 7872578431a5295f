#pragma once
#include <list>
#include <optional>
#include <vector>

#include "paint/board_item.hpp"
#include "paint/board_sheet.hpp"

namespace paint {

/// A free board's items in the order in which they cover each other, with where they reach, and over them all the
/// edges and headings of the groups that have a name. Looks at the sheet.
class LaidBoard {
  public:
    explicit LaidBoard(const BoardSheet& sheet);

    struct Laid {
        const model::Item* item = nullptr;
        std::optional<LinePath> path;
        base::Rect extent;                // board px
        std::optional<base::Rect> group;  // it is nobody's item, but the heading of what lies within this; board px
    };
    const std::vector<Laid>& items() const { return items_; }
    /// What all of it spans, with a margin; never empty.
    const base::Rect& extent() const { return extent_; }

    /// True: not all of its words are shown.
    bool draw(Painter& painter, Typesetter& type, const Laid& laid, base::Point origin, double scale) const;

  private:
    void lay_group_names();

    const BoardSheet& sheet_;
    std::list<model::Item> headings_;
    std::vector<Laid> items_;
    base::Rect extent_;
    bool shadows_;
};

/// The light theme on white paper.
Palette board_print_palette();

/// What is said of an item to those who cannot see it: what a picture shows, what a stamp means; empty for words, which
/// say themselves.
std::string said_instead(const model::Item& item);

/// Title and what is said below it, at the top left of `area`; its height. Without a painter it is only
/// measured. `scale` is units of the target per design px.
double draw_board_head(Painter* painter, Typesetter& type, const BoardSheet& sheet, const base::Rect& area,
                       double scale);

}  // namespace paint
