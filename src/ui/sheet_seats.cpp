// Who is in: seats without names, raised hands, a way back for a device that was lost, and quiet for the noisy.
#include <algorithm>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using Seat = views::RemoteView::SeatItem;

intents::SeatUse next_use(intents::SeatUse use) {
    using intents::SeatUse;
    return use == SeatUse::one ? SeatUse::several : use == SeatUse::several ? SeatUse::paper : SeatUse::one;
}

void draw_seat(Sheets& mine, const Seat& seat, Frame& frame, const base::Rect& rect, Intents& out) {
    const auto& theme = frame.theme;
    const auto id = seat.seat.text();
    frame.painter.fill({rect.x, rect.bottom() - frame.px(1), rect.w, frame.px(1)}, 0, theme.line);
    auto row = rect;
    ButtonLook look;
    look.design = 19;
    const auto mute = base::tr(seat.muted ? "wall.seat.unmute" : "wall.seat.mute");
    const double wide = std::min(row.w * 0.42, button_width(frame, mute, look));
    const auto place = row.cut_right(wide).centred({wide, frame.px(touch::plain)});
    if (button(frame, "mute/" + id, place, mute, look)) out.emplace_back(intents::MuteSeat{seat.seat, !seat.muted});
    row.cut_right(frame.px(12));
    // The way back opens somebody's seat: the room does not see it unless it is asked for.
    const bool shown = mine.shown_codes.contains(seat.seat);
    const double code_wide = frame.px(138);
    const auto code = row.cut_right(code_wide).centred({code_wide, frame.px(touch::plain)});
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    quiet.design = 19;
    quiet.icon = shown ? icon::none : icon::key;
    if (button(frame, "code/" + id, code, shown ? seat.return_code : base::tr("wall.seat.code"), quiet)) {
        shown ? static_cast<void>(mine.shown_codes.erase(seat.seat))
              : static_cast<void>(mine.shown_codes.insert(seat.seat));
        frame.redraw_in(0);
    }
    // Who votes on the device: each tap is the next of the three.
    row.cut_right(frame.px(4));
    const auto use = row.cut_right(frame.px(126)).centred({frame.px(126), frame.px(touch::plain)});
    quiet.icon = icon::none;
    if (button(frame, "use/" + id, use, base::tr("wall.seat.use." + seat.use), quiet)) {
        const auto now = intents::parse_use(seat.use).value_or(intents::SeatUse::one);
        out.emplace_back(intents::UseSeat{seat.seat, next_use(now)});
    }
    auto lines = row.centred({row.w, frame.px(54)});
    Ink ink;
    ink.weight = paint::Weight::semibold;
    label(frame, lines.cut_top(frame.px(28)), seat.label, ink, "seat/" + id);
    std::string state = base::tr(seat.here ? "wall.seat.here" : "wall.seat.away");
    if (seat.muted) state = base::tr("wall.seat.muted");
    if (seat.hand) state = base::tr("wall.seat.hand");
    if (seat.table > 0) {
        const auto number = std::to_string(seat.table);
        state += " · " + base::tr_page(base::language(), "table.label", {{"number", number}});
    }
    Ink small;
    small.design = 18;
    small.colour = seat.hand ? theme.accent : seat.muted ? theme.warn : theme.ink3;
    if (seat.hand || seat.muted) {
        draw_icon(frame, lines.cut_left(frame.px(22)), seat.hand ? icon::hand_up : icon::pause, 18, *small.colour);
        lines.cut_left(frame.px(6));
    }
    label(frame, lines, state, small, "state/" + id);
}

}  // namespace

void draw_seats_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out) {
    const auto& theme = frame.theme;
    auto seats = view.remote.seats;
    std::stable_sort(seats.begin(), seats.end(), [](const Seat& a, const Seat& b) { return a.hand && !b.hand; });
    Ink ink;
    ink.colour = theme.ink2;
    ink.most_lines = 3;
    ink.down = paint::Align::start;
    const auto help = base::tr(seats.empty() ? "wall.seats.none" : "wall.seats.help");
    label(frame, area.cut_top(text_size(frame, help, ink, area.w).h + frame.px(16)), help, ink);
    const double high = frame.px(76);
    Scroll list(frame, "list", area, high * static_cast<double>(seats.size()));
    for (const auto& seat : seats) {
        const auto rect = list.content().cut_top(high);
        if (list.shows(rect)) draw_seat(mine, seat, frame, rect, out);
    }
}

}  // namespace ui
