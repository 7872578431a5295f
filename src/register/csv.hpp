#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace ideas {

/// A table read from comma separated values (RFC 4180 with the liberties that spreadsheets take). Cells are UTF-8,
/// without their quotes; space around cells that are not quoted is gone.
struct CsvRow {
    int line = 0;  // 1-based, where the row begins
    std::vector<std::string> cells;
    std::vector<int> columns;  // 1-based, the character of its line where each cell begins
};
struct CsvTable {
    std::vector<CsvRow> rows;  // the heading first; rows without any content are left out
    char separator = ';';
    std::string encoding;
};

inline constexpr std::size_t most_csv_bytes = 64U << 20U;

/// Decodes, finds the separator and reads. The separator is that of a first line `sep=;`, else the one of ; tab , |
/// that gives the most alike count of cells over the first 20 rows, quotes respected.
/// Code::too_large above most_csv_bytes; Code::bad_input with the line in `where` when a quote is not closed, or text
/// follows a closed one. Pure, any thread.
base::Result<CsvTable> parse_csv(std::string_view bytes);

/// The same for tables that are too long to keep: `take` gets one row after another and says whether to go on.
/// `separator` 0: found as parse_csv does. Code::too_large above `most_bytes`.
base::Done read_csv_rows(std::string_view bytes, char separator, std::size_t most_bytes,
                         const std::function<bool(CsvRow&)>& take);

/// A cell to write: text, or a number that is written as it stands.
struct CsvCell {
    std::string text;
    bool is_number = false;
};
/// As Swedish Excel opens it by double click: UTF-8 with byte order mark, `;`, CRLF, quotes where needed and doubled
/// inside. A text that a spreadsheet could take for a formula (begins with = + - @, tab or CR) gets ' in front;
/// parse_csv leaves it, `without_guard` takes it away. Numbers have a decimal comma (see decimal_comma).
std::string to_csv(const std::vector<std::vector<CsvCell>>& rows);

/// "=1+1" → "'=1+1".
std::string guarded(std::string_view text);
/// "'=1+1" → "=1+1"; everything else as it stands.
std::string without_guard(std::string_view text);
/// "4.25" → "4,25".
std::string decimal_comma(std::string_view number);

}  // namespace ideas
