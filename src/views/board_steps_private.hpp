#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/board.hpp"
#include "model/board_form.hpp"

/// The steps of a grid (model::FormRows::steps). What lies in another lane of the same column belongs to the step whose
/// middle is nearest to its own, from the left: that is all that binds them, so that carrying a note is giving it to
/// another step. Pure, any thread.
namespace views {

/// What lies in each field, by the field's id.
using ItemsByField = std::map<std::string, std::vector<const model::Item*>, std::less<>>;

/// A step, and how far from left to right what lies below is its own; board px.
struct StepPlace {
    const model::Item* item = nullptr;
    std::string field;  // that it lies in: "before.action"
    double from = 0, to = 0;
};
/// Column by column, each from the left. The items must outlive what is returned.
std::vector<StepPlace> steps_on(const model::BoardForm& form, const std::vector<model::Item>& items);
/// As steps follow each other.
void sort_steps(std::vector<const model::Item*>& steps);
/// Is it a field of these rows, whose notes are steps?
bool holds_steps(const model::FormRows& rows, std::string_view field);
/// The steps' field of the column that this cell of another lane is in; null for other fields.
const std::string* field_above(const model::FormRows& rows, std::string_view cell);
/// What lies below a step goes from the lane's own field to "lane.<id of the step>", where the form has that.
void give_to_steps(const model::BoardForm& form, ItemsByField& found);

/// The form with the fields of each step after the field that the steps of its column lie in. A lane's own fields are
/// left out, but for those in which something lies that is below no step.
model::BoardForm with_steps(const model::BoardForm& form, const std::vector<model::Item>& items);
/// Where a note goes that says this of its step: in its lane, below it. Nothing: there is no such step, lane or frame.
std::optional<base::Rect> place_below_step(const model::BoardForm& form, const model::RowField& about,
                                           const std::vector<model::Item>& items, std::string_view text);

/// The part of such a cell that the curve is drawn in; nothing when it is too low for one.
std::optional<base::Rect> curve_area(const base::Rect& cell);
/// The curve of what the steps say in its lane: the middle of what lies below each, a stroke from step to step as far
/// as they follow each other, and what is neither good nor bad. Locked strokes that are kept nowhere; one of them has
/// the curve in words as its text.
std::vector<model::Item> curve_drawn(const model::BoardForm& form, const std::vector<model::Item>& items,
                                     std::string_view language);

/// What a row is called where little room is: the beginning of its note.
std::string name_of_row(const model::Item& item);

}  // namespace views
