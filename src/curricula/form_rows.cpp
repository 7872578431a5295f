// The table of a template whose rows are notes that lie in other fields.
#include <algorithm>

#include "curricula/board_form.hpp"
#include "curricula/form_toml_private.hpp"

namespace curricula {
namespace {

using model::FormRows;

constexpr std::size_t most_row_columns = 30, most_rows_shown = 30, most_rows_title = 60, most_rows_help = 300,
                      most_rows_fields = 20;

std::vector<std::string> read_rows_of(FormTable& grid, const FormParts& parts) {
    auto of = grid.names("rows_of", "rows_of_bad");
    if (of.size() > most_rows_fields) {
        grid.report().error(grid.place_of("rows_of"), "too_many",
                            {{"word", "rows_of"}, {"limit", std::to_string(most_rows_fields)}});
        of.resize(most_rows_fields);
    }
    for (std::size_t i = 0; i < of.size(); ++i) {
        const auto field = std::find_if(parts.fields.begin(), parts.fields.end(),
                                        [&](const model::BoardField& one) { return one.id == of[i]; });
        const bool is_list = field != parts.fields.end() && field->kind == model::FieldKind::list;
        const bool is_first = std::find(of.begin(), of.end(), of[i]) - of.begin() == static_cast<std::ptrdiff_t>(i);
        if (!is_list || !is_first) grid.report().error(grid.place_of("rows_of"), "rows_of_bad", {{"word", of[i]}});
    }
    return of;
}

/// What can be chosen in a column that tells where a note lies, or how it is coloured.
std::vector<model::BoardOption> options_of_row(FormRows::Tells tells, const std::vector<std::string>& of,
                                               const FormParts& parts, const std::vector<model::FormColour>& legend) {
    std::vector<model::BoardOption> options;
    if (tells == FormRows::Tells::colour) {
        for (const auto& one : legend) options.push_back({one.colour, one.means});
    }
    for (const auto& field : parts.fields) {
        const bool offered = tells == FormRows::Tells::field && std::find(of.begin(), of.end(), field.id) != of.end();
        if (offered) options.push_back({field.id, field.label});
    }
    return options;
}

/// A column, and the region of its head as far as it has one.
FormRows::Column read_row_column(FormTable& table, model::BoardRegion& head) {
    FormRows::Column column;
    const auto id = table.id("id");
    if (id.size() > most_column_id) {
        table.report().error(table.place_of("id"), "text_too_long",
                             {{"word", "id"}, {"limit", std::to_string(most_column_id)}});
    }
    const auto title = table.texts("title", most_rows_title, true);
    head.colour = read_form_colour(table);
    column.width = table.number("width", least_region, 4000, true).value_or(least_region);
    const std::vector<std::string> words{"text", "field", "colour"};
    if (const auto tells = table.word("tells", words)) {
        column.tells = static_cast<FormRows::Tells>(*tells);
        column.field.kind = *tells == 0 ? model::FieldKind::brief : model::FieldKind::choice;
        column.field.help = table.texts("help", most_rows_help);
    } else {
        column.field = read_form_field(table);
    }
    table.finish();
    column.field.id = id;
    column.field.label = title;
    head.id = "column-" + id;
    head.shape = model::RegionShape::column;
    head.title = title;
    head.help = column.field.help;
    return column;
}

}  // namespace

void read_form_rows(FormTable& grid, FormParts& parts, const std::vector<model::FormColour>& legend) {
    FormRows rows;
    rows.of = read_rows_of(grid, parts);
    const auto at = grid.numbers("at", 2, true).value_or(std::vector<double>{0, model::form_head});
    const double top = grid.number("column_head", least_region, 2000, true).value_or(least_region);
    rows.height = grid.number("row_height", least_region, 2000, true).value_or(least_region);
    rows.least = static_cast<std::size_t>(grid.number("rows", 1, most_rows_shown, true).value_or(1));
    std::set<std::string> ids;
    std::set<FormRows::Tells> told;
    double x = at[0];
    for (const auto* raw : grid.tables("column", most_row_columns)) {
        FormTable table(*raw, grid.file(), grid.report());
        model::BoardRegion head;
        auto column = read_row_column(table, head);
        const bool twice = (!column.field.id.empty() && !ids.insert(column.field.id).second) ||
                           (column.tells != FormRows::Tells::own && !told.insert(column.tells).second);
        if (twice) grid.report().error(table.place(), "id_twice", {{"word", column.field.id}});
        if (column.tells == FormRows::Tells::colour && legend.empty()) {
            grid.report().error(table.place(), "legend_missing");
        }
        if (column.tells == FormRows::Tells::field || column.tells == FormRows::Tells::colour) {
            column.field.options = options_of_row(column.tells, rows.of, parts, legend);
        }
        head.place = {x, at[1], column.width, top};
        x += column.width + grid_gap;
        parts.regions.push_back({std::move(head), table.place().line});
        rows.columns.push_back(std::move(column));
    }
    grid.finish();
    for (const auto& [tells, word] : {std::pair{FormRows::Tells::text, "text"}, {FormRows::Tells::field, "field"}}) {
        if (told.count(tells) == 0) grid.report().error(grid.place(), "column_missing", {{"word", word}});
    }
    if (rows.of.empty() || rows.columns.empty()) return;
    model::BoardRegion all;
    all.id = model::rows_region;
    all.place = {at[0], at[1] + top + grid_gap, x - grid_gap - at[0],
                 static_cast<double>(rows.least) * (rows.height + grid_gap) - grid_gap};
    parts.regions.push_back({std::move(all), grid.place().line});
    parts.rows = std::move(rows);
}

}  // namespace curricula
