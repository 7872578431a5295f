#pragma once
#include <cstddef>
#include <string>
#include <vector>

/// What programs that read aloud find in a PDF.
struct PdfParts {
    struct Part {
        std::string tag, instead, language;  // "H1" …; /Alt and /Lang, empty: none
    };
    bool sound = false;  // qpdf finds nothing wrong with the file
    std::size_t pages = 0;
    std::string language;
    std::vector<Part> parts;             // in the order they are read
    std::vector<std::string> bookmarks;  // in the order of the table of contents

    /// "H1 P H2 Figure"
    std::string tags() const;
    std::size_t count(const std::string& tag) const;
};
PdfParts parts_of(const std::string& pdf);
