#include "ui/step_rest.hpp"

#include <string>

namespace ui {
namespace {

constexpr double step_rest_s = 1;

bool is_of_vote(Step::Kind kind) {
    return kind == Step::Kind::open || kind == Step::Kind::close || kind == Step::Kind::reveal;
}

}  // namespace

bool has_rested(StepRest& mine, const Step& step, std::string_view id, Frame& frame) {
    if (mine.kind != step.kind) {
        const bool fresh = mine.kind == Step::Kind::none;
        if (!fresh && (is_of_vote(mine.kind) || is_of_vote(step.kind))) mine.until_s = frame.now_s() + step_rest_s;
        mine.kind = step.kind;
    }
    const double left = mine.until_s - frame.now_s();
    if (left <= 0) return true;
    frame.redraw_in(left + 0.01);
    frame.say(std::string(id) + "/rests", step.text);
    return false;
}

}  // namespace ui
