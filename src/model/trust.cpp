#include "model/trust.hpp"

#include <algorithm>
#include <array>

namespace model {
namespace {

constexpr std::array<std::string_view, 3> trust_names{"open", "heads", "codes"};

}  // namespace

std::string_view trust_name(Trust trust) {
    return trust_names[static_cast<std::size_t>(trust)];
}

std::optional<Trust> parse_trust(std::string_view name) {
    const auto* found = std::find(trust_names.begin(), trust_names.end(), name);
    if (found == trust_names.end()) return std::nullopt;
    return static_cast<Trust>(found - trust_names.begin());
}

}  // namespace model
