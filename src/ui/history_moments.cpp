// Which moment of a board's history hands have chosen.
#include <algorithm>

#include "ui/screen_history_private.hpp"

namespace ui {
namespace {

/// The last moment that is not after this one.
std::size_t moment_before(const Moments& moments, std::uint64_t seq) {
    const auto after = std::upper_bound(moments.begin(), moments.end(), seq,
                                        [](std::uint64_t wanted, const auto& one) { return wanted < one.seq; });
    return after == moments.begin() ? 0 : static_cast<std::size_t>(after - moments.begin()) - 1;
}

}  // namespace

std::size_t chosen_place(const HistoryScreen& mine, const Moments& moments) {
    return mine.wanted ? moment_before(moments, *mine.wanted) : moments.size() - 1;
}

void choose_moment(HistoryScreen& mine, const Moments& moments, std::size_t place) {
    place = std::min(place, moments.size() - 1);
    mine.wanted.reset();
    if (place + 1 < moments.size()) mine.wanted = moments[place].seq;
}

void go_to_moment(HistoryScreen& mine, const Moments& moments, std::size_t place, Frame& frame) {
    mine.plays_from_s.reset();
    choose_moment(mine, moments, place);
    frame.redraw_in(0);
}

void step_moments(HistoryScreen& mine, const Moments& moments, int by, Frame& frame) {
    const auto place = static_cast<std::ptrdiff_t>(chosen_place(mine, moments)) + by;
    go_to_moment(mine, moments, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, place)), frame);
}

void begin_to_play(HistoryScreen& mine, const Moments& moments, const Frame& frame) {
    const auto place = chosen_place(mine, moments);
    const bool at_end = place + 1 >= moments.size();
    const double share = at_end ? 0 : static_cast<double>(place) / static_cast<double>(moments.size() - 1);
    mine.plays_from_s = frame.now_s() - share * HistoryScreen::whole_s;
    if (at_end) choose_moment(mine, moments, 0);
}

void leave_history(HistoryScreen& mine) {
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
