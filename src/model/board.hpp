#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "model/cells.hpp"
#include "model/draft.hpp"

namespace model {

/// A free board: objects that lie where hands have put them. Lengths are px of the board; at zoom 1 they are design px
/// of the wall (a note is 200 × 200). y grows downwards, the origin is nowhere in particular.

enum class ItemType { note, text, frame, line, ink, image, stamp };
/// "note" … "stamp".
std::string_view item_type_name(ItemType type);
std::optional<ItemType> parse_item_type(std::string_view name);

/// A point of a stroke, px from the top left of the item's place; pressure 0–1, 0.5 where the device has none.
struct InkPoint {
    float x = 0, y = 0, pressure = 0.5F;
    bool operator==(const InkPoint&) const = default;
};

/// Where a line ends: at an item, which it follows, or (empty id) at a place of its own.
struct LineEnd {
    Id item;
    base::Point at;
    bool operator==(const LineEnd&) const = default;
};

/// One object. What its type has no use for stays as it is here.
struct Item {
    Id id;
    ItemType type = ItemType::note;
    base::Rect place;
    std::string level;     // an order key: a higher one lies above; frames lie below all, then lines
    std::string text;      // of a note, a text, a line's label, a frame's title; ≤ most_item_text
    std::string colour;    // as of notes: "yellow", …; ink and lines: also "ink" (the text's colour); empty: usual
    std::string author;    // name that is shown, or a table's; empty: none
    std::string language;  // that it was written in; empty: not known
    double size = 0;       // text: px of its letters; ink and lines: px of width; 0: usual
    std::string means;     // line: "leads_to", "causes", "belongs_to" or empty; stamp: its mark, "heart", "star" …
    LineEnd from, to;
    std::vector<InkPoint> ink;
    std::string photo;        // image, note: hash of the blob; its name in the register
    std::string photo_shows;  // what is seen in it, in words
    Id group;                 // carried together; empty: none
    std::string slot;         // field of the board's template that it fills: "goals", "step.lane"; empty: none
    bool locked = false;
    bool operator==(const Item&) const = default;
};

inline constexpr std::size_t most_items = 50000;          // on one board
inline constexpr std::size_t most_items_at_once = 10000;  // in one Change
inline constexpr std::size_t most_item_text = 4000;       // bytes; longer text is refused
inline constexpr std::size_t most_ink_points = 2000;      // in one stroke
inline constexpr double farthest_item = 1000000;          // px from the origin, either way; also the largest side

/// Sets what differs from what stands; `gone` is for an item that shall be no more.
void put_item(Draft& draft, const Id& board, const Item& item);
void remove_item(Draft& draft, const Id& item);
/// As it stands in these cells. Places that are no numbers or too far away are moved within limits, unknown types and
/// words are left out: what has come from elsewhere never does harm. Empty: it is no item, or gone.
std::optional<Item> read_item(const Id& id, const Fields& fields);

}  // namespace model
