// What holds together on a board, and what it is called.
#include <algorithm>

#include "ui/canvas.hpp"

namespace ui {

std::vector<base::Id> Canvas::members_of(const base::Id& group) const {
    const auto found = groups_.find(group);
    return found == groups_.end() ? std::vector<base::Id>{} : found->second;
}

const std::vector<model::ItemGroup>& Canvas::named_groups() const {
    if (grouped_at_ == revision_) return named_groups_;
    grouped_at_ = revision_;
    named_groups_.clear();
    for (const auto& [id, members] : groups_) {
        model::ItemGroup group{id, {}, members.size(), {}};
        base::Id named_by;
        for (const auto& member : members) {
            const auto& held = items_.at(member);
            group.place = group.place.joined(held.extent);
            const auto& name = held.item.group_name;
            if (name.empty() || (!group.name.empty() && named_by < member)) continue;
            group.name = name;
            named_by = member;
        }
        if (!group.name.empty()) named_groups_.push_back(std::move(group));
    }
    std::sort(named_groups_.begin(), named_groups_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return named_groups_;
}

}  // namespace ui
