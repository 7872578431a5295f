#pragma once
#include <vector>

#include "paint/board_item.hpp"

namespace paint {

inline base::Point on_target(base::Point at, const ItemLook& look) {
    return {look.origin.x + at.x * look.scale, look.origin.y + at.y * look.scale};
}
inline base::Rect on_target(const base::Rect& place, const ItemLook& look) {
    return place.scaled(look.scale).moved(look.origin.x, look.origin.y);
}

/// What a stroke or a line is drawn in: note colours, as dark (or light) as a thin line needs to be seen.
base::Colour pen_colour(const Palette& palette, std::string_view colour);
/// Board px of a stroke's or a line's width where the item does not say.
inline constexpr double usual_pen = 4;
inline double pen_width(const model::Item& item) {
    return item.size > 0 ? item.size : usual_pen;
}

/// In the dark pens are light, and so are notes: an edge of the board's own colour parts them, and is not seen on it.
/// So wide on each side, of the pen's width.
inline constexpr double ink_edge = 0.4;

/// The parts of a note, board px from the place's top left.
struct NoteParts {
    base::Rect photo;  // empty without one
    base::Rect words, mark;
    base::Point author;
    double author_width = 0;  // 0: there is no room for one
};
NoteParts note_parts(const model::Item& item);

/// An image's words stand below it, where there is room for both.
inline bool has_caption(const model::Item& item) {
    constexpr double least_height = 70;
    return !item.text.empty() && item.place.h >= least_height;
}

void draw_board_line(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
                     const LinePath& path, const ItemLook& look);
void draw_board_ink(Painter& painter, const Palette& palette, const model::Item& item, const ItemLook& look);
/// The words where set_item_text has put them.
void draw_item_words(Painter& painter, const Text& words, base::Point at, const ItemText& text, const base::Rect& area,
                     base::Colour colour, const ItemLook& look);

}  // namespace paint
