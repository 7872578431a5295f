#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace ideas {

/// How somebody wants to be reached: one e-mail address or one telephone number, and nothing beside it. A number begins
/// with 0 or +, and has 7–15 digits; a personal number is none. As it was typed, but for its digits and spaces. Pure.
std::optional<std::string> parse_contact(std::string_view typed);

/// Do two contacts, as `parse_contact` gives them, reach the same person? An address whatever its capitals, a number
/// whatever stands between its digits. Pure.
bool is_same_contact(std::string_view one, std::string_view other);

}  // namespace ideas
