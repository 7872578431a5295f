#pragma once
#include <span>
#include <vector>

#include "model/board.hpp"

namespace ui {

/// What "Ordna" and lining up do with places: pure, board px.

enum class TidyBy { grid, colour, stamps };
/// One thing that is tidied; `stamps`: how many lie on it.
struct TidyThing {
    base::Rect place;
    std::string_view colour;
    int stamps = 0;
};
/// Where each shall lie, in the order they were given: in rows and columns from the top left of what they span, none
/// upon another, each as large as it was; a row is as high, and a column as wide, as what lies in it. Within `room`, as
/// far as they have room there; empty: anywhere. `grid` goes by how they lie, row by row; `colour` gives each colour
/// rows of its own, in the order of the colours; `stamps` begins with those that have most.
std::vector<base::Rect> tidy_places(std::span<const TidyThing> things, TidyBy by, const base::Rect& room = {});

enum class LineUp { left, centre, top };
/// The same places on one edge of what they span (left, top) or around its middle (centre: above each other).
std::vector<base::Rect> lined_up(std::span<const base::Rect> places, LineUp how);

}  // namespace ui
