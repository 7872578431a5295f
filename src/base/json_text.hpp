#pragma once
#include <string>
#include <string_view>

namespace base {

/// A JSON string with its quotes (RFC 8259): quote, backslash and control characters escaped, everything else as it
/// stands. The text must be UTF-8. For the few pure rooms that write small JSON texts and read none.
std::string json_quoted(std::string_view text);

}  // namespace base
