#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace ideas {

/// How somebody wants to be reached: one e-mail address or one telephone number, and nothing beside it. A number begins
/// with 0 or +, and has 7–15 digits; a personal number is none. As it was typed, but for its digits and spaces. Pure.
std::optional<std::string> parse_contact(std::string_view typed);

}  // namespace ideas
