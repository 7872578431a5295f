#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

using Bytes = std::vector<std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of the parts, one after another, without separators. Any thread.
Digest sha256(std::initializer_list<std::span<const std::uint8_t>> parts);
Digest sha256(std::string_view text);

/// HMAC-SHA-256 (RFC 2104).
Digest hmac_sha256(std::span<const std::uint8_t> key, std::string_view text);

/// Fills with random bytes fit for secrets; stops the program when the system cannot give any. Any thread.
void random_bytes(std::span<std::uint8_t> into);
/// A random number in [0, below), without bias; below ≥ 1.
std::uint32_t random_below(std::uint32_t below);

/// Compares secrets in constant time (lengths may differ: then false).
bool same_secret(std::string_view a, std::string_view b);

/// Lower-case hex, two digits a byte.
std::string to_hex(std::span<const std::uint8_t> bytes);
/// Inverse of to_hex; empty when the text is not hex of whole bytes.
Bytes from_hex(std::string_view hex);

inline std::span<const std::uint8_t> as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace base
