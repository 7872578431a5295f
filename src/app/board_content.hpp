#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "paint/sheet.hpp"
#include "store/reader.hpp"

namespace app {

/// A board that can be exported: what was written or voted on in one block of one session.
struct BoardName {
    std::string name;  // what to call it: "rita-resan" in the newest session, "0190a1b2/rita-resan" in an earlier one
    base::Id session;
    std::string session_title;
    std::int64_t started_at_ms = 0;
    std::string block, title;
    std::size_t notes = 0;  // that are shown
    std::size_t votes = 0;  // whose result has been shown
    /// Of the session's own, where the block is about a person.
    std::size_t persons = 0;
};

/// Newest session first, blocks in the order in which they were begun; blocks where nothing was written or voted on,
/// and no person was made, are left out. Reads only.
base::Result<std::vector<BoardName>> read_boards(store::Reader& reader);

/// By `name`, by a block's id (the newest session that has it), or by "SESSION/BLOCK" with a session's id or its
/// beginning. Code::not_found lists the boards there are.
base::Result<BoardName> find_board(const std::vector<BoardName>& boards, std::string_view wanted);

/// Everything that stands on the board, as the session's course groups it; names of groups in the program's language
/// when the course has it. Hidden, merged and deleted notes are left out, and results that were never shown.
base::Result<paint::Sheet> read_board(store::Reader& reader, const BoardName& board);

/// The same as a spreadsheet: a row for what is known of each person, for each note in the order in which the board is
/// read, and for each alternative of a vote with its place and what it came to.
std::string block_to_csv(const paint::Sheet& sheet);
/// And as JSON: phases, clusters, persons, notes, and votes as docs/protocol.md has them (POLL).
std::string block_to_json(const BoardName& board, const paint::Sheet& sheet);

}  // namespace app
