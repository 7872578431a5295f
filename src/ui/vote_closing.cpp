#include "ui/vote_closing.hpp"

#include <algorithm>

namespace ui {
namespace {

constexpr double least_voters = 2;  // one who has voted alone is trying it out
constexpr double unseen_s = 2;      // longer without a frame, and it begins anew

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

std::optional<double> count_down(VoteClosing& mine, const views::WallView& view, const views::PollView& poll,
                                 bool here_is_all, Frame& frame, Intents& out) {
    if (mine.kept_open == poll.id || mine.asked == poll.id || !have_all_voted(view, poll, here_is_all)) {
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
