#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace methods {

/// num/den in lowest terms, den > 0: exact, so that ties are ties on every machine.
struct Ratio {
    std::int64_t num = 0;
    std::int64_t den = 1;
    bool operator==(const Ratio&) const = default;
    double value() const { return static_cast<double>(num) / static_cast<double>(den); }
};
Ratio ratio(std::int64_t num, std::int64_t den);
/// Exact comparison.
bool less(const Ratio& a, const Ratio& b);
/// Rounded half away from zero: "4.2" with one decimal. decimals 0–3.
std::string to_decimal(const Ratio& ratio, int decimals);

/// Middle and quartiles of sorted or unsorted whole numbers by linear interpolation between order statistics
/// (position (n − 1)·q; Hyndman & Fan 1996, type 7), exact. `values` must not be empty.
struct Spread {
    Ratio low;  // first quartile
    Ratio median;
    Ratio high;  // third quartile
    Ratio width() const { return ratio(high.num * low.den - low.num * high.den, high.den * low.den); }
};
Spread spread_of(std::vector<std::int64_t> values);

/// How alike the answers are: standard deviation (of the population) below 0.9, below 1.3, else.
enum class Agreement { agree, mostly, divided };
std::string_view agreement_name(Agreement agreement);
/// Empty for fewer than two answers. Exact: compares squares of whole numbers.
std::optional<Agreement> agreement_of(const std::vector<std::int64_t>& values);

}  // namespace methods
