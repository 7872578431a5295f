#include "ui/screen_history_private.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "ui/widgets.hpp"

namespace ui {
namespace {

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
    begin_timeline(mine);
    mine.board = board;
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
    const auto strip = cut_timeline(frame, view);
    const auto* moment = moments.empty() ? nullptr : &moments[chosen_place(mine, moments)];
    mine.view = view;
    mine.camera = camera_above(camera, area, view);
    if (mine.then.board() == mine.board) draw_then(mine, moment, mine.camera, frame, view);
    const bool is_there = mine.chosen && mine.then.find(*mine.chosen) != nullptr;
    if (const auto wish = draw_timeline(mine, moments, history == nullptr, is_there, frame, strip)) {
        out.emplace_back(intents::RestoreBoard{mine.board, wish->moment, wish->object});
    }
    ask_for_moment(mine, history == nullptr ? std::nullopt : std::optional(history->shown), frame);
    if (!mine.open) return;
    look.board = mine.board;
    look.moment = mine.asked;
}

}  // namespace ui
