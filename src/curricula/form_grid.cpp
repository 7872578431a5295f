// The grid of a template: columns across, lanes down, a field where they cross.
#include <algorithm>
#include <cmath>

#include "curricula/board_form.hpp"
#include "curricula/form_toml_private.hpp"

namespace curricula {
namespace {

constexpr std::size_t most_columns = 30, most_lanes = 30, most_grid_title = 60, most_grid_help = 300;
constexpr double room_for_line = 56;

struct GridAxis {
    std::string id;
    model::Texts title, help, line;
    std::string colour;
    double size = 0;
    int at_line = 0;
    bool asks = false;  // it says what its fields are
    model::BoardField field;
};

std::vector<GridAxis> read_axis(FormTable& grid, std::string_view key, std::string_view size_key, std::size_t most) {
    std::vector<GridAxis> axis;
    std::set<std::string> ids;
    for (const auto* one : grid.tables(key, most)) {
        FormTable table(*one, grid.file(), grid.report());
        GridAxis made;
        made.at_line = table.place().line;
        made.id = table.id("id");
        made.title = table.texts("title", most_grid_title, true);
        made.colour = read_form_colour(table);
        made.size = table.number(size_key, least_region, 4000, true).value_or(least_region);
        if (key == "lane") made.line = table.texts("line", most_grid_title);
        made.asks = table.has("kind");
        if (made.asks) {
            made.field = read_form_field(table);
            made.help = made.field.help;
        } else {
            made.help = table.texts("help", most_grid_help);
        }
        table.finish();
        if (!made.id.empty() && !ids.insert(made.id).second) {
            grid.report().error(table.place(), "id_twice", {{"word", made.id}});
        }
        axis.push_back(std::move(made));
    }
    return axis;
}

/// Either the lanes or the columns say what the fields are, all of them.
bool lanes_ask(const std::vector<GridAxis>& columns, const std::vector<GridAxis>& lanes, const FormTable& grid,
               Report& report) {
    bool by_lane = false;
    for (const auto& lane : lanes) by_lane |= lane.asks;
    for (const auto& column : columns) {
        if (by_lane && column.asks) report.error({grid.file(), column.at_line}, "kind_twice");
        if (!by_lane && !column.asks) report.error({grid.file(), column.at_line}, "key_missing", {{"word", "kind"}});
    }
    for (const auto& lane : lanes) {
        if (by_lane && !lane.asks) report.error({grid.file(), lane.at_line}, "key_missing", {{"word", "kind"}});
    }
    return by_lane;
}

/// "Före – Handling" in each language that both have.
model::Texts joined_titles(const model::Texts& first, const model::Texts& second) {
    model::Texts titles;
    for (const auto& [language, text] : first) titles[language] = text + " – " + model::text_in(second, language);
    return titles;
}

model::BoardRegion grid_head(const std::string& id, const GridAxis& axis, model::RegionShape shape,
                             const base::Rect& place) {
    model::BoardRegion head;
    head.id = id;
    head.shape = shape;
    head.place = place;
    head.colour = axis.colour;
    head.title = axis.title;
    head.help = axis.help;
    return head;
}

/// What can be drawn as a curve: one of a scale for each step.
bool is_scale(const GridAxis& lane) {
    const auto& field = lane.field;
    return field.kind == model::FieldKind::choice && lane.size >= model::curve_foot + model::least_curve &&
           std::all_of(field.options.begin(), field.options.end(),
                       [](const auto& option) { return model::option_number(option).has_value(); });
}

/// The notes of the lane `name` are steps, and `curve` is drawn as a curve.
void add_steps(FormTable& grid, const std::string& name, const std::string& curve, const std::vector<GridAxis>& columns,
               const std::vector<GridAxis>& lanes, bool by_lane, FormParts& parts) {
    if (!grid.has("steps") && !grid.has("curve")) return;
    auto& report = grid.report();
    const auto lane_named = [&lanes](const std::string& id) {
        return std::find_if(lanes.begin(), lanes.end(), [&id](const auto& one) { return one.id == id; });
    };
    const auto steps = lane_named(name);
    if (!by_lane || steps == lanes.end() || steps->field.kind != model::FieldKind::list) {
        return report.error(grid.place_of(grid.has("steps") ? "steps" : "curve"), "steps_bad", {{"word", name}});
    }
    const auto drawn = lane_named(curve);
    if (grid.has("curve") && (drawn == lanes.end() || !is_scale(*drawn))) {
        report.error(grid.place_of("curve"), "curve_bad",
                     {{"word", curve}, {"limit", std::to_string(std::lround(model::curve_foot + model::least_curve))}});
    }
    model::FormRows rows;
    rows.steps = true;
    rows.curve = curve;
    for (const auto& column : columns) rows.of.push_back(column.id + "." + name);
    for (const auto& lane : lanes) {
        if (lane.id.size() > most_column_id) {
            report.error({grid.file(), lane.at_line}, "text_too_long",
                         {{"word", "id"}, {"limit", std::to_string(most_column_id)}});
        }
        model::FormRows::Column column;
        column.tells = lane.id == name ? model::FormRows::Tells::text : model::FormRows::Tells::own;
        column.field = lane.field;
        column.field.id = lane.id;
        column.field.label = lane.title;
        rows.columns.push_back(std::move(column));
    }
    parts.rows = std::move(rows);
}

}  // namespace

void read_form_grid(const toml::table& raw, const std::string& file, FormParts& parts,
                    const std::vector<model::FormColour>& legend, Report& report) {
    FormTable grid(raw, file, report);
    if (grid.has("rows_of")) return read_form_rows(grid, parts, legend);
    const auto at = grid.numbers("at", 2, true).value_or(std::vector<double>{0, model::form_head});
    const double left = grid.number("lane_head", least_region, 2000, true).value_or(least_region);
    const double top = grid.number("column_head", least_region, 2000, true).value_or(least_region);
    const auto columns = read_axis(grid, "column", "width", most_columns);
    const auto lanes = read_axis(grid, "lane", "height", most_lanes);
    const auto steps = grid.text("steps", most_grid_title), curve = grid.text("curve", most_grid_title);
    grid.finish();
    if (columns.empty() || lanes.empty()) return report.error(grid.place(), "grid_incomplete");
    const bool by_lane = lanes_ask(columns, lanes, grid, report);
    add_steps(grid, steps, curve, columns, lanes, by_lane, parts);
    // Where the columns ask, a lane is a row of a table.
    parts.by_columns = by_lane;

    double x = at[0] + left + grid_gap;
    for (const auto& column : columns) {
        const base::Rect place{x, at[1], column.size, top};
        parts.regions.push_back(
            {grid_head("column-" + column.id, column, model::RegionShape::column, place), column.at_line});
        x += column.size + grid_gap;
    }
    const double right = x - grid_gap;
    double y = at[1] + top + grid_gap;
    for (const auto& lane : lanes) {
        const base::Rect place{at[0], y, left, lane.size};
        parts.regions.push_back({grid_head("lane-" + lane.id, lane, model::RegionShape::lane, place), lane.at_line});
        x = at[0] + left + grid_gap;
        for (const auto& column : columns) {
            auto field = by_lane ? lane.field : column.field;
            field.id = column.id + "." + lane.id;
            field.label = joined_titles(column.title, lane.title);
            field.region = field.id;
            model::BoardRegion cell;
            cell.id = field.id;
            cell.shape = model::RegionShape::cell;
            cell.place = {x, y, column.size, lane.size};
            cell.colour = lane.colour.empty() ? column.colour : lane.colour;
            cell.field = field.id;
            parts.regions.push_back({std::move(cell), lane.at_line});
            parts.fields.push_back(std::move(field));
            x += column.size + grid_gap;
        }
        y += lane.size + grid_gap;
        if (lane.line.empty()) continue;
        const double middle = y + (room_for_line - grid_gap) / 2;
        parts.lines.push_back({{at[0], middle}, {right, middle}, lane.line});
        y += room_for_line;
    }
}

}  // namespace curricula
