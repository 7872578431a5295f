#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/digest.hpp"
#include "base/id.hpp"

namespace model {

using base::Bytes;
using base::Digest;
using base::Id;

/// What a field holds. monostate = unset. Text is UTF-8; structured values are JSON text with sorted keys
/// where the schema says so; an Id stands as its 16 bytes.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

/// Largest value in a fact, in bytes; larger things are blobs by hash (invariant 1).
inline constexpr std::size_t most_value_bytes = 4U << 20U;

/// The bytes that are digested (invariant 2). Format, for ever: one tag byte, then the payload:
/// 0 unset, nothing · 1 integer, 8 bytes big-endian two's complement · 2 real, 8 bytes IEEE 754 big-endian
/// (−0 as 0, every NaN as the quiet one) · 3 text, UTF-8 · 4 bytes.
Bytes canonical(const Value& value);

inline Value of_id(const Id& id) {
    return Bytes(id.bytes.begin(), id.bytes.end());
}
inline Value of_text(std::string_view text) {
    return std::string(text);
}
inline Value of_bool(bool flag) {
    return static_cast<std::int64_t>(flag ? 1 : 0);
}

/// Reading with a fallback for unset or another type.
std::string text_of(const Value& value);
std::int64_t int_of(const Value& value, std::int64_t otherwise = 0);
double real_of(const Value& value, double otherwise = 0);
/// The empty id when the value is none.
Id id_of(const Value& value);
inline bool is_set(const Value& value) {
    return !std::holds_alternative<std::monostate>(value);
}

}  // namespace model
