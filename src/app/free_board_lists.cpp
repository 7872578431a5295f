// What lies on a free board, as a spreadsheet and as JSON.
#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "app/board_forms.hpp"
#include "app/free_board.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "model/board_groups.hpp"
#include "register/csv.hpp"
#include "views/board_list.hpp"
#include "views/board_reading.hpp"
#include "views/board_rows.hpp"

namespace app {
namespace {

using base::tr;
using model::Item;
using model::ItemType;
namespace json = boost::json;

/// Finds the smallest rectangle that a point lies in. Each lies in cells no smaller than itself, so in at most four;
/// asking looks at one cell of each size.
class WhatLiesThere {
  public:
    void add(const Item& item) {
        const int level = level_of(std::max(item.place.w, item.place.h));
        const auto first = cell_of(item.place.top_left(), level);
        const auto last = cell_of({item.place.right(), item.place.bottom()}, level);
        for (auto x = std::get<1>(first); x <= std::get<1>(last); ++x) {
            for (auto y = std::get<2>(first); y <= std::get<2>(last); ++y) cells_[{level, x, y}].push_back(&item);
        }
        if (std::find(levels_.begin(), levels_.end(), level) == levels_.end()) levels_.push_back(level);
    }
    /// Null: nothing.
    const Item* find(base::Point at) const {
        const Item* best = nullptr;
        for (const int level : levels_) {
            const auto cell = cells_.find(cell_of(at, level));
            if (cell == cells_.end()) continue;
            for (const auto* item : cell->second) {
                const bool smaller = best == nullptr || item->place.w * item->place.h < best->place.w * best->place.h;
                if (smaller && item->place.contains(at)) best = item;
            }
        }
        return best;
    }

  private:
    using Cell = std::tuple<int, std::int64_t, std::int64_t>;
    static int level_of(double length) { return static_cast<int>(std::ceil(std::log2(std::max(length, 16.0)))); }
    static Cell cell_of(base::Point at, int level) {
        const double size = std::ldexp(1.0, level);
        return {level, static_cast<std::int64_t>(std::floor(at.x / size)),
                static_cast<std::int64_t>(std::floor(at.y / size))};
    }
    std::map<Cell, std::vector<const Item*>> cells_;
    std::vector<int> levels_;
};

/// One item with what it belongs to.
struct Listed {
    const Item* item = nullptr;
    const Item* frame = nullptr;  // that it lies in
    std::vector<std::string> stamps;
};

bool is_listed(const Item& item) {
    return item.type != ItemType::ink && item.type != ItemType::stamp;
}

/// Frames from the top, what lies in each after it, then what lies in none, and last lines.
bool comes_before(const Listed& a, const Listed& b) {
    const auto rank = [](const Listed& one) {
        const bool is_frame = one.item->type == ItemType::frame;
        const auto* frame = is_frame ? one.item : one.frame;
        const auto place = views::reading_place(*one.item);
        return std::tuple(frame == nullptr, frame == nullptr ? decltype(place)() : views::reading_place(*frame),
                          !is_frame, one.item->type == ItemType::line, place);
    };
    return rank(a) < rank(b);
}

std::vector<Listed> listed(const std::vector<Item>& items) {
    WhatLiesThere frames, things;
    for (const auto& item : items) {
        if (item.type == ItemType::frame) frames.add(item);
        if (is_listed(item) && item.type != ItemType::frame && item.type != ItemType::line) things.add(item);
    }
    std::unordered_map<base::Id, std::vector<std::string>, base::IdHash> stamps;
    for (const auto& item : items) {
        if (item.type != ItemType::stamp) continue;
        const auto centre = item.place.centre();
        const auto* under = things.find(centre);
        if (under == nullptr) under = frames.find(centre);
        if (under != nullptr) stamps[under->id].push_back(item.means);
    }
    std::vector<Listed> list;
    for (const auto& item : items) {
        if (!is_listed(item)) continue;
        Listed one{&item, nullptr, {}};
        if (item.type != ItemType::frame && item.type != ItemType::line) one.frame = frames.find(item.place.centre());
        if (const auto found = stamps.find(item.id); found != stamps.end()) one.stamps = std::move(found->second);
        std::sort(one.stamps.begin(), one.stamps.end());
        list.push_back(std::move(one));
    }
    std::sort(list.begin(), list.end(), comes_before);
    return list;
}

using ById = std::unordered_map<base::Id, const Item*, base::IdHash>;

ById by_id(const std::vector<Item>& items) {
    ById found;
    for (const auto& item : items) found.emplace(item.id, &item);
    return found;
}

/// What a reader calls the item at a line's end.
std::string end_words(const ById& items, const model::LineEnd& end) {
    const auto found = items.find(end.item);
    if (end.item.empty() || found == items.end()) return {};
    const auto& item = *found->second;
    if (!item.text.empty()) return item.text;
    return item.photo_shows.empty() ? tr("board.type." + std::string(model::item_type_name(item.type)))
                                    : item.photo_shows;
}

std::string named_stamps(const std::vector<std::string>& stamps) {
    std::map<std::string, int> counts;
    for (const auto& one : stamps) ++counts[one];
    std::string text;
    for (const auto& [name, count] : counts) {
        const auto key = "stamp." + name;
        const auto known = tr(key);
        text += (text.empty() ? "" : ", ") + (known == key ? name : known);
        if (count > 1) text += " ×" + std::to_string(count);
    }
    return text;
}

std::string means_words(const Item& item) {
    if (item.type != ItemType::line || item.means.empty()) return {};
    const auto key = "board.means." + item.means;
    const auto known = tr(key);
    return known == key ? item.means : known;
}

std::string colour_words(const Item& item) {
    if (item.colour.empty()) return {};
    const auto key = "wall.colour." + item.colour;
    const auto known = tr(key);
    return known == key ? item.colour : known;
}

/// The labels of the fields that items lie in.
std::unordered_map<base::Id, std::string, base::IdHash> field_words(const FreeBoard& board,
                                                                    const std::vector<Item>& items) {
    std::unordered_map<base::Id, std::string, base::IdHash> words;
    if (board.fields == nullptr) return words;
    for (const auto& filled : views::read_fields(*board.fields, items)) {
        for (const auto& entry : filled.entries) {
            words.emplace(entry.item, model::text_in(filled.field->label, base::language()));
        }
    }
    return words;
}

std::string slot_words(const FreeBoard& board, const std::unordered_map<base::Id, std::string, base::IdHash>& fields,
                       const Item& item) {
    if (board.fields == nullptr || item.type == ItemType::frame) return item.slot;
    const auto found = fields.find(item.id);
    return found == fields.end() ? std::string() : found->second;
}

/// What the rows of the template's table say besides what the notes themselves do.
std::vector<const model::BoardField*> row_columns(const FreeBoard& board) {
    std::vector<const model::BoardField*> columns;
    if (board.fields == nullptr || !board.fields->rows) return columns;
    for (const auto& column : board.fields->rows->columns) {
        if (column.tells == model::FormRows::Tells::own) columns.push_back(&column.field);
    }
    return columns;
}

std::map<std::pair<base::Id, std::string>, std::string> row_words(const FreeBoard& board,
                                                                  const std::vector<Item>& items) {
    std::map<std::pair<base::Id, std::string>, std::string> words;
    if (board.fields == nullptr) return words;
    for (const auto& row : views::read_rows(*board.fields, items)) {
        for (const auto& [field, text] : row.columns) words[{row.item, field->id}] = text;
    }
    return words;
}

}  // namespace

FreeBoard with_fields(FreeBoard board, const base::Path& register_file) {
    if (board.form.empty()) return board;
    const auto shelf = load_board_forms(register_file);
    if (const auto* form = shelf.find(board.form)) board.fields = std::make_shared<const model::BoardForm>(*form);
    return board;
}

std::string board_to_csv(const FreeBoard& board, const std::vector<Item>& items) {
    const auto ids = by_id(items);
    const auto fields = field_words(board, items);
    const auto groups = model::named_groups_by_id(items);
    std::vector<std::vector<ideas::CsvCell>> table(1);
    for (const auto* column : {"type", "text", "colour", "author", "frame", "slot", "stamps", "from", "means", "to",
                               "shows", "id", "group"}) {
        table[0].push_back({tr("board.csv." + std::string(column))});
    }
    const auto columns = row_columns(board);
    for (const auto* column : columns) table[0].push_back({model::text_in(column->label, base::language())});
    const auto rows = row_words(board, items);
    for (const auto& one : listed(items)) {
        const auto& item = *one.item;
        if (!columns.empty() && model::parse_row_field(item.slot)) continue;
        const bool line = item.type == ItemType::line;
        const auto group = groups.find(item.group);
        table.push_back({{tr("board.type." + std::string(model::item_type_name(item.type)))},
                         {item.text},
                         {colour_words(item)},
                         {item.author},
                         {one.frame == nullptr ? std::string() : one.frame->text},
                         {slot_words(board, fields, item)},
                         {named_stamps(one.stamps)},
                         {line ? end_words(ids, item.from) : std::string()},
                         {means_words(item)},
                         {line ? end_words(ids, item.to) : std::string()},
                         {item.photo_shows},
                         {item.id.text()},
                         {group == groups.end() ? std::string() : group->second.name}});
        for (const auto* column : columns) {
            const auto said = rows.find({item.id, column->id});
            table.back().push_back({said == rows.end() ? std::string() : said->second});
        }
    }
    return ideas::to_csv(table);
}

std::string board_to_json(const FreeBoard& board, const std::vector<Item>& items) {
    json::object out{{"board", board.id.text()}, {"title", board.title}};
    const auto add = [](json::object& to, const char* name, const std::string& text) {
        if (!text.empty()) to[name] = text;
    };
    add(out, "form", board.form);
    if (!board.session.empty()) out["session"] = board.session.text();
    if (board.table > 0) out["table"] = board.table;
    if (board.made_at_ms != 0) out["made_at"] = base::to_iso_utc(board.made_at_ms);
    json::array named;
    for (const auto& group : model::named_groups(items)) {
        named.push_back(json::object{{"id", group.id.text()}, {"name", group.name}, {"items", group.count}});
    }
    if (!named.empty()) out["groups"] = std::move(named);
    json::array list;
    for (const auto& one : listed(items)) {
        const auto& item = *one.item;
        json::object entry{{"id", item.id.text()}, {"type", model::item_type_name(item.type)}};
        add(entry, "text", item.text);
        add(entry, "colour", item.colour);
        add(entry, "author", item.author);
        add(entry, "language", item.language);
        add(entry, "slot", item.slot);
        add(entry, "photo", item.photo);
        add(entry, "photo_shows", item.photo_shows);
        if (one.frame != nullptr) entry["frame"] = one.frame->id.text();
        if (!item.group.empty()) entry["group"] = item.group.text();
        if (!one.stamps.empty()) entry["stamps"] = json::value_from(one.stamps);
        if (item.type == ItemType::line) {
            add(entry, "means", item.means);
            if (!item.from.item.empty()) entry["from"] = item.from.item.text();
            if (!item.to.item.empty()) entry["to"] = item.to.item.text();
        } else {
            entry["place"] = {{"x", item.place.x}, {"y", item.place.y}, {"w", item.place.w}, {"h", item.place.h}};
        }
        list.push_back(std::move(entry));
    }
    if (board.fields != nullptr) {
        out["fields"] = json::parse(views::fields_to_json(*board.fields, base::language(), items));
    }
    out["items"] = std::move(list);
    out["strokes"] = std::count_if(items.begin(), items.end(), [](const Item& i) { return i.type == ItemType::ink; });
    return json::serialize(out) + "\n";
}

}  // namespace app
