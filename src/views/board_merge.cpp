#include <algorithm>
#include <map>

#include "methods/order_key.hpp"
#include "views/board_rows.hpp"

namespace views {
namespace {

constexpr double below_board = 60;

/// A thing of one table, on its way to the board of all.
struct MergedThing {
    model::Item item;
    std::optional<base::Point> at;  // on the axes
};

/// field → its things, table by table; those in none under the empty name.
using MergedFields = std::map<std::string, std::vector<MergedThing>, std::less<>>;

void take_things(const model::BoardForm& form, const model::TableBoard& board,
                 const std::vector<model::TableBoard>& boards, const model::MakeId& make_id, MergedFields& fields) {
    std::map<base::Id, const model::Item*> by_id;
    std::map<base::Id, base::Id> copies;
    for (const auto& item : board.items) by_id.emplace(item.id, &item);
    const auto add = [&](const std::string& field, const model::Item& from, const std::optional<base::Point>& at) {
        auto copy = from;
        copy.id = copies[from.id] = make_id();
        copy.slot = field;
        copy.group = {};
        copy.locked = false;
        copy.author = model::origin_of(from.author, board, boards);
        fields[field].push_back({std::move(copy), at});
    };
    // Below a step it goes where that step's copy goes.
    const bool has_steps = form.rows && form.rows->steps;
    const auto read_by = has_steps ? with_rows(form, board.items) : form;
    for (const auto& filled : read_fields(read_by, board.items)) {
        const auto about = model::parse_row_field(filled.field->id);
        const auto step = about ? copies.find(about->row) : copies.end();
        const auto field = step == copies.end() ? filled.field->id : model::row_field(about->column, step->second);
        for (const auto& entry : filled.entries) add(field, *by_id.at(entry.item), entry.at);
    }
    for (const auto& item : beside_fields(form, board.items)) add({}, item, {});
    if (!form.rows || has_steps) return;
    // What is said of a row goes with its copy.
    for (const auto& item : board.items) {
        const auto about = model::parse_row_field(item.slot);
        const auto copy = about ? copies.find(about->row) : copies.end();
        if (copy != copies.end()) add(model::row_field(about->column, copy->second), item, {});
    }
}

/// Where it lies on this template's own axes.
base::Rect place_on_axes(const model::FormAxes& axes, base::Point at, base::Size size) {
    const auto& place = axes.place;
    return {place.x + at.x * place.w - size.w / 2, place.bottom() - at.y * place.h - size.h / 2, size.w, size.h};
}

}  // namespace

std::vector<model::Item> merge_boards(const model::BoardForm& form, const std::vector<model::TableBoard>& boards,
                                      std::string_view language, const model::MakeId& make_id) {
    MergedFields fields;
    for (const auto& board : boards) take_things(form, board, boards, make_id, fields);
    auto items = begin_board(form, language, make_id);
    auto level = items.empty() ? std::string() : items.back().level;
    for (auto& [id, things] : fields) {
        if (model::parse_row_field(id)) continue;
        const auto* field = form.find_field(id);
        const auto area = field == nullptr ? base::Rect{0, form.size.h + below_board, form.size.w, form.size.h}
                                           : writing_area(form, *field);
        for (auto& thing : things) {
            auto& item = thing.item;
            if (form.axes && thing.at) {
                item.place = place_on_axes(*form.axes, *thing.at, {item.place.w, item.place.h});
            } else {
                item.place = free_place(area, items, things.size());
            }
            level = methods::key_between(level, "").value_or(level);
            item.level = level;
            items.push_back(std::move(item));
        }
    }
    const auto shown = with_rows(form, items);
    for (auto& [id, things] : fields) {
        if (!model::parse_row_field(id)) continue;
        const auto* field = shown.find_field(id);
        for (auto& thing : things) {
            auto& item = thing.item;
            item.place = place_in_rows(form, id, items, item.text).value_or(item.place);
            if (field != nullptr) item.slot = entry_slot(*field);
            level = methods::key_between(level, "").value_or(level);
            item.level = level;
            items.push_back(std::move(item));
        }
    }
    return items;
}

}  // namespace views
