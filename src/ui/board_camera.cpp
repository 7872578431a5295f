#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/screen_board.hpp"
#include "ui/widgets.hpp"
#include "views/board_form.hpp"

namespace ui {
namespace {

/// Further out there is nothing, and nobody finds back.
constexpr double farthest_corner = 2 * model::farthest_item;

base::Point part_way(base::Point from, base::Point to, double t) {
    return {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
}

base::Point middle_seen(const Camera& camera, const base::Rect& view) {
    return camera.seen(view).centre();
}

Camera looking_at(base::Point middle, double zoom, const base::Rect& view) {
    return {{middle.x - view.w / zoom / 2, middle.y - view.h / zoom / 2}, zoom};
}

/// Sizes grow by the same share in the same time; the middle goes as it is seen to go.
Camera on_the_way(const BoardScreen::Glide& glide, const base::Rect& view, double t) {
    const double zoom = glide.from.zoom * std::pow(glide.to.zoom / glide.from.zoom, t);
    const auto from = middle_seen(glide.from, view), to = middle_seen(glide.to, view);
    double along = t;
    if (std::abs(glide.to.zoom / glide.from.zoom - 1) > 1e-3) {
        along = (1 / zoom - 1 / glide.from.zoom) / (1 / glide.to.zoom - 1 / glide.from.zoom);
    }
    return looking_at(part_way(from, to, along), zoom, view);
}

void keep_near(Camera& camera) {
    camera.corner.x = std::clamp(camera.corner.x, -farthest_corner, farthest_corner);
    camera.corner.y = std::clamp(camera.corner.y, -farthest_corner, farthest_corner);
}

/// So that a span of the content, from `first` to `last`, goes on being seen in a view that is `wide` and begins at
/// `start`.
double keep_seen(double start, double wide, double first, double last) {
    const double part = std::min(wide / 4, last - first);
    return std::clamp(start, first + part - wide, last - part);
}

bool somebody_holds(const BoardScreen& mine) {
    return std::any_of(mine.holds.begin(), mine.holds.end(), [](const auto& one) { return one.first >= 0; });
}

/// The board goes on as fast as it was let go, and comes to rest; the glide's easing begins with three times its mean
/// speed.
void throw_camera(BoardScreen& mine, const Canvas& canvas, base::Point velocity_px, Frame& frame,
                  const base::Rect& view) {
    constexpr double least_px_s = 400, most_px_s = 6000, ms = 900;
    const double speed = std::hypot(velocity_px.x, velocity_px.y);
    if (frame.less_motion() || !std::isfinite(speed) || speed < frame.px(least_px_s)) return;
    const double far_s = ms / 1000 / 3 * std::min(1.0, frame.px(most_px_s) / speed) / mine.camera.zoom;
    auto to = mine.camera;
    // No further than what is seen now: then one knows where one is.
    const auto seen = to.seen(view);
    to.corner = {to.corner.x - std::clamp(velocity_px.x * far_s, -seen.w, seen.w),
                 to.corner.y - std::clamp(velocity_px.y * far_s, -seen.h, seen.h)};
    keep_content_seen(to, canvas, view);
    mine.glide = BoardScreen::Glide{mine.camera, to, frame.now_s(), ms, true};
    frame.redraw_in(0);
}

/// Whoever touches a board that is on its way by itself holds it.
void catch_camera(BoardScreen& mine, const Frame& frame, const base::Rect& view) {
    if (!mine.glide || !mine.glide->thrown) return;
    const auto begun = frame.begun();
    if (std::any_of(begun.begin(), begun.end(), [&view](base::Point at) { return view.contains(at); })) {
        mine.glide.reset();
    }
}

/// One finger on the board itself, where nothing is that can be carried. What a hand does is decided when it begins.
void pan(BoardScreen& mine, const Canvas& canvas, Frame& frame, const base::Rect& view) {
    std::optional<BoardScreen::Panning> now;
    for (const auto& drag : frame.drags("board", view)) {
        if (mine.holds.contains(drag.contact) || mine.idle.contains(drag.contact)) continue;
        const bool pans = mine.panning && mine.panning->contact == drag.contact;
        if (!pans) {
            const auto under = mine.camera.to_board(drag.from, view);
            const auto* item = touched_item(mine, canvas, under, frame);
            if (item != nullptr && !is_ground(*item)) continue;
            if (mine.panning) {
                mine.idle.insert(drag.contact);
                continue;
            }
            mine.panning = BoardScreen::Panning{drag.contact, under};
        }
        if (drag.cancelled) {
            now = mine.panning;
            continue;
        }
        mine.glide.reset();
        const auto at = drag.at();
        // Nobody's note goes away under a hand: the board waits, and goes on from there.
        if (somebody_holds(mine) || frame.others_have_something(drag.contact)) {
            mine.panning->under = mine.camera.to_board(at, view);
        }
        now = mine.panning;
        mine.camera.corner = {now->under.x - (at.x - view.x) / mine.camera.zoom,
                              now->under.y - (at.y - view.y) / mine.camera.zoom};
        keep_content_seen(mine.camera, canvas, view);
        if (drag.ended) throw_camera(mine, canvas, drag.velocity, frame, view);
    }
    // Also in the frame in which it lets go: then nobody takes its drag for something else.
    mine.panning = now;
}

}  // namespace

bool is_ground(const model::Item& item) {
    const bool is_writing = item.type == model::ItemType::note || item.type == model::ItemType::text;
    return item.locked && (!is_writing || views::is_furniture(item));
}

bool is_sound(const Camera& camera) {
    return std::isfinite(camera.corner.x) && std::isfinite(camera.corner.y) && std::isfinite(camera.zoom) &&
           camera.zoom > 0;
}

void zoom_about(Camera& camera, base::Point at, double ratio, const base::Rect& view, double unit) {
    if (!std::isfinite(ratio) || ratio <= 0) return;
    const auto under = camera.to_board(at, view);
    camera.zoom = std::clamp(camera.zoom * ratio, zoom::least * unit, zoom::most * unit);
    camera.corner = {under.x - (at.x - view.x) / camera.zoom, under.y - (at.y - view.y) / camera.zoom};
    keep_near(camera);
}

void keep_content_seen(Camera& camera, const Canvas& canvas, const base::Rect& view) {
    keep_near(camera);
    const auto content = canvas.extent(), seen = camera.seen(view);
    if (canvas.size() == 0 || !is_sound(camera)) return;
    camera.corner = {keep_seen(seen.x, seen.w, content.x, content.right()),
                     keep_seen(seen.y, seen.h, content.y, content.bottom())};
}

Camera fitting_camera(const base::Rect& area, const base::Rect& view, double unit, double most) {
    if (area.w <= 0 && area.h <= 0) return looking_at(area.centre(), unit, view);
    const double margin = 40 * unit;
    const double across = std::max(1.0, view.w - 2 * margin) / std::max(1.0, area.w);
    const double down = std::max(1.0, view.h - 2 * margin) / std::max(1.0, area.h);
    const double fits = std::clamp(std::min({across, down, most * unit}), zoom::least * unit, zoom::most * unit);
    return looking_at(area.centre(), fits, view);
}

namespace {

/// All of it, as large as it can be beside what covers the view's edges.
Camera whole_in_room(const BoardScreen& mine, const Canvas& canvas, Frame& frame, const base::Rect& view, double most) {
    std::optional<Camera> found;
    for (const auto& room : board_rooms(frame, view, mine.map_shown)) {
        auto camera = fitting_camera(canvas.extent(), room, frame.px(1), most);
        camera.corner = {camera.corner.x - (room.x - view.x) / camera.zoom,
                         camera.corner.y - (room.y - view.y) / camera.zoom};
        if (!found || camera.zoom > found->zoom) found = camera;
    }
    return *found;
}

}  // namespace

void glide_to(BoardScreen& mine, const Camera& to, Frame& frame) {
    if (frame.less_motion()) {
        mine.camera = to;
    } else {
        mine.glide = BoardScreen::Glide{mine.camera, to, frame.now_s(), motion::screen, false};
    }
    frame.redraw_in(0);
}

void move_camera(BoardScreen& mine, const Canvas& canvas, Frame& frame, const base::Rect& view) {
    const double unit = frame.px(1);
    // A board that comes is looked at as a whole, once.
    if (mine.placed != mine.board && canvas.board() == mine.board) {
        mine.placed = mine.board;
        mine.glide.reset();
        mine.camera = whole_in_room(mine, canvas, frame, view, 1);
    } else if (view.size() != mine.view.size() && !mine.view.empty() && mine.placed == mine.board) {
        // What was in the middle stays there.
        mine.camera = looking_at(middle_seen(mine.camera, mine.view), mine.camera.zoom, view);
        mine.glide.reset();
    }
    catch_camera(mine, frame, view);
    if (const auto pinch = frame.pinch("board", view)) {
        mine.glide.reset();
        mine.camera.corner = {mine.camera.corner.x - pinch->by.x / mine.camera.zoom,
                              mine.camera.corner.y - pinch->by.y / mine.camera.zoom};
        zoom_about(mine.camera, pinch->centre, pinch->ratio, view, unit);
        keep_content_seen(mine.camera, canvas, view);
    }
    frame.ground("board", view);
    pan(mine, canvas, frame, view);
    const double times = std::exchange(mine.wants_zoom, 1);
    if (times != 1) {
        auto to = mine.glide ? mine.glide->to : mine.camera;
        zoom_about(to, view.centre(), times, view, unit);
        keep_content_seen(to, canvas, view);
        glide_to(mine, to, frame);
    }
    if (std::exchange(mine.wants_all, false)) glide_to(mine, whole_in_room(mine, canvas, frame, view, 1.5), frame);
    if (mine.glide) {
        const double t = std::clamp((frame.now_s() - mine.glide->since_s) * 1000 / mine.glide->ms, 0.0, 1.0);
        const double left = 1 - t;
        mine.camera = t >= 1 ? mine.glide->to : on_the_way(*mine.glide, view, 1 - left * left * left);
        t >= 1 ? mine.glide.reset() : frame.redraw_in(0);
    }
    keep_near(mine.camera);
    if (!is_sound(mine.camera)) mine.camera = fitting_camera(canvas.extent(), view, unit);
    mine.view = view;
}

}  // namespace ui
