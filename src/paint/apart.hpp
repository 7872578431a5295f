#pragma once
#include <vector>

#include "base/geometry.hpp"

namespace paint {

/// A disc that belongs at a place. Px.
struct DiscAt {
    base::Point place;
    base::Rect field;  // where its middle may lie when it has to move
};
/// Where the middles of equally large discs lie, so that none is nearer to another than `apart` px: at their places, or
/// as near to them as there is room. Those first stay, and nobody is moved to where a later one belongs as long as
/// there is room elsewhere. What finds none stays at its place. Pure.
std::vector<base::Point> moved_apart(const std::vector<DiscAt>& discs, double apart);

}  // namespace paint
