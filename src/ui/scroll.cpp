#include "ui/scroll.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double stop_px_per_s = 20;
constexpr double friction_per_s = 4.2;

}  // namespace

Scroll::Scroll(Frame& frame, std::string_view id, const base::Rect& place, double content_px, Zone::Axis axis,
               bool for_reading)
    : frame_(frame), place_(place), content_px_(content_px), axis_(axis), clip_(std::in_place, frame, place) {
    const bool down = axis == Zone::Axis::along_y;
    const double seen = down ? place.h : place.w;
    const double most = std::max(0.0, content_px - seen);
    auto& state = frame.state_.scrolled_[frame.path(id)];
    const auto along = [down](base::Point point) { return down ? point.y : point.x; };

    if (const auto drag = frame.drag(id, place, most > 0 ? axis : Zone::Axis::none)) {
        // From where the drag was taken up, so that nothing jumps.
        if (!std::exchange(state.dragged, true)) state.from = state.at + along(drag->by);
        state.at = state.from - along(drag->by);
        state.velocity = 0;
        if (drag->ended) {
            state.dragged = false;
            if (!frame.less_motion()) state.velocity = -along(drag->velocity);
        }
    } else if (std::abs(state.velocity) > stop_px_per_s) {
        // Friction as a falling exponential, whatever the frames' length.
        const double passed = std::clamp(frame.now_s() - state.moved_s, 0.0, 0.1);
        const double left = std::exp(-friction_per_s * passed);
        state.at += state.velocity * (1 - left) / friction_per_s;
        state.velocity *= left;
        if (state.at <= 0 || state.at >= most) state.velocity = 0;
    } else {
        state.velocity = 0;
    }
    if (for_reading && most > 0) {
        frame.record(id, place).reads = true;
        focused_ = frame.state_.ring_ && frame.has_keyboard(id);
        const double step = seen * 0.4;
        if (focused_ && frame.take_key(Key::down)) state.at += step;
        if (focused_ && frame.take_key(Key::up)) state.at -= step;
    }
    state.moved_s = frame.now_s();
    if (std::abs(state.velocity) > stop_px_per_s) frame.redraw_in(0);
    state.at -= along(frame.wheel(id));

    // A hand on it stops it.
    const auto full = frame.path(id);
    for (const auto& [number, contact] : frame.state_.contacts_) {
        for (const auto& zone : contact.below) {
            if (zone.id == full) state.velocity = 0;
        }
    }
    // What the keyboard has just reached is brought into view, once.
    scroller_before_ = std::exchange(frame.scroller_, std::hash<std::string>()(full));
    const auto* zone = frame.state_.focused_zone();
    if (zone == nullptr || !frame.state_.ring_) {
        state.followed.clear();
    } else if (zone->scroller == frame.scroller_ && state.followed != zone->id) {
        state.followed = zone->id;
        const double from = down ? zone->rect.y - place.y : zone->rect.x - place.x;
        const double length = down ? zone->rect.h : zone->rect.w;
        const double margin = frame.px(space::m);
        if (from + length > seen - margin) state.at += from + length - seen + margin;
        if (from < margin) state.at += from - margin;
    }
    state.at = std::clamp(state.at, 0.0, most);
    at_ = state.at;
    content_ = place;
    (down ? content_.h : content_.w) = std::max(content_px, seen);
    content_ = down ? content_.moved(0, -std::round(at_)) : content_.moved(-std::round(at_), 0);
}

Scroll::~Scroll() {
    frame_.scroller_ = scroller_before_;
    if (focused_) focus_ring(frame_, place_.inset(frame_.px(7)), frame_.px(radius::control));
    const bool down = axis_ == Zone::Axis::along_y;
    const double seen = down ? place_.h : place_.w;
    if (content_px_ <= seen + 0.5) return;
    const double length = std::max(frame_.px(32), seen * seen / content_px_);
    const double from = (seen - length) * at_ / (content_px_ - seen);
    const double wide = frame_.px(6), between = frame_.px(2);
    const bool inside = bar_inside_ || place_.right() + between + wide > frame_.screen().right();
    if (down && !inside) clip_.reset();
    const double x = inside ? place_.right() - wide - between : place_.right() + between;
    const base::Rect bar = down ? base::Rect{x, place_.y + from, wide, length}
                                : base::Rect{place_.x + from, place_.bottom() - wide - frame_.px(2), length, wide};
    frame_.painter.fill(bar, wide / 2, base::with_alpha(frame_.theme.line_control, 0.6));
}

}  // namespace ui
