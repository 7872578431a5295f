#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "ui/screen_history.hpp"

/// What screens with a timeline share.
namespace ui {

using Moments = std::vector<views::BoardMoment>;

/// Begins at the newest moment. history_moments.cpp, as all below
void begin_timeline(Timeline& mine);
/// Where hands are among them; there is at least one.
std::size_t chosen_place(const Timeline& mine, const Moments& moments);
void choose_moment(Timeline& mine, const Moments& moments, std::size_t place);
/// By hand: playing stops.
void go_to_moment(Timeline& mine, const Moments& moments, std::size_t place, Frame& frame);
void step_moments(Timeline& mine, const Moments& moments, int by, Frame& frame);
void begin_to_play(Timeline& mine, const Moments& moments, const Frame& frame);
/// While it plays: to the moment that is due.
void play_on(Timeline& mine, const Moments& moments, Frame& frame);
void take_history_keys(Timeline& mine, const Moments& moments, Frame& frame);
/// A moment at a time: the next is asked for when the one before is here, so that a slider that is drawn fast asks for
/// few. `shown`: the moment that has come; none: nothing has.
void ask_for_moment(Timeline& mine, std::optional<std::uint64_t> shown, Frame& frame);
void leave_history(Timeline& mine);
/// Something was done to this object then, as far as that is told.
bool was_touched(const views::BoardMoment& moment, const base::Id& item);
/// The next one before (−1) or after (1) this place at which something was done to it.
std::optional<std::size_t> next_change_of(const Moments& moments, const base::Id& item, std::size_t place, int by);

/// What hands have asked to be as it was at the moment that is seen.
struct RestoreWish {
    std::uint64_t moment = 0;
    std::optional<base::Id> object;  // none: all of it
};
/// The bar at the foot of `area`, which it is cut off. history_timeline.cpp, as all below
base::Rect cut_timeline(const Frame& frame, base::Rect& area);
/// Draws it with its ways to other moments and back to now. `waits`: nothing has come yet; `is_there`: the chosen
/// object stands there at the moment that is seen.
std::optional<RestoreWish> draw_timeline(Timeline& mine, const Moments& moments, bool waits, bool is_there,
                                         Frame& frame, const base::Rect& strip);

}  // namespace ui
