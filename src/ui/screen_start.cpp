#include "ui/screen_start.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/coming_door.hpp"
#include "ui/municipality_words.hpp"
#include "ui/start_today.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using Go = StartScreen::Go;
using paint::Align;
using paint::Weight;

std::tm local(std::int64_t at_ms) {
    const auto seconds = static_cast<std::time_t>(at_ms / 1000);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return parts;
}

std::string day_text(std::int64_t at_ms) {
    const auto parts = local(at_ms);
    return base::tr("wall.date", {{"weekday", base::tr("wall.weekday." + std::to_string(parts.tm_wday))},
                                  {"day", std::to_string(parts.tm_mday)},
                                  {"month", base::tr("wall.month_name." + std::to_string(parts.tm_mon + 1))}});
}

std::string greeting(std::int64_t at_ms) {
    const int hour = local(at_ms).tm_hour;
    if (hour >= 4 && hour < 10) return base::tr("wall.greet.morning");
    if (hour >= 10 && hour < 17) return base::tr("wall.greet.day");
    return base::tr("wall.greet.evening");
}

void draw_top(const views::WallView& view, Frame& frame, base::Rect row) {
    const auto& theme = frame.theme;
    const auto mark = row.cut_left(frame.px(44)).centred({frame.px(44), frame.px(44)});
    logo(frame, mark);
    row.cut_left(frame.px(16));
    const auto name = ink_of(26, Weight::bold, theme.ink);
    label(frame, row.cut_left(text_size(frame, "Idérum", name).w + frame.px(24)), "Idérum", name);
    const auto clock = base::to_local_time(frame.host_now_ms());
    auto time = ink_of(28, Weight::bold, theme.ink, Align::end);
    time.fixed_digits = true;
    label(frame, row.cut_right(text_size(frame, clock, time).w + 2), clock, time, "time");
    row.cut_right(frame.px(16));
    const auto day = day_text(frame.host_now_ms());
    const auto support = ink_of(20, Weight::regular, theme.ink2);
    label(frame, row.cut_right(text_size(frame, day, support).w + 2), day, support, "day");
    const auto& municipality = view.remote.room.municipality;
    if (!municipality.empty()) label(frame, row, municipality_words(municipality), support, "municipality");
    // Once a minute, so that the clock is right.
    frame.redraw_in(static_cast<double>(60000 - frame.host_now_ms() % 60000) / 1000 + 0.02);
}

/// A board as one knows it from afar; it holds nothing that anybody wrote.
void draw_picture(Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const Frame::Clip clip(frame, area);
    frame.painter.fill(area, 0, theme.accent_tint);
    const double u = frame.px(1);
    const base::Rect board{area.x + 42 * u, area.y + 48 * u, area.w, area.h};
    frame.painter.fill(board, 16 * u, theme.surface);
    frame.painter.stroke(board, 16 * u, theme.accent_tint2, 2 * u);
    frame.painter.fill({board.x + 24 * u, board.y + 24 * u, 190 * u, 13 * u}, 6 * u, theme.sunken);
    const double step = 144 * u, wide = 134 * u;
    for (int i = 0; i < 5; ++i) {
        const double x = board.x + 24 * u + i * step;
        frame.painter.fill({x, board.y + 62 * u, wide, 26 * u}, 8 * u, i == 2 ? theme.accent_tint2 : theme.sunken);
        for (int note = 0; note < (i % 2 == 0 ? 2 : 1); ++note) {
            const base::Rect card{x, board.y + (106 + note * 54) * u, wide, 46 * u};
            frame.painter.fill(card, 3 * u, theme.note("sol"));
            const auto line = base::with_alpha(theme.note_ink, 0.5);
            frame.painter.fill({card.x + 10 * u, card.y + 11 * u, (108 - 22 * ((i + note) % 3)) * u, 6 * u}, 3 * u,
                               line);
            frame.painter.fill({card.x + 10 * u, card.y + 24 * u, (64 + 16 * ((i + note) % 2)) * u, 6 * u}, 3 * u,
                               line);
        }
        if (i % 2 == 0 || i == 3) frame.painter.fill({x, board.y + 338 * u, wide, 60 * u}, 3 * u, theme.note("mint"));
    }
    std::vector<base::Point> curve;
    for (int i = 0; i <= 60; ++i) {
        const double t = i / 60.0;
        const double y = 268 - 34 * std::cos(t * 7.2) - 12 * t + 24 * std::sin(t * 3);
        curve.push_back({board.x + (24 + 620 * t) * u, board.y + y * u});
    }
    frame.painter.line(curve, theme.accent, 4 * u);
    for (const int at : {6, 20, 34}) {
        const auto point = curve[static_cast<std::size_t>(at)];
        frame.painter.circle(point, 9 * u, theme.accent);
        if (at != 20) frame.painter.circle(point, 6 * u, theme.surface);
    }
}

/// The card's right corners are round over the picture too.
void round_corners(Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const double corner = frame.px(radius::card);
    for (const double down : {-1.0, 1.0}) {
        const base::Point tip{area.right(), down < 0 ? area.y : area.bottom()};
        const base::Point centre{tip.x - corner, tip.y - down * corner};
        std::vector<base::Point> outside;
        constexpr int steps = 12;
        for (int i = 0; i <= steps; ++i) {
            const double angle = 1.5707963267948966 * i / steps;
            outside.push_back({centre.x + corner * std::cos(angle), centre.y + down * corner * std::sin(angle)});
            if (i < steps) outside.push_back(tip);
        }
        frame.painter.strip(outside, theme.paper);
    }
    const double edge = frame.px(1);
    frame.painter.stroke(area.inset(edge / 2), corner - edge / 2, theme.line, std::max(1.0, edge));
}

std::string session_text(const views::WallView& view) {
    const auto& remote = view.remote;
    if (remote.room.ended) return base::tr("wall.start.ended");
    if (!remote.room.block) {
        return base::tr("wall.start.blocks",
                        {{"blocks", base::tr_n("wall.blocks", static_cast<std::int64_t>(remote.agenda.size()))},
                         {"people", base::tr_n("wall.people", remote.room.people)}});
    }
    return base::tr("wall.start.at",
                    {{"title", remote.room.block->title}, {"people", base::tr_n("wall.people", remote.room.people)}});
}

void draw_session_card(StartScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    card(frame, area);
    auto picture = area;
    const bool low = frame.is_low();
    const auto text = picture.cut_left(std::min(frame.px(580), area.w * (low ? 0.66 : 0.56)));
    {
        const auto inner = picture.inset(frame.px(1));
        draw_picture(frame, inner);
        round_corners(frame, area);
    }
    auto inside = text.inset(frame.px(low ? 28 : 36), frame.px(low ? 22 : 32));
    const bool begun = room.block.has_value() || room.ended;
    label(frame, inside.cut_top(frame.px(28)), base::tr(begun ? "wall.start.left" : "wall.start.ready"),
          ink_of(20, Weight::semibold, theme.accent));
    inside.cut_top(frame.px(10));
    auto buttons = inside.cut_bottom(frame.px(touch::main));
    inside.cut_bottom(frame.px(16));
    auto title = ink_of(44, Weight::bold, theme.ink);
    title.most_lines = 3;
    title.least_design = 28;
    title.line_height = 1.12;
    if (low) title.design = 36;
    auto support = ink_of(22, Weight::regular, theme.ink2);
    support.most_lines = 3;
    support.down = Align::start;
    // How far the day has come is read to its end: a long title is smaller instead.
    const auto where = session_text(view);
    const double where_high = text_size(frame, where, support, inside.w).h;
    const double most =
        std::max(frame.px(36), std::min(inside.h * (low ? 1 : 0.62), inside.h - frame.px(13) - where_high));
    const double high = std::min(most, text_size(frame, room.title, title, inside.w).h + 2);
    label(frame, inside.cut_top(high), room.title, title, "title");
    inside.cut_top(frame.px(12));
    support.least_design = 18;
    label(frame, inside, where, support, "where");

    ButtonLook look;
    look.kind = ButtonKind::primary;
    look.icon = icon::play;
    look.design = 22;
    const auto go = base::tr(room.ended ? "wall.start.see" : begun ? "wall.start.continue" : "wall.start.begin");
    if (button(frame, "continue", buttons.cut_left(std::min(buttons.w, button_width(frame, go, look))), go, look)) {
        mine.go = Go::session;
    }
    buttons.cut_left(frame.px(16));
    ButtonLook plain;
    const auto day = base::tr("wall.start.agenda");
    const double wide = button_width(frame, day, plain);
    if (wide <= buttons.w && button(frame, "agenda", buttons.cut_left(wide), day, plain)) mine.go = Go::agenda;
}

struct Door {
    std::string_view id, icon;
    std::string title, text;
};

std::array<Door, 5> doors_of(const views::WallView& view) {
    const auto& start = view.start;
    std::string counts = base::tr_n("wall.ideas", start.ideas);
    if (start.fresh > 0) counts += ", " + base::tr_n("wall.door.fresh", start.fresh);
    counts += ".";
    if (start.testing > 0) counts += " " + base::tr_n("wall.door.testing", start.testing);
    return {{{"course", icon::book, base::tr("wall.door.course"), view.remote.room.title},
             {"ideas", icon::lightbulb, base::tr("wall.door.ideas"), counts},
             {"challenges", icon::line_chart, base::tr("wall.door.challenges"), base::tr("wall.door.later")},
             {"authoring", icon::pencil, base::tr("wall.door.authoring"), base::tr("wall.door.later")},
             {"report", icon::bar_chart, base::tr("wall.door.report"), base::tr("wall.door.later")}}};
}

void draw_doors(StartScreen& mine, const views::WallView& view, Frame& frame, base::Rect row) {
    const auto& theme = frame.theme;
    const bool low = frame.is_low();
    const double gap = frame.px(18), side = frame.px(low ? 20 : 28), above = frame.px(low ? 16 : 24);
    const double wide = (row.w - 4 * gap) / 5;
    const auto doors = doors_of(view);
    // One size for all five: the longest name decides.
    auto title = ink_of(28, Weight::semibold, theme.ink);
    const auto fits = [&](const Door& door) { return text_size(frame, door.title, title).w <= wide - 2 * side; };
    while (title.design > 20 && !std::all_of(doors.begin(), doors.end(), fits)) title.design -= 1;
    title.least_design = 16;
    for (const auto& door : doors) {
        const auto place = row.cut_left(wide);
        row.cut_left(gap);
        const auto id = "door/" + std::string(door.id);
        const auto press = press_card(frame, id, place, door.title);
        auto inside = place.inset(side, above);
        const double tile_side = std::min(frame.px(72), inside.h * 0.36);
        const auto tile = inside.cut_top(tile_side).cut_left(tile_side);
        frame.painter.fill(tile, tile_side * 0.22, theme.accent_tint);
        draw_icon(frame, tile, door.icon, 0.47 * tile_side / frame.px(1), theme.accent);
        inside.cut_top(std::min(frame.px(24), inside.h * (low ? 0.08 : 0.12)));
        label(frame, inside.cut_top(frame.px(low ? 34 : 40)), door.title, title);
        auto text = ink_of(20, Weight::regular, theme.ink2);
        text.most_lines = 2;
        text.down = Align::start;
        label(frame, inside, door.text, text, id + "/text");
        if (!press.tapped) continue;
        if (door.id == "ideas") {
            mine.go = Go::ideas;
        } else {
            mine.coming = door.id;
        }
    }
}

void draw_bottom(StartScreen& mine, Frame& frame, base::Rect row) {
    const auto& theme = frame.theme;
    const bool dark = theme.kind == Theme::Kind::dark;
    ButtonLook look;
    look.kind = ButtonKind::quiet;
    const auto from = [&](bool end, std::string_view id, std::string_view icon, const std::string& text) {
        look.icon = icon;
        const double wide = button_width(frame, text, look);
        if (wide > row.w) return false;
        return button(frame, id, end ? row.cut_right(wide) : row.cut_left(wide), text, look);
    };
    // The first have room, the last when there is some left.
    if (from(false, "board", icon::plus, base::tr("wall.start.board"))) mine.go = Go::board;
    if (from(false, "boards", icon::columns, base::tr("wall.boards"))) mine.go = Go::boards;
    if (from(false, "search", icon::search, base::tr("wall.search"))) mine.go = Go::search;
    if (from(true, "lock", icon::lock, base::tr("wall.lock"))) mine.go = Go::lock;
    if (from(true, "help", icon::question, base::tr("wall.help"))) mine.go = Go::help;
    if (from(true, "screens", icon::desktop, base::tr("wall.screens"))) mine.go = Go::screens;
    if (from(true, "theme", dark ? icon::sun : icon::moon, base::tr(dark ? "wall.light" : "wall.dark"))) {
        mine.go = Go::theme;
    }
    if (from(false, "net", icon::wifi, base::tr("wall.net"))) mine.go = Go::net;
}

}  // namespace

void draw_start(StartScreen& mine, const views::WallView& view, Frame& frame) {
    const Frame::Scope scope(frame, "start");
    const bool low = frame.is_low();
    auto rest = frame.screen().inset(frame.px(low ? 32 : 48), 0);
    rest.cut_top(frame.px(low ? 16 : 36));
    draw_top(view, frame, rest.cut_top(frame.px(52)));
    auto hello = ink_of(low ? 40 : 56, Weight::bold, frame.theme.ink);
    label(frame, rest.cut_top(frame.px(low ? 60 : 116)), greeting(frame.host_now_ms()), hello, "greeting");
    rest.cut_top(frame.px(8));
    rest.cut_bottom(frame.px(low ? 8 : 20));
    draw_bottom(mine, frame, rest.cut_bottom(frame.px(touch::primary)));
    rest.cut_bottom(frame.px(low ? 8 : 20));
    draw_doors(mine, view, frame, rest.cut_bottom(std::max(rest.h * (low ? 0.35 : 0.39), frame.px(190))));
    rest.cut_bottom(frame.px(low ? 18 : 28));
    auto today = rest.cut_right(std::min(frame.px(664), rest.w * (low ? 0.44 : 0.4)));
    rest.cut_right(frame.px(low ? 18 : 26));
    draw_session_card(mine, view, frame, rest);
    draw_today(mine, view, frame, today);
    // The day's boards are in the session; all else that there is, is in the register.
    const bool to_session = mine.coming == "course";
    const auto go = base::tr(to_session ? "wall.coming.session" : "wall.coming.register");
    if (draw_coming(frame, mine.coming, go)) mine.go = to_session ? Go::session : Go::ideas;
}

}  // namespace ui
