#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace base {

/// A QR symbol (ISO/IEC 18004), error correction M. modules[row][column], true = dark; no quiet zone.
struct QrSymbol {
    int size = 0;
    std::vector<std::vector<bool>> modules;
};
/// Code::too_large when the text does not fit.
Result<QrSymbol> make_qr(std::string_view text);
/// Half-block characters with a quiet zone of two, dark on light whatever the terminal's colours.
std::string to_terminal(const QrSymbol& symbol);
/// A whole SVG document with a white quiet zone of four; unit = module.
std::string to_svg(const QrSymbol& symbol);

}  // namespace base
