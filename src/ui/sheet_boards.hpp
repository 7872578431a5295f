#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/board.hpp"
#include "model/board_form.hpp"
#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "views/wall.hpp"

namespace ui {

/// A template that a board may begin as. The window fills the list, in the order that it is shown.
struct BoardChoice {
    std::string name;         // of the form: "stakeholder_map"
    std::string title, help;  // in the wall's language; help may be empty
    /// What lies on it from the beginning, with new ids.
    std::function<std::vector<model::Item>()> begin;
    /// Its fields, for the form at the board's side; null: it has none.
    std::shared_ptr<const model::BoardForm> form = nullptr;
};

/// The list of free boards.
struct BoardsSheet {
    const std::vector<BoardChoice>* choices = nullptr;  // the wall's
    bool choosing = false;                              // what the new one begins as
    bool for_tables = false;                            // and whether every table gets one

    // Taken by the wall.
    std::optional<base::Id> opened;
    std::optional<base::Id> named;  // shall get another name
    struct Removed {
        base::Id board;
        std::string title;
    };
    std::optional<Removed> removed;  // asked for; its toast is not yet shown
    /// Begins a board: none means an empty one.
    struct Made {
        const BoardChoice* choice = nullptr;
        bool for_tables = false;  // one for each
    };
    std::optional<Made> made;
    bool wants_tables = false;  // the room is to be divided first
};
/// Boards of this session first, then those of others; above them the sets that the tables have. Ids: "boards/new",
/// "boards/for_tables", "boards/form/empty", "boards/form/<name>", "boards/open/<id>", "boards/name/<id>",
/// "boards/remove/<id>", "boards/fill/<id>", "boards/plan", and those of table_sets.hpp.
void draw_boards_sheet(BoardsSheet& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out);

}  // namespace ui
