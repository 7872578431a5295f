// The tables' boards in the list of boards: what is done with a whole set of them.
#include "ui/table_sets.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {

bool TableSet::is_open() const {
    return std::any_of(boards.begin(), boards.end(), [](const auto& head) { return head.open; });
}

std::vector<TableSet> table_sets(const std::vector<views::BoardHead>& boards) {
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

double table_set_height(const Frame& frame) {
    return frame.px(44 + 2 * touch::plain + 8 + 16);
}

namespace {

std::vector<base::Id> ids_of_set(const TableSet& set) {
    std::vector<base::Id> ids;
    for (const auto& head : set.boards) ids.push_back(head.id);
    return ids;
}

}  // namespace

std::optional<base::Id> draw_table_set(const TableSet& set, const std::string& form_title, Frame& frame,
                                       base::Rect area, Intents& out) {
    const auto id = "boards/set/" + set.boards.front().id.text();
    area.cut_bottom(frame.px(16));
    const auto count = static_cast<std::int64_t>(set.boards.size());
    Ink heading = ink_of(22, paint::Weight::semibold, frame.theme.ink);
    heading.least_design = 20;
    label(frame, area.cut_top(frame.px(44)), form_title + ": " + base::tr_n("wall.boards.set", count), heading, id);
    const bool is_open = set.is_open();
    if (toggle(frame, id + "/open", area.cut_top(frame.px(touch::plain)), base::tr("wall.boards.open"), is_open)) {
        out.emplace_back(intents::OpenBoards{is_open ? std::vector<base::Id>() : ids_of_set(set)});
        frame.redraw_in(0);
    }
    area.cut_top(frame.px(8));
    auto row = area.cut_top(frame.px(touch::plain));
    std::optional<base::Id> made;
    const auto gather = [&](const std::string& how, std::string_view icon, const base::Rect& place, bool into_one) {
        ButtonLook look;
        look.icon = icon;
        look.design = 19;
        const auto words = base::tr("wall.boards." + how);
        if (!button(frame, id + "/" + how, place, words, look)) return;
        made = base::new_id(frame.host_now_ms());
        out.emplace_back(intents::GatherBoards{*made, form_title + " · " + words, ids_of_set(set), into_one});
        frame.redraw_in(0);
    };
    gather("side_by_side", icon::table, row.cut_left((row.w - frame.px(8)) / 2), false);
    row.cut_left(frame.px(8));
    gather("into_one", icon::merge, row, true);
    return made;
}

}  // namespace ui
