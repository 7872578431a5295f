#pragma once
#include <span>
#include <vector>

#include "model/board.hpp"

/// Strokes and outlines on a free board: pure, board px.
namespace ui {

/// A stroke that begins here. `pressure`: as model::InkPoint.
model::Item begin_stroke(const model::Id& id, base::Point at, std::string_view colour, double width,
                         double pressure = 0.5);
/// One point more; the item's place grows with it, and its points stay relative to the place's top left. What stands
/// where the last point is gives that its pressure, if it is more; what is no number is left out.
void go_on(model::Item& stroke, base::Point to, double pressure = 0.5);
/// Where its last point lies on the board.
base::Point end_of(const model::Item& stroke);

/// The points that say the same within `off` px (Ramer, Douglas, Peucker), also of where the edges of a stroke of this
/// width are as it was pressed; the first and the last always stay.
std::vector<model::InkPoint> simplified(std::span<const model::InkPoint> points, double off, double width = 0);
/// The stroke with the points that it needs, its place just around them; a dot is at least as large as its width.
model::Item finished_stroke(model::Item stroke);

/// Does the way from `from` to `to` come within `reach` of an open line through the points?
bool crosses(std::span<const base::Point> line, base::Point from, base::Point to, double reach);
/// The points of a stroke, on the board.
std::vector<base::Point> points_of(const model::Item& stroke);
/// Is it within this outline, which closes itself? By whether a way outwards crosses it an odd number of times.
bool is_inside(std::span<const base::Point> outline, base::Point at);

}  // namespace ui
