#pragma once
#include "base/geometry.hpp"
#include "base/qr.hpp"
#include "paint/painter.hpp"

namespace paint {

/// A QR symbol in the middle of `area`, on white with a quiet zone of four modules whatever the theme. Modules are
/// whole px large, so that cameras read it; nothing is drawn where less than 1 px a module is left.
void draw_qr(Painter& painter, const base::QrSymbol& symbol, const base::Rect& area);

}  // namespace paint
