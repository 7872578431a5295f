#pragma once
#include <variant>

#include "ui/pointer.hpp"

namespace ui {

/// How far and how long a contact goes before it is something else. Lengths in px of the window.
struct GestureLimits {
    double slop_px = 9;   // 8 mm: still a tap, wherever it is let go
    double drag_px = 12;  // 10 mm: a drag begins
    double long_press_s = 0.5;
    double palm_px = 32;    // 28 mm: wider is a palm or a sleeve
    double crowd_px = 69;   // 60 mm: four that come down at once in so little room are one of them too
    double pinch_px = 520;  // 450 mm: two fingers further apart belong to two people
    // Where hands draw, two fingers are one hand's that moves the board only when they come down together.
    double hand_px = 265;  // 230 mm apart
    double together_s = 0.3;
    // While a pen is near.
    double rest_px = 139;  // 120 mm: what comes down so near to it is the hand that holds it
    double edge_px = 12;   // 10 mm: what comes down so near to the glass's edge is a sleeve
};

/// What one contact is in the midst of. Pure; one for each contact, so several people work at once.
struct Resting {};
struct Pressing {  // a tap, if it ends now
    base::Point from;
    double since_s = 0;
};
struct Straying {  // further than a tap, not yet a drag
    base::Point from;
    double since_s = 0;
};
struct Holding {  // long pressed, and not moved
    base::Point from;
};
struct Dragging {
    base::Point from;
};
using Gesture = std::variant<Resting, Pressing, Straying, Holding, Dragging>;

/// What a step meant.
enum class GestureEvent {
    none,
    pressed,
    drag_began,
    dragged,
    long_pressed,
    tapped,
    strayed_end,
    dropped,
    held_end,
    cancelled
};

struct GestureStep {
    Gesture now;
    GestureEvent event = GestureEvent::none;
};
/// The contact's next state.
GestureStep step(const Gesture& gesture, const ContactEvent& event, const GestureLimits& limits);
/// Time alone makes a long press.
GestureStep wait(const Gesture& gesture, double now_s, const GestureLimits& limits);

}  // namespace ui
