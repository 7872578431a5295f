// Which moment of a history hands have chosen.
#include <algorithm>
#include <cmath>

#include "ui/screen_history_private.hpp"

namespace ui {
namespace {

constexpr double longest_moment_wait_s = 2;  // for a moment; then another may be asked for all the same
constexpr double history_steps = 10;         // that all of it takes with less motion

/// The last moment that is not after this one.
std::size_t moment_before(const Moments& moments, std::uint64_t seq) {
    const auto after = std::upper_bound(moments.begin(), moments.end(), seq,
                                        [](std::uint64_t wanted, const auto& one) { return wanted < one.seq; });
    return after == moments.begin() ? 0 : static_cast<std::size_t>(after - moments.begin()) - 1;
}

}  // namespace

void begin_timeline(Timeline& mine) {
    mine.open = true;
    mine.wanted.reset();
    mine.asked = 0;
    mine.chosen.reset();
    mine.plays_from_s.reset();
}

std::size_t chosen_place(const Timeline& mine, const Moments& moments) {
    return mine.wanted ? moment_before(moments, *mine.wanted) : moments.size() - 1;
}

void choose_moment(Timeline& mine, const Moments& moments, std::size_t place) {
    place = std::min(place, moments.size() - 1);
    mine.wanted.reset();
    if (place + 1 < moments.size()) mine.wanted = moments[place].seq;
}

void go_to_moment(Timeline& mine, const Moments& moments, std::size_t place, Frame& frame) {
    mine.plays_from_s.reset();
    choose_moment(mine, moments, place);
    frame.redraw_in(0);
}

void step_moments(Timeline& mine, const Moments& moments, int by, Frame& frame) {
    const auto place = static_cast<std::ptrdiff_t>(chosen_place(mine, moments)) + by;
    go_to_moment(mine, moments, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, place)), frame);
}

void begin_to_play(Timeline& mine, const Moments& moments, const Frame& frame) {
    const auto place = chosen_place(mine, moments);
    const bool at_end = place + 1 >= moments.size();
    const double share = at_end ? 0 : static_cast<double>(place) / static_cast<double>(moments.size() - 1);
    mine.plays_from_s = frame.now_s() - share * Timeline::whole_s;
    if (at_end) choose_moment(mine, moments, 0);
}

void play_on(Timeline& mine, const Moments& moments, Frame& frame) {
    if (!mine.plays_from_s) return;
    double share = (frame.now_s() - *mine.plays_from_s) / Timeline::whole_s;
    if (share >= 1) {
        mine.plays_from_s.reset();
        return choose_moment(mine, moments, moments.size() - 1);
    }
    if (frame.less_motion()) share = std::floor(share * history_steps + 1e-6) / history_steps;
    const auto last = static_cast<double>(moments.size() - 1);
    choose_moment(mine, moments, static_cast<std::size_t>(std::floor(share * last + 1e-6)));
    frame.redraw_in(frame.less_motion() ? 0.25 : 0.05);
}

void take_history_keys(Timeline& mine, const Moments& moments, Frame& frame) {
    if (frame.take_key(Key::escape)) return leave_history(mine);
    if (moments.empty()) {
        // They lead nobody on in the room because the history has not come yet.
        for (const auto key : {Key::left, Key::right, Key::home, Key::end, Key::space}) frame.take_key(key);
        return;
    }
    if (frame.take_key(Key::left)) step_moments(mine, moments, -1, frame);
    if (frame.take_key(Key::right)) step_moments(mine, moments, 1, frame);
    if (frame.take_key(Key::home)) go_to_moment(mine, moments, 0, frame);
    if (frame.take_key(Key::end)) go_to_moment(mine, moments, moments.size() - 1, frame);
    if (!frame.take_key(Key::space)) return;
    if (mine.plays_from_s) {
        mine.plays_from_s.reset();
    } else {
        begin_to_play(mine, moments, frame);
    }
    frame.redraw_in(0);
}

void ask_for_moment(Timeline& mine, std::optional<std::uint64_t> shown, Frame& frame) {
    const auto target = mine.wanted.value_or(0);
    if (target == mine.asked) return;
    const bool has_come = shown && (mine.asked == 0 || *shown == mine.asked);
    const double left = longest_moment_wait_s - (frame.now_s() - mine.asked_s);
    if (!has_come && left > 0) return frame.redraw_in(left);
    mine.asked = target;
    mine.asked_s = frame.now_s();
}

void leave_history(Timeline& mine) {
    mine.open = false;
    mine.plays_from_s.reset();
}

bool was_touched(const views::BoardMoment& moment, const base::Id& item) {
    return std::find(moment.touched.begin(), moment.touched.end(), item) != moment.touched.end();
}

std::optional<std::size_t> next_change_of(const Moments& moments, const base::Id& item, std::size_t place, int by) {
    const auto count = static_cast<std::ptrdiff_t>(moments.size());
    for (auto at = static_cast<std::ptrdiff_t>(place) + by; at >= 0 && at < count; at += by) {
        const auto found = static_cast<std::size_t>(at);
        if (was_touched(moments[found], item)) return found;
    }
    return std::nullopt;
}

}  // namespace ui
