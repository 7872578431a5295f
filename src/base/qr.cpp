#include "base/qr.hpp"

#include <qrencode.h>

#include <memory>

namespace base {

Result<QrSymbol> make_qr(std::string_view text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return refuse(Code::too_large, "QR");
    QrSymbol symbol;
    symbol.size = code->width;
    for (int row = 0; row < code->width; ++row) {
        auto& line = symbol.modules.emplace_back();
        for (int column = 0; column < code->width; ++column) {
            line.push_back((code->data[row * code->width + column] & 1U) != 0);
        }
    }
    return symbol;
}

std::string wifi_text(std::string_view name, std::string_view secret) {
    std::string out = secret.empty() ? "WIFI:T:nopass;S:" : "WIFI:T:WPA;S:";
    const auto add = [&out](std::string_view text) {
        for (const char c : text) {
            if (std::string_view("\\;,\":").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
        out += ';';
    };
    add(name);
    if (!secret.empty()) {
        out += "P:";
        add(secret);
    }
    return out + ";";
}

std::string to_terminal(const QrSymbol& symbol) {
    constexpr int quiet = 2;
    const auto dark = [&symbol](int row, int column) {
        const bool inside = row >= 0 && row < symbol.size && column >= 0 && column < symbol.size;
        return inside && symbol.modules[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    };
    std::string out;
    for (int row = -quiet; row < symbol.size + quiet; row += 2) {
        out += "\033[30;107m";
        for (int column = -quiet; column < symbol.size + quiet; ++column) {
            const bool upper = dark(row, column);
            const bool under = dark(row + 1, column);
            out += upper && under ? "█" : upper ? "▀" : under ? "▄" : " ";
        }
        out += "\033[0m\n";
    }
    return out;
}

std::string to_svg(const QrSymbol& symbol) {
    constexpr int quiet = 4;
    const std::string side = std::to_string(symbol.size + 2 * quiet);
    std::string out = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + side + " " + side +
                      R"(" shape-rendering="crispEdges"><rect width=")" + side + R"(" height=")" + side +
                      R"(" fill="#fff"/><path fill="#000" d=")";
    for (int row = 0; row < symbol.size; ++row) {
        for (int column = 0; column < symbol.size; ++column) {
            if (!symbol.modules[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]) continue;
            out += "M" + std::to_string(column + quiet) + " " + std::to_string(row + quiet) + "h1v1h-1z";
        }
    }
    return out + R"("/></svg>)";
}

}  // namespace base
