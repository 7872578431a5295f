#include "model/board_groups.hpp"

#include <algorithm>

namespace model {
namespace {

struct Gathered {
    ItemGroup group;
    Id named_by;
};

}  // namespace

std::string group_heading(std::string_view name, std::size_t count) {
    return std::string(name) + " · " + std::to_string(count);
}

std::unordered_map<Id, ItemGroup, base::IdHash> named_groups_by_id(const std::vector<Item>& items) {
    std::unordered_map<Id, Gathered, base::IdHash> gathered;
    for (const auto& item : items) {
        if (item.group.empty()) continue;
        auto& [group, named_by] = gathered[item.group];
        group.id = item.group;
        ++group.count;
        if (item.type != ItemType::line) group.place = group.place.joined(item.place);
        if (item.group_name.empty() || (!group.name.empty() && named_by < item.id)) continue;
        group.name = item.group_name;
        named_by = item.id;
    }
    std::unordered_map<Id, ItemGroup, base::IdHash> named;
    for (auto& [id, one] : gathered) {
        if (!one.group.name.empty()) named.emplace(id, std::move(one.group));
    }
    return named;
}

std::vector<ItemGroup> named_groups(const std::vector<Item>& items) {
    std::vector<ItemGroup> groups;
    for (auto& [id, group] : named_groups_by_id(items)) groups.push_back(std::move(group));
    std::sort(groups.begin(), groups.end(), [](const ItemGroup& a, const ItemGroup& b) { return a.id < b.id; });
    return groups;
}

}  // namespace model
