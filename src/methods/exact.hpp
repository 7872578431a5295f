#pragma once
#include <cstdint>
#include <string>

#include "methods/spread.hpp"

namespace methods {

/// A number of a tally: exact as text ("7", "-7/2" in lowest terms; of any size), and near enough to draw.
/// Ties are settled on the exact numbers before they become text. Pairwise estimates (Bradley–Terry) alone are not
/// exact: their text is a decimal number.
struct Exact {
    std::string text = "0";
    double value = 0;
    bool operator==(const Exact& other) const { return text == other.text; }
};
Exact exact(std::int64_t number);
Exact exact(const Ratio& ratio);
/// A decimal number, ten decimals unless said: the same text whatever a compiler did with the last bits.
Exact rounded(double number, int decimals = 10);

}  // namespace methods
