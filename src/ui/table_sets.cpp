// Boards that tablets fill in: the tables' in the list of boards, where a whole set is dealt with, and the room's.
#include "ui/table_sets.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {

using paint::Weight;

double table_set_height(const Frame& frame) {
    return frame.px(44 + 2 * touch::plain + 8 + 16);
}

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
        out.emplace_back(intents::OpenBoards{is_open ? std::vector<base::Id>() : set.ids()});
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
        out.emplace_back(intents::GatherBoards{*made, form_title + " · " + words, set.ids(), into_one});
        frame.redraw_in(0);
    };
    gather("side_by_side", icon::table, row.cut_left((row.w - frame.px(8)) / 2), false);
    row.cut_left(frame.px(8));
    gather("into_one", icon::merge, row, true);
    return made;
}

bool is_for_all_tablets(const views::BoardHead& head, const std::vector<BoardChoice>& choices) {
    if (head.table > 0 || head.session.empty() || !head.session_title.empty()) return false;
    return std::any_of(choices.begin(), choices.end(), [&head](const auto& one) { return one.name == head.form; });
}

void draw_for_all_tablets(const views::BoardHead& head, Frame& frame, std::string_view id, const base::Rect& rect,
                          Intents& out) {
    if (!toggle(frame, id, rect, base::tr("wall.boards.open_room"), head.open)) return;
    out.emplace_back(intents::OpenBoards{head.open ? std::vector<base::Id>() : std::vector{head.id}});
    frame.redraw_in(0);
}

double planned_boards_height(const views::WallView& view, const Frame& frame) {
    const auto& work = view.remote.boards;
    if (work.plan.empty() || work.plan_made || view.remote.room.ended) return 0;
    return frame.px(16 + 64 + 8 + 16) + std::max(frame.px(touch::plain), frame.mm(20));
}

bool draw_planned_boards(const views::WallView& view, Frame& frame, std::string_view id, base::Rect area,
                         Intents& out) {
    const Frame::Scope scope(frame, id);
    const auto& work = view.remote.boards;
    card(frame, area);
    auto inside = area.inset(frame.px(20), frame.px(16));
    const bool is_here = !work.plan_title.empty();
    auto ink = ink_of(20, Weight::semibold, is_here ? frame.theme.ink : frame.theme.warn);
    ink.most_lines = 2;
    ink.least_design = 18;
    const auto words = is_here ? base::tr("wall.boards.plan", {{"title", work.plan_title}})
                               : base::tr("wall.boards.plan_missing", {{"name", work.plan}});
    if (!is_here) ink.most_lines = 5;
    label(frame, is_here ? inside.cut_top(frame.px(64)) : inside, words, ink, "plan");
    if (!is_here) return false;
    inside.cut_top(frame.px(8));
    ButtonLook look;
    look.kind = ButtonKind::light;
    look.design = 19;
    if (!view.remote.room.tables) {
        look.icon = icon::people;
        return button(frame, "tables", inside, base::tr("wall.boards.plan_tables"), look);
    }
    look.icon = icon::columns;
    if (button(frame, "make", inside, base::tr("wall.boards.plan_make"), look)) {
        out.emplace_back(intents::LeadBoards{intents::LeadBoards::How::make, work.plan});
        frame.redraw_in(0);
    }
    return false;
}

}  // namespace ui
