#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <algorithm>
#include <array>
#include <memory>

#include "tablets/server.hpp"

namespace tablets {
namespace {

/// Interfaces that software made: bridges of containers, tunnels. A tablet seldom reaches them.
bool is_virtual(std::string_view name) {
    constexpr std::array<std::string_view, 9> beginnings{"docker", "br-", "veth", "virbr", "tun",
                                                         "tap",    "wg",  "cni",  "lxc"};
    return std::any_of(beginnings.begin(), beginnings.end(), [&](auto start) { return name.starts_with(start); });
}

bool is_private(const in_addr& address) {
    const auto number = ntohl(address.s_addr);
    return number >> 24U == 10 || number >> 20U == 0xac1 || number >> 16U == 0xc0a8;
}

struct Found {
    int rank = 0;  // lower is better
    std::string text;
};

Found found_at(const ifaddrs& one) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool loopback = (one.ifa_flags & IFF_LOOPBACK) != 0;
    const int made = is_virtual(one.ifa_name) ? 3 : 0;
    if (one.ifa_addr->sa_family == AF_INET) {
        const auto& address = reinterpret_cast<const sockaddr_in*>(one.ifa_addr)->sin_addr;
        inet_ntop(AF_INET, &address, text.data(), text.size());
        return {loopback ? 10 : made + (is_private(address) ? 0 : 1), text.data()};
    }
    const auto& address = reinterpret_cast<const sockaddr_in6*>(one.ifa_addr)->sin6_addr;
    if (IN6_IS_ADDR_LINKLOCAL(&address)) return {};
    inet_ntop(AF_INET6, &address, text.data(), text.size());
    return {loopback ? 11 : made + 2, text.data()};
}

}  // namespace

std::vector<std::string> reachable_addresses() {
    ifaddrs* list = nullptr;
    if (getifaddrs(&list) != 0) return {"127.0.0.1"};
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(list, freeifaddrs);
    std::vector<Found> all;
    for (const auto* one = list; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || (one->ifa_flags & IFF_UP) == 0) continue;
        if (one->ifa_addr->sa_family != AF_INET && one->ifa_addr->sa_family != AF_INET6) continue;
        if (auto found = found_at(*one); !found.text.empty()) all.push_back(std::move(found));
    }
    std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
    std::vector<std::string> texts;
    texts.reserve(all.size() + 1);
    for (auto& found : all) texts.push_back(std::move(found.text));
    if (texts.empty()) texts.emplace_back("127.0.0.1");
    return texts;
}

}  // namespace tablets
