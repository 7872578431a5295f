#pragma once
#include <vector>

#include "register/import.hpp"

namespace ideas {

/// Which of the first rows holds the headings: the first one, unless it says nothing that a heading says and a row a
/// little further down does, as below the name of a list. Never beyond the rows that are there.
std::size_t find_heading_row(const std::vector<CsvRow>& rows, const ImportWish& wish);

/// Finds out what each column means: what the person says, then what is surest. Columns that are not read, and those
/// that are kept in the description, are hints. Code::bad_input when no column can give a title, or the person names a
/// heading or meaning that is not there.
base::Result<std::vector<ReadColumn>> read_headings(const CsvRow& row, const ImportWish& wish,
                                                    base::Problems& problems);

}  // namespace ideas
