#include "ui/rail.hpp"

#include <algorithm>
#include <cmath>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "paint/qr_card.hpp"
#include "ui/board_rounds.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/table_sets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Align;
using paint::Weight;

constexpr double join_high = 164, clock_high = 264, row_high = 58, rail_gap = 14, code_inset = 8;
constexpr double clock_low = 140;  // without digits

std::string people_text(const views::RoomView& room) {
    return base::tr_n("wall.people", room.people);
}

/// Card and code, and who is here at a tap; gives what is left beside the code.
base::Rect draw_code_card(Rail& mine, const views::RoomView& room, Frame& frame, const base::Rect& area) {
    card(frame, area);
    const auto press = frame.press("people", area);
    frame.say("people", people_text(room));
    if (press.focused) focus_ring(frame, area, frame.px(radius::card));
    if (press.tapped) mine.opened_seats = true;
    // As large as the card: what is white around it is its quiet zone.
    draw_join_code(mine.join, room.join_url, frame,
                   base::Rect{area.x, area.y, area.h, area.h}.inset(frame.px(code_inset)));
    auto inside = area.inset(frame.px(14), frame.px(14));
    inside.cut_left(area.h - frame.px(14));
    return inside;
}

void draw_join(Rail& mine, const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    auto inside = draw_code_card(mine, room, frame, area);
    label(frame, inside.cut_top(frame.px(26)), base::tr("wall.join_code"), ink_of(18, Weight::regular, theme.ink2));
    auto code = ink_of(52, Weight::bold, theme.ink);
    code.least_design = 24;
    label(frame, inside.cut_top(frame.px(56)), room.join_code, code, "code");
    auto people = inside.cut_top(frame.px(28));
    draw_icon(frame, people.cut_left(frame.px(24)), icon::people, 20, theme.accent);
    people.cut_left(frame.px(6));
    label(frame, people, people_text(room), ink_of(20, Weight::semibold, theme.ink));
    std::string more;
    if (view.remote.hands > 0) {
        more = base::tr_n("wall.hands", view.remote.hands);
    } else if (view.writing > 0) {
        more = base::tr_n("wall.writing_now", view.writing);
    } else if (room.block && !room.block->writes.empty()) {
        more = base::tr_n("wall.writers", view.writers);
    }
    label(frame, inside, more, ink_of(18, Weight::regular, view.remote.hands > 0 ? theme.accent : theme.ink3), "doing");
}

void draw_day(Rail& mine, const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto& remote = view.remote;
    card(frame, area);
    auto inside = area.inset(frame.px(10), frame.px(12));
    auto head = inside.cut_top(frame.px(40)).inset(frame.px(14), 0);
    if (remote.day_ends_at_ms > 0) {
        const auto until = base::tr("wall.until", {{"time", base::to_local_time(remote.day_ends_at_ms)}});
        const auto ink = ink_of(18, Weight::regular, remote.drift_min >= 2 ? theme.warn : theme.ink3, Align::end);
        label(frame, head.cut_right(text_size(frame, until, ink).w + 2), until, ink, "until");
    }
    label(frame, head, base::tr("wall.days_session"), ink_of(22, Weight::bold, theme.ink));
    inside.cut_top(frame.px(4));
    const double row = frame.px(row_high);
    // Where there is hardly room, whole rows, of which the first is the one that is on.
    const double shown = std::floor(inside.h / row);
    if (shown >= 1 && shown < 3) inside.h = shown * row;
    Scroll list(frame, "agenda", inside, row * static_cast<double>(remote.agenda.size()));
    double now_at = 0;
    std::string now;
    for (std::size_t i = 0; i < remote.agenda.size(); ++i) {
        const auto& item = remote.agenda[i];
        if (item.state == "now") {
            now = item.id;
            now_at = static_cast<double>(i);
        }
        const auto place = list.content().cut_top(row);
        const auto minutes = base::tr("wall.minutes", {{"count", std::to_string(item.minutes)}});
        const auto time = item.starts_at_ms > 0 ? base::to_local_time(item.starts_at_ms) : std::string();
        const auto touched = agenda_row(frame, "agenda/" + item.id, place,
                                        {time, item.title, minutes, agenda_state(item.state, item.late)});
        if (touched.tapped) mine.looked_at = item.id;
        if (touched.long_pressed) mine.held = item.id;
    }
    mine.agenda.follow(frame, "agenda", now, now_at, row, inside.h);
}

TimerView timer_of(const views::RoomView& room, const Frame& frame) {
    TimerView timer;
    const auto& clock = room.block->clock;
    timer.left_ms = left_ms(room, frame.host_now_ms());
    timer.total_ms = clock.planned_ms;
    timer.paused = clock.state != "running";
    return timer;
}

/// "23 är med": below each other where there is room, else in one line.
void draw_people_in(std::int64_t count, Frame& frame, const base::Rect& place) {
    const auto number = std::to_string(count), words = base::tr("wall.are_in");
    auto large = ink_of(72, Weight::bold, frame.theme.ink, Align::centre);
    auto small = ink_of(34, Weight::regular, frame.theme.ink2, Align::centre);
    if (place.h >= frame.px(140)) {
        auto people = place.centred({place.w, frame.px(120)});
        label(frame, people.cut_top(frame.px(74)), number, large, "people");
        return void(label(frame, people, words, small));
    }
    large.design = 56;
    large.across = small.across = Align::start;
    const double wide = text_size(frame, number, large).w + 2, gap = frame.px(14);
    auto row = place.centred({wide + gap + text_size(frame, words, small).w + 2, place.h});
    label(frame, row.cut_left(wide), number, large, "people");
    row.cut_left(gap);
    label(frame, row, words, small);
}

}  // namespace

void draw_join_code(JoinCode& mine, std::string_view url, Frame& frame, const base::Rect& area) {
    if (mine.url != url) {
        mine.url = url;
        mine.symbol.reset();
        if (auto made = base::make_qr(url); made && !url.empty()) mine.symbol = std::move(*made);
    }
    if (mine.symbol) paint::draw_qr(frame.painter, *mine.symbol, area);
}

void draw_clock_card(const views::WallView& view, Frame& frame, const base::Rect& area, Intents& out,
                     bool with_digits) {
    const auto& room = view.remote.room;
    if (!room.block) return;
    card(frame, area);
    auto inside = area.inset(frame.px(20), frame.px(16));
    auto buttons = inside.cut_bottom(frame.px(touch::primary));
    inside.cut_bottom(frame.px(16));
    auto view_of = timer_of(room, frame);
    const auto ends = base::tr("wall.ends", {{"time", base::to_local_time(view.remote.ends_at_ms)}});
    view_of.title = room.block->title;
    if (room.block->clock.state == "running" && view_of.left_ms > 0) view_of.ends = ends;
    if (with_digits) {
        timer(frame, inside, view_of, 92);
    } else {
        const auto small = ink_of(18, Weight::regular, frame.theme.ink3, Align::end);
        label(frame, inside.cut_right(text_size(frame, view_of.ends, small).w + 2), view_of.ends, small, "ends");
        label(frame, inside, view_of.title, ink_of(20, Weight::semibold, frame.theme.accent));
    }

    const auto& state = room.block->clock.state;
    ButtonLook look;
    look.design = 19;
    const double small = std::min(frame.px(62), (buttons.w - frame.px(16)) / 5);
    const auto add = [&](std::string_view id, std::string_view text, int minutes) {
        const auto place = buttons.cut_right(small);
        buttons.cut_right(frame.px(8));
        ButtonLook plain = look;
        if (button(frame, id, place, text, plain)) out.emplace_back(intents::AddMinutes{minutes});
    };
    add("add-5", "+5", 5);
    add("add-1", "+1", 1);
    add("take-1", "−1", -1);
    if (state == "running") {
        look.icon = icon::pause;
        if (button(frame, "pause", buttons, base::tr("wall.pause"), look)) out.emplace_back(intents::PauseClock{});
    } else if (state == "paused") {
        look.icon = icon::play;
        look.kind = ButtonKind::light;
        if (button(frame, "resume", buttons, base::tr("wall.resume"), look)) out.emplace_back(intents::ResumeClock{});
    } else {
        look.icon = icon::play;
        look.kind = ButtonKind::light;
        if (button(frame, "start", buttons, base::tr("wall.start_clock"), look)) {
            out.emplace_back(intents::StartClock{});
        }
    }
}

void draw_rail(Rail& mine, const views::WallView& view, Frame& frame, const base::Rect& area, Intents& out,
               bool with_digits) {
    const Frame::Scope scope(frame, "rail");
    const Frame::Within region(frame, "", Region::Kind::part);
    auto rest = area;
    draw_join(mine, view, frame, rest.cut_top(frame.px(join_high)));
    rest.cut_top(frame.px(rail_gap));
    if (view.remote.room.block) {
        const double high = frame.px(with_digits ? clock_high : clock_low);
        draw_clock_card(view, frame, rest.cut_bottom(high), out, with_digits);
        rest.cut_bottom(frame.px(rail_gap));
    }
    if (view.rounds) {
        draw_rounds_card(view, frame, rest.cut_bottom(frame.px(rounds_card_high)), 20);
        rest.cut_bottom(frame.px(rail_gap));
    }
    if (const double high = planned_boards_height(view, frame); high > 0) {
        if (draw_planned_boards(view, frame, "plan", rest.cut_bottom(high), out)) mine.opened_seats = true;
        rest.cut_bottom(frame.px(rail_gap));
    }
    if (rest.h > frame.px(row_high)) draw_day(mine, view, frame, rest);
}

void draw_audience_rail(Rail& mine, const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    auto rest = area;
    // The symbol is scanned from the seats: it is as large as the rail is wide, and how many are in gives way to it.
    constexpr double beside = 48, name_high = 48, code_high = 104, time_high = 226, least_people = 84;
    const double below = frame.px(rail_gap + least_people + (room.block ? rail_gap + time_high : 0) +
                                  (view.rounds ? rail_gap + rounds_card_room_high : 0));
    const double wanted = rest.w + frame.px(name_high + code_high);
    const auto join = rest.cut_top(std::max(frame.px(300), std::min(wanted, rest.h - below)));
    card(frame, join);
    auto inside = join.inset(frame.px(beside / 2));
    auto code_row = inside.cut_bottom(frame.px(code_high));
    auto name_row = inside.cut_bottom(frame.px(name_high));
    draw_join_code(mine.join, room.join_url, frame, inside);
    label(frame, name_row, base::tr("wall.join_code"), ink_of(34, Weight::regular, theme.ink2, Align::centre));
    auto code = ink_of(92, Weight::bold, theme.ink, Align::centre);
    code.least_design = 56;
    label(frame, code_row, room.join_code, code, "code");
    rest.cut_top(frame.px(rail_gap));
    if (room.block) {
        const auto time = rest.cut_bottom(frame.px(time_high));
        rest.cut_bottom(frame.px(rail_gap));
        card(frame, time);
        auto in = time.inset(frame.px(24), frame.px(16));
        const bool paused = room.block->clock.state == "paused";
        label(frame, in.cut_top(frame.px(44)), base::tr(paused ? "wall.paused" : "wall.time_left"),
              ink_of(34, Weight::semibold, theme.accent, Align::centre));
        timer(frame, in, timer_of(room, frame), 96);
    }
    if (view.rounds) {
        draw_rounds_card(view, frame, rest.cut_bottom(frame.px(rounds_card_room_high)), 34);
        rest.cut_bottom(frame.px(rail_gap));
    }
    if (rest.h < frame.px(64)) return;
    card(frame, rest);
    draw_people_in(room.people, frame, rest);
}

void draw_short_rail(Rail& mine, const views::WallView& view, Frame& frame, const base::Rect& area) {
    const Frame::Scope scope(frame, "rail");
    const Frame::Within region(frame, "", Region::Kind::part);
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    auto inside = draw_code_card(mine, room, frame, area);
    if (room.block) {
        auto time = inside.cut_right(frame.px(100));
        const auto left = left_ms(room, frame.host_now_ms());
        const bool over = left < 0;
        const auto& clock = room.block->clock;
        auto digits = ink_of(32, Weight::bold,
                             over                       ? theme.error
                             : clock.state == "running" ? theme.ink
                                                        : theme.ink3,
                             Align::end);
        digits.fixed_digits = true;
        digits.least_design = 24;
        label(frame, time.cut_top(frame.px(52)), clock_digits(left), digits);
        label(frame, time.cut_top(frame.px(28)),
              base::tr(over                       ? "wall.over"
                       : clock.state == "running" ? "wall.left"
                                                  : "wall.paused"),
              ink_of(18, Weight::regular, over ? theme.error : theme.ink2, Align::end));
        if (clock.state == "running") frame.redraw_in(static_cast<double>((left % 1000 + 1000) % 1000 + 1) / 1000);
    }
    inside.cut_right(frame.px(8));
    auto code = ink_of(34, Weight::bold, theme.ink);
    code.least_design = 18;  // whole at any cost: it is typed
    label(frame, inside.cut_top(frame.px(52)), room.join_code, code, "code");
    label(frame, inside.cut_top(frame.px(28)), people_text(room), ink_of(18, Weight::regular, theme.ink2));
}

}  // namespace ui
