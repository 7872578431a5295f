#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "paint/board_sheet.hpp"
#include "paint/sheet.hpp"

namespace paint {

/// Boards that are kept together on paper: a whole session.
struct Book {
    std::string title;
    std::string language;  // "sv"
    struct Chapter {
        std::string title;
        std::variant<Sheet, BoardSheet> board;
    };
    std::vector<Chapter> chapters;
};

/// As one PDF: each chapter begins a page and is an entry of the table of contents, a free board's frames stand below
/// its own. Without a size a session's boards lie on A3 and each free one on what fits it. Code::bad_shape without
/// chapters. `progress` hears thousandths of chapters.
base::Result<std::string> book_to_pdf(Typesetter& type, const Book& book, std::optional<PaperSize> size,
                                      const DrawProgress& progress = {});

}  // namespace paint
