#include "base/id.hpp"

#include <cstring>
#include <mutex>

namespace base {

std::string Id::text() const {
    const auto hex = to_hex(bytes);
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
           hex.substr(20);
}

std::optional<Id> parse_id(std::string_view text) {
    std::string hex;
    if (text.size() == 36) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool dash_place = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash_place != (text[i] == '-')) return std::nullopt;
            if (!dash_place) hex += text[i];
        }
    } else {
        hex = text;
    }
    const auto bytes = from_hex(hex);
    if (hex.size() != 32 || bytes.size() != 16) return std::nullopt;
    Id id;
    std::memcpy(id.bytes.data(), bytes.data(), 16);
    return id;
}

Id new_id(std::int64_t now_ms) {
    static std::mutex guard;
    static std::uint64_t last_ms = 0;
    static std::uint32_t counter = 0;  // 12 + 14 bits that rise within a millisecond
    // Random bytes are bought in bulk: a system call for each id would cost more than the rest.
    static std::array<std::uint8_t, 4096> pool;
    static std::size_t used = pool.size();

    const std::lock_guard hold(guard);
    if (used + 10 > pool.size()) {
        random_bytes(pool);
        used = 0;
    }
    const std::uint8_t* random = pool.data() + used;
    used += 10;
    const auto wished = static_cast<std::uint64_t>(now_ms < 0 ? 0 : now_ms);
    if (wished > last_ms) {
        last_ms = wished;
        counter = static_cast<std::uint32_t>(random[0]) << 8U | random[1];
    } else if (++counter >= 1U << 26U) {
        counter = 0;
        ++last_ms;
    }
    Id id;
    for (unsigned i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(last_ms >> (40 - 8 * i));
    const std::uint32_t high = counter >> 14U;
    const std::uint32_t low = counter & 0x3fffU;
    id.bytes[6] = static_cast<std::uint8_t>(0x70U | high >> 8U);
    id.bytes[7] = static_cast<std::uint8_t>(high);
    id.bytes[8] = static_cast<std::uint8_t>(0x80U | low >> 8U);
    id.bytes[9] = static_cast<std::uint8_t>(low);
    std::memcpy(id.bytes.data() + 10, random + 4, 6);
    return id;
}

Id id_from(std::span<const std::uint8_t> bytes) {
    Id id;
    if (bytes.size() == id.bytes.size()) std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

Id derived_id(std::string_view purpose, std::initializer_list<std::span<const std::uint8_t>> parts) {
    Bytes all(purpose.begin(), purpose.end());
    for (const auto part : parts) {
        // The length in front keeps ("ab","c") and ("a","bc") apart.
        for (unsigned shift = 0; shift < 32; shift += 8) all.push_back(static_cast<std::uint8_t>(part.size() >> shift));
        all.insert(all.end(), part.begin(), part.end());
    }
    const auto digest = sha256({all});
    Id id;
    std::memcpy(id.bytes.data(), digest.data(), 16);
    return id;
}

std::string new_token() {
    std::array<std::uint8_t, 16> bytes{};
    random_bytes(bytes);
    return to_hex(bytes);
}

std::string new_code(int length) {
    static constexpr std::string_view letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    std::string code;
    for (int i = 0; i < length; ++i) code += letters[random_below(static_cast<std::uint32_t>(letters.size()))];
    return code;
}

std::string normalized_code(std::string_view typed) {
    std::string code;
    for (char c : typed) {
        if (c == ' ' || c == '-') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        code += c;
    }
    return code;
}

std::size_t IdHash::operator()(const Id& id) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, id.bytes.data() + 8, sizeof hash);
    std::size_t front = 0;
    std::memcpy(&front, id.bytes.data(), sizeof front);
    return hash * 0x9e3779b97f4a7c15ULL ^ front;
}

}  // namespace base
