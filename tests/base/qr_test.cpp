#include "base/qr.hpp"

#include <doctest/doctest.h>

namespace {

/// The three eyes of a QR symbol: 7 × 7, dark edge and core.
bool eye_at(const base::QrSymbol& symbol, int top, int left) {
    for (int row = 0; row < 7; ++row) {
        for (int column = 0; column < 7; ++column) {
            const int ring = std::max(std::abs(row - 3), std::abs(column - 3));
            const bool dark = ring != 2;
            if (symbol.modules[static_cast<std::size_t>(top + row)][static_cast<std::size_t>(left + column)] != dark) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

TEST_CASE("a symbol is square and has its three eyes") {
    const auto symbol = base::make_qr("http://192.168.1.20:8080/j/K7MP2Q").value();
    CHECK(symbol.size >= 21);
    CHECK(symbol.modules.size() == static_cast<std::size_t>(symbol.size));
    CHECK(eye_at(symbol, 0, 0));
    CHECK(eye_at(symbol, 0, symbol.size - 7));
    CHECK(eye_at(symbol, symbol.size - 7, 0));
}

TEST_CASE("a network's name and password are escaped for the camera that reads them") {
    CHECK(base::wifi_text("Lindåsa gäst", "hemligt") == "WIFI:T:WPA;S:Lindåsa gäst;P:hemligt;;");
    CHECK(base::wifi_text(R"(a;b,c:d\e"f)", R"(\;)") == R"(WIFI:T:WPA;S:a\;b\,c\:d\\e\"f;P:\\\;;;)");
    CHECK(base::wifi_text("Öppet", "") == "WIFI:T:nopass;S:Öppet;;");
}

TEST_CASE("a text that does not fit is refused") {
    CHECK(base::make_qr(std::string(4000, 'a')).error().code == base::Code::too_large);
}

TEST_CASE("the terminal shows dark on light with a quiet zone") {
    const auto symbol = base::make_qr("x").value();
    const auto text = base::to_terminal(symbol);
    CHECK(std::count(text.begin(), text.end(), '\n') == (symbol.size + 4 + 1) / 2);
    CHECK(text.starts_with("\033[30;107m "));
}

TEST_CASE("the picture is one white square with one dark path") {
    const auto svg = base::to_svg(base::make_qr("x").value());
    CHECK(svg.starts_with("<svg xmlns="));
    CHECK(svg.find(R"(viewBox="0 0 29 29")") != std::string::npos);
    CHECK(svg.ends_with("</svg>"));
}
