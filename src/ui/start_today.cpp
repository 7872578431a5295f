// The right card of the start screen: the day's blocks, what is booked about ideas, and what waits for somebody.
#include "ui/start_today.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using Go = StartScreen::Go;
using paint::Weight;

struct StartWaiting {
    std::string_view id, icon;
    std::string text;
    Go go;
    bool warn;
};

std::vector<StartWaiting> waiting_of(const views::WallView& view) {
    std::vector<StartWaiting> all;
    const auto& start = view.start;
    if (start.test_done > 0) {
        all.push_back({"tests", icon::flask, base::tr_n("wall.waiting.tests", start.test_done), Go::results, true});
    }
    if (start.fresh > 0) {
        all.push_back({"fresh", icon::inbox, base::tr_n("wall.waiting.fresh", start.fresh), Go::fresh, false});
    }
    const auto inbox = static_cast<std::int64_t>(view.remote.inbox.size());
    if (inbox > 0) all.push_back({"inbox", icon::note, base::tr_n("wall.waiting.inbox", inbox), Go::inbox, false});
    return all;
}

constexpr double today_row = 84, today_low_row = 56;  // a low row has one line

/// True where there is no room for two rows of two lines.
bool is_low_row(const Frame& frame, const base::Rect& row) {
    return row.h < frame.px(today_row) - 1;
}

/// What is booked today about an idea: its words, and the idea itself at a tap.
void draw_meeting(StartScreen& mine, const views::StartView::Meeting& meeting, Frame& frame, const base::Rect& place) {
    const auto& theme = frame.theme;
    const auto id = "meeting/" + meeting.idea.text();
    const auto press = frame.press(id, place);
    frame.say(id, meeting.title);
    if (press.held) frame.painter.fill(place.inset(-frame.px(8), 0), frame.px(radius::control), theme.sunken);
    if (press.focused) focus_ring(frame, place, frame.px(radius::control));
    auto row = place;
    const auto time = meeting.has_time ? base::to_local_time(meeting.at_ms) : std::string();
    const auto clock = row.cut_left(frame.px(96));
    if (time.empty()) {
        draw_icon(frame, {clock.x, clock.y, frame.px(28), clock.h}, icon::calendar, 24, theme.accent);
    } else {
        label(frame, clock, time, ink_of(24, Weight::semibold, theme.ink));
    }
    draw_icon(frame, row.cut_right(frame.px(28)), icon::chevron_right, 20, theme.ink2);
    const bool is_alone = meeting.text.empty() || is_low_row(frame, place);
    auto lines = row.centred({row.w, frame.px(is_alone ? 30 : 56)});
    label(frame, lines.cut_top(frame.px(30)), meeting.title, ink_of(22, Weight::semibold, theme.ink));
    if (!is_alone) label(frame, lines, meeting.text, ink_of(20, Weight::regular, theme.ink2));
    if (!press.tapped) return;
    mine.go = Go::idea;
    mine.idea = meeting.idea;
}

/// A block of the day: when, how long, and that it is on or soon.
void draw_planned(const views::RemoteView::AgendaItem& item, Frame& frame, base::Rect row) {
    const auto& theme = frame.theme;
    const auto time = item.starts_at_ms > 0 ? base::to_local_time(item.starts_at_ms) : std::string();
    frame.say("planned/" + item.id, item.title);
    label(frame, row.cut_left(frame.px(96)), time, ink_of(24, Weight::semibold, theme.ink));
    const auto minutes_left = (item.starts_at_ms - frame.host_now_ms() + 59999) / 60000;
    if (item.state == "now" || (minutes_left > 0 && minutes_left < 90)) {
        const auto text = item.state == "now" ? base::tr("wall.start.now")
                                              : base::tr("wall.start.in", {{"minutes", std::to_string(minutes_left)}});
        const double wide = chip_width(frame, text);
        chip(frame, {row.right() - wide, row.centre().y - frame.px(18)}, text, Tone::accent);
        row.cut_right(wide + frame.px(12));
    }
    const auto minutes = base::tr("wall.minutes", {{"count", std::to_string(item.minutes)}});
    const auto quiet = ink_of(20, Weight::regular, theme.ink2);
    if (is_low_row(frame, row)) {
        if (item.state != "now") label(frame, row.cut_right(text_size(frame, minutes, quiet).w + 2), minutes, quiet);
        label(frame, row, item.title, ink_of(22, Weight::semibold, theme.ink));
        return;
    }
    auto lines = row.centred({row.w, frame.px(56)});
    label(frame, lines.cut_top(frame.px(30)), item.title, ink_of(22, Weight::semibold, theme.ink));
    label(frame, lines, minutes, quiet);
}

/// A row of the day: a block or what is booked.
struct TodayRow {
    std::int64_t at_ms = 0;
    const views::RemoteView::AgendaItem* block = nullptr;
    const views::StartView::Meeting* meeting = nullptr;
};

/// In order of time; what is booked without one holds for the whole day and comes first.
std::vector<TodayRow> rows_of_today(const views::WallView& view) {
    std::vector<TodayRow> rows;
    for (const auto& meeting : view.start.meetings)
        rows.push_back({meeting.has_time ? meeting.at_ms : 0, {}, &meeting});
    std::int64_t at_ms = 0;
    for (const auto& item : view.remote.agenda) {
        if (item.starts_at_ms > 0) at_ms = item.starts_at_ms;
        if (item.state != "done" && item.state != "skipped") rows.push_back({at_ms, &item, {}});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.at_ms < b.at_ms; });
    return rows;
}

void draw_today_rows(StartScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto rows = rows_of_today(view);
    const auto& theme = frame.theme;
    if (rows.empty()) {
        auto place = area;
        label(frame, place.cut_top(frame.px(60)),
              base::tr(view.remote.room.ended ? "wall.start.done" : "wall.start.nothing"),
              ink_of(20, Weight::regular, theme.ink2));
        return;
    }
    const double high = frame.px(area.h < frame.px(2 * today_row) ? today_low_row : today_row);
    // Whole rows, as long as there is room for one.
    auto shown = area;
    shown.h = std::max(std::min(area.h, high), std::floor(area.h / high) * high);
    Scroll list(frame, "today", shown, high * static_cast<double>(rows.size()));
    bool first = true;
    const auto row = [&] {
        auto place = list.content().cut_top(high);
        if (!first) frame.painter.fill({place.x, place.y, place.w, frame.px(1)}, 0, theme.line);
        first = false;
        place.cut_right(frame.px(12));
        return place;
    };
    for (const auto& one : rows) {
        if (one.block != nullptr) draw_planned(*one.block, frame, row());
        if (one.meeting != nullptr) draw_meeting(mine, *one.meeting, frame, row());
    }
}

}  // namespace

void draw_today(StartScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    card(frame, area);
    const bool low = area.h < frame.px(420);
    auto inside = area.inset(frame.px(low ? 24 : 32), frame.px(low ? 14 : 24));
    label(frame, inside.cut_top(frame.px(34)), base::tr("wall.today"), ink_of(24, Weight::bold, theme.ink));
    const auto waiting = waiting_of(view);
    const double row_high = frame.px(low ? touch::secondary : touch::primary);
    auto below =
        inside.cut_bottom(frame.px(40) + row_high * static_cast<double>(std::max<std::size_t>(1, waiting.size())));
    draw_today_rows(mine, view, frame, inside);
    frame.painter.fill({below.x, below.y, below.w, frame.px(1)}, 0, theme.line);
    below.cut_top(frame.px(6));
    label(frame, below.cut_top(frame.px(34)), base::tr("wall.waiting"), ink_of(24, Weight::bold, theme.ink));
    if (waiting.empty()) {
        auto row = below.cut_top(row_high);
        draw_icon(frame, row.cut_left(frame.px(28)), icon::tick, 22, theme.ok);
        row.cut_left(frame.px(20));
        label(frame, row, base::tr("wall.waiting.nothing"), ink_of(20, Weight::regular, theme.ink2));
    }
    for (const auto& one : waiting) {
        const auto row = below.cut_top(row_high);
        const auto id = "waiting/" + std::string(one.id);
        const auto press = frame.press(id, row);
        frame.say(id, one.text);
        if (press.held) frame.painter.fill(row.inset(-frame.px(8), 0), frame.px(radius::control), theme.sunken);
        if (press.focused) focus_ring(frame, row, frame.px(radius::control));
        auto in = row;
        draw_icon(frame, in.cut_left(frame.px(28)), one.icon, 22, one.warn ? theme.warn : theme.accent);
        in.cut_left(frame.px(20));
        draw_icon(frame, in.cut_right(frame.px(28)), icon::chevron_right, 20, theme.ink2);
        auto ink = ink_of(21, Weight::medium, theme.ink);
        ink.most_lines = 2;
        label(frame, in, one.text, ink);
        if (press.tapped) mine.go = one.go;
    }
}

}  // namespace ui
