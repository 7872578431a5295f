#pragma once
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>

#include "tablets/bucket.hpp"

namespace tablets {

/// Where a connection comes from, as far as we tell strangers apart: an IPv4 address, or the /64 network of an IPv6
/// address (a device may take any address in it).
struct Address {
    std::array<std::uint8_t, 16> bytes{};
    bool loopback = false;

    auto operator<=>(const Address&) const = default;
};

/// 4 or 16 bytes in network order; IPv4 inside IPv6 (::ffff:a.b.c.d) is the IPv4 address.
Address address_of(std::span<const std::uint8_t> bytes);

/// What each address has used: open connections, and wrong codes lately. One thread.
class AddressTable {
  public:
    AddressTable(int most_connections, Rate wrong_codes);

    /// Counts a connection in; false when the address has its fill (loopback never has).
    bool enter(const Address& address);
    void leave(const Address& address, std::int64_t now_ms);

    /// Milliseconds until this address may try a code again; 0 = now.
    int code_wait_ms(const Address& address, std::int64_t now_ms);
    void count_wrong_code(const Address& address, std::int64_t now_ms);

    /// The same number for the same address as long as the table lives; the address cannot be found by it. 0 for
    /// loopback, and for IPv6, where a network is no device.
    std::uint64_t origin_of(const Address& address) const;

    /// Forgets addresses that have nothing open and nothing to answer for.
    void forget_idle(std::int64_t now_ms);
    std::size_t size() const { return entries_.size(); }

  private:
    struct Entry {
        int connections = 0;
        Bucket wrong_codes;
    };
    int most_connections_;
    Rate wrong_codes_;
    std::array<std::uint8_t, 16> salt_{};
    std::map<Address, Entry> entries_;
};

}  // namespace tablets
