// Following an idea: a contact is asked for and kept only then, apart from the idea, and is erased when it is taken
// back or has served.
#include "base/language.hpp"
#include "register/contact.hpp"
#include "registrar/followers.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr std::size_t most_followed = 20;  // by one seat
constexpr std::size_t most_passers = 200;  // by all who share one

}  // namespace

/// Who shares a device is known by the contact alone: nobody takes another's place, and whoever types the same contact
/// again takes it back.
Judged Workshop::judge(const intents::FollowIdea& wish, const Asker& asker) {
    using intents::SeatUse;
    auto& seat = *asker.seat;
    const auto& idea = wish.idea;
    const bool shared = seat.use != SeatUse::one;
    const bool stops = wish.contact.empty() || wish.stop;
    if (shared && (wish.contact.empty() || (!stops && seat.use == SeatUse::paper))) {
        return base::refuse(base::Code::not_now, "follow_shared");
    }
    const auto contact = ideas::parse_contact(wish.contact);
    if (!contact && !wish.contact.empty()) {
        return base::refuse(base::Code::bad_input, "contact", base::tr_page(seat.row.language, "refused.contact"));
    }
    const auto own = seat.follows.find(idea);
    auto before = own == seat.follows.end() ? Id{} : own->second;
    if (shared) {
        IR_TRY(before, find_follower(book_, seat, idea, *contact));
        if (stops && before.empty()) return base::refuse(base::Code::not_now, "follow_nobody");
        if (!stops && !before.empty()) return write_rows(asker, {});
    }
    if (!before.empty()) IR_DO(book_.load(before));
    auto change = draft(asker, stops ? "change.unfollow_idea" : "change.follow_idea");
    Rows rows;
    Id follower;
    if (!stops) {
        const bool is_idea = cells().exists(idea, "note") && cells().id(idea, "note.session") == session_ &&
                             cells().number(idea, "note.hidden") != 1 && cells().text(idea, "note.type") == "idea";
        if (!is_idea) return base::refuse(base::Code::not_found, "idea");
        const bool is_full = shared ? seat.passers.size() >= most_passers : seat.follows.size() >= most_followed;
        if (before.empty() && is_full) return base::refuse(base::Code::too_many, "follows");
        follower = book_.new_id();
        change.set(follower, "follower.idea", idea);
        change.set(follower, "follower.contact", *contact);
        change.set(follower, "follower.language", seat.row.language);
        change.set(follower, "follower.at", book_.now_ms());
    }
    // Another contact instead of the one before leaves nothing of it.
    if (!before.empty()) {
        erase_followers(change, book_, {before}, base::tr_page(setup_.language, "follow.rule"),
                        base::tr_page(setup_.language, "follow.taken_back"));
        if (seat.passers.erase(before) > 0) {
            keep(passer_key(seat.row.seat, before), {}, rows);
        } else {
            seat.follows.erase(idea);
            keep(follow_key(seat.row.seat, idea), {}, rows);
        }
    }
    if (!follower.empty() && shared) {
        seat.passers[follower] = idea;
        keep(passer_key(seat.row.seat, follower), idea.text(), rows);
    } else if (!follower.empty()) {
        seat.follows[idea] = follower;
        keep(follow_key(seat.row.seat, idea), follower.text(), rows);
    }
    register_dirty_ = true;
    changed_mine(seat);
    auto answer = write(asker, std::move(change), std::move(rows));
    // Nobody in the room has to do with it: once it is on disk it is read from there.
    if (!follower.empty()) answers_.when_saved(answer.ticket, [this, follower] { book_.forget(follower); });
    return answer;
}

/// A host that starts lets go of what has served.
base::Done Workshop::forget_followers() {
    IR_TRY(const auto served, find_served(book_));
    if (served.empty()) return {};
    model::Draft change("host", "change.forget_followers");
    erase_followers(change, book_, served, base::tr_page(setup_.language, "follow.rule"),
                    base::tr_page(setup_.language, "follow.served"));
    book_.write(std::move(change));
    for (const auto& follower : served) book_.forget(follower);
    return {};
}

/// "Kontakt saknas" is not true of an idea that somebody follows.
bool Workshop::has_followers(const Id& idea) {
    const auto followers = read_followers(book_.reader(), idea);
    return followers && !followers->empty();
}

}  // namespace registrar
