#include "tablets/address_table.hpp"

#include <algorithm>

#include "base/digest.hpp"

namespace tablets {
namespace {

constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

}  // namespace

Address address_of(std::span<const std::uint8_t> bytes) {
    Address address;
    if (bytes.size() == 16 && !std::equal(mapped.begin(), mapped.end(), bytes.begin())) {
        address.loopback = bytes[15] == 1 && std::all_of(bytes.begin(), bytes.end() - 1, [](auto b) { return b == 0; });
        std::copy_n(bytes.begin(), address.loopback ? 16 : 8, address.bytes.begin());
        return address;
    }
    const auto four = bytes.last(4);
    std::copy(mapped.begin(), mapped.end(), address.bytes.begin());
    std::copy(four.begin(), four.end(), address.bytes.begin() + 12);
    address.loopback = four[0] == 127;
    return address;
}

AddressTable::AddressTable(int most_connections, Rate wrong_codes)
    : most_connections_(most_connections), wrong_codes_(wrong_codes) {
    base::random_bytes(salt_);
}

bool AddressTable::enter(const Address& address) {
    auto& entry = entries_[address];
    if (!address.loopback && entry.connections >= most_connections_) return false;
    ++entry.connections;
    return true;
}

void AddressTable::leave(const Address& address, std::int64_t now_ms) {
    const auto found = entries_.find(address);
    if (found == entries_.end()) return;
    --found->second.connections;
    if (found->second.connections <= 0 && found->second.wrong_codes.is_unused(now_ms, wrong_codes_)) {
        entries_.erase(found);
    }
}

int AddressTable::code_wait_ms(const Address& address, std::int64_t now_ms) {
    const auto found = entries_.find(address);
    return found == entries_.end() ? 0 : found->second.wrong_codes.wait_ms(now_ms, wrong_codes_);
}

void AddressTable::count_wrong_code(const Address& address, std::int64_t now_ms) {
    entries_[address].wrong_codes.spend(now_ms, wrong_codes_);
}

std::uint64_t AddressTable::origin_of(const Address& address) const {
    if (address.loopback || !std::equal(mapped.begin(), mapped.end(), address.bytes.begin())) return 0;
    const auto digest = base::sha256({salt_, address.bytes});
    std::uint64_t origin = 0;
    for (std::size_t i = 0; i < 8; ++i) origin = origin << 8 | digest[i];
    return origin;
}

void AddressTable::forget_idle(std::int64_t now_ms) {
    std::erase_if(entries_, [&](auto& entry) {
        return entry.second.connections <= 0 && entry.second.wrong_codes.is_unused(now_ms, wrong_codes_);
    });
}

}  // namespace tablets
