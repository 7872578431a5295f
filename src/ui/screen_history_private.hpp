#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "ui/screen_history.hpp"

/// What the files of the history's screen share.
namespace ui {

using Moments = std::vector<views::BoardMoment>;

/// Where hands are among them; there is at least one. history_moments.cpp
std::size_t chosen_place(const HistoryScreen& mine, const Moments& moments);
void choose_moment(HistoryScreen& mine, const Moments& moments, std::size_t place);
/// By hand: playing stops.
void go_to_moment(HistoryScreen& mine, const Moments& moments, std::size_t place, Frame& frame);
void step_moments(HistoryScreen& mine, const Moments& moments, int by, Frame& frame);
void begin_to_play(HistoryScreen& mine, const Moments& moments, const Frame& frame);
void leave_history(HistoryScreen& mine);
/// Something was done to this object then, as far as that is told.
bool was_touched(const views::BoardMoment& moment, const base::Id& item);
/// The next one before (−1) or after (1) this place at which something was done to it.
std::optional<std::size_t> next_change_of(const Moments& moments, const base::Id& item, std::size_t place, int by);

/// Below the board. history_timeline.cpp
void draw_timeline(HistoryScreen& mine, const views::BoardHistory& history, Frame& frame, base::Rect inside,
                   Intents& out);
/// While nothing has come, or when nothing has ever been done.
void draw_no_timeline(HistoryScreen& mine, bool waits, Frame& frame, base::Rect inside);

}  // namespace ui
