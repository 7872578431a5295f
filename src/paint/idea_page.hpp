#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "paint/photo.hpp"
#include "paint/text.hpp"
#include "views/wall.hpp"

namespace paint {

/// An idea on paper: what is written about it under headings, where it came from and what has been done.
struct IdeaPage {
    struct Line {
        std::string name, text;  // the name may be empty
    };
    struct Part {
        std::string heading;
        std::vector<Line> lines;
    };
    std::string title;  // of the document too
    std::string above;  // "L26-058 · Test i liten skala sedan 2026-01-12"
    std::vector<Part> parts;
    std::string foot;
    std::shared_ptr<const Photo> photo = {};
};

/// In the program's language; only what is filled in. Those who wait for an answer are not on it: paper lies about.
IdeaPage make_idea_page(const views::IdeaView& idea, std::int64_t now_ms);

/// As a PDF, on one standing A4 page in two columns, smaller when there is much; on more pages only when even the
/// smallest that can be read (7.5 pt) does not fit.
base::Result<std::string> idea_page_to_pdf(Typesetter& type, const IdeaPage& page);

}  // namespace paint
