#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/board.hpp"

namespace intents {

using base::Id;

/// Deeds on free boards. Who asks is the trainer: most are done at the wall alone and have no JSON form.

/// A new board. `items` lie on it from the beginning; `form`: name of the template they came from.
struct MakeBoard {
    Id board;  // made by who asks, so that it can look at it at once
    std::string title, form;
    std::vector<model::Item> items = {};
    int table = 0;           // whose it is; 0: everybody's
    std::string block = {};  // of the course, that it is worked on in; empty: none
};
/// Several at once, as one Change: a copy of a template for each table. They go by the same moment they were made.
struct MakeBoards {
    std::vector<MakeBoard> boards;
};
/// A new board with copies of what lies on others, each thing bearing which table it came from: side by side, or each
/// field's together in one copy of their template.
struct GatherBoards {
    Id board;  // made by who asks
    std::string title;
    std::vector<Id> boards;
    bool into_one = false;
};
struct NameBoard {
    Id board;
    std::string title;
};
struct RemoveBoard {
    Id board;
};
/// Items as they shall be: new ones (their ids are made by who asks) and changed ones, one undoable change. `deed`
/// names it: "put_items", "move_items", "write_item", "draw", "connect", "colour_items", "order_items", "lock_items",
/// "group_items", "tidy_items", "paste_items", "remove_items".
struct PutItems {
    Id board;
    std::string deed;
    std::vector<model::Item> items = {};
    std::vector<Id> gone = {};
};
/// To another board, where they keep their places, links and history.
struct MoveItems {
    Id from, to;
    std::vector<Id> items;
};
/// That object's last change is taken back, whoever made it at this wall.
struct UndoItem {
    Id board, item;
};
/// The board's last change by this wall; `redo` takes the undoing back.
struct UndoBoard {
    Id board;
    bool redo = false;
};
/// The board, or one object of it, as it was at a moment of its history: a change of its own, which can be undone.
struct RestoreBoard {
    Id board;
    std::uint64_t moment = 0;
    std::optional<Id> item = std::nullopt;
};
/// An image (JPEG, made small and without a place in it, ≤ most_photo_bytes) that `item` shows: an image of its own, or
/// a note's photo.
struct PutImage {
    Id board;
    model::Item item;  // `photo` is what the registrar names it
    std::string bytes;
};

/// These boards of tables are filled in on their tables' tablets from now on, one for each table; or the whole room's,
/// alone, on all tablets. Empty: none is.
struct OpenBoards {
    std::vector<Id> boards;
};
/// A method that goes by the clock: boards of one template, which has one (a remote names one of a set, or the room's).
/// Its rounds go by themselves until they are stopped; sheets that are passed on go to the next table in each.
struct RunRounds {
    enum class How { start, pause, resume, again, skip, stop };
    How how = How::start;
    std::vector<Id> boards = {};  // to start with
};

/// The trainer leads the tables' boards from where she stands, or at a block that says what they work with: what the
/// wall would make itself is the registrar's to make.
struct LeadBoards {
    enum class How {
        make,          // one of the template `form` for each table, filled in on their tablets from now on
        open,          // the set of `board`, or the room's, is filled in on tablets …
        close,         // … or none is
        side_by_side,  // the set is gathered on a new board, and the wall shows it
        into_one,
        show  // the wall shows `board`; empty: the session
    };
    How how = How::show;
    std::string form = {};
    Id board = {};  // any of its set, or the room's
};

/// The wall hands the words of one item over, to be written on a tablet or a remote: whoever takes them first. Without
/// a board `item` is a note of the session. Without an item it takes them back.
struct HandField {
    Id board, item;
};

// A tablet's.
/// What the wall has handed over: it is taken, and then written once or put down.
struct UseField {
    enum class How { take, put_down, write };
    How how = How::take;
    Id field;  // as the host told it
    std::string text = {}, language = {};
};
/// The same by a remote.
struct LeadField {
    UseField use;
};
/// One thing in a field of the board of one's own table, or of the room: `item` says something else from now on, or
/// nothing at all, which takes it away; without `item` it is a new one. A choice is told by its option's id.
struct FillBoard {
    Id board;
    std::string field, text, language;
    std::optional<Id> item = std::nullopt;
};

}  // namespace intents
