#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/board_form.hpp"
#include "views/board.hpp"
#include "views/board_form.hpp"

/// A table's board as the tablets of that table see it, or the room's as all do: the form of its template, filled in.
/// Pure, any thread.
namespace views {

/// What one seat has written there and is not shown.
struct OwnEntry {
    base::Id item;            // that it would change; empty: a new one
    std::string field, text;  // text: an option's label in a choice, as on the board
    std::string state, held;  // state: "waiting" or "hidden"
};

/// As one seat sees it.
struct TableBoardView {
    base::Id board;
    std::string title;
    const model::BoardForm* form = nullptr;  // must outlive this
    std::vector<FilledField> fields;
    std::vector<OwnEntry> own;
    std::map<std::string, int> others_wait;  // field → new entries of others that wait for the trainer
    bool reviewed = false;                   // what is sent waits for the trainer
    bool of_room = false;                    // everybody's
    int from = 0;                            // the table whose sheet has been passed on to this one; 0: its own
    std::optional<RoundsView> rounds;        // that the board is in
    std::int64_t now_ms = 0;
};

/// The frame `board` of docs/protocol.md; the template's own words in this language, as far as it has them.
std::string to_board(const TableBoardView& view, std::string_view language);
/// The same when none is open for the seat's table.
std::string to_no_board();

}  // namespace views
