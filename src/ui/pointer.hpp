#pragma once
#include <cstdint>
#include <string>
#include <variant>

#include "base/geometry.hpp"

namespace ui {

/// What hands do, as the window tells it. Mouse = contact 0; fingers and pens count from 1. The mouse and pens `hover`
/// while they do not touch.
struct ContactEvent {
    enum class Phase { hover, begin, move, end, cancel };
    int contact = 0;
    Phase phase = Phase::hover;
    base::Point position_px;
    double time_s = 0;
    double width_px = 0;  // of what touches the glass; 0: the display does not tell
    bool pen = false;
    double pressure = 0.5;  // of a pen, 0 to 1; 0.5 where nothing tells
};

/// A wheel or a two-finger swipe on a pad: how far the content goes, in px (positive: towards the start).
struct WheelEvent {
    base::Point position_px;
    base::Point by_px;
    double time_s = 0;
    bool control = false;  // held: larger and smaller, about the pointer
};

enum class Key {
    other,
    tab,
    enter,
    space,
    escape,
    backspace,
    del,
    insert,
    home,
    end,
    left,
    right,
    up,
    down,
    page_up,
    page_down,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    character,  // a key with a letter, digit or sign: see KeyEvent::character
};

/// A key that goes down, or repeats while it is held. What it writes comes as a CharEvent of its own.
struct KeyEvent {
    Key key = Key::other;
    char32_t character = 0;  // lower case, by the person's layout; 0 unless key is `character`
    bool control = false, shift = false, alt = false;
    bool repeated = false;
    double time_s = 0;
    std::string to{};  // the text zone that a keyboard on the screen writes in; empty: the one in focus
};

/// A character that was written: dead keys are already joined.
struct CharEvent {
    char32_t character = 0;
    double time_s = 0;
    std::string to{};  // as KeyEvent::to
};

/// The window lost the keyboard, or was covered: what the mouse does is cancelled. Fingers always end by themselves,
/// and another window that somebody touches takes nothing from them.
struct BlurEvent {};

using InputEvent = std::variant<ContactEvent, WheelEvent, KeyEvent, CharEvent, BlurEvent>;

}  // namespace ui
