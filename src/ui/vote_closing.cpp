#include "ui/vote_closing.hpp"

#include <algorithm>

#include "ui/session.hpp"

namespace ui {
namespace {

constexpr std::int64_t least_voters = 2;  // one who has voted alone is trying it out
constexpr double unseen_s = 2;            // longer without a frame, and it begins anew

bool is_used_by_one(const views::RemoteView::SeatItem& seat) {
    return seat.use == "one";
}

}  // namespace

bool have_all_voted(const views::WallView& view, const views::PollView& poll, bool here_is_all) {
    if (poll.state != "open" || poll.in < least_voters) return false;
    switch (poll.form.trust) {
        case model::Trust::heads:
            // More than there are people is for the trainer to look at.
            return poll.form.people > 0 && poll.in == poll.form.people;
        case model::Trust::codes:
            return poll.form.codes > 0 && poll.in == poll.form.codes;
        case model::Trust::open:
            break;
    }
    const auto& remote = view.remote;
    return here_is_all && poll.in >= poll.of && poll.of >= remote.room.people && poll.paper == 0 && poll.lost.empty() &&
           std::all_of(remote.seats.begin(), remote.seats.end(), is_used_by_one);
}

bool is_time_over(const views::WallView& view, const views::PollView& poll, std::int64_t host_now_ms) {
    const auto& room = view.remote.room;
    return poll.state == "open" && poll.in > 0 && room.block && room.block->clock.state == "running" &&
           left_ms(room, host_now_ms) < 0;
}

ClosesBecause why_it_closes(const views::WallView& view, const views::PollView& poll, bool by_itself,
                            std::int64_t host_now_ms) {
    if (have_all_voted(view, poll, by_itself)) return ClosesBecause::all_have_voted;
    return by_itself && is_time_over(view, poll, host_now_ms) ? ClosesBecause::time_is_over : ClosesBecause::nothing;
}

std::optional<double> count_down(VoteClosing& mine, const views::WallView& view, const views::PollView& poll,
                                 bool by_itself, Frame& frame, Intents& out) {
    const auto why = why_it_closes(view, poll, by_itself, frame.host_now_ms());
    if (mine.kept_open == poll.id || mine.asked == poll.id || why == ClosesBecause::nothing) {
        mine.poll = {};
        return std::nullopt;
    }
    const double now = frame.now_s();
    if (mine.poll != poll.id || now - mine.counted_s > unseen_s) {
        mine.poll = poll.id;
        mine.since_s = now;
    }
    mine.counted_s = now;
    const double left = vote_closes_s - (now - mine.since_s);
    if (left <= 0) {
        out.emplace_back(intents::ClosePoll{poll.id});
        mine.asked = poll.id;
        mine.poll = {};
        return std::nullopt;
    }
    frame.redraw_in(frame.less_motion() ? std::min(left, 0.5) : std::min(left, 0.1));
    return left;
}

}  // namespace ui
