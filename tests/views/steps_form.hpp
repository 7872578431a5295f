#pragma once
#include "views/board_rows.hpp"

/// A journey with two columns of 800 px at x 100 and 908: steps, whom one meets, and a feeling that is drawn as a
/// curve.
inline model::BoardForm steps_form() {
    model::BoardForm form;
    form.name = "resa";
    form.title = {{"sv", "Resa"}, {"en", "Journey"}};
    form.help = {{"sv", "Börja med stegen"}, {"en", "Begin with the steps"}};
    form.size = {1708, 620};
    form.by_columns = true;
    model::FormRows rows;
    rows.steps = true;
    rows.curve = "feeling";
    rows.of = {"before.action", "after.action"};
    double y = 160;
    const auto add_lane = [&](const std::string& id, const std::string& label, double height, model::FieldKind kind) {
        model::FormRows::Column lane;
        lane.tells = id == "action" ? model::FormRows::Tells::text : model::FormRows::Tells::own;
        lane.field.id = id;
        lane.field.label = {{"sv", label}, {"en", label}};
        lane.field.kind = kind;
        lane.field.most = kind == model::FieldKind::list ? 0 : 1;
        if (kind == model::FieldKind::choice) {
            lane.field.options = {{"1", {{"sv", "Bra"}, {"en", "Good"}}},
                                  {"0", {{"sv", "Varken eller"}, {"en", "Neither"}}},
                                  {"-1", {{"sv", "Dåligt"}, {"en", "Bad"}}}};
        }
        double x = 100;
        for (const auto& [column, title] : {std::pair{"before", "Före"}, {"after", "Efter"}}) {
            auto field = lane.field;
            field.id = field.region = std::string(column) + "." + id;
            field.label = {{"sv", std::string(title) + " – " + label}};
            model::BoardRegion cell;
            cell.id = cell.field = field.id;
            cell.shape = model::RegionShape::cell;
            cell.place = {x, y, 800, height};
            cell.colour = id == "touchpoint" ? "himmel" : "sol";
            form.regions.push_back(std::move(cell));
            form.fields.push_back(std::move(field));
            x += 808;
        }
        y += height + 8;
        rows.columns.push_back(std::move(lane));
    };
    add_lane("action", "Steg", 116, model::FieldKind::list);
    add_lane("touchpoint", "Möter", 84, model::FieldKind::list);
    add_lane("feeling", "Känsla", 208, model::FieldKind::choice);
    form.rows = std::move(rows);
    return form;
}
