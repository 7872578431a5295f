#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace methods {

/// Keys that put things in order, and between any two of which there is room for another (fractional index). Compared
/// bytewise; equal keys (two hosts at once) are ordered by id.
///
/// Format: four or more of 0-9A-Za-z. The first four are a whole number in base 62, the rest a fraction that does not
/// end in 0. Adding at either end counts the whole number up or down, so keys stay four long for millions of things;
/// only what is put between neighbours grows.
inline constexpr std::string_view first_order_key = "V000";

/// A key above `after` and below `before`; empty = no bound on that side, both empty = first_order_key.
/// Code::bad_input: a bound is no such key. Code::bad_shape: `after` is not below `before`. Pure, any thread.
base::Result<std::string> key_between(std::string_view after, std::string_view before);

/// True for what key_between takes and gives.
bool is_order_key(std::string_view key);

}  // namespace methods
