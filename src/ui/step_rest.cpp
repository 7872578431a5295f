#include "ui/step_rest.hpp"

#include <string>
#include <variant>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double step_rest_s = 1;

bool is_of_vote(Step::Kind kind) {
    return kind == Step::Kind::open || kind == Step::Kind::close || kind == Step::Kind::reveal;
}

bool is_unanswered(const views::PollView* poll) {
    return poll != nullptr && poll->state == "open" && poll->in == 0 && poll->paper == 0;
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

bool closes_unanswered(std::optional<base::Id>& asked, const views::RoomView& room, const intents::Intent& intent) {
    const auto* close = std::get_if<intents::ClosePoll>(&intent);
    if (close == nullptr || !is_unanswered(find_poll(room, close->poll))) return false;
    asked = close->poll;
    return true;
}

bool ask_to_close_vote(std::optional<base::Id>& asked, const views::RoomView& room, Frame& frame, Intents& out) {
    if (!asked) return false;
    // With the first answer there is nothing to ask about.
    if (!is_unanswered(find_poll(room, *asked))) {
        asked.reset();
        return false;
    }
    const auto title = base::tr("wall.close_vote"), text = base::tr("wall.close_vote.text");
    const auto stay = base::tr("wall.close_vote.stay"), go = base::tr("wall.close_vote.go");
    const int answer = dialog(frame, "close-vote", {title, text, stay, go});
    if (answer == 1) out.emplace_back(intents::ClosePoll{*asked});
    if (answer >= 0) asked.reset();
    return true;
}

}  // namespace ui
