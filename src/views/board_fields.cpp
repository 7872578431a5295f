// What a board says as a form: whose frame each note lies in, and in what order it is read there.
#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.hpp"
#include "views/board_form.hpp"
#include "views/board_rows.hpp"
#include "views/board_steps_private.hpp"

namespace views {
namespace {

using model::Item;
using model::ItemType;

bool is_writing(const Item& item) {
    if (is_furniture(item)) return false;
    if (item.type == ItemType::image) return true;
    return (item.type == ItemType::note || item.type == ItemType::text) && (!item.text.empty() || !item.photo.empty());
}

/// The frames that collect something, smallest first.
std::vector<const Item*> field_frames(const std::vector<Item>& items) {
    std::vector<const Item*> frames;
    for (const auto& item : items) {
        const bool collects = item.type == ItemType::frame && !item.slot.empty() && !item.slot.starts_with("form.");
        if (collects) frames.push_back(&item);
    }
    std::stable_sort(frames.begin(), frames.end(),
                     [](const Item* a, const Item* b) { return a->place.w * a->place.h < b->place.w * b->place.h; });
    return frames;
}

std::string field_of(const Item& item, const std::vector<const Item*>& frames) {
    const auto centre = item.place.centre();
    for (const auto* frame : frames) {
        if (frame->place.contains(centre)) return frame->slot;
    }
    const bool has_frame =
        std::any_of(frames.begin(), frames.end(), [&item](const Item* frame) { return frame->slot == item.slot; });
    return has_frame ? std::string() : item.slot;
}

/// Rows from above, each from the left: what begins above the middle of a row's first item is in that row.
void sort_for_reading(std::vector<const Item*>& items) {
    std::stable_sort(items.begin(), items.end(), [](const Item* a, const Item* b) { return a->place.y < b->place.y; });
    for (auto row = items.begin(); row != items.end();) {
        const double middle = (*row)->place.centre().y;
        const auto end =
            std::find_if(row + 1, items.end(), [middle](const Item* one) { return one->place.y >= middle; });
        std::stable_sort(row, end, [](const Item* a, const Item* b) { return a->place.x < b->place.x; });
        row = end;
    }
}

/// What is said of a row lies nowhere.
std::string field_on_board(const model::BoardForm& form, const Item& item, const std::vector<const Item*>& frames) {
    return form.rows && model::parse_row_field(item.slot) ? item.slot : field_of(item, frames);
}

std::string number_of(const model::BoardField& field, std::string_view written) {
    std::string text(base::trimmed(written));
    if (text.starts_with("\u2212")) text.replace(0, 3, "-");
    if (text.starts_with('+')) text.erase(0, 1);
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = wrong == std::errc() && end == text.data() + text.size();
    if (!whole || !(value >= field.lowest.value_or(value)) || !(value <= field.highest.value_or(value))) return {};
    return text;
}

std::string option_of(const model::BoardField& field, std::string_view written) {
    const auto wanted = base::lower(base::tidy(written)), number = number_of({}, written);
    for (const auto& option : field.options) {
        if (wanted == option.id || (!number.empty() && number == option.id)) return option.id;
        for (const auto& [language, label] : option.label) {
            if (base::lower(base::tidy(label)) == wanted) return option.id;
        }
    }
    return {};
}

/// "2026-03-01"; whether the month has that day is not asked.
std::string date_of(std::string_view written) {
    const auto text = base::trimmed(written);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (!base::is_digit(text[at])) return {};
    }
    const bool real =
        text.substr(5, 2) >= "01" && text.substr(5, 2) <= "12" && text.substr(8) >= "01" && text.substr(8) <= "31";
    return real ? std::string(text) : std::string();
}

/// The axes as they lie on this board: where the frames of the fields within them are now.
std::optional<base::Rect> axes_on_board(const model::BoardForm& form, const std::vector<const Item*>& frames) {
    if (!form.axes) return {};
    base::Rect all;
    for (const auto* frame : frames) {
        const auto* field = form.find_field(frame->slot);
        const auto* region = field == nullptr ? nullptr : form.find_region(field->region);
        if (region != nullptr && form.axes->place.contains(region->place.centre())) all = all.joined(frame->place);
    }
    if (all.empty()) return {};
    return all;
}

FieldEntry entry_in(const model::BoardField& field, const Item& item, const std::optional<base::Rect>& axes) {
    auto entry = entry_of(item);
    entry.value = field_value(field, item.text);
    if (const auto at = item.place.centre(); axes && axes->contains(at)) {
        entry.at = base::Point{(at.x - axes->x) / axes->w, (axes->bottom() - at.y) / axes->h};
    }
    return entry;
}

}  // namespace

FieldEntry entry_of(const Item& item) {
    FieldEntry entry;
    entry.item = item.id;
    entry.text = item.text;
    entry.author = item.author;
    entry.colour = item.colour;
    entry.language = item.language;
    entry.photo = item.photo;
    entry.photo_shows = item.photo_shows;
    return entry;
}

bool has_value(const model::BoardField& field) {
    return field.kind == model::FieldKind::choice || field.kind == model::FieldKind::number ||
           field.kind == model::FieldKind::date;
}

std::string field_value(const model::BoardField& field, const std::string& text) {
    switch (field.kind) {
        case model::FieldKind::choice:
            return option_of(field, text);
        case model::FieldKind::number:
            return number_of(field, text);
        case model::FieldKind::date:
            return date_of(text);
        case model::FieldKind::brief:
        case model::FieldKind::full:
        case model::FieldKind::list:
            break;
    }
    return {};
}

std::vector<FilledField> read_fields(const model::BoardForm& form, const std::vector<Item>& items) {
    const auto frames = field_frames(items);
    ItemsByField found;
    for (const auto& item : items) {
        if (!is_writing(item)) continue;
        auto field = field_on_board(form, item, frames);
        if (!field.empty()) found[std::move(field)].push_back(&item);
    }
    const bool has_steps = form.rows && form.rows->steps;
    if (has_steps) give_to_steps(form, found);
    const auto axes = axes_on_board(form, frames);
    std::vector<FilledField> filled;
    filled.reserve(form.fields.size());
    for (const auto& field : form.fields) {
        FilledField one{&field, {}};
        if (const auto in_it = found.find(field.id); in_it != found.end()) {
            if (has_steps && holds_steps(*form.rows, field.id)) {
                sort_steps(in_it->second);
            } else {
                sort_for_reading(in_it->second);
            }
            for (const auto* item : in_it->second) one.entries.push_back(entry_in(field, *item, axes));
        }
        filled.push_back(std::move(one));
    }
    tell_rows(form, items, filled);
    return filled;
}

std::vector<Item> beside_fields(const model::BoardForm& form, const std::vector<Item>& items) {
    const auto frames = field_frames(items);
    std::vector<Item> beside;
    for (const auto& item : items) {
        if (!is_writing(item) || (form.rows && model::parse_row_field(item.slot))) continue;
        if (form.find_field(field_of(item, frames)) == nullptr) beside.push_back(item);
    }
    return beside;
}

}  // namespace views
