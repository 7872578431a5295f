#pragma once
#include "store/reader.hpp"
#include "views/page.hpp"

namespace app {

/// A closed vote as the register keeps it, counted from its ballots. Words that have been erased are said to be gone;
/// Code::corrupt when too little is left to count.
base::Result<views::PollView> read_poll(store::Reader& reader, const store::TableRow& row);

}  // namespace app
