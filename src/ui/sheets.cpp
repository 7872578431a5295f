#include "ui/sheets.hpp"

#include <array>

#include "base/language.hpp"
#include "ui/closing.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

std::string title_of(SheetKind kind) {
    switch (kind) {
        case SheetKind::inbox:
            return base::tr("wall.inbox");
        case SheetKind::agenda:
            return base::tr("wall.days_session");
        case SheetKind::votes:
            return base::tr("wall.votes");
        case SheetKind::new_vote:
            return base::tr("wall.new_vote");
        case SheetKind::seats:
            return base::tr("wall.seats");
        case SheetKind::support:
            return base::tr("wall.support");
        case SheetKind::more:
            return base::tr("wall.more");
        case SheetKind::screens:
            return base::tr("wall.screens");
        case SheetKind::remote:
            return base::tr("wall.remote");
        case SheetKind::tell:
            return base::tr_page(base::language(), "tell.title");
        case SheetKind::tables:
            return base::tr_page(base::language(), "tables.make");
        case SheetKind::net:
            return base::tr("wall.net");
        case SheetKind::boards:
            return base::tr("wall.boards");
        case SheetKind::save:
            return base::tr("saving.title");
        case SheetKind::none:
            break;
    }
    return {};
}

void draw_lines(Frame& frame, base::Rect area, const std::vector<std::string>& lines) {
    Ink ink;
    ink.design = 22;
    ink.most_lines = 0;
    ink.line_height = 1.35;
    ink.down = paint::Align::start;
    const double inner = area.w - frame.px(36);
    double high = 0;
    for (const auto& line : lines) high += text_size(frame, line, ink, inner).h + frame.px(20);
    Scroll list(frame, "lines", area, high, Zone::Axis::along_y, true);
    for (const auto& line : lines) {
        auto row = list.content().cut_top(text_size(frame, line, ink, inner).h + frame.px(20));
        const auto mark = row.cut_left(frame.px(24));
        frame.painter.circle({mark.x + frame.px(7), mark.y + frame.px(16)}, frame.px(4), frame.theme.accent);
        row.w = inner;
        label(frame, row, line, ink);
    }
}

}  // namespace

void draw_support_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area) {
    const auto& remote = view.remote;
    const std::array<std::pair<std::string_view, const std::vector<std::string>*>, 4> parts{
        {{"say", &remote.say}, {"act", &remote.act}, {"tips", &remote.tips}, {"reserve", &remote.reserve}}};
    auto row = area.cut_top(frame.px(touch::secondary));
    area.cut_top(frame.px(20));
    const std::vector<std::string>* shown = nullptr;
    for (const auto& [id, lines] : parts) {
        if (lines->empty()) continue;
        if (shown == nullptr || mine.support == id) shown = lines;
    }
    for (const auto& [id, lines] : parts) {
        if (lines->empty()) continue;
        const auto text = base::tr("wall.support." + std::string(id));
        const bool on = shown == lines;
        const double wide = filter_chip_width(frame, text, on);
        if (filter_chip(frame, "support/" + std::string(id), row.cut_left(wide), text, on)) {
            mine.support = id;
            frame.redraw_in(0);
        }
        row.cut_left(frame.px(8));
    }
    if (shown != nullptr) {
        draw_lines(frame, area, *shown);
        return;
    }
    Ink ink;
    ink.colour = frame.theme.ink2;
    ink.most_lines = 3;
    label(frame, area.cut_top(frame.px(90)), base::tr("wall.support.none"), ink);
}

double sheet_width(SheetKind kind) {
    switch (kind) {
        case SheetKind::none:
            return 0;
        case SheetKind::more:
            return more_sheet_wide;
        case SheetKind::votes:
        case SheetKind::new_vote:
        case SheetKind::screens:
        case SheetKind::seats:
        case SheetKind::tables:
        case SheetKind::net:
        case SheetKind::boards:
        case SheetKind::save:
            return 620;
        default:
            return 520;
    }
}

void draw_sheets(Sheets& mine, Screens& screens, Writing& writing, const views::WallView& view, Frame& frame,
                 Intents& out) {
    if (mine.open != SheetKind::none) mine.shown = mine.open;
    if (mine.shown == SheetKind::none) return;
    bool close = false;
    const double width = sheet_width(mine.shown);
    const auto sheet_area =
        side_sheet(frame, "sheet", mine.open != SheetKind::none, title_of(mine.shown), close, width, mine.on_dock);
    if (close) {
        mine.open = SheetKind::none;
        frame.redraw_in(0);
    }
    if (!sheet_area) {
        if (mine.open != SheetKind::none) return;  // on its way in
        mine.shown = SheetKind::none;
        mine.show_pair_code = false;
        mine.new_vote = {};
        mine.table_size = 0;
        mine.table_seat.reset();
        mine.followed_block.clear();
        mine.boards.choosing = false;
        mine.save.what = SaveSheet::What::board;
        return;
    }
    const auto& area = sheet_area->place;
    const Frame::Clip clip(frame, area.inset(-frame.px(8)));
    const Frame::Scope sheet(frame, "sheet");
    switch (mine.shown) {
        case SheetKind::inbox: {
            const Frame::Scope scope(frame, "inbox");
            draw_inbox(mine, writing, view, frame, area, out);
            break;
        }
        case SheetKind::agenda: {
            const Frame::Scope scope(frame, "agenda");
            draw_agenda_sheet(mine, view, frame, area, out);
            break;
        }
        case SheetKind::votes: {
            const Frame::Scope scope(frame, "votes");
            draw_votes_sheet(mine, view, frame, area, out);
            break;
        }
        case SheetKind::new_vote: {
            const Frame::Scope scope(frame, "new_vote");
            draw_new_vote_sheet(mine, writing, view, frame, area, out);
            break;
        }
        case SheetKind::seats: {
            const Frame::Scope scope(frame, "seats");
            draw_seats_sheet(mine, view, frame, area, out);
            break;
        }
        case SheetKind::support: {
            draw_support_sheet(mine, view, frame, area);
            break;
        }
        case SheetKind::more: {
            const Frame::Scope scope(frame, "more");
            draw_more_sheet(mine, view, frame, area, out);
            break;
        }
        case SheetKind::screens: {
            const Frame::Scope scope(frame, "screens");
            draw_screens_sheet(screens, frame, area);
            break;
        }
        case SheetKind::remote: {
            const Frame::Scope scope(frame, "remote");
            draw_remote_sheet(mine, view, frame, area, out);
            break;
        }
        case SheetKind::tables: {
            const Frame::Scope scope(frame, "tables");
            draw_tables_sheet(mine, view, frame, area, out);
            break;
        }
        case SheetKind::net: {
            const Frame::Scope scope(frame, "net");
            draw_net_sheet(mine.network, writing, frame, area);
            break;
        }
        case SheetKind::boards:
            draw_boards_sheet(mine.boards, view, frame, area, out);
            break;
        case SheetKind::save: {
            const Frame::Scope scope(frame, "save");
            draw_save_sheet(mine.save, frame, area);
            break;
        }
        case SheetKind::tell:
            draw_tell_sheet(writing, view, frame, area, out);
            break;
        case SheetKind::none:
            break;
    }
}

bool draw_dialogs(Sheets& mine, const views::WallView& view, Frame& frame, Intents& out) {
    const auto stay = base::tr("wall.stay");
    if (mine.asked_jump) {
        std::string name;
        for (const auto& item : view.remote.agenda) {
            if (item.id == *mine.asked_jump) name = item.title;
        }
        const auto title = base::tr("wall.jump", {{"title", name}});
        const auto text = base::tr("wall.jump.text");
        const auto go = base::tr("wall.jump.go");
        const int answer = dialog(frame, "jump", {title, text, stay, go, false});
        if (answer == 1) out.emplace_back(intents::JumpTo{*mine.asked_jump});
        if (answer >= 0) mine.asked_jump.reset();
        return true;
    }
    if (ask_to_close(mine.asked_close, view.remote.room, frame, out)) return true;
    if (ask_about_vote(mine.asked_vote, view.remote.room, frame, out)) return true;
    if (!mine.asked_end) return false;
    // What would be left outside is said before anything is done.
    std::string text = base::tr("wall.end.text");
    const auto inbox = static_cast<std::int64_t>(view.remote.inbox.size());
    const auto hidden = static_cast<std::int64_t>(view.remote.hidden.size());
    if (inbox > 0) text += "\n" + base::tr_n("wall.end.inbox", inbox);
    if (hidden > 0) text += "\n" + base::tr_n("wall.end.hidden", hidden);
    if (const auto* poll = current_poll(view.remote.room); poll != nullptr && poll->state == "open") {
        text += "\n" + base::tr("wall.end.vote");
    }
    const bool anyway = mine.end_hidden || inbox > 0 || hidden > 0;
    const auto title = base::tr("wall.end.title");
    const auto go = base::tr(anyway ? "wall.end.anyway" : "wall.end");
    const int answer = dialog(frame, "end", {title, text, stay, go, true});
    if (answer < 0) return true;
    if (answer == 1) out.emplace_back(intents::EndSession{anyway});
    mine.asked_end = false;
    mine.end_hidden = false;
    return true;
}

}  // namespace ui
