// Following an idea: a contact is asked for and kept only then, apart from the idea, and is erased when it is taken
// back or has served.
#include "base/language.hpp"
#include "register/contact.hpp"
#include "registrar/followers.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr std::size_t most_followed = 20;  // by one seat

}  // namespace

Judged Workshop::judge(const intents::FollowIdea& wish, const Asker& asker) {
    auto& follows = asker.seat->follows;
    const auto& seat = asker.seat->row;
    const auto before = follows.find(wish.idea);
    auto change = draft(asker, wish.contact.empty() ? "change.unfollow_idea" : "change.follow_idea");
    Rows rows;
    Id follower;
    if (before != follows.end()) IR_DO(book_.load(before->second));
    if (!wish.contact.empty()) {
        // Whose contact it is would be nobody's to say, and the next person's would take its place.
        if (asker.seat->use != intents::SeatUse::one) return base::refuse(base::Code::not_now, "follow_shared");
        const auto& idea = wish.idea;
        const bool is_idea = cells().exists(idea, "note") && cells().id(idea, "note.session") == session_ &&
                             cells().number(idea, "note.hidden") != 1 && cells().text(idea, "note.type") == "idea";
        if (!is_idea) return base::refuse(base::Code::not_found, "idea");
        if (before == follows.end() && follows.size() >= most_followed) {
            return base::refuse(base::Code::too_many, "follows");
        }
        const auto contact = ideas::parse_contact(wish.contact);
        if (!contact) {
            return base::refuse(base::Code::bad_input, "contact", base::tr_page(seat.language, "refused.contact"));
        }
        follower = book_.new_id();
        change.set(follower, "follower.idea", idea);
        change.set(follower, "follower.contact", *contact);
        change.set(follower, "follower.language", seat.language);
        change.set(follower, "follower.at", book_.now_ms());
    }
    // Another contact instead of the one before leaves nothing of it.
    if (before != follows.end()) {
        erase_followers(change, book_, {before->second}, base::tr_page(setup_.language, "follow.rule"),
                        base::tr_page(setup_.language, "follow.taken_back"));
        follows.erase(before);
    }
    if (!follower.empty()) follows[wish.idea] = follower;
    keep(follow_key(seat.seat, wish.idea), follower.empty() ? std::string() : follower.text(), rows);
    register_dirty_ = true;
    changed_mine(*asker.seat);
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
