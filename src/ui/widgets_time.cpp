#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {

std::string clock_digits(std::int64_t left_ms) {
    // What is left is rounded up, so that "0:00" means that the time is out.
    const bool over = left_ms < 0;
    const std::int64_t seconds = over ? -left_ms / 1000 : (left_ms + 999) / 1000;
    const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    std::string text = over ? "+" : "";
    if (seconds >= 3600) {
        text += std::to_string(seconds / 3600) + ":" + two(seconds / 60 % 60);
    } else {
        text += std::to_string(seconds / 60);
    }
    return text + ":" + two(seconds % 60);
}

void draw_digits(Frame& frame, const base::Rect& rect, std::string_view digits, double design, base::Colour colour) {
    // Cells as wide as the widest digit; the colon has a narrow one of its own.
    const auto style = frame.style(design, paint::Weight::bold);
    double cell = 0;
    for (const char digit : std::string_view("0123456789")) {
        cell = std::max(cell, frame.type.set(std::string_view(&digit, 1), style)->size().w);
    }
    const auto width_of = [&](char sign) { return sign == ':' ? cell * 0.5 : cell; };
    double wide = 0;
    for (const char sign : digits) wide += width_of(sign);
    const double scale = std::min(1.0, rect.w / std::max(1.0, wide));
    double x = rect.x + (rect.w - wide * scale) / 2;
    for (const char sign : digits) {
        const auto text = frame.type.set(std::string_view(&sign, 1), style);
        const double in = (width_of(sign) - text->size().w) / 2;
        const double up = sign == ':' ? frame.px(design * 0.06) : 0;
        const base::Point at{x + in * scale, rect.centre().y - (text->size().h / 2 + up) * scale};
        frame.painter.text(*text, scale < 1 ? at : base::Point{at.x, std::round(at.y)}, colour, scale);
        x += width_of(sign) * scale;
    }
}

void timer(Frame& frame, const base::Rect& rect, const TimerView& view, double digits_design) {
    const auto& theme = frame.theme;
    const bool over = view.left_ms < 0;
    const bool soon = !over && view.left_ms < 120000;
    auto rest = rect;
    if (!view.title.empty() || !view.ends.empty()) {
        auto head = rest.cut_top(frame.px(28));
        Ink small;
        small.colour = theme.ink3;
        small.design = 18;
        small.across = paint::Align::end;
        if (!view.ends.empty()) {
            label(frame, head.cut_right(text_size(frame, view.ends, small).w + 2), view.ends, small);
            head.cut_right(frame.px(space::xs));
        }
        Ink title;
        title.weight = paint::Weight::semibold;
        title.colour = theme.accent;
        label(frame, head, view.title, title);
    }
    auto bar = rest.cut_bottom(frame.px(12));
    rest.cut_bottom(frame.px(10));
    const auto colour = over ? theme.error : view.paused ? theme.ink3 : soon ? theme.warn : theme.ink;
    const auto icon = over ? icon::error : view.paused ? icon::pause : soon ? icon::warning : icon::none;
    auto digits = rest;
    if (!icon.empty()) {
        const double side = frame.px(digits_design * 0.5);
        draw_icon(frame, digits.cut_left(side), icon, digits_design * 0.34, colour);
    }
    draw_digits(frame, digits, clock_digits(view.left_ms), digits_design, colour);
    const double left = view.total_ms > 0 ? static_cast<double>(view.left_ms) / static_cast<double>(view.total_ms) : 0;
    progress_bar(frame, bar, over ? 1 : 1 - left, over ? theme.error : soon ? theme.warn : theme.accent);
    frame.say("timer", clock_digits(view.left_ms));
    // The next second, and not more often.
    if (!view.paused) frame.redraw_in(static_cast<double>((view.left_ms % 1000 + 1000) % 1000 + 1) / 1000);
}

AgendaRow::State agenda_state(std::string_view state, bool late) {
    using State = AgendaRow::State;
    if (state == "done") return State::done;
    if (state == "skipped") return State::skipped;
    if (state == "now") return State::now;
    return late ? State::late : State::next;
}

namespace {

double widest_word_of(Frame& frame, std::string_view title, bool bold) {
    Ink ink;
    ink.weight = bold ? paint::Weight::semibold : paint::Weight::regular;
    double widest = 0;
    while (!title.empty()) {
        const auto end = std::min(title.find(' '), title.size());
        if (end > 0) widest = std::max(widest, text_size(frame, title.substr(0, end), ink).w);
        title.remove_prefix(std::min(end + 1, title.size()));
    }
    return widest;
}

}  // namespace

Press agenda_row(Frame& frame, std::string_view id, const base::Rect& rect, const AgendaRow& row) {
    const auto& theme = frame.theme;
    const auto press = frame.press_or_hold(id, rect);
    frame.say(id, row.title);
    using State = AgendaRow::State;
    const bool now = row.state == State::now;
    if (now || press.held) {
        frame.painter.fill(rect, frame.px(radius::control), press.held ? theme.accent_tint2 : theme.accent_tint);
    }
    if (press.focused) focus_ring(frame, rect, frame.px(radius::control));
    auto inside = rect.inset(frame.px(14), 0);
    Ink small;
    small.colour = now ? theme.accent : theme.ink3;
    small.weight = now ? paint::Weight::semibold : paint::Weight::medium;
    small.fixed_digits = true;
    // What was passed by never had a time.
    const bool skipped = row.state == State::skipped;
    label(frame, inside.cut_left(frame.px(62)), skipped ? "–" : row.time, small);
    inside.cut_left(frame.px(14));
    small.across = paint::Align::end;
    small.design = 18;
    small.weight = now ? paint::Weight::semibold : paint::Weight::regular;
    if (row.state == State::done) {
        draw_icon(frame, inside.cut_right(frame.px(24)), icon::tick, 20, theme.ok);
    } else if (skipped) {
        const auto passed = base::tr("wall.passed_by");
        label(frame, inside.cut_right(text_size(frame, passed, small).w + 2), passed, small,
              std::string(id) + "/passed");
    } else {
        if (row.state == State::late) small.colour = theme.warn;
        const double wide = text_size(frame, row.minutes, small).w;
        // The next row's time says it too: a title that would be broken within a word comes first.
        const double sign = row.state == State::late ? frame.px(30) : 0;
        const double room = inside.w - sign - frame.px(space::xs);
        if (const double word = widest_word_of(frame, row.title, now); word <= room - wide || word > room) {
            label(frame, inside.cut_right(wide + 2), row.minutes, small);
        }
        if (row.state == State::late) draw_icon(frame, inside.cut_right(frame.px(30)), icon::warning, 18, theme.warn);
    }
    inside.cut_right(frame.px(space::xs));
    Ink title;
    title.weight = now ? paint::Weight::semibold : paint::Weight::regular;
    title.colour = row.state == State::done || skipped ? theme.ink3 : row.state == State::late ? theme.warn : theme.ink;
    title.most_lines = 2;
    title.least_design = 17;
    title.line_height = 1.2;
    label(frame, inside, row.title, title);
    return press;
}

}  // namespace ui
