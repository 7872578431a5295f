#include "model/value.hpp"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace model {
namespace {

void put_u64(Bytes& out, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(number >> shift));
}

}  // namespace

Bytes canonical(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    const auto* bytes = std::get_if<Bytes>(&value);
    Bytes out;
    out.reserve(9 + (text != nullptr ? text->size() : 0) + (bytes != nullptr ? bytes->size() : 0));
    out.push_back(static_cast<std::uint8_t>(value.index()));
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        put_u64(out, static_cast<std::uint64_t>(*number));
    } else if (const auto* real = std::get_if<double>(&value)) {
        double kept = *real == 0 ? 0.0 : *real;
        if (std::isnan(kept)) kept = std::numeric_limits<double>::quiet_NaN();
        put_u64(out, std::bit_cast<std::uint64_t>(kept));
    } else if (text != nullptr) {
        out.insert(out.end(), text->begin(), text->end());
    } else if (bytes != nullptr) {
        out.insert(out.end(), bytes->begin(), bytes->end());
    }
    return out;
}

std::string text_of(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

std::int64_t int_of(const Value& value, std::int64_t otherwise) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number != nullptr ? *number : otherwise;
}

double real_of(const Value& value, double otherwise) {
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
    return otherwise;
}

Id id_of(const Value& value) {
    const auto* bytes = std::get_if<Bytes>(&value);
    return bytes != nullptr ? base::id_from(*bytes) : Id{};
}

}  // namespace model
