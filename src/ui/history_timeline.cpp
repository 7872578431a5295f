// The timeline under what was.
#include <algorithm>
#include <cmath>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/idea_cards.hpp"
#include "ui/screen_history_private.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr std::size_t most_moment_dots = 80;  // more moments than that are marks

/// "4 maj 14.05 · Flyttade på lappar · handledaren · 24 saker"
std::string moment_words(const views::BoardMoment& moment, std::int64_t now_ms) {
    std::string words = base::to_local_time(moment.at_ms);
    if (base::to_local_date(moment.at_ms) != base::to_local_date(now_ms)) {
        words = base::to_local_date(moment.at_ms) + " " + words;
    }
    words += " · " + base::tr(moment.label);
    if (!moment.name.empty()) {
        words += " · " + moment.name;
    } else if (!moment.author.empty()) {
        words += " · " + author_words(moment.author);
    }
    if (!moment.block.empty()) words += " · " + moment.block;
    return words + " · " + base::tr_n("canvas.history.items", static_cast<std::int64_t>(moment.items));
}

/// A mark for each, as far apart as they can be told from each other; those of the object that is chosen stand out.
template <class At>
void draw_marks_of_moments(const Timeline& mine, const Moments& moments, Frame& frame, At at, double middle) {
    const auto& theme = frame.theme;
    const auto chosen = chosen_place(mine, moments);
    const bool few = moments.size() <= most_moment_dots;
    const double between = frame.px(3), high = frame.px(16), wide = std::max(1.0, frame.px(1.5));
    double last = -1e9, last_own = -1e9;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const double x = at(i);
        const auto colour = i <= chosen ? theme.accent : theme.line_control;
        if (few) {
            frame.painter.circle({x, middle}, frame.px(6), colour);
        } else if (x - last >= between) {
            frame.painter.fill({x - wide / 2, middle - high / 2, wide, high}, 0, colour);
            last = x;
        }
        if (!mine.chosen || x - last_own < between || !was_touched(moments[i], *mine.chosen)) continue;
        frame.painter.circle({x, middle - frame.px(20)}, frame.px(5), theme.ink);
        last_own = x;
    }
}

void draw_moments(Timeline& mine, const Moments& moments, Frame& frame, const base::Rect& place) {
    const auto last = moments.size() - 1;
    const double knob = std::min(place.h / 2, std::max(frame.px(18), frame.mm(10)));
    const auto bar = place.inset(knob, 0);
    const auto at = [&](std::size_t i) {
        return bar.x + (last == 0 ? 0.5 : static_cast<double>(i) / static_cast<double>(last)) * bar.w;
    };
    const auto press = frame.press("slider", place);
    frame.keep_arrows("slider", place);
    const auto drag = frame.drag("slider", place, Zone::Axis::along_x);
    std::optional<double> x;
    if (press.tapped && place.contains(press.at)) x = press.at.x;
    if (drag && !drag->cancelled) x = drag->at().x;
    if (x && bar.w > 0) {
        const double share = std::clamp((*x - bar.x) / bar.w, 0.0, 1.0);
        go_to_moment(mine, moments, static_cast<std::size_t>(std::lround(share * static_cast<double>(last))), frame);
    }
    const auto chosen = chosen_place(mine, moments);
    const double middle = place.centre().y, thick = frame.px(6);
    frame.painter.fill({bar.x, middle - thick / 2, bar.w, thick}, thick / 2, frame.theme.line_control);
    frame.painter.fill({bar.x, middle - thick / 2, at(chosen) - bar.x, thick}, thick / 2, frame.theme.accent);
    draw_marks_of_moments(mine, moments, frame, at, middle);
    const base::Point knob_at{at(chosen), middle};
    frame.painter.circle(knob_at, knob, frame.theme.accent);
    frame.painter.circle(knob_at, knob * 0.45, frame.theme.on_accent);
    if (press.focused) focus_ring(frame, place, frame.px(radius::control));
    const auto which = std::to_string(chosen + 1), all = std::to_string(moments.size());
    frame.say("slider", base::tr("canvas.history.place", {{"which", which}, {"all", all}}));
}

std::optional<RestoreWish> draw_restoring(Timeline& mine, const Moments& moments, bool is_there, Frame& frame,
                                          base::Rect& row) {
    const auto place = chosen_place(mine, moments);
    // What is restored is what is seen.
    const bool is_seen = mine.held == moments[place].seq;
    const bool is_past = place + 1 < moments.size();
    const auto add = [&](std::string_view id, const std::string& text, const ButtonLook& look) {
        const bool tapped = button(frame, id, row.cut_right(button_width(frame, text, look)), text, look);
        row.cut_right(frame.px(12));
        return tapped;
    };
    std::optional<RestoreWish> wish;
    ButtonLook look;
    look.kind = ButtonKind::primary;
    look.icon = icon::history;
    look.enabled = is_past && is_seen;
    if (add("restore", base::tr("canvas.history.restore"), look)) wish = RestoreWish{moments[place].seq, std::nullopt};
    look.kind = ButtonKind::plain;
    look.enabled = look.enabled && is_there;
    if (add("restore_item", base::tr("canvas.history.restore_item"), look)) {
        wish = RestoreWish{moments[place].seq, mine.chosen};
    }
    if (!wish) return wish;
    mine.chosen.reset();
    go_to_moment(mine, moments, moments.size() - 1, frame);
    return wish;
}

/// To what was done before and after to the object that is chosen.
void draw_steps_of_object(Timeline& mine, const Moments& moments, Frame& frame, base::Rect& row) {
    const auto place = chosen_place(mine, moments);
    const auto offer = [&](std::string_view id, int by, std::string_view sign) {
        const auto to = next_change_of(moments, *mine.chosen, place, by);
        const auto text = base::tr(by < 0 ? "canvas.history.item_back" : "canvas.history.item_forward");
        ButtonLook look;
        look.icon = sign;
        look.enabled = to.has_value();
        const double wide = button_width(frame, text, look);
        const auto at = by < 0 ? row.cut_left(wide + frame.px(12)).inset(frame.px(6), 0)
                               : row.cut_right(wide + frame.px(12)).inset(frame.px(6), 0);
        if (button(frame, id, at, text, look) && to) go_to_moment(mine, moments, *to, frame);
    };
    offer("item_back", -1, icon::angle_left);
    offer("item_forward", 1, icon::angle_right);
}

/// While nothing has come, or when nothing has ever been done.
void draw_no_timeline(Timeline& mine, bool waits, Frame& frame, base::Rect inside) {
    ButtonLook done;
    done.icon = icon::tick;
    const double high = std::max(frame.px(touch::plain), frame.mm(20));
    auto row = inside.cut_top(high);
    const auto text = base::tr("canvas.history.done");
    if (button(frame, "done", row.cut_right(button_width(frame, text, done)), text, done)) leave_history(mine);
    if (waits) spinner(frame, {row.x + high / 2, row.centre().y}, frame.px(20));
    if (waits) row.cut_left(high);
    label(frame, row, base::tr(waits ? "canvas.history.waits" : "canvas.history.empty"), {}, "moment");
}

}  // namespace

base::Rect cut_timeline(const Frame& frame, base::Rect& area) {
    const double high = std::max(frame.px(touch::plain), frame.mm(20));
    return area.cut_bottom(std::min(area.h / 2, 2 * high + frame.px(10 + 2 * 16)));
}

std::optional<RestoreWish> draw_timeline(Timeline& mine, const Moments& moments, bool waits, bool is_there,
                                         Frame& frame, const base::Rect& strip) {
    frame.painter.fill(strip, 0, frame.theme.surface);
    frame.painter.fill({strip.x, strip.y, strip.w, frame.px(2)}, 0, frame.theme.line);
    auto inside = strip.inset(frame.px(24), frame.px(16));
    if (moments.empty()) {
        draw_no_timeline(mine, waits, frame, inside);
        return std::nullopt;
    }
    const double high = std::max(frame.px(touch::plain), frame.mm(20));
    auto head = inside.cut_top(high);
    inside.cut_top(frame.px(10));
    ButtonLook done;
    done.icon = icon::tick;
    const auto done_text = base::tr("canvas.history.done");
    if (button(frame, "done", head.cut_right(button_width(frame, done_text, done)), done_text, done))
        leave_history(mine);
    head.cut_right(frame.px(12));
    auto wish = draw_restoring(mine, moments, is_there, frame, head);
    auto ink = ink_of(22, paint::Weight::semibold, frame.theme.ink);
    ink.least_design = 16;
    label(frame, head, moment_words(moments[chosen_place(mine, moments)], frame.host_now_ms()), ink, "moment");

    auto row = inside.cut_top(high);
    ButtonLook play;
    play.icon = mine.plays_from_s ? icon::pause : icon::play;
    play.enabled = moments.size() > 1;
    const auto play_text = base::tr(mine.plays_from_s ? "canvas.history.pause" : "canvas.history.play");
    if (button(frame, "play", row.cut_left(button_width(frame, play_text, play)), play_text, play)) {
        if (mine.plays_from_s) {
            mine.plays_from_s.reset();
        } else {
            begin_to_play(mine, moments, frame);
        }
        frame.redraw_in(0);
    }
    row.cut_left(frame.px(12));
    const auto place = chosen_place(mine, moments);
    const auto arrow = [&](std::string_view id, const base::Rect& at, std::string_view sign, bool enabled, int by) {
        ButtonLook look;
        look.icon = sign;
        look.enabled = enabled;
        frame.say(id, base::tr(by < 0 ? "canvas.history.back" : "canvas.history.forward"));
        if (button(frame, id, at, {}, look)) step_moments(mine, moments, by, frame);
    };
    arrow("back", row.cut_left(high), icon::chevron_left, place > 0, -1);
    arrow("forward", row.cut_right(high), icon::chevron_right, place + 1 < moments.size(), 1);
    if (mine.chosen) draw_steps_of_object(mine, moments, frame, row);
    draw_moments(mine, moments, frame, row.inset(frame.px(12), 0));
    return wish;
}

}  // namespace ui
