#include "views/board_list.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/language.hpp"
#include "model/board_groups.hpp"
#include "views/board_reading.hpp"
#include "views/board_rows.hpp"

namespace views {
namespace {

namespace json = boost::json;

std::string colour_means(const model::BoardForm* form, std::string_view colour, std::string_view language) {
    if (form == nullptr) return {};
    for (const auto& one : form->legend) {
        if (one.colour == colour) return model::text_in(one.means, language);
    }
    return {};
}

/// A form made of the board's own frames, so that a board without a template is read the same way.
model::BoardForm form_of_frames(const std::vector<model::Item>& items, std::vector<model::Item>& named) {
    model::BoardForm form;
    named = items;
    std::vector<model::Item*> frames;
    for (auto& item : named) {
        if (item.type == model::ItemType::frame && !item.slot.starts_with("form.")) frames.push_back(&item);
    }
    std::sort(frames.begin(), frames.end(),
              [](const auto* a, const auto* b) { return reading_place(*a) < reading_place(*b); });
    for (auto* frame : frames) {
        if (form.find_field(frame->slot) != nullptr) continue;
        if (frame->slot.empty()) frame->slot = frame->id.text();
        model::BoardField field;
        field.id = frame->slot;
        field.kind = model::FieldKind::list;
        field.label["sv"] = frame->text;
        form.fields.push_back(std::move(field));
    }
    return form;
}

std::map<base::Id, RowWords> rows_by_item(const model::BoardForm* form, const std::vector<model::Item>& items) {
    std::map<base::Id, RowWords> found;
    if (form == nullptr) return found;
    for (auto& row : read_rows(*form, items)) found.emplace(row.item, std::move(row));
    return found;
}

/// What each note that lies below a step belongs to.
std::map<base::Id, base::Id> steps_by_item(const model::BoardForm& form, const std::vector<model::Item>& items) {
    std::map<base::Id, base::Id> steps;
    if (!form.rows || !form.rows->steps) return steps;
    const auto shown = with_rows(form, items);
    for (const auto& filled : read_fields(shown, items)) {
        const auto about = model::parse_row_field(filled.field->id);
        for (const auto& entry : filled.entries) {
            if (about) steps.emplace(entry.item, about->row);
        }
    }
    return steps;
}

/// Each step under a label of its own, and after it what lies below.
std::vector<BoardRow> told_by_steps(const model::BoardForm& form, std::string_view language, std::vector<BoardRow> rows,
                                    const std::vector<model::Item>& items) {
    const auto steps = steps_by_item(form, items);
    std::map<base::Id, std::vector<BoardRow>> below;
    std::vector<BoardRow> told;
    for (auto& row : rows) {
        row.row.clear();
        const auto step = steps.find(row.item);
        if (step == steps.end()) {
            told.push_back(std::move(row));
            continue;
        }
        const auto* lane = form.rows->find_column(std::string_view(row.field).substr(row.field.find('.') + 1));
        if (lane != nullptr) row.lane = model::text_in(lane->field.label, language);
        below[step->second].push_back(std::move(row));
    }
    rows.clear();
    std::string field;
    for (std::size_t i = 0, number = 0; i < told.size(); ++i) {
        auto& row = told[i];
        const auto& of = form.rows->of;
        number = row.field == field ? number + 1 : 1;
        field = row.field;
        if (std::find(of.begin(), of.end(), field) != of.end()) row.label += " " + std::to_string(number);
        const auto step = row.item;
        const auto label = row.label;
        rows.push_back(std::move(row));
        for (auto& one : below[step]) {
            one.label = label;
            rows.push_back(std::move(one));
        }
    }
    return rows;
}

/// "Vi ska: Informera. Ansvarig: Marta".
std::string words_of_row(const RowWords& row, std::string_view language) {
    std::string words;
    for (const auto& [field, text] : row.columns) {
        words += (words.empty() ? "" : ". ") + model::text_in(field->label, language) + ": " + text;
    }
    return words;
}

/// Within a field, what belongs to no named group first, then group by group in the order of their first.
void put_groups_together(std::vector<BoardRow>& rows, const std::vector<model::Item>& items) {
    const auto groups = model::named_groups_by_id(items);
    if (groups.empty()) return;
    std::unordered_map<base::Id, base::Id, base::IdHash> group_of;
    for (const auto& item : items) {
        if (groups.contains(item.group)) group_of.emplace(item.id, item.group);
    }
    std::unordered_map<base::Id, std::size_t, base::IdHash> met;
    struct Ranked {
        std::size_t field = 0, group = 0;
        BoardRow row;
    };
    std::vector<Ranked> ranked;
    std::size_t field = 0;
    for (auto& row : rows) {
        const bool other =
            !ranked.empty() && (ranked.back().row.field != row.field || ranked.back().row.label != row.label);
        field += other ? 1 : 0;
        std::size_t rank = 0;
        if (const auto found = group_of.find(row.item); found != group_of.end()) {
            const auto& group = groups.at(found->second);
            row.group = model::group_heading(group.name, group.count);
            rank = met.emplace(group.id, met.size() + 1).first->second;
        }
        ranked.push_back({field, rank, std::move(row)});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return std::tie(a.field, a.group) < std::tie(b.field, b.group);
    });
    rows.clear();
    for (auto& one : ranked) rows.push_back(std::move(one.row));
}

/// "Goda möten: Nycklar · 3".
std::string list_heading(const BoardRow& row) {
    if (row.label.empty() || row.group.empty()) return row.label + row.group;
    return row.label + ": " + row.group;
}

json::object entry_json(const model::BoardForm& form, std::string_view language, const FieldEntry& entry) {
    const auto means = colour_means(&form, entry.colour, language);
    json::object out{{"item", entry.item.text()}, {"text", entry.text}};
    const std::pair<const char*, const std::string*> texts[] = {
        {"author", &entry.author}, {"colour", &entry.colour}, {"language", &entry.language},
        {"means", &means},         {"photo", &entry.photo},   {"photo_shows", &entry.photo_shows},
        {"value", &entry.value},
    };
    for (const auto& [name, text] : texts) {
        if (!text->empty()) out[name] = *text;
    }
    if (entry.at) out["at"] = json::array{entry.at->x, entry.at->y};
    return out;
}

json::object row_json(const RowWords& row) {
    json::object out;
    for (const auto& [field, text] : row.columns) {
        json::object one{{"text", text}};
        if (const auto value = field_value(*field, text); !value.empty()) one["value"] = value;
        out[field->id] = std::move(one);
    }
    return out;
}

}  // namespace

std::vector<BoardRow> board_rows(const model::BoardForm* form, std::string_view language,
                                 const std::vector<model::Item>& items) {
    std::vector<model::Item> named;
    model::BoardForm of_frames;
    if (form == nullptr) of_frames = form_of_frames(items, named);
    const auto& read_by = form == nullptr ? of_frames : *form;
    const auto& read = form == nullptr ? named : items;
    std::vector<BoardRow> rows;
    const auto said = rows_by_item(form, read);
    for (const auto& filled : read_fields(read_by, read)) {
        for (const auto& entry : filled.entries) {
            BoardRow row{entry,
                         form == nullptr ? std::string() : filled.field->id,
                         model::text_in(filled.field->label, language),
                         colour_means(form, entry.colour, language),
                         {},
                         {},
                         {}};
            if (const auto found = said.find(entry.item); found != said.end()) {
                row.row = words_of_row(found->second, language);
            }
            rows.push_back(std::move(row));
        }
    }
    if (form != nullptr && form->rows && form->rows->steps) {
        rows = told_by_steps(*form, language, std::move(rows), items);
    }
    for (const auto& item : beside_fields(read_by, read)) {
        rows.push_back({entry_of(item), {}, {}, colour_means(form, item.colour, language), {}, {}, {}});
    }
    put_groups_together(rows, items);
    return rows;
}

ListView::Board to_list_board(const model::BoardForm* form, std::string_view title, std::string_view language,
                              const std::vector<model::Item>& items) {
    ListView::Board board{std::string(title), {}, {}};
    if (form != nullptr) board.question = model::text_in(form->help, language);
    const BoardRow* before = nullptr;
    const auto rows = board_rows(form, language, items);
    for (const auto& row : rows) {
        // Two fields may share a label ("1" of two columns): the field tells them apart.
        const bool other_field = before == nullptr || (before->field != row.field && row.lane.empty());
        if (other_field || before->label != row.label || before->group != row.group) {
            board.groups.push_back({list_heading(row), {}});
        }
        before = &row;
        ListView::Note note{row.text, {}, row.language, {}};
        if (note.text.empty()) note.text = row.photo_shows;
        if (!row.lane.empty()) note.text = row.lane + ": " + note.text;
        if (!row.means.empty()) note.text += " (" + row.means + ")";
        if (!row.row.empty()) note.text += ". " + row.row;
        board.groups.back().notes.push_back(std::move(note));
    }
    ListView::Group lines{base::tr("board.lines"), {}};
    for (const auto& [id, words] : say_lines(items)) lines.notes.push_back({words, {}, {}, {}});
    if (!lines.notes.empty()) board.groups.push_back(std::move(lines));
    return board;
}

std::string fields_to_json(const model::BoardForm& form, std::string_view language,
                           const std::vector<model::Item>& items) {
    json::array fields;
    const auto said = rows_by_item(&form, items);
    const auto steps = steps_by_item(form, items);
    for (const auto& filled : read_fields(form, items)) {
        json::array entries;
        for (const auto& entry : filled.entries) {
            entries.push_back(entry_json(form, language, entry));
            const auto row = said.find(entry.item);
            if (row != said.end()) entries.back().as_object()["row"] = row_json(row->second);
            const auto step = steps.find(entry.item);
            if (step != steps.end()) entries.back().as_object()["step"] = step->second.text();
        }
        fields.push_back(json::object{{"id", filled.field->id},
                                      {"label", model::text_in(filled.field->label, language)},
                                      {"kind", model::field_kind_name(filled.field->kind)},
                                      {"entries", std::move(entries)}});
    }
    return json::serialize(fields);
}

}  // namespace views
