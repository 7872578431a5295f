#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/digest.hpp"

namespace base {

/// 128 bits that name an entity, a Change or a node for ever. Compared bytewise. Text form: UUID, lower case.
struct Id {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Id&) const = default;
    bool empty() const { return *this == Id{}; }
    std::string text() const;
    std::span<const std::uint8_t> span() const { return bytes; }
};

/// Reads the UUID form (36 characters) or 32 hex digits.
std::optional<Id> parse_id(std::string_view text);

/// The id of these 16 bytes; the empty one when they are not 16.
Id id_from(std::span<const std::uint8_t> bytes);

/// UUIDv7 (RFC 9562): the milliseconds first, so that new ids land at the end of every index. Within a process
/// they rise strictly, also within one millisecond and when the clock steps back. Any thread.
Id new_id(std::int64_t now_ms);

/// An id computed from its parts (SHA-256, cut to 128 bits): the same parts give the same id on every machine.
Id derived_id(std::string_view purpose, std::initializer_list<std::span<const std::uint8_t>> parts);

/// 128 random bits as 32 hex digits: seat, pairing and ballot secrets. Never time-ordered.
std::string new_token();

/// A code to read aloud and type: `length` characters of ABCDEFGHJKMNPQRSTUVWXYZ23456789 (no 0 O 1 I L).
std::string new_code(int length);
/// What a person typed, as a code: upper case, without spaces and dashes.
std::string normalized_code(std::string_view typed);

struct IdHash {
    std::size_t operator()(const Id& id) const noexcept;
};

}  // namespace base
