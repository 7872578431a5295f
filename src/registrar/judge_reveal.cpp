// A closed vote is counted, and shown.
#include "methods/otherwise.hpp"
#include "registrar/tallies.hpp"
#include "registrar/workshop.hpp"

namespace registrar {

/// What the tallies of a closed poll hold; says in `counted_` how many there are.
base::Result<std::vector<methods::CountedBallot>> Workshop::read_ballots(const Id& poll) {
    IR_TRY(auto ballots, registrar::read_ballots(book_.reader(), poll));
    auto& count = counted_[poll] = 0;
    for (const auto& ballot : ballots) count += ballot.count;
    return ballots;
}

/// Also says in `others_` what other methods would have given.
base::Result<methods::Outcome> Workshop::count(const Id& poll) {
    IR_TRY(const auto form, form_of(poll));
    IR_TRY(const auto ballots, read_ballots(poll));
    const auto eligible = cells().number(poll, "poll.eligible");
    others_[poll] = methods::count_otherwise(form.rule, ballots, eligible);
    return methods::count_poll(form.rule, ballots, eligible, methods::effort_of(cells().text(poll, "poll.result")));
}

/// Is it closed, so that there is something to count?
base::Done Workshop::check_closed(const Id& poll) const {
    const auto state = cells().text(poll, "poll.state");
    if (state.empty() || cells().id(poll, "poll.session") != session_) {
        return base::refuse(base::Code::not_found, "poll");
    }
    if (state == "cancelled") return base::refuse(base::Code::not_now, "cancelled");
    if (state == "open") return base::refuse(base::Code::not_now, "open");
    return {};
}

Judged Workshop::judge(const intents::RevealPoll& wish, const Asker& asker) {
    IR_DO(check_closed(wish.poll));
    if (close_tickets_.contains(wish.poll)) return base::refuse(base::Code::not_saved);
    IR_TRY(auto outcome, count(wish.poll));
    auto change = draft(asker, "change.reveal_poll");
    change.set(wish.poll, "poll.state", "revealed");
    change.set(wish.poll, "poll.revealed_at", book_.now_ms());
    change.set(wish.poll, "poll.result", methods::to_json(outcome));
    outcomes_[wish.poll] = std::move(outcome);
    return write(asker, std::move(change));
}

}  // namespace registrar
