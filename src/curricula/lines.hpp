#pragma once
#include <string>
#include <vector>

#include "curricula/report.hpp"
#include "curricula/words.hpp"

/// A course file taken apart into its lines, before anything is understood.
namespace curricula {

/// One `key: value`. Each written line is tidied (NFC, no control characters) and not empty; at least one.
struct Directive {
    Key key = Key::id;
    std::vector<std::string> lines;
    std::vector<int> line_of;  // where each of `lines` stands
    int line = 0;
    /// The lines with a space between.
    std::string text() const;
};

struct RawBlock {
    std::string title;  // the heading, tidied
    int line = 0;       // of the heading
    std::vector<Directive> directives;
    std::string markdown;  // the rest, as written
};

struct RawFile {
    std::string name;
    bool unread = false;      // too large, or no UTF-8 at all; told
    std::string language;     // "sv", "en", …
    std::string front;        // TOML between the fences
    int front_line = 0;       // where its first line stands; 0 = there was no front matter
    std::string preparation;  // Markdown before the first block
    std::vector<RawBlock> blocks;
};

/// Splits one file. Line ends may be LF, CRLF or CR; a byte order mark is passed over. Lines that
/// cannot be read as they are written are reported and mended (readable.hpp), so that they hide nothing else.
RawFile split_file(const std::string& name, const std::string& language, std::string_view content, Report& report);

}  // namespace curricula
