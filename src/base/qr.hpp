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
/// What a phone's camera reads as "join this Wi-Fi network": WIFI:T:WPA;S:name;P:secret;; with what means something
/// there escaped. An empty secret: an open network.
std::string wifi_text(std::string_view name, std::string_view secret);
/// Half-block characters with a quiet zone of two, dark on light whatever the terminal's colours.
std::string to_terminal(const QrSymbol& symbol);
/// A whole SVG document with a white quiet zone of four; unit = module.
std::string to_svg(const QrSymbol& symbol);

}  // namespace base
