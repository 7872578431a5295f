#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"

namespace paint {

/// What Cairo 1.16 leaves out of a PDF, and programs that read aloud need.
struct PdfWords {
    std::string language;              // of the document; empty: it is not said
    std::vector<std::string> instead;  // what is said of each picture (/Figure), in the order they were drawn
};
/// The same document with these words in it.
base::Result<std::string> with_words(std::string pdf, const PdfWords& words);

}  // namespace paint
