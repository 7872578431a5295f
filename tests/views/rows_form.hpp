#pragma once
#include "views/board_rows.hpp"

/// A template with two fields of notes and a table of them.
inline model::BoardForm rows_form() {
    model::BoardForm form;
    form.name = "karta";
    form.title = {{"sv", "Karta"}, {"en", "Map"}};
    form.size = {1800, 800};
    form.legend = {{"sol", {{"sv", "Anhörig"}, {"en", "Relative"}}}, {"himmel", {{"sv", "Personal"}, {"en", "Staff"}}}};
    const auto add_field = [&form](const std::string& id, const std::string& label, double x) {
        model::BoardField field;
        field.id = field.region = id;
        field.label = {{"sv", label}, {"en", label}};
        field.kind = model::FieldKind::list;
        field.most = 0;
        model::BoardRegion region;
        region.id = region.field = id;
        region.place = {x, 160, 420, 600};
        region.title = field.label;
        form.regions.push_back(std::move(region));
        form.fields.push_back(std::move(field));
    };
    add_field("near", "Nära", 0);
    add_field("far", "Långt bort", 440);
    model::FormRows rows;
    rows.of = {"near", "far"};
    rows.height = 80;
    rows.least = 3;
    const auto add_column = [&rows](const std::string& id, const std::string& label, model::FormRows::Tells tells) {
        model::FormRows::Column column;
        column.tells = tells;
        column.width = 200;
        column.field.id = id;
        column.field.label = {{"sv", label}, {"en", label}};
        if (tells != model::FormRows::Tells::text && tells != model::FormRows::Tells::own) {
            column.field.kind = model::FieldKind::choice;
        }
        rows.columns.push_back(std::move(column));
    };
    add_column("who", "Vem", model::FormRows::Tells::text);
    add_column("kind", "Slag", model::FormRows::Tells::colour);
    rows.columns.back().field.options = {{"sol", form.legend[0].means}, {"himmel", form.legend[1].means}};
    add_column("where", "Var", model::FormRows::Tells::field);
    rows.columns.back().field.options = {{"near", form.fields[0].label}, {"far", form.fields[1].label}};
    add_column("weight", "Vikt", model::FormRows::Tells::own);
    rows.columns.back().field.kind = model::FieldKind::number;
    rows.columns.back().field.lowest = 1;
    rows.columns.back().field.highest = 5;
    model::BoardRegion table;
    table.id = model::rows_region;
    table.place = {900, 160, 824, 256};
    form.regions.push_back(std::move(table));
    form.rows = std::move(rows);
    return form;
}
