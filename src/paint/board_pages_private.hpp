#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "paint/board_sheet.hpp"
#include "paint/laid_board_private.hpp"

namespace paint {

/// How a board lies on its pages. Lengths are points, `scale` points per px of the board.
struct BoardPages {
    base::Size page;
    double scale = 1;
    base::Rect area;     // of a page, that the board is drawn in
    double overlap = 0;  // what neighbours both show
    int columns = 1, rows = 1;
    base::Point corner;  // of the board, at the first page's area; board px

    bool is_poster() const { return columns * rows > 1; }
    /// Where the board's 0,0 lies on the page in this column and row.
    base::Point origin(int column, int row) const;
    /// The columns (or rows) that show something from `from` to `to`, board px.
    struct Span {
        int first = 0, last = 0;
    };
    Span columns_of(const base::Rect& extent) const;
    Span rows_of(const base::Rect& extent) const;
};

inline constexpr int most_board_pages = 100;
inline constexpr double readable = 7.0 / 22;  // points per board px at which a usual note's letters can be read

/// For everything within `extent`, board px. Pure.
BoardPages plan_board_pages(const base::Rect& extent, const BoardPaper& paper);

/// "A1", "C12", "AA3": the row by letters, the column by its number.
std::string page_name(int column, int row);

}  // namespace paint
