#include "views/table_sets.hpp"

#include <algorithm>

namespace views {

bool TableSet::is_open() const {
    return std::any_of(boards.begin(), boards.end(), [](const auto& head) { return head.open; });
}

bool TableSet::has(const Id& board) const {
    return std::any_of(boards.begin(), boards.end(), [&board](const auto& head) { return head.id == board; });
}

std::vector<Id> TableSet::ids() const {
    std::vector<Id> ids;
    for (const auto& head : boards) ids.push_back(head.id);
    return ids;
}

std::vector<TableSet> table_sets(const std::vector<BoardHead>& boards) {
    std::vector<TableSet> sets;
    for (const auto& head : boards) {
        if (head.table == 0 || head.session.empty() || !head.session_title.empty()) continue;
        auto set = std::find_if(sets.begin(), sets.end(), [&head](const TableSet& one) {
            return one.form == head.form && one.made_at_ms == head.made_at_ms;
        });
        if (set == sets.end()) set = sets.insert(sets.end(), TableSet{head.form, head.made_at_ms, {}});
        set->boards.push_back(head);
    }
    for (auto& set : sets) {
        std::stable_sort(set.boards.begin(), set.boards.end(),
                         [](const auto& a, const auto& b) { return a.table < b.table; });
    }
    std::stable_sort(sets.begin(), sets.end(),
                     [](const auto& a, const auto& b) { return a.made_at_ms > b.made_at_ms; });
    return sets;
}

bool is_gathered(const std::vector<TableSet>& sets, const BoardHead& head) {
    return head.table == 0 && std::any_of(sets.begin(), sets.end(), [&head](const TableSet& set) {
               return set.form == head.form && set.made_at_ms < head.made_at_ms;
           });
}

}  // namespace views
