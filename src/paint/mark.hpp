#pragma once
#include "paint/painter.hpp"
#include "paint/palette.hpp"

namespace paint {

/// A note colour's shape, as large as `area` (which should be square).
void draw_mark(Painter& painter, Mark mark, const base::Rect& area, base::Colour colour);

}  // namespace paint
