#pragma once
#include <string_view>

namespace base {

/// Our own mistake stops the program here, with the reason and the place on stderr. Any thread.
/// For what the world may do wrong, return a Result instead.
void check(bool holds, std::string_view reason, const char* file = __builtin_FILE(), int line = __builtin_LINE());

}  // namespace base
