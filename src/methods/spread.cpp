#include "methods/spread.hpp"

#include <algorithm>
#include <numeric>

#include "base/check.hpp"
#include "methods/wide_private.hpp"

namespace methods {
namespace {

/// The value at position (n − 1)·quarters/4 of sorted numbers.
Ratio quantile(const std::vector<std::int64_t>& sorted, std::int64_t quarters) {
    const std::int64_t position = (static_cast<std::int64_t>(sorted.size()) - 1) * quarters;
    const auto below = static_cast<std::size_t>(position / 4);
    const std::int64_t rest = position % 4;
    if (rest == 0) return ratio(sorted[below], 1);
    return ratio(sorted[below] * (4 - rest) + sorted[below + 1] * rest, 4);
}

}  // namespace

Ratio ratio(std::int64_t num, std::int64_t den) {
    base::check(den != 0, "a ratio's denominator is not zero");
    if (den < 0) {
        num = -num;
        den = -den;
    }
    const std::int64_t common = std::gcd(num, den);
    return {num / common, den / common};
}

bool less(const Ratio& a, const Ratio& b) {
    return static_cast<Wide>(a.num) * b.den < static_cast<Wide>(b.num) * a.den;
}

std::string to_decimal(const Ratio& ratio, int decimals) {
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const std::int64_t size = std::abs(ratio.num);
    const std::int64_t rounded = (2 * size * scale + ratio.den) / (2 * ratio.den);
    std::string text = ratio.num < 0 && rounded != 0 ? "-" : "";
    text += std::to_string(rounded / scale);
    if (decimals > 0) {
        const std::string rest = std::to_string(rounded % scale);
        text += '.' + std::string(static_cast<std::size_t>(decimals) - rest.size(), '0') + rest;
    }
    return text;
}

Spread spread_of(std::vector<std::int64_t> values) {
    base::check(!values.empty(), "a spread needs values");
    std::sort(values.begin(), values.end());
    return {quantile(values, 1), quantile(values, 2), quantile(values, 3)};
}

std::string_view agreement_name(Agreement agreement) {
    constexpr std::string_view names[] = {"agree", "mostly", "divided"};
    return names[static_cast<std::size_t>(agreement)];
}

std::optional<Agreement> agreement_of(const std::vector<std::int64_t>& values) {
    if (values.size() < 2) return std::nullopt;
    const auto n = static_cast<std::int64_t>(values.size());
    std::int64_t sum = 0;
    std::int64_t squares = 0;
    for (const auto value : values) {
        sum += value;
        squares += value * value;
    }
    // n²·variance; compared with n²·0.9² and n²·1.3² in hundredths.
    const std::int64_t spread = 100 * (n * squares - sum * sum);
    if (spread < 81 * n * n) return Agreement::agree;
    if (spread < 169 * n * n) return Agreement::mostly;
    return Agreement::divided;
}

}  // namespace methods
