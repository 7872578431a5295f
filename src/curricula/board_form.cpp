#include "curricula/board_form.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "curricula/form_toml_private.hpp"
#include "curricula/words.hpp"

namespace curricula {
namespace {

constexpr std::size_t most_form_title = 60, most_form_help = 400, most_region_title = 80, most_legend = 8;
constexpr std::size_t most_content_entries = 400, most_content_text = 600;

constexpr std::array<std::string_view, 40> form_codes{
    "bad_toml",        "bounds_bad",      "bounds_unused",  "column_missing", "curve_bad",      "english_missing",
    "field_unknown",   "fields_missing",  "file_too_large", "flag_bad",       "form_other",     "grid_incomplete",
    "id_bad",          "id_twice",        "key_missing",    "key_unknown",    "kind_twice",     "language_bad",
    "legend_missing",  "name_bad",        "not_utf8",       "number_bad",     "number_unknown", "numbers_bad",
    "options_missing", "options_unused",  "overlap",        "place_outside",  "place_small",    "rows_of_bad",
    "steps_bad",       "swedish_missing", "table_bad",      "tables_bad",     "text_missing",   "text_too_long",
    "texts_bad",       "too_many",        "value_bad",      "word_unknown",
};

/// "journey_map" of "…/journey_map.toml".
std::string form_name(const std::string& file) {
    auto name = base::Path(file).stem().string();
    return base::is_utf8(name) ? name : std::string("?");
}

/// "T1" to "T20".
bool is_method_number(std::string_view text) {
    if (text.size() < 2 || text.size() > 3 || text[0] != 'T' || text[1] == '0') return false;
    int number = 0;
    for (const char c : text.substr(1)) {
        if (!base::is_digit(c)) return false;
        number = number * 10 + (c - '0');
    }
    return number <= 20;
}

void read_region(FormTable& table, bool asks, FormParts& parts) {
    model::BoardRegion region;
    region.id = table.id("id");
    std::vector<std::string> shapes;
    for (const auto shape : {model::RegionShape::box, model::RegionShape::lane, model::RegionShape::column,
                             model::RegionShape::quadrant, model::RegionShape::cell, model::RegionShape::ring}) {
        shapes.emplace_back(model::region_shape_name(shape));
    }
    if (const auto shape = table.word("shape", shapes)) region.shape = static_cast<model::RegionShape>(*shape);
    const auto place = table.rect("place", true);
    region.colour = read_form_colour(table);
    region.title = table.texts("title", most_region_title, true);
    if (asks) {
        auto field = read_form_field(table);
        field.id = field.region = region.field = region.id;
        field.label = region.title;
        parts.fields.push_back(std::move(field));
    }
    table.finish();
    if (!place) return;
    region.place = *place;
    parts.regions.push_back({std::move(region), table.place().line});
}

model::FormAxis read_form_axis(FormTable& axes, std::string_view key) {
    const auto* raw = axes.table(key);
    if (raw == nullptr) {
        if (!axes.has(key)) axes.report().error(axes.place(), "key_missing", {{"word", key}});
        return {};
    }
    FormTable table(*raw, axes.file(), axes.report());
    model::FormAxis axis{table.texts("name", most_form_title, true), table.texts("low", most_form_title, true),
                         table.texts("high", most_form_title, true)};
    table.finish();
    return axis;
}

void read_axes(FormTable& root, model::BoardForm& form) {
    const auto* raw = root.table("axes");
    if (raw == nullptr) return;
    FormTable table(*raw, root.file(), root.report());
    const auto place = table.rect("place", true);
    model::FormAxes axes{place.value_or(base::Rect{}), read_form_axis(table, "x"), read_form_axis(table, "y")};
    table.finish();
    if (place) form.axes = std::move(axes);
}

void read_clock(FormTable& root, model::BoardForm& form) {
    const auto* raw = root.table("clock");
    if (raw == nullptr) return;
    FormTable table(*raw, root.file(), root.report());
    model::FormClock clock;
    clock.rounds = static_cast<int>(table.number("rounds", 1, 60, true).value_or(1));
    clock.seconds = static_cast<int>(table.number("seconds", 10, 3600, true).value_or(60));
    clock.after_seconds = static_cast<int>(table.number("after_seconds", 0, 3600).value_or(0));
    clock.passes_on = table.flag("passes_on");
    table.finish();
    form.clock = clock;
}

void read_legend(FormTable& root, model::BoardForm& form) {
    std::set<std::string> colours;
    for (const auto* raw : root.tables("legend", most_legend)) {
        FormTable table(*raw, root.file(), root.report());
        model::FormColour one{read_form_colour(table), table.texts("title", most_form_title, true)};
        if (!table.has("colour")) table.report().error(table.place(), "key_missing", {{"word", "colour"}});
        table.finish();
        const bool fresh = one.colour.empty() || colours.insert(one.colour).second;
        if (!fresh) root.report().error(table.place(), "id_twice", {{"word", one.colour}});
        form.legend.push_back(std::move(one));
    }
}

void read_parts_of(FormTable& root, FormParts& parts, const std::vector<model::FormColour>& legend) {
    for (const auto& [key, asks] : {std::pair{"region", false}, {"field", true}}) {
        for (const auto* raw : root.tables(key, most_form_parts)) {
            FormTable table(*raw, root.file(), root.report());
            read_region(table, asks, parts);
        }
    }
    if (const auto* grid = root.table("grid")) read_form_grid(*grid, root.file(), parts, legend, root.report());
    if (parts.regions.size() > most_form_parts) {
        root.report().error(root.place_of("grid"), "too_many",
                            {{"word", "region"}, {"limit", std::to_string(most_form_parts)}});
        parts.regions.resize(most_form_parts);
    }
    if (parts.fields.empty()) root.report().error({root.file(), 0}, "fields_missing");
}

bool no_errors(const base::Problems& problems) {
    return std::none_of(problems.begin(), problems.end(), [](const base::Problem& problem) {
        return problem.severity == base::Problem::Severity::error;
    });
}

void read_form_root(FormTable& root, model::BoardForm& form) {
    auto& report = root.report();
    form.number = root.text("number", 10);
    if (!form.number.empty() && !is_method_number(form.number)) {
        report.error(root.place_of("number"), "number_unknown", {{"word", form.number}});
    }
    form.title = root.texts("title", most_form_title, true);
    form.help = root.texts("help", most_form_help, true);
    const auto size = root.numbers("size", 2, true);
    if (size) form.size = {(*size)[0], (*size)[1]};
    const bool too_small = size && (form.size.w < 400 || form.size.h < 400);
    if (too_small) report.error(root.place_of("size"), "place_small", {{"limit", "400"}});
    read_axes(root, form);
    read_clock(root, form);
    read_legend(root, form);
    FormParts parts;
    read_parts_of(root, parts, form.legend);
    if (size) check_regions(parts, form.size, root.file(), report);
    for (auto& one : parts.regions) form.regions.push_back(std::move(one.region));
    form.fields = std::move(parts.fields);
    form.lines = std::move(parts.lines);
    form.rows = std::move(parts.rows);
    form.by_columns = parts.by_columns;
    root.finish();
}

/// What stands in the row of one entry: `row = { action = "Inform" }`.
void read_content_row(FormTable& entry, const model::BoardForm& form, model::FormContent::Entry& made) {
    const auto* raw = entry.table("row");
    if (raw == nullptr) return;
    const bool is_row =
        form.rows && std::find(form.rows->of.begin(), form.rows->of.end(), made.field) != form.rows->of.end();
    FormTable row(*raw, entry.file(), entry.report());
    for (const auto& column : is_row ? form.rows->columns : std::vector<model::FormRows::Column>{}) {
        if (column.tells != model::FormRows::Tells::own) continue;
        auto text = row.text(column.field.id, most_content_text);
        if (!text.empty()) made.row[column.field.id] = std::move(text);
    }
    row.finish();
}

void read_content_entries(const toml::array& list, const std::string& field, const Place& place,
                          const model::BoardForm& form, model::FormContent& content, Report& report) {
    for (const auto& one : list) {
        model::FormContent::Entry entry{field, {}, {}, {}, {}};
        if (const auto* text = one.as_string()) {
            entry.text = base::tidy(text->get(), true);
        } else if (const auto* raw = one.as_table()) {
            FormTable table(*raw, place.file, report);
            entry.text = table.text("text", most_content_text, true);
            entry.colour = read_form_colour(table);
            entry.author = table.text("author", most_form_title);
            read_content_row(table, form, entry);
            table.finish();
        } else {
            report.error(place, "value_bad", {{"word", field}});
        }
        const bool too_long = base::code_points(entry.text) > most_content_text;
        if (too_long) {
            report.error(place, "text_too_long", {{"word", field}, {"limit", std::to_string(most_content_text)}});
        }
        if (too_long || entry.text.empty() || content.entries.size() >= most_content_entries) continue;
        content.entries.push_back(std::move(entry));
    }
}

}  // namespace

bool FormReading::usable() const {
    return no_errors(problems);
}

std::span<const std::string_view> form_problem_codes() {
    return form_codes;
}

FormReading read_board_form(const std::string& file, std::string_view content) {
    Report report(Report::Topic::form);
    FormReading reading;
    reading.form.name = form_name(file);
    if (!is_form_id(reading.form.name)) report.error({file, 0}, "name_bad", {{"word", reading.form.name}});
    if (const auto table = parse_form_file(file, content, report)) {
        FormTable root(*table, file, report);
        read_form_root(root, reading.form);
    }
    reading.problems = report.take();
    return reading;
}

ContentReading read_form_content(const std::string& file, std::string_view content, const model::BoardForm& form) {
    Report report(Report::Topic::form);
    ContentReading reading;
    if (const auto table = parse_form_file(file, content, report)) {
        FormTable root(*table, file, report);
        reading.content.form = root.text("template", most_form_title, true);
        if (reading.content.form != form.name) {
            report.error(root.place_of("template"), "form_other", {{"word", reading.content.form}});
        }
        reading.content.title = root.text("title", most_form_title, true);
        const auto* fields = root.table("fields");
        if (fields == nullptr) report.error(root.place(), "key_missing", {{"word", "fields"}});
        root.finish();
        std::vector<std::string> known;
        for (const auto& field : form.fields) known.push_back(field.id);
        const toml::table none;  // a copy would not know its lines
        for (const auto& [name, node] : fields == nullptr ? none : *fields) {
            const std::string field(name.str());
            const Place place{file, static_cast<int>(name.source().begin.line)};
            if (form.find_field(field) == nullptr) {
                report.error(place, "field_unknown", {{"word", field}}, find_nearest(field, known));
            } else if (const auto* list = node.as_array()) {
                read_content_entries(*list, field, place, form, reading.content, report);
            } else {
                report.error(place, "value_bad", {{"word", field}});
            }
        }
    }
    reading.problems = report.take();
    return reading;
}

}  // namespace curricula
