#pragma once
#include "paint/board_pages_private.hpp"
#include "paint/board_sheet.hpp"
#include "paint/paper.hpp"
#include "paint/sheet.hpp"

namespace paint {

/// A free board's pages, to be drawn into a document whose open page is its first. Looks at the sheet.
class BoardChapter {
  public:
    BoardChapter(const BoardSheet& sheet, const BoardPaper& paper);
    base::Size page() const { return pages_.page; }
    base::Done draw(Document& document, Typesetter& type, const DrawProgress& progress) const;

  private:
    const BoardSheet& sheet_;
    LaidBoard board_;
    BoardPages pages_;
};

/// The same of a session's board; its pages are so large.
base::Size sheet_page(double page_width_pt);
base::Done draw_sheet_pages(Document& document, Typesetter& type, const Sheet& sheet, double page_width_pt,
                            const DrawProgress& progress);

}  // namespace paint
