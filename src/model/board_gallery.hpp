#pragma once
#include <functional>
#include <string>
#include <vector>

#include "model/board.hpp"

namespace model {

/// Boards per table: one template becomes a copy for each group, and what the groups have made is hung side by side.
/// All pure; `make_id` gives a new id each time.
using MakeId = std::function<Id()>;

/// The same items with ids of their own, `by` away. Lines stay at the copies of what they ended at, groups stay groups;
/// an end at something that is not among them stands free where it was.
std::vector<Item> copy_items(const std::vector<Item>& items, const MakeId& make_id, base::Point by = {});
/// One copy for each of `tables`, from the first.
std::vector<std::vector<Item>> copies_for_tables(const std::vector<Item>& items, std::size_t tables,
                                                 const MakeId& make_id);

/// What one table has made.
struct TableBoard {
    std::string name;   // "Bord 3": all that it has made bears it
    std::string title;  // of the board; the second line of its frame
    std::vector<Item> items;
};
/// Who made it, and at which table: the author of a thing that is shown among those of other tables. What bears the
/// name of another of these tables was written there, on a sheet that had been passed on.
std::string origin_of(const std::string& author, const TableBoard& board, const std::vector<TableBoard>& boards);
/// All of them on one board, in rows as square as they go, each within a frame that tells whose it is. Nothing of the
/// boards themselves is changed: these are copies. Too large an item for the board's limits is left out with the rest
/// of what would make more than `most_items`. `between` px lie between two frames.
std::vector<Item> gather_boards(const std::vector<TableBoard>& boards, const MakeId& make_id, double between = 160);

}  // namespace model
