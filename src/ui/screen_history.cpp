#include "ui/screen_history.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/idea_cards.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using Moments = std::vector<views::BoardMoment>;

constexpr double longest_moment_wait_s = 2;     // for a moment; then another may be asked for all the same
constexpr std::size_t most_moment_dots = 80;    // more moments than that are a line without dots
constexpr double history_steps = 10;            // that all of it takes with less motion
constexpr std::size_t most_touched_zones = 30;  // of what a moment touched: by keyboard one gets no further anyway

/// The last moment that is not after this one.
std::size_t moment_before(const Moments& moments, std::uint64_t seq) {
    const auto after = std::upper_bound(moments.begin(), moments.end(), seq,
                                        [](std::uint64_t wanted, const auto& one) { return wanted < one.seq; });
    return after == moments.begin() ? 0 : static_cast<std::size_t>(after - moments.begin()) - 1;
}

std::size_t chosen_place(const HistoryScreen& mine, const Moments& moments) {
    return mine.wanted ? moment_before(moments, *mine.wanted) : moments.size() - 1;
}

void choose_moment(HistoryScreen& mine, const Moments& moments, std::size_t place) {
    place = std::min(place, moments.size() - 1);
    mine.wanted.reset();
    if (place + 1 < moments.size()) mine.wanted = moments[place].seq;
}

/// The items of the moment that has come: what stays as it is keeps what was set of it.
void take_moment(HistoryScreen& mine, const views::BoardHistory& history) {
    if (mine.held == history.shown && mine.then.board() == history.board) return;
    views::BoardNews news;
    news.board = history.board;
    news.whole = mine.then.board() != history.board;
    std::unordered_set<base::Id, base::IdHash> here;
    for (const auto& item : history.items) {
        here.insert(item.id);
        const auto* before = news.whole ? nullptr : mine.then.find(item.id);
        if (before == nullptr || !(*before == item)) news.put.push_back(item);
    }
    if (!news.whole) {
        for (const auto* item : mine.then.all()) {
            if (!here.contains(item->id)) news.gone.push_back(item->id);
        }
    }
    mine.then.take(news);
    mine.held = history.shown;
}

/// A moment at a time: the next is asked for when the one before is here, so that a slider that is drawn fast asks for
/// few.
void ask_for_moment(HistoryScreen& mine, const views::BoardHistory* history, Frame& frame) {
    const auto target = mine.wanted.value_or(0);
    if (target == mine.asked) return;
    const bool has_come = history != nullptr && (mine.asked == 0 || history->shown == mine.asked);
    const double left = longest_moment_wait_s - (frame.now_s() - mine.asked_s);
    if (!has_come && left > 0) return frame.redraw_in(left);
    mine.asked = target;
    mine.asked_s = frame.now_s();
}

void leave_history(HistoryScreen& mine) {
    mine.open = false;
    mine.plays_from_s.reset();
}

// --- Playing --------------------------------------------------------------------------------------------------------

void begin_to_play(HistoryScreen& mine, const Moments& moments, const Frame& frame) {
    const auto place = chosen_place(mine, moments);
    const bool at_end = place + 1 >= moments.size();
    const double share = at_end ? 0 : static_cast<double>(place) / static_cast<double>(moments.size() - 1);
    mine.plays_from_s = frame.now_s() - share * HistoryScreen::whole_s;
    if (at_end) choose_moment(mine, moments, 0);
}

void play_on(HistoryScreen& mine, const Moments& moments, Frame& frame) {
    if (!mine.plays_from_s) return;
    double share = (frame.now_s() - *mine.plays_from_s) / HistoryScreen::whole_s;
    if (share >= 1) {
        mine.plays_from_s.reset();
        return choose_moment(mine, moments, moments.size() - 1);
    }
    if (frame.less_motion()) share = std::floor(share * history_steps + 1e-6) / history_steps;
    const auto last = static_cast<double>(moments.size() - 1);
    choose_moment(mine, moments, static_cast<std::size_t>(std::floor(share * last + 1e-6)));
    frame.redraw_in(frame.less_motion() ? 0.25 : 0.05);
}

/// By hand: playing stops.
void go_to_moment(HistoryScreen& mine, const Moments& moments, std::size_t place, Frame& frame) {
    mine.plays_from_s.reset();
    choose_moment(mine, moments, place);
    frame.redraw_in(0);
}

void step_moments(HistoryScreen& mine, const Moments& moments, int by, Frame& frame) {
    const auto place = static_cast<std::ptrdiff_t>(chosen_place(mine, moments)) + by;
    go_to_moment(mine, moments, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, place)), frame);
}

void take_history_keys(HistoryScreen& mine, const Moments& moments, Frame& frame) {
    if (frame.take_key(Key::escape)) return leave_history(mine);
    if (moments.empty()) return;
    if (frame.take_key(Key::left)) step_moments(mine, moments, -1, frame);
    if (frame.take_key(Key::right)) step_moments(mine, moments, 1, frame);
    if (frame.take_key(Key::home)) go_to_moment(mine, moments, 0, frame);
    if (frame.take_key(Key::end)) go_to_moment(mine, moments, moments.size() - 1, frame);
    if (!frame.take_key(Key::space)) return;
    if (mine.plays_from_s) {
        mine.plays_from_s.reset();
    } else {
        begin_to_play(mine, moments, frame);
    }
    frame.redraw_in(0);
}

// --- The board as it was --------------------------------------------------------------------------------------------

void ring_then(const HistoryScreen& mine, const base::Id& id, const Camera& camera, Frame& frame,
               const base::Rect& view, bool chosen) {
    const auto seen = mine.then.see(id);
    if (!seen) return;
    const auto place = camera.to_window(seen->extent, view).inset(-frame.px(chosen ? 10 : 5));
    const auto colour = chosen ? frame.theme.ink : frame.theme.accent;
    frame.painter.stroke(place, frame.px(radius::small), colour, frame.px(chosen ? 5 : 4));
}

void draw_then(HistoryScreen& mine, const views::BoardMoment* moment, const Camera& camera, Frame& frame,
               const base::Rect& view) {
    const Frame::Clip clip(frame, view);
    mine.picture.draw(mine.then, camera, {}, frame, view);
    const auto press = frame.press("board", view);
    if (press.tapped && view.contains(press.at)) {
        const auto* item = mine.then.at(camera.to_board(press.at, view), frame.mm(5) / std::max(1e-6, camera.zoom));
        mine.chosen.reset();
        if (item != nullptr) mine.chosen = item->id;
        frame.redraw_in(0);
    }
    if (press.focused) focus_ring(frame, view.inset(frame.px(8)), frame.px(radius::control));
    // What is a moment's own is ringed; chosen by keyboard too.
    if (moment != nullptr && mine.held == moment->seq) {
        std::size_t zones = 0;
        for (const auto& id : moment->touched) {
            const auto seen = mine.then.see(id);
            if (!seen) continue;
            ring_then(mine, id, camera, frame, view, false);
            const auto place = camera.to_window(seen->extent, view);
            if (zones >= most_touched_zones || !place.overlaps(view)) continue;
            ++zones;
            const auto touched = frame.press("item/" + id.text(), place);
            if (touched.focused) focus_ring(frame, place, frame.px(radius::note));
            if (!touched.tapped) continue;
            mine.chosen = id;
            frame.redraw_in(0);
        }
    }
    if (mine.chosen && mine.then.find(*mine.chosen) == nullptr) mine.chosen.reset();
    if (mine.chosen) ring_then(mine, *mine.chosen, camera, frame, view, true);
}

// --- The timeline ---------------------------------------------------------------------------------------------------

/// What the camera sees of all the area, in what the timeline leaves of it.
Camera camera_above(const Camera& camera, const base::Rect& area, const base::Rect& view) {
    const auto seen = camera.seen(area);
    if (seen.empty() || view.empty()) return camera;
    Camera above;
    above.zoom = std::min(view.w / seen.w, view.h / seen.h);
    above.corner = {seen.centre().x - view.w / above.zoom / 2, seen.centre().y - view.h / above.zoom / 2};
    return above;
}

/// "4 maj 14.05 · Flyttade på lappar · handledaren · 24 saker"
std::string moment_words(const views::BoardMoment& moment, std::int64_t now_ms) {
    std::string words = base::to_local_time(moment.at_ms);
    if (base::to_local_date(moment.at_ms) != base::to_local_date(now_ms)) {
        words = base::to_local_date(moment.at_ms) + " " + words;
    }
    words += " · " + base::tr(moment.label);
    if (!moment.author.empty()) words += " · " + author_words(moment.author);
    return words + " · " + base::tr_n("canvas.history.items", static_cast<std::int64_t>(moment.items));
}

void draw_moments(HistoryScreen& mine, const Moments& moments, Frame& frame, const base::Rect& place) {
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
    for (std::size_t i = 0; last < most_moment_dots && i <= last; ++i) {
        frame.painter.circle({at(i), middle}, frame.px(6), i <= chosen ? frame.theme.accent : frame.theme.line_control);
    }
    const base::Point knob_at{at(chosen), middle};
    frame.painter.circle(knob_at, knob, frame.theme.accent);
    frame.painter.circle(knob_at, knob * 0.45, frame.theme.on_accent);
    if (press.focused) focus_ring(frame, place, frame.px(radius::control));
    const auto which = std::to_string(chosen + 1), all = std::to_string(moments.size());
    frame.say("slider", base::tr("canvas.history.place", {{"which", which}, {"all", all}}));
}

void draw_restoring(HistoryScreen& mine, const views::BoardHistory& history, Frame& frame, base::Rect& row,
                    Intents& out) {
    const auto& moments = history.moments;
    const auto place = chosen_place(mine, moments);
    // What is restored is what is seen.
    const bool is_seen = mine.held == moments[place].seq;
    const bool is_past = place + 1 < moments.size();
    const auto add = [&](std::string_view id, const std::string& text, const ButtonLook& look) {
        const bool tapped = button(frame, id, row.cut_right(button_width(frame, text, look)), text, look);
        row.cut_right(frame.px(12));
        return tapped;
    };
    const auto restore = [&](std::optional<base::Id> item) {
        out.emplace_back(intents::RestoreBoard{mine.board, moments[place].seq, item});
        mine.chosen.reset();
        go_to_moment(mine, moments, moments.size() - 1, frame);
    };
    ButtonLook look;
    look.kind = ButtonKind::primary;
    look.icon = icon::history;
    look.enabled = is_past && is_seen;
    if (add("restore", base::tr("canvas.history.restore"), look)) restore(std::nullopt);
    look.kind = ButtonKind::plain;
    look.enabled = look.enabled && mine.chosen.has_value();
    if (add("restore_item", base::tr("canvas.history.restore_item"), look)) restore(mine.chosen);
}

void draw_timeline(HistoryScreen& mine, const views::BoardHistory& history, Frame& frame, base::Rect inside,
                   Intents& out) {
    const auto& moments = history.moments;
    const double high = std::max(frame.px(touch::plain), frame.mm(20));
    auto head = inside.cut_top(high);
    inside.cut_top(frame.px(10));
    ButtonLook done;
    done.icon = icon::tick;
    const auto done_text = base::tr("canvas.history.done");
    if (button(frame, "done", head.cut_right(button_width(frame, done_text, done)), done_text, done))
        leave_history(mine);
    head.cut_right(frame.px(12));
    draw_restoring(mine, history, frame, head, out);
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
    draw_moments(mine, moments, frame, row.inset(frame.px(12), 0));
}

/// While nothing has come, or when nothing has ever been done.
void draw_no_timeline(HistoryScreen& mine, bool waits, Frame& frame, base::Rect inside) {
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

void open_history(HistoryScreen& mine, const base::Id& board) {
    mine.open = true;
    mine.board = board;
    mine.wanted.reset();
    mine.asked = 0;
    mine.chosen.reset();
    mine.plays_from_s.reset();
}

void draw_board_history(HistoryScreen& mine, const views::BoardHistory* history, const Camera& camera, Frame& frame,
                        const base::Rect& area, Intents& out, views::WallScope& look) {
    if (!mine.open) return;
    const Frame::Scope scope(frame, "history");
    if (history != nullptr && history->board != mine.board) history = nullptr;
    static const Moments none;
    const auto& moments = history == nullptr ? none : history->moments;
    if (!mine.covered) take_history_keys(mine, moments, frame);
    if (history != nullptr) take_moment(mine, *history);
    if (!moments.empty()) play_on(mine, moments, frame);

    frame.block("over", area);
    frame.painter.fill(area, 0, frame.theme.paper);
    auto view = area;
    const double high = std::max(frame.px(touch::plain), frame.mm(20));
    auto strip = view.cut_bottom(std::min(area.h / 2, 2 * high + frame.px(10 + 2 * 16)));
    const auto* moment = moments.empty() ? nullptr : &moments[chosen_place(mine, moments)];
    mine.view = view;
    mine.camera = camera_above(camera, area, view);
    if (mine.then.board() == mine.board) draw_then(mine, moment, mine.camera, frame, view);
    frame.painter.fill(strip, 0, frame.theme.surface);
    frame.painter.fill({strip.x, strip.y, strip.w, frame.px(2)}, 0, frame.theme.line);
    const auto inside = strip.inset(frame.px(24), frame.px(16));
    if (moments.empty()) {
        draw_no_timeline(mine, history == nullptr, frame, inside);
    } else {
        draw_timeline(mine, *history, frame, inside, out);
    }
    ask_for_moment(mine, history, frame);
    if (!mine.open) return;
    look.board = mine.board;
    look.moment = mine.asked;
}

}  // namespace ui
