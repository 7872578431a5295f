#pragma once
#include <string>
#include <string_view>

namespace base {

/// What is kept of a PIN: "scrypt:<salt>:<hash>", slow to try (tens of milliseconds) and another each time. Any thread.
std::string hash_pin(std::string_view pin);
/// Is it the PIN that this was made of? False for what hash_pin has not made.
bool is_pin(std::string_view pin, std::string_view kept);

}  // namespace base
