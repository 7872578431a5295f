#include "model/board.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "base/text.hpp"
#include "model/board_values.hpp"
#include "model/schema.hpp"

namespace model {
namespace {

constexpr std::array<std::string_view, 7> item_types{"note", "text", "frame", "line", "ink", "image", "stamp"};
constexpr std::size_t most_item_words = 60, most_item_level = 200, most_item_name = 200, most_item_shows = 1000;
constexpr double largest_size = 10000;

/// Cut where a character ends; nothing of what is no text.
void cut(std::string& text, std::size_t most) {
    if (!base::is_utf8(text) || text.find('\0') != std::string::npos) text.clear();
    if (text.size() <= most) return;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80) --most;
    text.resize(most);
}

void keep_word(std::string& word) {
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' ||
               c == '-';
    };
    if (word.size() > most_item_words || !std::all_of(word.begin(), word.end(), fits)) word.clear();
}

void keep_level(std::string& level) {
    const bool fits = std::all_of(level.begin(), level.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (level.size() > most_item_level || !fits) level.clear();
}

void keep_hash(std::string& hash) {
    const bool fits =
        std::all_of(hash.begin(), hash.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (hash.size() != 64 || !fits) hash.clear();
}

/// Which value of an item is which, by the schema's order.
struct ItemColumns {
    std::size_t type = of("item.type"), place = of("item.place"), level = of("item.level"), text = of("item.text"),
                colour = of("item.colour"), author = of("item.author_name"), language = of("item.language"),
                size = of("item.size"), means = of("item.means"), ends = of("item.ends"), ink = of("item.ink"),
                photo = of("item.photo_blob"), shows = of("item.photo_shows"), group = of("item.group"),
                group_name = of("item.group_name"), slot = of("item.slot"), locked = of("item.locked"),
                deleted = of("item.deleted");

    static std::size_t of(std::string_view field) {
        const auto fields = find_kind("item")->fields;
        return static_cast<std::size_t>(find_field(field) - fields.data());
    }
};

const ItemColumns& item_columns() {
    static const ItemColumns columns;
    return columns;
}

Value text_or_unset(const std::string& text) {
    return text.empty() ? Value{} : of_text(text);
}

}  // namespace

std::string_view item_type_name(ItemType type) {
    return item_types[static_cast<std::size_t>(type)];
}

std::optional<ItemType> parse_item_type(std::string_view name) {
    const auto* found = std::find(item_types.begin(), item_types.end(), name);
    if (found == item_types.end()) return std::nullopt;
    return static_cast<ItemType>(found - item_types.begin());
}

Item within_limits(Item item) {
    item.place = place_within_limits(item.place);
    keep_level(item.level);
    cut(item.text, most_item_text);
    cut(item.author, most_item_name);
    cut(item.photo_shows, most_item_shows);
    cut(item.group_name, most_item_name);
    if (item.group.empty()) item.group_name.clear();
    for (auto* word : {&item.colour, &item.language, &item.means, &item.slot}) keep_word(*word);
    keep_hash(item.photo);
    if (!(item.size > 0)) item.size = 0;
    item.size = std::min(item.size, largest_size);
    for (auto* end : {&item.from, &item.to}) end->at = point_within_limits(end->at);
    if (item.ink.size() > most_ink_points) item.ink.resize(most_ink_points);
    for (auto& point : item.ink) point = ink_within_limits(point);
    return item;
}

void put_item(Draft& draft, const Id& board, const Item& given) {
    const auto item = within_limits(given);
    const auto& id = item.id;
    draft.set(id, "item.board", board);
    draft.set(id, "item.type", item_type_name(item.type));
    draft.set(id, "item.place", place_to_json(item.place));
    draft.set(id, "item.level", text_or_unset(item.level));
    draft.set(id, "item.text", text_or_unset(item.text));
    draft.set(id, "item.colour", text_or_unset(item.colour));
    draft.set(id, "item.author_name", text_or_unset(item.author));
    draft.set(id, "item.language", text_or_unset(item.language));
    draft.set(id, "item.size", item.size == 0 ? Value{} : Value{item.size});
    draft.set(id, "item.means", text_or_unset(item.means));
    const bool has_ends = item.from != LineEnd{} || item.to != LineEnd{};
    draft.set(id, "item.ends", has_ends ? of_text(ends_to_json({item.from, item.to})) : Value{});
    draft.set(id, "item.ink", item.ink.empty() ? Value{} : of_text(ink_to_json(item.ink)));
    draft.set(id, "item.photo_blob", text_or_unset(item.photo));
    draft.set(id, "item.photo_shows", text_or_unset(item.photo_shows));
    draft.set(id, "item.group", item.group.empty() ? Value{} : of_id(item.group));
    draft.set(id, "item.group_name", text_or_unset(item.group_name));
    draft.set(id, "item.slot", text_or_unset(item.slot));
    draft.set(id, "item.locked", item.locked ? of_bool(true) : Value{});
    draft.unset(id, "item.deleted");
}

void remove_item(Draft& draft, const Id& item) {
    draft.set(item, "item.deleted", 1);
}

std::optional<Item> read_item(const Id& id, std::span<const Value* const> values) {
    static const Value nothing;
    const auto& at = item_columns();
    const auto value = [values](std::size_t column) -> const Value& {
        return values[column] == nullptr ? nothing : *values[column];
    };
    // By reference: strokes are long.
    const auto text = [&value](std::size_t column) -> std::string_view {
        const auto* found = std::get_if<std::string>(&value(column));
        return found == nullptr ? std::string_view() : std::string_view(*found);
    };
    const auto type = parse_item_type(text(at.type));
    if (!type || int_of(value(at.deleted)) == 1) return std::nullopt;
    Item item;
    item.id = id;
    item.type = *type;
    item.place = read_place(text(at.place));
    item.level = text(at.level);
    item.text = text(at.text);
    item.colour = text(at.colour);
    item.author = text(at.author);
    item.language = text(at.language);
    item.size = real_of(value(at.size));
    item.means = text(at.means);
    if (!text(at.ends).empty()) std::tie(item.from, item.to) = read_ends(text(at.ends));
    if (!text(at.ink).empty()) item.ink = read_ink(text(at.ink));
    item.photo = text(at.photo);
    item.photo_shows = text(at.shows);
    item.group = id_of(value(at.group));
    item.group_name = text(at.group_name);
    item.slot = text(at.slot);
    item.locked = int_of(value(at.locked)) == 1;
    return within_limits(std::move(item));
}

std::optional<Item> read_item(const Id& id, const Fields& fields) {
    const auto known = find_kind("item")->fields;
    std::vector<const Value*> values(known.size());
    for (std::size_t column = 0; column < known.size(); ++column) {
        const auto found = fields.find(known[column].name);
        if (found != fields.end() && !found->second.erased) values[column] = &found->second.value;
    }
    return read_item(id, values);
}

}  // namespace model
