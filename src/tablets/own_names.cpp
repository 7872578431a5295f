#include "tablets/own_names.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <optional>

namespace tablets {
namespace {

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "192.168.1.7:8080" → "192.168.1.7"; "[::1]:80" → "[::1]"; nothing when it is no host at all.
std::optional<std::string> name_of(std::string_view host) {
    if (host.empty() || host.size() > 255) return std::nullopt;
    const auto end = host.front() == '[' ? host.find(']') : std::string_view::npos;
    const auto colon = host.find(':', end == std::string_view::npos ? 0 : end);
    if (colon != std::string_view::npos && !is_port(host.substr(colon + 1))) return std::nullopt;
    return lowered(host.substr(0, colon));
}

bool is_address(const std::string& name) {
    unsigned char bytes[16];
    if (name.size() > 2 && name.front() == '[' && name.back() == ']') {
        return inet_pton(AF_INET6, name.substr(1, name.size() - 2).c_str(), bytes) == 1;
    }
    return inet_pton(AF_INET, name.c_str(), bytes) == 1;
}

}  // namespace

OwnNames::OwnNames(const std::vector<std::string>& further) {
    names_.emplace_back("localhost");
    for (const auto& name : further) names_.push_back(lowered(name));
}

bool OwnNames::is_ours(std::string_view host) const {
    const auto name = name_of(host);
    return name && (is_address(*name) || std::find(names_.begin(), names_.end(), *name) != names_.end());
}

bool OwnNames::is_own_origin(std::string_view origin, std::string_view host) const {
    std::string_view authority;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (origin.starts_with(scheme)) authority = origin.substr(scheme.size());
    }
    if (authority.empty()) return false;
    if (lowered(authority) == lowered(host)) return true;
    const auto name = name_of(authority);
    // A proxy in front may have changed Host; then only the names that we were told remain.
    return name && std::find(names_.begin() + 1, names_.end(), *name) != names_.end();
}

}  // namespace tablets
