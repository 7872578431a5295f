#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>

#include "base/clock.hpp"
#include "base/id.hpp"

namespace model {

using base::Bytes;
using base::Digest;
using base::Id;

/// A hybrid logical clock value: wall milliseconds, a counter within them, and the node that made it.
/// Only hosts make stamps. Ordered by (ms, counter, node).
/// Source: Kulkarni et al., "Logical Physical Clocks", OPODIS 2014.
struct Stamp {
    std::int64_t ms = 0;
    std::uint32_t counter = 0;
    Id node;

    auto operator<=>(const Stamp&) const = default;
    bool empty() const { return ms == 0 && counter == 0 && node.empty(); }
};

/// 28 bytes, big-endian, that sort like the stamp.
using StampBytes = std::array<std::uint8_t, 28>;
StampBytes to_bytes(const Stamp& stamp);
std::optional<Stamp> parse_stamp(std::span<const std::uint8_t> bytes);

/// A stamp further ahead of the local clock than this is kept but not applied (invariant 6).
inline constexpr std::int64_t far_ahead_ms = 5 * 60 * 1000;

/// Gives rising stamps for one node. Registrar's thread (or a subcommand's only thread).
class HybridClock {
  public:
    HybridClock(Id node, base::WallClock now) : node_(node), now_(std::move(now)) { last_.node = node; }
    /// Later than every stamp given or seen so far.
    Stamp next();
    /// Follows a stamp from elsewhere, unless it is more than far_ahead_ms ahead of the wall clock.
    /// Returns false when it did not follow: the fact goes to quarantine.
    bool see(const Stamp& other);
    const Id& node() const { return node_; }
    std::int64_t now_ms() const { return now_(); }

  private:
    Id node_;
    base::WallClock now_;
    Stamp last_;
};

}  // namespace model
