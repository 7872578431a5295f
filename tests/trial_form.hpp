#pragma once
#include <string>
#include <utility>

#include "model/board_form.hpp"

/// A field with its label, in a region of its own.
inline void add_field(model::BoardForm& form, const std::string& id, model::FieldKind kind, const base::Rect& place,
                      model::RegionShape shape = model::RegionShape::box) {
    model::BoardField field;
    field.id = field.region = id;
    field.label = {{"sv", "Fält " + id}, {"en", "Field " + id}};
    field.kind = kind;
    field.most = kind == model::FieldKind::list ? 0 : 1;
    model::BoardRegion region;
    region.id = region.field = id;
    region.shape = shape;
    region.place = place;
    region.title = field.label;
    form.regions.push_back(std::move(region));
    form.fields.push_back(std::move(field));
}

/// A template with a list, a number of 1 to 5 and a choice of yes and no.
inline model::BoardForm trial_form() {
    model::BoardForm form;
    form.name = "prov";
    form.title = {{"sv", "Prov"}, {"en", "Trial"}};
    form.size = {1400, 800};
    add_field(form, "says", model::FieldKind::list, {0, 160, 420, 600});
    add_field(form, "how_many", model::FieldKind::number, {440, 160, 420, 600});
    form.fields.back().lowest = 1;
    form.fields.back().highest = 5;
    add_field(form, "which", model::FieldKind::choice, {880, 160, 420, 600});
    form.fields.back().options = {{"yes", {{"sv", "Ja"}, {"en", "Yes"}}}, {"no", {{"sv", "Nej"}, {"en", "No"}}}};
    return form;
}
