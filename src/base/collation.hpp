#pragma once
#include <string>
#include <string_view>

namespace base {

/// Bytes that compare as a Swedish dictionary orders the texts: without regard to case, å ä ö after z. The text is
/// valid UTF-8. Any thread. Source: ICU's collation for sv, by Boost.Locale.
std::string collation_key(std::string_view text);

}  // namespace base
