#pragma once
#include <cstdint>
#include <optional>

#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "views/wall.hpp"

namespace ui {

/// How long it is counted down before a vote closes by itself.
inline constexpr double vote_closes_s = 10;

/// A vote in which everybody has voted, or whose time is over, closes by itself, after a countdown that is seen and can
/// be stopped.
struct VoteClosing {
    base::Id poll;          // whose countdown runs
    double since_s = 0;     // when it began
    double counted_s = -1;  // the frame that counted last: unseen it does not go on
    base::Id kept_open;     // was stopped by hand: it is closed by hand too
    base::Id asked;         // its closing has been asked for
};

/// Has everybody voted who may? Where heads are counted or codes are given that is known. Where each device draws a
/// ballot, whoever comes now would find the vote closed: so only when the trainer has said so (`here_is_all`), when all
/// who are here have voted, and no device is used by several or for ballots on paper. Pure.
bool have_all_voted(const views::WallView& view, const views::PollView& poll, bool here_is_all);

/// Is the time of the block over, and has somebody voted? Pure.
bool is_time_over(const views::WallView& view, const views::PollView& poll, std::int64_t host_now_ms);

/// Why a vote closes by itself.
enum class ClosesBecause { nothing, all_have_voted, time_is_over };
/// The time counts only when the trainer has said so (`by_itself`).
ClosesBecause why_it_closes(const views::WallView& view, const views::PollView& poll, bool by_itself,
                            std::int64_t host_now_ms);

/// Seconds until this vote closes; nothing: it does not by itself. Asks for the closing when they are over. Call it in
/// each frame that shows the countdown, and in no other.
std::optional<double> count_down(VoteClosing& mine, const views::WallView& view, const views::PollView& poll,
                                 bool by_itself, Frame& frame, Intents& out);

}  // namespace ui
