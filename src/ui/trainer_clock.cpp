// The trainer's clock: what is left of the block, and more or less of it.
#include <algorithm>
#include <cmath>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/session.hpp"
#include "ui/trainer_parts.hpp"

namespace ui {

void draw_trainer_clock(const views::WallView& view, Frame& frame, const base::Rect& place, Intents& out) {
    const auto& remote = view.remote;
    card(frame, place);
    if (!remote.room.block) return;
    // Low: digits and buttons beside each other, in one row.
    const bool low = place.h < frame.px(trainer_clock_high) - 1;
    auto inside = place.inset(frame.px(low ? 28 : 36), std::min(frame.px(low ? 10 : 28), place.h * 0.09));
    const auto& clock = remote.room.block->clock;
    const auto left = left_ms(remote.room, frame.host_now_ms());
    auto side = inside.cut_right(inside.w * (low ? 0.66 : 0.5));
    inside.cut_right(frame.px(low ? 20 : 32));
    const auto ends = base::tr("wall.trainer.block_ends", {{"time", base::to_local_time(frame.host_now_ms() + left)}});
    const auto title = base::tr(left < 0 ? "wall.trainer.over_time" : "wall.trainer.time_left");
    TimerView timer_view;
    timer_view.left_ms = left;
    timer_view.total_ms = clock.planned_ms;
    timer_view.paused = clock.state != "running";
    if (!low) timer_view.title = title;
    if (!timer_view.paused && !low) timer_view.ends = ends;
    timer(frame, inside, timer_view, low ? 72 : 132);

    auto note = side.cut_bottom(frame.px(low ? 28 : 34));
    Ink quiet;
    quiet.design = 18;
    quiet.colour = frame.theme.ink3;
    quiet.across = paint::Align::centre;
    label(frame, note, low && !timer_view.paused ? title + ", " + ends : base::tr("wall.trainer.seen_by_all"), quiet);
    const double gap = frame.px(low ? 10 : 12);
    const double high = low ? std::min(frame.px(touch::primary), side.h) : std::min(frame.px(80), (side.h - gap) / 2);
    // The pause has a word, and as much as two of the others where they stand in one row.
    const double wide = low ? (side.w - 3 * gap) / 5 : (side.w - gap) / 2;
    const auto cell = [&](int column, int row) {
        if (!low) return base::Rect{side.x + column * (wide + gap), side.y + row * (high + gap), wide, high};
        const int at = row * 2 + column;
        const double x = side.x + (at == 0 ? 0 : wide + at * (wide + gap));
        return base::Rect{x, side.centre().y - high / 2, at == 0 ? 2 * wide : wide, high};
    };
    const bool running = clock.state == "running", paused = clock.state == "paused";
    ButtonLook look;
    look.icon = running ? icon::pause : icon::play;
    const auto* key = running ? "wall.trainer.pause" : paused ? "wall.trainer.resume" : "wall.trainer.start";
    if (button(frame, "clock/pause", cell(0, 0), base::tr(key), look)) {
        if (running) {
            out.emplace_back(intents::PauseClock{});
        } else if (paused) {
            out.emplace_back(intents::ResumeClock{});
        } else {
            out.emplace_back(intents::StartClock{});
        }
    }
    const auto minutes = [&](std::string_view id, const base::Rect& rect, int by) {
        const auto count = std::to_string(std::abs(by));
        look.icon = low ? icon::none : by > 0 ? icon::plus : icon::minus;
        const auto words = low ? (by > 0 ? "+" : "−") + count : base::tr("wall.trainer.minutes", {{"count", count}});
        if (button(frame, id, rect, words, look)) out.emplace_back(intents::AddMinutes{by});
    };
    minutes("clock/add-5", cell(1, 0), 5);
    minutes("clock/take-1", cell(0, 1), -1);
    minutes("clock/add-1", cell(1, 1), 1);
}

}  // namespace ui
