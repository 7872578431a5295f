#pragma once
#include <memory>
#include <string>
#include <vector>

#include "model/board.hpp"
#include "paint/painter.hpp"
#include "paint/palette.hpp"
#include "paint/photo.hpp"
#include "paint/text.hpp"

/// One object of a free board, as the wall and paper draw it. `scale` is px of the target per px of the board.
namespace paint {

/// Its words, set for one scale, at which letters stand sharp; drawn at another they are as large as they should be and
/// break the same. Kept by who draws as long as item and scale stay. Lines of a note that do not fit are
/// set smaller, down to a floor; what still does not fit is cut at the end of a word with "…" (all of it is read by
/// "Visa stort").
struct ItemText {
    Text words;      // null: it has none
    base::Point at;  // px from the place's top left
    Text author;     // null: none is shown
    base::Point author_at;
    bool cut = false;
    double scale = 1;
};
ItemText set_item_text(Typesetter& type, const model::Item& item, double scale);

/// The way of a line from end to end, board px: a smooth bow that leaves both items at their edges, and where its head
/// and its label are. Pure.
struct LinePath {
    std::vector<base::Point> points;
    base::Point label_at;
};
/// Null: that end stands free, at the item's own point.
LinePath line_path(const model::Item& line, const base::Rect* from, const base::Rect* to);
/// What a stroke's or a line's own points span, board px, with width, head and label; of others their place.
base::Rect extent_of(const model::Item& item, const LinePath* path);

struct ItemLook {
    base::Point origin;  // where the board's 0,0 lies, px of the target
    double scale = 1;
    bool shadow = true;
    std::shared_ptr<const Photo> photo = nullptr;  // null: a frame with its words until it is here
    bool edge = false;                             // a thin line around notes: on paper, where there is no shadow
};
/// Whole: with words and all.
void draw_item(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
               const LinePath* path, const ItemLook& look);
/// From far away: its shape and colour, and grey bars for lines of words from `look.scale` 0.04 on; no text is set.
/// At most six calls of the painter.
void draw_item_far(Painter& painter, const Palette& palette, const model::Item& item, const LinePath* path,
                   const ItemLook& look);

}  // namespace paint
