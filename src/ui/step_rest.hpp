#pragma once
#include <string_view>

#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "ui/session.hpp"

namespace ui {

/// The day's next step stands at one place whatever it is. When a vote makes it another, it rests for a moment: who
/// taps twice has not read what it says now.
struct StepRest {
    Step::Kind kind = Step::Kind::none;
    double until_s = 0;
};
/// True when the step can be taken. Says "<id>/rests" while it cannot: a tap is not heard, but the button is drawn as
/// one that can be pressed.
bool has_rested(StepRest& mine, const Step& step, std::string_view id, Frame& frame);

}  // namespace ui
