#include "ui/gesture.hpp"

#include <cmath>

namespace ui {
namespace {

using Phase = ContactEvent::Phase;

double distance(base::Point a, base::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

base::Point from_of(const Gesture& gesture) {
    if (const auto* pressing = std::get_if<Pressing>(&gesture)) return pressing->from;
    if (const auto* straying = std::get_if<Straying>(&gesture)) return straying->from;
    if (const auto* holding = std::get_if<Holding>(&gesture)) return holding->from;
    if (const auto* dragging = std::get_if<Dragging>(&gesture)) return dragging->from;
    return {};
}

GestureStep moved(const Gesture& gesture, const ContactEvent& event, const GestureLimits& limits) {
    if (std::holds_alternative<Dragging>(gesture)) return {gesture, GestureEvent::dragged};
    const auto from = from_of(gesture);
    const double far = distance(from, event.position_px);
    if (far >= limits.drag_px) return {Dragging{from}, GestureEvent::drag_began};
    if (const auto* pressing = std::get_if<Pressing>(&gesture); pressing != nullptr && far > limits.slop_px) {
        return {Straying{from, pressing->since_s}, GestureEvent::none};
    }
    return {gesture, GestureEvent::none};
}

GestureEvent ended(const Gesture& gesture) {
    if (std::holds_alternative<Pressing>(gesture)) return GestureEvent::tapped;
    if (std::holds_alternative<Straying>(gesture)) return GestureEvent::strayed_end;
    if (std::holds_alternative<Holding>(gesture)) return GestureEvent::held_end;
    return GestureEvent::dropped;
}

}  // namespace

GestureStep step(const Gesture& gesture, const ContactEvent& event, const GestureLimits& limits) {
    if (event.phase == Phase::begin) return {Pressing{event.position_px, event.time_s}, GestureEvent::pressed};
    if (std::holds_alternative<Resting>(gesture)) return {gesture, GestureEvent::none};
    switch (event.phase) {
        case Phase::move:
            return moved(gesture, event, limits);
        case Phase::end: {
            // A fast finger may end far from its last move: what that move would have been counts first.
            const auto last = moved(gesture, event, limits);
            return {Resting{}, ended(last.now)};
        }
        case Phase::cancel:
            return {Resting{}, GestureEvent::cancelled};
        default:
            return {gesture, GestureEvent::none};
    }
}

GestureStep wait(const Gesture& gesture, double now_s, const GestureLimits& limits) {
    const auto* pressing = std::get_if<Pressing>(&gesture);
    if (pressing == nullptr || now_s - pressing->since_s < limits.long_press_s) return {gesture, GestureEvent::none};
    return {Holding{pressing->from}, GestureEvent::long_pressed};
}

}  // namespace ui
