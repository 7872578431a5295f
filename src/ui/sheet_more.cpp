// What the dock has no room for: the session's own to the left, the wall's and its displays' to the right.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

struct MoreRow {
    std::string_view id, icon;
    std::string text;
    bool danger = false;
};

struct MoreGroup {
    std::string title;
    std::vector<MoreRow> rows;
};

MoreGroup session_rows(const views::RemoteView& remote) {
    MoreGroup group{base::tr("wall.more.session"), {}};
    auto& rows = group.rows;
    if (remote.previous && remote.room.block) {
        rows.push_back({"back", icon::left, base::tr("wall.back_to", {{"title", remote.previous->label}})});
    }
    if (remote.room.block) {
        rows.push_back({"agenda", icon::list, base::tr("wall.days_session")});
        rows.push_back({"votes", icon::bar_chart, base::tr("wall.votes")});
        rows.push_back({"support", icon::comment, base::tr("wall.support")});
    }
    rows.push_back({"seats", icon::people, base::tr("wall.seats")});
    rows.push_back({"tables", icon::group, base::tr_page(base::language(), "tables.make")});
    if (remote.started) rows.push_back({"tell", icon::comment, base::tr_page(base::language(), "tell.title")});
    rows.push_back({"boards", icon::columns, base::tr("wall.boards")});
    if (!remote.room.ended && remote.started) rows.push_back({"end", icon::flag, base::tr("wall.end"), true});
    return group;
}

MoreGroup wall_rows(const Sheets& mine, const views::RemoteView& remote) {
    MoreGroup group{base::tr("wall.more.wall"),
                    {{"blank", icon::moon, base::tr("wall.blank")},
                     {"lock", icon::lock, base::tr("wall.lock")},
                     {"screens", icon::desktop, base::tr("wall.screens")},
                     {"remote", icon::mobile, base::tr("wall.remote")},
                     {"net", icon::wifi, base::tr("wall.net")},
                     {"help", icon::question, base::tr("wall.help")}}};
    // On a free board it is the dock's.
    if (!mine.save.has_free && (mine.save.has_block || mine.save.has_session)) {
        group.rows.push_back({"save", icon::download, base::tr("saving.title")});
    }
    for (const auto& tool : mine.dock_rest) {
        // The day's session stands here anyway.
        if (!tool.enabled || (tool.id == "agenda" && remote.room.block)) continue;
        group.rows.push_back({tool.id, tool.icon, tool.label});
    }
    return group;
}

bool more_row(Frame& frame, const base::Rect& rect, const MoreRow& row) {
    const auto& theme = frame.theme;
    const auto press = press_row(frame, row.id, rect, row.text, theme.sunken);
    auto inside = rect.inset(frame.px(12), 0);
    draw_icon(frame, inside.cut_left(frame.px(36)), row.icon, 26, row.danger ? theme.error : theme.accent);
    inside.cut_left(frame.px(16));
    Ink ink;
    ink.design = 22;
    ink.weight = paint::Weight::medium;
    ink.colour = row.danger ? theme.error : theme.ink;
    ink.most_lines = 2;
    ink.least_design = 18;
    ink.line_height = 1.15;
    label(frame, inside, row.text, ink);
    return press.tapped;
}

void take_more(Sheets& mine, const views::WallView& view, std::string_view id, Intents& out) {
    mine.open = SheetKind::none;
    if (id == "back") {
        const auto& block = view.remote.room.block;
        out.emplace_back(intents::GoBack{block ? block->id : ""});
    }
    if (id == "agenda") mine.open = SheetKind::agenda;
    if (id == "votes") mine.open = SheetKind::votes;
    if (id == "support") mine.open = SheetKind::support;
    if (id == "seats") mine.open = SheetKind::seats;
    if (id == "tables") mine.open = SheetKind::tables;
    if (id == "tell") mine.open = SheetKind::tell;
    if (id == "remote") mine.open = SheetKind::remote;
    if (id == "screens") mine.open = SheetKind::screens;
    if (id == "boards") mine.open = SheetKind::boards;
    if (id == "net") mine.open = SheetKind::net;
    if (id == "save") mine.open = SheetKind::save;
    if (id == "blank") out.emplace_back(intents::Blank{true});
    if (id == "lock") mine.wants_lock = true;
    if (id == "help") mine.wants_help = true;
    if (id == "end") mine.asked_end = true;
    const bool is_tool =
        std::any_of(mine.dock_rest.begin(), mine.dock_rest.end(), [id](const Tool& tool) { return tool.id == id; });
    if (is_tool && mine.open == SheetKind::none) mine.wants_tool = id;
}

}  // namespace

void draw_more_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out) {
    const MoreGroup groups[] = {session_rows(view.remote), wall_rows(mine, view.remote)};
    // In a narrow window they stand below each other.
    const bool beside = area.w >= frame.px(560);
    const double gap = frame.px(space::l), head = frame.px(44);
    // On a small display, where everything is larger, rows are lower before any is below the fold.
    const auto most = static_cast<double>(std::max(groups[0].rows.size(), groups[1].rows.size()));
    const double least = std::max(frame.mm(20), frame.px(44));
    const double full = std::max(least, frame.px(touch::primary));
    const double high = beside ? std::clamp(std::floor((area.h - head) / most), least, full) : full;
    const auto high_of = [&](const MoreGroup& group) { return head + high * static_cast<double>(group.rows.size()); };
    const double first = high_of(groups[0]), second = high_of(groups[1]);
    Scroll list(frame, "list", area, beside ? std::max(first, second) : first + gap + second);
    auto content = list.content();
    const double wide = beside ? (content.w - gap) / 2 : content.w;
    for (const auto& group : groups) {
        auto column = beside ? content.cut_left(wide) : content.cut_top(high_of(group));
        beside ? content.cut_left(gap) : content.cut_top(gap);
        label(frame, column.cut_top(head), group.title, ink_of(18, paint::Weight::semibold, frame.theme.ink2));
        for (const auto& row : group.rows) {
            if (!more_row(frame, column.cut_top(high), row)) continue;
            frame.redraw_in(0);
            take_more(mine, view, row.id, out);
        }
    }
}

}  // namespace ui
