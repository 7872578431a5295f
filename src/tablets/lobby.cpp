#include "tablets/lobby.hpp"

#include <utility>

#include "tablets/guest.hpp"

namespace tablets {
namespace {

constexpr std::size_t slice = 64;  // visitors that get news before others are heard again

/// Also when there is no memory for something of it: the next time everybody is woken.
class Gathering {
  public:
    explicit Gathering(bool& is_on) : is_on_(is_on) { is_on_ = true; }
    Gathering(const Gathering&) = delete;
    Gathering& operator=(const Gathering&) = delete;
    ~Gathering() { is_on_ = false; }

  private:
    bool& is_on_;
};

}  // namespace

Lobby::Lobby(const Limits& most, base::WallClock wall_clock, std::function<void()> flush_soon,
             std::function<void()> deliver_soon, ReadPhoto read_photo)
    : limits(most),
      clock(std::move(wall_clock)),
      addresses(most.per_address, {most.wrong_codes_per_s, most.wrong_codes_burst}),
      photos(std::move(read_photo)),
      flush_soon_(std::move(flush_soon)),
      deliver_soon_(std::move(deliver_soon)) {}

Visitor Lobby::enter(Guest& guest) {
    guests_.emplace(++last_, &guest);
    return last_;
}

void Lobby::leave(Visitor visitor, bool owner_knows) {
    if (guests_.erase(visitor) == 0) return;
    channels_.leave(visitor);
    if (owner_knows) hear(Gone{visitor});
}

void Lobby::hear(FromTablets what) {
    heard_.push_back(std::move(what));
    if (heard_.size() == 1) flush_soon_();
}

std::vector<FromTablets> Lobby::take_heard() {
    std::vector<FromTablets> heard;
    heard.reserve(heard_.size());
    std::swap(heard, heard_);
    return heard;
}

Guest* Lobby::find(Visitor visitor) const {
    const auto found = guests_.find(visitor);
    return found == guests_.end() ? nullptr : found->second;
}

void Lobby::answer_ballot(const AnswerBallot& answer) {
    using Kind = AnswerBallot::Kind;
    const auto* asker = tickets.find(answer.ticket);
    if (asker == nullptr) return;
    if (auto* guest = find(asker->visitor)) {
        if (answer.kind == Kind::saved) {
            guest->send(ack(asker->client_id), true);
        } else if (answer.kind == Kind::refused) {
            guest->send(
                sentences.nak(asker->client_id, answer.code, guest->language(), answer.retry_after_ms, answer.what),
                true);
        } else {
            guest->send(pending(asker->client_id, answer.code, answer.retry_after_ms), false);
        }
    }
    if (answer.kind != Kind::pending) tickets.close(answer.ticket);
}

void Lobby::apply(ToTablets what, std::int64_t now_ms) {
    if (auto* answer = std::get_if<AnswerBallot>(&what)) {
        answer_ballot(*answer);
    } else if (auto* send = std::get_if<Send>(&what)) {
        auto* guest = find(send->visitor);
        if (guest == nullptr || !send->text) return;
        if (send->slot.empty()) {
            const bool answers = is_answer(*send->text);
            guest->send(std::move(send->text), answers);
        } else {
            guest->put(slots_.number_of(send->slot), std::move(send->text));
        }
    } else if (auto* publish = std::get_if<Publish>(&what)) {
        channels_.publish(publish->channel, slots_.number_of(publish->slot), std::move(publish->text));
        deliver_soon_();
    } else if (auto* admit = std::get_if<Admit>(&what)) {
        auto* guest = find(admit->visitor);
        if (guest == nullptr) return;
        guest->admit(admit->role, std::move(admit->welcome));
        for (auto& [slot, text] : channels_.subscribe(admit->visitor, admit->channels)) guest->put(slot, text);
    } else if (auto* resubscribe = std::get_if<Resubscribe>(&what)) {
        auto* guest = find(resubscribe->visitor);
        if (guest == nullptr) return;
        for (auto& [slot, text] : channels_.subscribe(resubscribe->visitor, resubscribe->channels)) {
            guest->put(slot, text);
        }
    } else if (auto* refuse = std::get_if<Refuse>(&what)) {
        if (auto* guest = find(refuse->visitor))
            guest->refuse(refuse->error.code, refuse->language, now_ms, refuse->error.what);
    } else if (auto* own = std::get_if<intents::OwnOptions>(&what)) {
        if (auto* guest = find(own->visitor)) guest->keep_own(own->poll, std::move(own->options));
    } else if (auto* offered = std::get_if<OfferPhoto>(&what)) {
        photos.offer(std::move(offered->address), std::move(offered->sha256_hex));
    } else if (const auto* gone = std::get_if<WithdrawPhoto>(&what)) {
        photos.withdraw(gone->address);
    } else if (auto* close = std::get_if<Close>(&what)) {
        if (auto* guest = find(close->visitor)) guest->close(std::move(close->text));
    }
}

void Lobby::apply_all(std::vector<ToTablets> all, std::int64_t now_ms) {
    {
        const Gathering until_told(gathering_);
        for (auto& one : all) apply(std::move(one), now_ms);
    }
    for (const auto visitor : std::exchange(to_wake_, {})) {
        if (auto* guest = find(visitor)) guest->wake_now();
    }
}

std::optional<int> Lobby::deliver(std::int64_t now_ms) {
    return channels_.deliver(slice, now_ms, [this](Visitor visitor, int slot, const Text& text) {
        if (auto* guest = find(visitor)) guest->put(slot, text);
    });
}

}  // namespace tablets
