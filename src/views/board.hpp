#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/board.hpp"

namespace views {

using base::Id;

/// A free board as lists name it.
struct BoardHead {
    Id id;
    Id session;                 // empty: of no session
    std::string session_title;  // empty when of this one
    std::string title;
    std::string form;  // the template that it began as; empty: an empty board
    int table = 0;     // whose it is; 0: everybody's
    std::size_t items = 0;
    std::int64_t made_at_ms = 0;
    bool open = false;       // filled in on its table's tablets, the room's on all
    std::string block = {};  // of the course, that it is worked on in; empty: none
    bool operator==(const BoardHead&) const = default;
};

/// The rounds that go on, of a method that goes by the clock.
struct RoundsView {
    std::vector<Id> boards;
    int round = 1, of = 1;
    bool paused = false, passes_on = false;
    bool showing = false, over = false;       // what came out is shown; that is over too
    std::int64_t left_ms = 0, length_ms = 0;  // of the round, or of showing
    std::vector<std::string> fields;          // that are filled in in this round; none: any
    bool has(const Id& board) const { return std::find(boards.begin(), boards.end(), board) != boards.end(); }
};

/// The boards of the tables, as the trainer leads them from wherever she is.
struct TableWork {
    struct Form {
        std::string name, title;
    };
    /// Those that were made together (table_sets.hpp).
    struct Set {
        Id first;           // of its boards: by it the set is named
        std::string title;  // of its template
        int tables = 0;
        bool open = false;            // filled in on the tables' tablets
        int rounds = 0, seconds = 0;  // that its template goes by; 0: none
    };
    /// For the whole room, of a template that is here.
    struct Room {
        Id board;
        std::string title;
        bool open = false;            // filled in on all tablets
        int rounds = 0, seconds = 0;  // that can be started; 0: none
    };
    std::string plan;         // the template that the tables work with in this block, as the course says; empty: none
    std::string plan_title;   // empty: it is not here
    bool plan_made = false;   // each table has its board
    std::vector<Form> forms;  // that boards can be made of for the tables; none while there are no tables
    std::vector<Set> sets;    // newest first
    std::vector<Room> room;   // in their order
    std::vector<BoardHead> all;        // of this session, in their order
    std::optional<RoundsView> rounds;  // as they were at the room's `now_ms`
    bool wall = false;                 // there is one, to show boards on
    Id shown;                          // the board that it shows; empty: none
};

/// The words of one item, or of a note of the session, that the wall has handed over, to be written on a tablet or a
/// remote. One at a time.
struct HandedField {
    Id id;
    Id board, item;            // no board: `item` is a note
    std::string text;          // as they stood when they were handed over
    std::string by;            // who has taken it: "seat", "remote", or nobody yet
    bool for_tablets = false;  // participants may take it too
    int remote = 0;            // the number of the remote that has taken it
    std::size_t most = 0;      // graphemes that it takes
    bool is_free() const { return by.empty(); }
};

/// What is new on the board that the wall looks at. The wall keeps the items itself: a board may hold 50,000.
struct BoardNews {
    Id board;
    bool whole = false;  // `put` is all there is; else it is added to what was, or takes its place
    std::vector<model::Item> put;
    std::vector<Id> gone;
    bool can_undo = false, can_redo = false;  // this wall's last change of this board
};

/// The last that was undone at the wall, or done again.
struct Undone {
    std::uint64_t count = 0;  // of all since the host started; 0: nothing was
    std::string label;        // key of what was done: "change.edit_note"
    bool again = false;       // it was done once more
};

/// A moment of the history of a board, or of the session's own boards.
struct BoardMoment {
    std::uint64_t seq = 0;  // made of its stamp: rises with time, whichever node wrote it, and stays the same
    std::int64_t at_ms = 0;
    std::string label;   // key of what was done: "change.put_items"
    std::string author;  // role
    std::size_t items = 0;
    std::vector<Id> touched;  // at most a hundred of them
    std::string name = {};    // of the participant who did it and shows it; of the session's own boards alone, as below
    std::string block = {};   // title of what the room was at
};

/// How a board came to be: all its moments, oldest first, and the items as they were at one of them.
struct BoardHistory {
    Id board;
    std::vector<BoardMoment> moments;
    std::uint64_t shown = 0;  // seq
    std::vector<model::Item> items;
};

}  // namespace views
