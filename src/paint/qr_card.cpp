#include "paint/qr_card.hpp"

#include <algorithm>
#include <cmath>

namespace paint {

void draw_qr(Painter& painter, const base::QrSymbol& symbol, const base::Rect& area) {
    constexpr int quiet = 4;
    const double module = std::floor(std::min(area.w, area.h) / (symbol.size + 2 * quiet));
    if (symbol.size <= 0 || module < 1) return;
    const double side = module * (symbol.size + 2 * quiet);
    auto square = area.centred({side, side});
    square.x = std::round(square.x);
    square.y = std::round(square.y);
    painter.fill(area, std::min(area.w, area.h) / 16, base::rgb(0xFFFFFF));
    for (int row = 0; row < symbol.size; ++row) {
        const auto& modules = symbol.modules[static_cast<std::size_t>(row)];
        for (int begin = 0; begin < symbol.size;) {
            int end = begin;
            while (end < symbol.size && modules[static_cast<std::size_t>(end)]) ++end;
            if (end > begin) {
                painter.fill({square.x + (begin + quiet) * module, square.y + (row + quiet) * module,
                              (end - begin) * module, module},
                             0, base::rgb(0x17211F));
            }
            begin = end + 1;
        }
    }
}

}  // namespace paint
