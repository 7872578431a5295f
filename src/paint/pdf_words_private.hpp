#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"

namespace paint {

/// What Cairo 1.16 leaves out of a PDF, and programs that read aloud need.
struct PdfWords {
    std::string language;  // of the document
    struct Part {
        std::string instead, language;  // empty: its own words, the document's
    };
    std::vector<Part> parts;           // in the order they were drawn
    std::vector<std::size_t> reading;  // all of them, by their places there, in the order they are read
};
/// The same document with these words in it.
base::Result<std::string> with_words(std::string pdf, const PdfWords& words);

}  // namespace paint
