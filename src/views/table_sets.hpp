#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "views/board.hpp"

namespace views {

/// The boards that were made for the tables together, one for each.
struct TableSet {
    std::string form;
    std::int64_t made_at_ms = 0;
    std::vector<BoardHead> boards;  // by table
    bool is_open() const;
    bool has(const Id& board) const;
    std::vector<Id> ids() const;
};

/// Of the session that goes on, newest first. What is nobody's table is in none.
std::vector<TableSet> table_sets(const std::vector<BoardHead>& boards);
/// Does it hold what the tables have made of the same template? Then its rounds have been.
bool is_gathered(const std::vector<TableSet>& sets, const BoardHead& head);

}  // namespace views
