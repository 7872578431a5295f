#include <cstdio>

#include "methods/exact_private.hpp"

namespace methods {

Exact exact(std::int64_t number) {
    return {std::to_string(number), static_cast<double>(number)};
}

Exact exact(const Ratio& ratio) {
    auto text = std::to_string(ratio.num);
    if (ratio.den != 1) text += "/" + std::to_string(ratio.den);
    return {std::move(text), ratio.value()};
}

Exact rounded(double number, int decimals) {
    char text[400];  // the largest double has 309 digits
    std::snprintf(text, sizeof text, "%.*f", decimals, number);
    return {text, number};
}

Exact exact(const Fraction& fraction) {
    return {fraction.str(), fraction.convert_to<double>()};
}

}  // namespace methods
