#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "views/board.hpp"

namespace ui {

/// The boards that were made for the tables together, one for each.
struct TableSet {
    std::string form;
    std::int64_t made_at_ms = 0;
    std::vector<views::BoardHead> boards;  // by table
    bool is_open() const;
};

/// Of the session that goes on, newest first. What is nobody's table is in none.
std::vector<TableSet> table_sets(const std::vector<views::BoardHead>& boards);

/// px that one takes in a list.
double table_set_height(const Frame& frame);
/// What is done with all of them at once; returns the board that was made of them, to be looked at. Ids:
/// "boards/set/<first board>/open", "…/side_by_side", "…/into_one".
std::optional<base::Id> draw_table_set(const TableSet& set, const std::string& form_title, Frame& frame,
                                       base::Rect area, Intents& out);

}  // namespace ui
