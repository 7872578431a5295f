#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "ui/sheet_boards.hpp"
#include "views/table_sets.hpp"
#include "views/wall.hpp"

namespace ui {

using views::table_sets;
using views::TableSet;

/// px that one takes in a list.
double table_set_height(const Frame& frame);
/// What is done with all of them at once; returns the board that was made of them, to be looked at. Ids:
/// "boards/set/<first board>/open", "…/side_by_side", "…/into_one".
std::optional<base::Id> draw_table_set(const TableSet& set, const std::string& form_title, Frame& frame,
                                       base::Rect area, Intents& out);

/// Can all tablets fill it in? It is the whole room's and this session's, and its template is here.
bool is_for_all_tablets(const views::BoardHead& head, const std::vector<BoardChoice>& choices);
/// Opens such a board for them, or closes it.
void draw_for_all_tablets(const views::BoardHead& head, Frame& frame, std::string_view id, const base::Rect& rect,
                          Intents& out);

/// px of the offer below, 0 when the block plans none or each table has its board.
double planned_boards_height(const views::WallView& view, const Frame& frame);
/// What the tables work with in this block, as the course says, made for all of them by one press; true when the room
/// is to be divided into tables first, and that was pressed. Ids: "<id>", "<id>/make", "<id>/tables".
bool draw_planned_boards(const views::WallView& view, Frame& frame, std::string_view id, base::Rect area, Intents& out);

}  // namespace ui
