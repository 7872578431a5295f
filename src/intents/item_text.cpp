#include "intents/item_text.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <map>
#include <set>

#include "base/text.hpp"
#include "intents/json_private.hpp"
#include "model/note_colours.hpp"

namespace intents {
namespace json = boost::json;
using base::Code;
using model::Item;
namespace {

constexpr std::string_view mark = R"({"iderum":"items")";
constexpr std::size_t items_depth = 6;

double tenth(double value) {
    return std::round(value * 10) / 10;
}

json::array place_to(const base::Rect& place) {
    return {tenth(place.x), tenth(place.y), tenth(place.w), tenth(place.h)};
}

void put_text(json::object& out, std::string_view name, std::string_view text) {
    if (!text.empty())
        out.emplace(json::string_view(name.data(), name.size()), json::string_view(text.data(), text.size()));
}

json::object end_to(const model::LineEnd& end) {
    json::object out;
    if (!end.item.empty()) out.emplace("item", end.item.text());
    out.emplace("at", json::array{tenth(end.at.x), tenth(end.at.y)});
    return out;
}

json::object item_to(const Item& item) {
    json::object out;
    out.emplace("id", item.id.text());
    put_text(out, "type", model::item_type_name(item.type));
    out.emplace("place", place_to(item.place));
    put_text(out, "text", item.text);
    put_text(out, "colour", item.colour);
    put_text(out, "author", item.author);
    put_text(out, "language", item.language);
    if (item.size > 0) out.emplace("size", tenth(item.size));
    put_text(out, "means", item.means);
    if (item.type == model::ItemType::line) {
        out.emplace("from", end_to(item.from));
        out.emplace("to", end_to(item.to));
    }
    if (!item.ink.empty()) {
        json::array ink;
        for (const auto& point : item.ink) {
            ink.emplace_back(json::array{tenth(point.x), tenth(point.y), std::round(point.pressure * 100.0) / 100});
        }
        out.emplace("ink", std::move(ink));
    }
    put_text(out, "photo", item.photo);
    put_text(out, "photo_shows", item.photo_shows);
    if (!item.group.empty()) out.emplace("group", item.group.text());
    put_text(out, "group_name", item.group_name);
    put_text(out, "slot", item.slot);
    return out;
}

/// Reads one object's members; the first fault is kept.
class Reader {
  public:
    explicit Reader(const json::object& object) : object_(object) {}
    bool failed = false;

    std::string text(std::string_view name, std::size_t most) {
        const auto* value = find(name);
        if (value == nullptr) return {};
        const auto* text = value->if_string();
        if (text == nullptr || text->size() > most) return fail<std::string>();
        return std::string(text->data(), text->size());
    }
    /// A name of programs, not words of people.
    std::string word(std::string_view name) {
        auto found = text(name, 64);
        const auto fits = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || base::is_digit(c) || c == '_' || c == '.' ||
                   c == '-';
        };
        if (!std::all_of(found.begin(), found.end(), fits)) return fail<std::string>();
        return found;
    }
    model::Id id(std::string_view name) {
        const auto found = text(name, 36);
        if (found.empty()) return {};
        const auto id = base::parse_id(found);
        return id ? *id : fail<model::Id>();
    }
    std::vector<double> numbers(std::string_view name, std::size_t count) {
        const auto* value = find(name);
        return value == nullptr ? fail(std::vector<double>(count)) : numbers_in(*value, count);
    }
    double number(std::string_view name, double most) {
        const auto* value = find(name);
        if (value == nullptr) return 0;
        const double found = number_in(*value);
        return found < 0 || found > most ? fail<double>() : found;
    }
    model::LineEnd end(std::string_view name) {
        const auto* value = find(name);
        const auto* object = value == nullptr ? nullptr : value->if_object();
        if (object == nullptr) return fail<model::LineEnd>();
        Reader inside(*object);
        model::LineEnd end;
        end.item = inside.id("item");
        const auto at = inside.numbers("at", 2);
        end.at = {at[0], at[1]};
        failed = failed || inside.failed || !is_near(end.at.x) || !is_near(end.at.y);
        return end;
    }
    std::vector<model::InkPoint> ink() {
        const auto* value = find("ink");
        if (value == nullptr) return {};
        const auto* list = value->if_array();
        if (list == nullptr || list->size() > model::most_ink_points) return fail<std::vector<model::InkPoint>>();
        std::vector<model::InkPoint> points;
        points.reserve(list->size());
        for (const auto& one : *list) {
            const auto at = numbers_in(one, 3);
            failed = failed || !is_near(at[0]) || !is_near(at[1]) || at[2] < 0 || at[2] > 1;
            points.push_back({static_cast<float>(at[0]), static_cast<float>(at[1]), static_cast<float>(at[2])});
        }
        return points;
    }
    static bool is_near(double length) { return std::abs(length) <= model::farthest_item; }

  private:
    template <class T>
    T fail(T otherwise = {}) {
        failed = true;
        return otherwise;
    }
    const json::value* find(std::string_view name) const {
        return object_.if_contains(json::string_view(name.data(), name.size()));
    }
    double number_in(const json::value& value) {
        json::error_code wrong;
        const auto number = value.is_number() ? value.to_number<double>(wrong) : fail<double>();
        return wrong || !std::isfinite(number) ? fail<double>() : number;
    }
    std::vector<double> numbers_in(const json::value& value, std::size_t count) {
        const auto* list = value.if_array();
        if (list == nullptr || list->size() != count) return fail(std::vector<double>(count));
        std::vector<double> found;
        for (const auto& one : *list) found.push_back(number_in(one));
        return found;
    }

    const json::object& object_;
};

bool is_colour(std::string_view colour) {
    const auto& ours = model::note_colours;
    return colour.empty() || colour == "ink" || std::find(ours.begin(), ours.end(), colour) != ours.end();
}

bool is_photo(std::string_view photo) {
    if (!photo.empty() && photo.size() != 64) return false;
    return std::all_of(photo.begin(), photo.end(), [](char c) { return base::is_digit(c) || (c >= 'a' && c <= 'f'); });
}

base::Result<Item> item_from(const json::value& value) {
    const auto* object = value.if_object();
    if (object == nullptr) return base::refuse(Code::bad_input, "items");
    Reader from(*object);
    Item item;
    item.id = from.id("id");
    const auto type = model::parse_item_type(from.word("type"));
    if (!type || item.id.empty()) return base::refuse(Code::bad_input, "type");
    item.type = *type;
    const auto place = from.numbers("place", 4);
    item.place = {place[0], place[1], place[2], place[3]};
    const bool is_placed = std::all_of(place.begin(), place.end(), Reader::is_near) && place[2] >= 0 && place[3] >= 0;
    item.text = from.text("text", model::most_item_text);
    item.colour = from.word("colour");
    item.author = from.text("author", 400);
    item.language = from.word("language");
    item.size = from.number("size", 10000);
    item.means = from.word("means");
    if (item.type == model::ItemType::line) {
        item.from = from.end("from");
        item.to = from.end("to");
    }
    item.ink = from.ink();
    item.photo = from.word("photo");
    item.photo_shows = from.text("photo_shows", model::most_item_text);
    item.group = from.id("group");
    item.group_name = from.text("group_name", model::most_item_text);
    item.slot = from.word("slot");
    if (from.failed || !is_placed || !is_colour(item.colour) || !is_photo(item.photo)) {
        return base::refuse(Code::bad_input, "items");
    }
    // What nobody sees does not travel either.
    item.text = base::tidy(item.text, true);
    item.author = base::tidy(item.author);
    item.photo_shows = base::tidy(item.photo_shows);
    item.group_name = base::tidy(item.group_name);
    return item;
}

}  // namespace

base::Result<std::string> items_to_text(std::span<const Item> items) {
    if (items.size() > most_copied_items) return base::refuse(Code::too_large, "items");
    json::object out;
    out.emplace("iderum", "items");
    out.emplace("version", 1);
    json::array list;
    for (const auto& item : items) list.emplace_back(item_to(item));
    out.emplace("items", std::move(list));
    auto text = json::serialize(out);
    if (text.size() > most_copied_bytes) return base::refuse(Code::too_large, "items");
    return text;
}

bool is_items_text(std::string_view text) {
    return text.starts_with(mark);
}

base::Result<std::vector<Item>> parse_items(std::string_view text) {
    if (!is_items_text(text)) return base::refuse(Code::bad_input, "items");
    if (text.size() > most_copied_bytes) return base::refuse(Code::too_large, "items");
    StrictJson reader;
    IR_TRY(const auto* object, reader.read(text, items_depth));
    const auto* version = object->if_contains("version");
    if (version == nullptr || !version->is_int64()) return base::refuse(Code::bad_input, "version");
    if (version->get_int64() != 1) return base::refuse(Code::newer_version, "items");
    const auto* list = object->if_contains("items");
    if (list == nullptr || !list->is_array()) return base::refuse(Code::bad_input, "items");
    if (list->get_array().size() > most_copied_items) return base::refuse(Code::too_large, "items");
    std::vector<Item> items;
    std::set<model::Id> ids;
    for (const auto& one : list->get_array()) {
        IR_TRY(auto item, item_from(one));
        if (!ids.insert(item.id).second) return base::refuse(Code::bad_input, "id");
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<Item> fresh_copies(std::span<const Item> items, base::Point by, std::int64_t now_ms) {
    std::map<model::Id, model::Id> fresh, groups;
    for (const auto& item : items) fresh.try_emplace(item.id, base::new_id(now_ms));
    std::vector<Item> copies;
    copies.reserve(items.size());
    for (auto item : items) {
        item.id = fresh.at(item.id);
        item.place = item.place.moved(by.x, by.y);
        if (!item.group.empty()) {
            item.group = groups.try_emplace(item.group, base::new_id(now_ms)).first->second;
        }
        for (auto* end : {&item.from, &item.to}) {
            end->at = end->at + by;
            const auto found = fresh.find(end->item);
            end->item = found == fresh.end() ? model::Id{} : found->second;
        }
        item.slot.clear();
        item.locked = false;
        copies.push_back(std::move(item));
    }
    return copies;
}

TextLines lines_of_text(std::string_view text, std::size_t most) {
    TextLines found;
    if (!base::is_utf8(text)) return found;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(text.size(), end + 1));
        line = base::trimmed(line);
        if (line.empty()) continue;
        if (found.lines.size() == most) {
            found.is_cut = true;
            break;
        }
        std::size_t keeps = std::min(line.size(), model::most_item_text);
        while (keeps > 0 && keeps < line.size() && (static_cast<unsigned char>(line[keeps]) & 0xC0U) == 0x80) --keeps;
        auto words = base::tidy(line.substr(0, keeps));
        // Normalisation may make a text longer.
        const bool is_long = keeps < line.size() || words.size() > model::most_item_text;
        while (words.size() > model::most_item_text) {
            words = base::first_graphemes(words, base::graphemes(words) * 9 / 10);
        }
        found.is_cut = found.is_cut || is_long;
        if (base::has_visible(words)) found.lines.push_back(std::move(words));
    }
    return found;
}

}  // namespace intents
