#pragma once
#include <cstddef>
#include <functional>
#include <string>

#include "app/stage.hpp"

namespace app {

/// What a hand does on a stage, to be timed.
struct HandWork {
    std::function<void(std::size_t)> push;  // the next input; told how often it was asked before
    std::function<void()> turn;             // draws a frame, and waits until it is on the screen
    double seconds = 5;                     // of each of the two ways
};
using TellFigure = std::function<void(const char* metric, double value, const char* unit)>;

/// Frame after frame with input in each, and then 60 reports a second: the figures of bench_canvas. Main thread.
void time_hand(Stage& stage, const HandWork& work, const TellFigure& tell);

}  // namespace app
