#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/board.hpp"

namespace model {

/// A group of items that has a name. Each member carries it, so that it goes wherever they go; where members disagree,
/// as after a merge, the name is that of the member with the lowest id that has one.
struct ItemGroup {
    Id id;
    std::string name;
    std::size_t count = 0;  // of its members
    base::Rect place;       // what they span, board px; lines follow what they end at
};
/// "Nycklar · 3".
std::string group_heading(std::string_view name, std::size_t count);

/// Every group that has a name, by id. Pure; costs the number of items.
std::vector<ItemGroup> named_groups(const std::vector<Item>& items);
/// The same by id.
std::unordered_map<Id, ItemGroup, base::IdHash> named_groups_by_id(const std::vector<Item>& items);

}  // namespace model
