#include "views/board_rows.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "base/text.hpp"
#include "methods/order_key.hpp"
#include "views/board_steps_private.hpp"

namespace views {
namespace {

using model::FormRows;
using model::Item;
using model::ItemType;

constexpr double rows_gap = 8, row_letters_px = 22;
constexpr std::size_t most_row_label = 60;  // graphemes of a note that its row is called by

using ItemsById = std::map<base::Id, const Item*>;

ItemsById items_by_id(const std::vector<Item>& items) {
    ItemsById found;
    for (const auto& item : items) found.emplace(item.id, &item);
    return found;
}

/// The notes that are rows, in the order they were made, with the field that each lies in.
std::map<base::Id, std::string> fields_by_row(const model::BoardForm& form, const std::vector<Item>& items) {
    std::map<base::Id, std::string> rows;
    for (const auto& filled : read_fields(form, items)) {
        const auto& of = form.rows->of;
        if (std::find(of.begin(), of.end(), filled.field->id) == of.end()) continue;
        for (const auto& entry : filled.entries) rows.emplace(entry.item, filled.field->id);
    }
    return rows;
}

const model::BoardOption* option_with(const model::BoardField& field, std::string_view id) {
    const auto found =
        std::find_if(field.options.begin(), field.options.end(), [id](const auto& one) { return one.id == id; });
    return found == field.options.end() ? nullptr : &*found;
}

/// What a row's note is as an option of such a column.
std::string told_of(FormRows::Tells tells, const Item& item, const std::string& field) {
    if (tells == FormRows::Tells::field) return field;
    return item.colour.empty() ? "sol" : item.colour;
}

/// A board may be older than the template's rows: frames of the grid that it had.
void add_older_fields(const model::BoardForm& form, const std::vector<Item>& items, model::BoardForm& shown) {
    for (const auto& item : items) {
        const auto dot = item.slot.find('.');
        if (item.type != ItemType::frame || dot == std::string::npos || shown.find_field(item.slot) != nullptr)
            continue;
        const auto* column = form.rows->find_column(item.slot.substr(0, dot));
        if (column == nullptr) continue;
        auto field = column->field;
        field.id = item.slot;
        for (auto& [language, text] : field.label) text += " – " + item.slot.substr(dot + 1);
        shown.fields.push_back(std::move(field));
    }
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

const Item* rows_frame(const std::vector<Item>& items) {
    const auto found = std::find_if(items.begin(), items.end(), [](const Item& item) {
        return item.type == ItemType::frame && item.slot == model::rows_region;
    });
    return found == items.end() ? nullptr : &*found;
}

base::Rect cell_place(const FormRows& rows, base::Point corner, std::size_t row, std::string_view column) {
    base::Rect place{corner.x, corner.y + static_cast<double>(row) * (rows.height + rows_gap), 0, rows.height};
    for (const auto& one : rows.columns) {
        place.w = one.width;
        if (one.field.id == column) break;
        place.x += one.width + rows_gap;
    }
    return place;
}

/// Draws row by row.
class RowsDrawing {
  public:
    RowsDrawing(const FormRows& rows, const Item& frame) : rows_(rows), frame_(frame), level_(frame.level) {}

    void add_cell(std::size_t row, const std::string& of, const FormRows::Column& column, const std::string& colour,
                  const std::string& text) {
        const auto place = cell_place(rows_, frame_.place.top_left(), row, column.field.id);
        auto& cell = add(ItemType::frame, row, of, column, place);
        cell.colour = colour;
        if (text.empty()) return;
        auto& words = add(ItemType::text, row, of, column, place.inset(12, 8));
        words.text = text;
        words.size = row_letters_px;
    }
    std::vector<Item> take() { return std::move(items_); }

  private:
    Item& add(ItemType type, std::size_t row, const std::string& of, const FormRows::Column& column,
              const base::Rect& place) {
        level_ = methods::key_between(level_, {}).value_or(level_);
        Item item;
        item.type = type;
        item.id = base::derived_id("board.row", {bytes_of(of), bytes_of(std::to_string(of == "new" ? row : 0)),
                                                 bytes_of(column.field.id), bytes_of(model::item_type_name(type))});
        item.slot = std::string(row_slot) + of;
        item.place = place;
        item.level = level_;
        item.locked = true;
        items_.push_back(std::move(item));
        return items_.back();
    }

    const FormRows& rows_;
    const Item& frame_;
    std::string level_;
    std::vector<Item> items_;
};

/// What lies below each step, lane by lane.
std::vector<RowWords> words_of_steps(const model::BoardForm& form, const std::vector<Item>& items) {
    const auto shown = with_steps(form, items);
    std::map<std::string, std::string, std::less<>> said;
    for (const auto& filled : read_fields(shown, items)) {
        for (const auto& entry : filled.entries) {
            auto& text = said[filled.field->id];
            text += (text.empty() ? "" : ", ") + (entry.text.empty() ? entry.photo_shows : entry.text);
        }
    }
    std::vector<RowWords> rows;
    for (const auto& step : steps_on(form, items)) {
        RowWords words{step.item->id, step.field, {}};
        for (const auto& column : form.rows->columns) {
            const auto found = said.find(model::row_field(column.field.id, step.item->id));
            if (found != said.end()) words.columns.emplace_back(&column.field, found->second);
        }
        rows.push_back(std::move(words));
    }
    return rows;
}

}  // namespace

std::string name_of_row(const Item& item) {
    const auto& words = item.text.empty() ? item.photo_shows : item.text;
    const auto name = base::first_graphemes(base::tidy(words), most_row_label);
    return name.empty() ? "–" : name;
}

model::BoardForm with_rows(const model::BoardForm& form, const std::vector<Item>& items) {
    if (form.rows && form.rows->steps) return with_steps(form, items);
    auto shown = form;
    if (!form.rows) return shown;
    const auto by_id = items_by_id(items);
    for (const auto& [row, lies_in] : fields_by_row(form, items)) {
        const auto name = name_of_row(*by_id.at(row));
        for (const auto& column : form.rows->columns) {
            if (column.tells == FormRows::Tells::text) continue;
            auto field = field_of_row(*form.rows, column, lies_in, row);
            for (auto& [language, text] : field.label) text = name + " – " + text;
            shown.fields.push_back(std::move(field));
        }
    }
    add_older_fields(form, items, shown);
    return shown;
}

bool tells_of_row(const model::BoardForm& form, std::string_view field) {
    const auto about = model::parse_row_field(field);
    const auto* column = about && form.rows ? form.rows->find_column(about->column) : nullptr;
    return column != nullptr && column->tells != FormRows::Tells::own;
}

void tell_rows(const model::BoardForm& form, const std::vector<Item>& items, std::vector<FilledField>& filled) {
    const bool tells = form.rows && std::any_of(filled.begin(), filled.end(), [&form](const FilledField& one) {
                           return tells_of_row(form, one.field->id);
                       });
    if (!tells) return;
    std::map<base::Id, std::string> lies_in;
    for (const auto& one : filled) {
        const auto& of = form.rows->of;
        if (std::find(of.begin(), of.end(), one.field->id) == of.end()) continue;
        for (const auto& entry : one.entries) lies_in.emplace(entry.item, one.field->id);
    }
    const auto by_id = items_by_id(items);
    for (auto& one : filled) {
        const auto about = model::parse_row_field(one.field->id);
        const auto* column = about ? form.rows->find_column(about->column) : nullptr;
        const auto row = about ? lies_in.find(about->row) : lies_in.end();
        if (column == nullptr || column->tells == FormRows::Tells::own || row == lies_in.end()) continue;
        const auto told = told_of(column->tells, *by_id.at(about->row), row->second);
        one.entries.clear();
        const auto* option = option_with(*one.field, told);
        if (option == nullptr) continue;  // a colour that means nothing here
        FieldEntry entry;
        entry.item = base::derived_id("board.told", {bytes_of(one.field->id)});
        entry.text = model::text_in(option->label, by_id.at(about->row)->language);
        entry.value = option->id;
        one.entries.push_back(std::move(entry));
    }
}

std::optional<Item> row_told(const model::BoardForm& form, const model::BoardField& field, const std::string& text,
                             const std::vector<Item>& items) {
    const auto about = model::parse_row_field(field.id);
    const auto* column = about && form.rows ? form.rows->find_column(about->column) : nullptr;
    if (column == nullptr) return {};
    const auto rows = fields_by_row(form, items);
    const auto row = rows.find(about->row);
    if (row == rows.end()) return {};
    auto item = *items_by_id(items).at(row->first);
    const auto value = field_value(field, text);
    if (value.empty() || value == told_of(column->tells, item, row->second)) return item;
    if (column->tells == FormRows::Tells::colour) {
        item.colour = value;
        return item;
    }
    const auto* to = form.find_field(value);
    const auto area = to == nullptr ? std::nullopt : writing_area(form, *to, items);
    if (!area) return item;
    item.place = free_place(*area, items, 1, item.text);
    item.slot = value;
    return item;
}

std::vector<base::Id> said_of(const std::vector<base::Id>& gone, const std::vector<Item>& items) {
    std::vector<base::Id> said;
    for (const auto& item : items) {
        const auto about = model::parse_row_field(item.slot);
        const bool of_gone = about && std::find(gone.begin(), gone.end(), about->row) != gone.end();
        if (of_gone && std::find(gone.begin(), gone.end(), item.id) == gone.end()) said.push_back(item.id);
    }
    return said;
}

std::vector<RowWords> read_rows(const model::BoardForm& form, const std::vector<Item>& items) {
    std::vector<RowWords> rows;
    if (!form.rows) return rows;
    if (form.rows->steps) return words_of_steps(form, items);
    std::map<std::string, std::string, std::less<>> said;
    for (const auto& item : items) {
        if (!model::parse_row_field(item.slot) || item.text.empty() || item.type == ItemType::frame) continue;
        auto& text = said[item.slot];
        text += (text.empty() ? "" : ", ") + item.text;
    }
    for (const auto& [row, field] : fields_by_row(form, items)) {
        RowWords words{row, field, {}};
        for (const auto& column : form.rows->columns) {
            const auto found = said.find(model::row_field(column.field.id, row));
            const bool own = column.tells == FormRows::Tells::own && found != said.end();
            if (own) words.columns.emplace_back(&column.field, found->second);
        }
        rows.push_back(std::move(words));
    }
    return rows;
}

std::vector<Item> rows_drawn(const model::BoardForm& form, const std::vector<Item>& items, std::string_view language,
                             std::string_view add) {
    if (form.rows && form.rows->steps) return curve_drawn(form, items, language);
    const auto* frame = form.rows ? rows_frame(items) : nullptr;
    if (frame == nullptr) return {};
    const auto by_id = items_by_id(items);
    RowsDrawing drawing(*form.rows, *frame);
    std::size_t at = 0;
    for (const auto& row : read_rows(form, items)) {
        const auto& item = *by_id.at(row.item);
        for (const auto& column : form.rows->columns) {
            std::string text;
            if (column.tells == FormRows::Tells::text) text = item.text.empty() ? item.photo_shows : item.text;
            const auto* option = option_with(column.field, told_of(column.tells, item, row.field));
            if (column.tells != FormRows::Tells::own && option != nullptr) {
                text = model::text_in(option->label, language);
            }
            for (const auto& [field, said] : row.columns) {
                if (field == &column.field) text = said;
            }
            const bool coloured = column.tells == FormRows::Tells::text || column.tells == FormRows::Tells::colour;
            drawing.add_cell(at, row.item.text(), column, coloured ? item.colour : std::string(), text);
        }
        ++at;
    }
    const auto most = std::max(form.rows->least, at + (add.empty() ? 0 : 1));
    for (auto words = std::string(add); at < most; ++at, words.clear()) {
        for (const auto& column : form.rows->columns) {
            const bool first = column.tells == FormRows::Tells::text;
            drawing.add_cell(at, "new", column, {}, first ? words : std::string());
        }
    }
    return drawing.take();
}

std::vector<Item> items_drawn(const model::BoardForm& form, std::vector<Item> items, std::string_view language) {
    if (!form.rows) return items;
    auto drawn = rows_drawn(form, items, language);
    std::erase_if(items, [](const Item& item) { return model::parse_row_field(item.slot).has_value(); });
    items.insert(items.end(), std::make_move_iterator(drawn.begin()), std::make_move_iterator(drawn.end()));
    return items;
}

std::optional<base::Rect> place_in_rows(const model::BoardForm& form, std::string_view field,
                                        const std::vector<Item>& items, std::string_view text) {
    const auto about = model::parse_row_field(field);
    if (about && form.rows && form.rows->steps) return place_below_step(form, *about, items, text);
    const auto* region = form.find_region(model::rows_region);
    if (!about || !form.rows || region == nullptr) return {};
    const auto* frame = rows_frame(items);
    const auto corner = frame == nullptr ? region->place.top_left() : frame->place.top_left();
    const auto rows = fields_by_row(form, items);
    const auto row = rows.find(about->row);
    if (row == rows.end()) return {};
    const auto at = static_cast<std::size_t>(std::distance(rows.begin(), row));
    return cell_place(*form.rows, corner, at, about->column).inset(4);
}

}  // namespace views
