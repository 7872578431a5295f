#include "ui/screen_history_private.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double longest_moment_wait_s = 2;     // for a moment; then another may be asked for all the same
constexpr double history_steps = 10;            // that all of it takes with less motion
constexpr std::size_t most_touched_zones = 30;  // of what a moment touched: by keyboard one gets no further anyway

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

// --- Playing --------------------------------------------------------------------------------------------------------

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
    if (mine.chosen) ring_then(mine, *mine.chosen, camera, frame, view, true);
}

/// What the camera sees of all the area, in what the timeline leaves of it.
Camera camera_above(const Camera& camera, const base::Rect& area, const base::Rect& view) {
    const auto seen = camera.seen(area);
    if (seen.empty() || view.empty()) return camera;
    Camera above;
    above.zoom = std::min(view.w / seen.w, view.h / seen.h);
    above.corner = {seen.centre().x - view.w / above.zoom / 2, seen.centre().y - view.h / above.zoom / 2};
    return above;
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
