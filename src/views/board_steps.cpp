#include <algorithm>
#include <set>
#include <tuple>

#include "views/board_rows.hpp"
#include "views/board_steps_private.hpp"

namespace views {
namespace {

using model::FormRows;
using model::Item;

std::string_view column_of(std::string_view cell) {
    return cell.substr(0, cell.find('.'));
}

bool stands_before(const Item* a, const Item* b) {
    const auto one = a->place.centre(), other = b->place.centre();
    return std::tie(one.x, one.y, a->id) < std::tie(other.x, other.y, b->id);
}

std::vector<StepPlace> steps_among(const FormRows& rows, const ItemsByField& found) {
    std::vector<StepPlace> steps;
    for (const auto& field : rows.of) {
        const auto lie = found.find(field);
        if (lie == found.end()) continue;
        auto notes = lie->second;
        sort_steps(notes);
        const auto first = steps.size();
        for (const auto* note : notes) {
            StepPlace step{note, field, -model::farthest_item, model::farthest_item};
            if (steps.size() > first) {
                auto& before = steps.back();
                step.from = before.to = (before.item->place.centre().x + note->place.centre().x) / 2;
            }
            steps.push_back(std::move(step));
        }
    }
    return steps;
}

/// The one above such a place; null where there is none in that column.
const StepPlace* step_above(const std::vector<StepPlace>& steps, std::string_view field, double x) {
    const StepPlace* last = nullptr;
    for (const auto& step : steps) {
        if (step.field != field) continue;
        last = &step;
        if (x < step.to) break;
    }
    return last;
}

}  // namespace

void sort_steps(std::vector<const Item*>& steps) {
    std::sort(steps.begin(), steps.end(), stands_before);
}

bool holds_steps(const FormRows& rows, std::string_view field) {
    return rows.steps && std::find(rows.of.begin(), rows.of.end(), field) != rows.of.end();
}

std::vector<StepPlace> steps_on(const model::BoardForm& form, const std::vector<Item>& items) {
    std::map<base::Id, const Item*> by_id;
    for (const auto& item : items) by_id.emplace(item.id, &item);
    ItemsByField found;
    for (const auto& filled : read_fields(form, items)) {
        if (!holds_steps(*form.rows, filled.field->id)) continue;
        for (const auto& entry : filled.entries) found[filled.field->id].push_back(by_id.at(entry.item));
    }
    return steps_among(*form.rows, found);
}

const std::string* field_above(const FormRows& rows, std::string_view cell) {
    const auto dot = cell.find('.');
    const auto* lane = dot == std::string_view::npos ? nullptr : rows.find_column(cell.substr(dot + 1));
    if (lane == nullptr || lane->tells != FormRows::Tells::own) return nullptr;
    const auto found = std::find_if(rows.of.begin(), rows.of.end(),
                                    [cell](const auto& one) { return column_of(one) == column_of(cell); });
    return found == rows.of.end() ? nullptr : &*found;
}

void give_to_steps(const model::BoardForm& form, ItemsByField& found) {
    std::set<base::Id> asked;  // steps that the form has fields of
    for (const auto& field : form.fields) {
        if (const auto about = model::parse_row_field(field.id)) asked.insert(about->row);
    }
    if (asked.empty()) return;
    const auto steps = steps_among(*form.rows, found);
    ItemsByField given;
    for (auto& [cell, lie] : found) {
        const auto* above = field_above(*form.rows, cell);
        if (above == nullptr) continue;
        const auto lane = std::string_view(cell).substr(cell.find('.') + 1);
        std::vector<const Item*> rest;
        for (const auto* item : lie) {
            const auto* step = step_above(steps, *above, item->place.centre().x);
            const bool is_asked = step != nullptr && asked.contains(step->item->id);
            (is_asked ? given[model::row_field(lane, step->item->id)] : rest).push_back(item);
        }
        lie = std::move(rest);
    }
    for (auto& [field, lie] : given) found[field] = std::move(lie);
}

model::BoardField field_of_row(const FormRows& rows, const FormRows::Column& column, std::string_view lies_in,
                               const base::Id& row) {
    auto field = column.field;
    field.id = model::row_field(column.field.id, row);
    if (rows.steps) field.region = std::string(column_of(lies_in)) + "." + column.field.id;
    return field;
}

model::BoardForm with_steps(const model::BoardForm& form, const std::vector<Item>& items) {
    auto shown = form;
    shown.fields.clear();
    const auto steps = steps_on(form, items);
    for (const auto& filled : read_fields(form, items)) {
        const auto& field = *filled.field;
        if (const auto* above = field_above(*form.rows, field.id)) {
            const bool is_below = step_above(steps, *above, 0) != nullptr;
            if (!is_below && !filled.entries.empty()) shown.fields.push_back(field);
            continue;
        }
        shown.fields.push_back(field);
        for (const auto& step : steps) {
            if (step.field != field.id) continue;
            const auto name = name_of_row(*step.item);
            for (const auto& column : form.rows->columns) {
                if (column.tells != FormRows::Tells::own) continue;
                auto of_step = field_of_row(*form.rows, column, step.field, step.item->id);
                for (auto& [language, text] : of_step.label) text = name + " – " + text;
                shown.fields.push_back(std::move(of_step));
            }
        }
    }
    return shown;
}

std::optional<base::Rect> place_below_step(const model::BoardForm& form, const model::RowField& about,
                                           const std::vector<Item>& items, std::string_view text) {
    constexpr double least_wide = 96, left_of_step = 16;
    const auto steps = steps_on(form, items);
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&about](const StepPlace& one) { return one.item->id == about.row; });
    const auto* column = form.rows->find_column(about.column);
    if (step == steps.end() || column == nullptr) return {};
    model::BoardField cell;
    cell.id = cell.region = field_of_row(*form.rows, *column, step->field, about.row).region;
    const auto area = writing_area(form, cell, items);
    if (!area) return {};
    const double from = std::max(step->from, area->x), to = std::min(step->to, area->right());
    const double begin = std::max(from, step->item->place.x - left_of_step);
    base::Rect below{begin, area->y, to - begin, area->h};
    // Of steps that lie on each other the middle of what is below tells whose it is.
    if (below.w < least_wide) below = {(from + to - least_wide) / 2, area->y, least_wide, area->h};
    return free_place(below, items, 1, text);
}

}  // namespace views
