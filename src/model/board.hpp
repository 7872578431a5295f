#pragma once
#include <optional>
#include <span>
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
    std::string colour;    // as of notes: "sol", …; ink and lines: also "ink" (the text's colour); empty: usual
    std::string author;    // name that is shown, or a table's; empty: none
    std::string language;  // that it was written in; empty: not known
    double size = 0;       // text: px of its letters; ink and lines: px of width; 0: usual
    std::string means;     // line: "leads_to", "causes", "belongs_to" or empty; stamp: its mark, "heart", "star" …
    LineEnd from, to;
    std::vector<InkPoint> ink;
    std::string photo;        // image, note: hash of the blob; its name in the register
    std::string photo_shows;  // what is seen in it, in words
    Id group;                 // carried together; empty: none
    std::string group_name;   // what the group is called, on each of it; see board_groups.hpp
    std::string slot;         // field of the board's template that it fills: "goals", "step.lane"; empty: none
    bool locked = false;
    bool operator==(const Item&) const = default;
};

inline constexpr std::size_t most_items = 50000;          // on one board
inline constexpr std::size_t most_items_at_once = 10000;  // in one Change
inline constexpr std::size_t most_item_text = 4000;       // bytes; longer text is refused
inline constexpr std::size_t most_ink_points = 2000;      // in one stroke
inline constexpr double farthest_item = 1000000;          // px from the origin, either way; also the largest side

/// What is kept of an item: places to a hundredth of a px and within farthest_item, sides of at least one px, strokes
/// to a tenth of a px, text cut to most_item_text, words (colour, means, slot, language) of [A-Za-z0-9_.-] and at most
/// 60 bytes; what is not so is left out. Twice gives the same as once.
Item within_limits(Item item);

/// Makes the item lie on the board as it is here, within limits: also one that was removed. All its fields are set,
/// empty ones unset; Draft::finish drops what stands already.
void put_item(Draft& draft, const Id& board, const Item& item);
/// It shall be no more.
void remove_item(Draft& draft, const Id& item);
/// As it stands in these cells, within limits: what has come from elsewhere never does harm. Empty: it is no item, of a
/// type that is not known, or removed.
std::optional<Item> read_item(const Id& id, const Fields& fields);
/// The same from the values of the kind "item", in order of its fields in the schema; null: nothing stands.
std::optional<Item> read_item(const Id& id, std::span<const Value* const> values);

}  // namespace model
