#include <algorithm>

#include "methods/order_key.hpp"
#include "views/board_form.hpp"
#include "views/board_rows.hpp"

namespace views {
namespace {

constexpr double beside_board = 40;
constexpr std::size_t most_made_room_for = 6;  // of a field that takes more, few are full
constexpr base::Size beside_size{1000, 600};

base::Rect extent_of(const std::vector<model::Item>& items) {
    base::Rect all;
    for (const auto& item : items) {
        if (item.type != model::ItemType::line) all = all.joined(item.place);
    }
    return all;
}

}  // namespace

std::string entry_slot(const model::BoardField& field) {
    const bool below_step = !field.region.empty() && model::parse_row_field(field.id).has_value();
    return below_step ? field.region : field.id;
}

model::Item new_entry(const model::BoardForm& form, const model::BoardField& field,
                      const std::vector<model::Item>& items, const base::Id& id, std::string text) {
    std::string top;
    for (const auto& item : items) top = std::max(top, item.level);
    model::Item note;
    note.id = id;
    note.level = methods::key_between(top, "").value_or(top);
    note.text = std::move(text);
    note.colour = model::entry_colour(form, field);
    note.slot = entry_slot(field);
    if (const auto cell = place_in_rows(form, field.id, items, note.text)) {
        note.place = *cell;
        return note;
    }
    if (const auto area = writing_area(form, field, items)) {
        note.place = free_place(*area, items, std::clamp<std::size_t>(field.most, 1, most_made_room_for));
        return note;
    }
    const auto all = extent_of(items);
    note.place = free_place({all.x, all.bottom() + beside_board, beside_size.w, beside_size.h}, items);
    return note;
}

}  // namespace views
