#include "model/stamp.hpp"

#include <algorithm>
#include <cstring>

namespace model {

StampBytes to_bytes(const Stamp& stamp) {
    StampBytes out{};
    const auto ms = static_cast<std::uint64_t>(stamp.ms);
    for (unsigned i = 0; i < 8; ++i) out[i] = static_cast<std::uint8_t>(ms >> (56 - 8 * i));
    for (unsigned i = 0; i < 4; ++i) out[8 + i] = static_cast<std::uint8_t>(stamp.counter >> (24 - 8 * i));
    std::memcpy(out.data() + 12, stamp.node.bytes.data(), 16);
    return out;
}

std::optional<Stamp> parse_stamp(std::span<const std::uint8_t> bytes) {
    if (bytes.size() != 28) return std::nullopt;
    Stamp stamp;
    std::uint64_t ms = 0;
    for (unsigned i = 0; i < 8; ++i) ms = ms << 8U | bytes[i];
    for (unsigned i = 0; i < 4; ++i) stamp.counter = stamp.counter << 8U | bytes[8 + i];
    stamp.ms = static_cast<std::int64_t>(ms);
    if (stamp.ms < 0) return std::nullopt;
    std::memcpy(stamp.node.bytes.data(), bytes.data() + 12, 16);
    return stamp;
}

Stamp HybridClock::next() {
    const auto now = std::max<std::int64_t>(now_(), 1);
    if (now > last_.ms) {
        last_.ms = now;
        last_.counter = 0;
    } else if (last_.counter == UINT32_MAX) {
        ++last_.ms;
        last_.counter = 0;
    } else {
        ++last_.counter;
    }
    return last_;
}

bool HybridClock::see(const Stamp& other) {
    if (other.ms > now_() + far_ahead_ms) return false;
    if (other.ms > last_.ms || (other.ms == last_.ms && other.counter > last_.counter)) {
        last_.ms = other.ms;
        last_.counter = other.counter;
    }
    return true;
}

}  // namespace model
