#pragma once
#include "store/reader.hpp"
#include "views/page.hpp"

namespace app {

/// A closed vote as the register keeps it, counted from its ballots. Words that have been erased are said to be gone;
/// Code::corrupt when too little is left to count.
base::Result<views::PollView> read_poll(store::Reader& reader, const store::TableRow& row);

/// How far a vote can be trusted, with its numbers: "Räknade i rummet: 18. …". `in` ballots were cast of `drawn`. Empty
/// for an open one.
std::string told_trust(const views::PollForm& form, std::int64_t in, std::int64_t drawn);

}  // namespace app
