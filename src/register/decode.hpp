#pragma once
#include <string>
#include <string_view>

namespace ideas {

/// Text of a file from somebody's Excel, as UTF-8 without byte order mark, and what it was.
struct Decoded {
    std::string text;
    std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"
};

/// Detects by byte order mark; then UTF-16 by its zero bytes; then strict UTF-8; else Windows-1252, which any bytes
/// are. Always gives valid UTF-8: what a code page leaves undefined, and halves of UTF-16 pairs, become U+FFFD.
/// Pure, any thread.
Decoded decode(std::string_view bytes);

}  // namespace ideas
