#include "tablets/guest.hpp"

#include <algorithm>
#include <utility>

namespace tablets {
namespace {

using base::Code;
using intents::Role;

constexpr int most_strikes = 200;
constexpr int trainers_factor = 10;
constexpr int full_retry_ms = 10'000;

bool is_by_code(const intents::Hello& hello) {
    return !hello.join.empty() || !hello.return_code.empty() || !hello.pair.empty();
}

}  // namespace

Guest::Guest(Lobby& lobby, const Address& address, std::int64_t now_ms)
    : lobby_(lobby), address_(address), came_ms_(now_ms), number_(lobby.enter(*this)) {}

bool Guest::is_overdue(std::int64_t now_ms) const {
    // Who has said hello waits for the owner, which may have to ask somebody.
    if (state_ == State::silent && !leaving_ && now_ms - came_ms_ > lobby_.limits.hello_within_ms) return true;
    return outbox_.bytes() > lobby_.limits.queued_bytes || strikes_ > most_strikes;
}

void Guest::gone() {
    if (std::exchange(gone_, true)) return;
    lobby_.leave(number_, state_ != State::silent);
}

void Guest::hear(std::string_view frame, std::int64_t now_ms) {
    if (leaving_ || gone_) return;
    lobby_.counts.messages.fetch_add(1, std::memory_order_relaxed);
    auto message = intents::parse_message(frame);
    if (state_ == State::silent) return greet(std::move(message), now_ms);
    if (state_ == State::asked) return nak(message ? message->client_id : message.error().where, Code::not_now, 1000);
    if (!message) {
        const auto& error = message.error();
        // Nonsense has its price too, or it would be the cheapest thing to flood with.
        const int wait = others_.take(now_ms, {lobby_.limits.others_per_s, lobby_.limits.others_burst});
        if (wait > 0) return nak(error.where, Code::too_fast, wait);
        // Only what has words of its own: the rest may be anything that a client has sent.
        const bool of_ballot = error.code == Code::too_large && error.what == intents::too_large_ballot;
        const bool of_reason = error.code == Code::bad_input &&
                               (error.what == intents::too_long_reason || error.what == intents::no_reason);
        return nak(error.where, error.code, 0, of_ballot || of_reason ? error.what : std::string());
    }
    if (const int wait = wait_for(*message, now_ms); wait > 0) return nak(message->client_id, Code::too_fast, wait);
    if (std::holds_alternative<intents::Ballot>(message->said)) return hear_ballot(*message, now_ms);
    if (std::holds_alternative<intents::Intent>(message->said)) return hear_intent(*message, now_ms);
    if (std::holds_alternative<intents::Ping>(message->said)) return send(pong(lobby_.clock()), false);
    nak(message->client_id, Code::already);  // a second hello
}

void Guest::greet(base::Result<intents::Message> message, std::int64_t now_ms) {
    if (!message) return refuse(message.error().code, language_, now_ms);
    auto* hello = std::get_if<intents::Hello>(&message->said);
    if (hello == nullptr) return refuse(Code::bad_input, language_, now_ms);
    language_ = lobby_.sentences.language_for(hello->language);
    if (is_by_code(*hello) && lobby_.addresses.code_wait_ms(address_, now_ms) > 0) {
        return refuse(Code::too_fast, language_, now_ms);
    }
    state_ = State::asked;
    lobby_.hear(Greeted{number_, std::move(*hello), lobby_.addresses.origin_of(address_)});
}

int Guest::wait_for(const intents::Message& message, std::int64_t now_ms) {
    const auto& most = lobby_.limits;
    if (std::holds_alternative<intents::Ballot>(message.said)) {
        return ballots_.take(now_ms, {most.ballots_per_s, most.ballots_burst});
    }
    const auto* intent = std::get_if<intents::Intent>(&message.said);
    const bool writes = intent != nullptr && (std::holds_alternative<intents::AddNote>(*intent) ||
                                              std::holds_alternative<intents::FillBoard>(*intent));
    if (writes) {
        return notes_.take(now_ms, {most.notes_per_s, most.notes_burst});
    }
    if (intent != nullptr && std::holds_alternative<intents::SendPhoto>(*intent)) {
        return pieces_.take(now_ms, {most.pieces_per_s, most.pieces_burst});
    }
    const int factor = role_ == Role::remote ? trainers_factor : 1;
    return others_.take(now_ms, {most.others_per_s * factor, most.others_burst * factor});
}

void Guest::hear_ballot(intents::Message& message, std::int64_t) {
    if (role_ != Role::tablet) return nak(message.client_id, Code::denied);
    const auto& ballot = std::get<intents::Ballot>(message.said);
    if (judges_own(ballot)) return nak(message.client_id, Code::bad_input, 0, "own_idea");
    strikes_ = 0;
    ++unanswered_;
    const auto ticket = lobby_.tickets.open(number_, std::move(message.client_id));
    lobby_.hear(BallotCast{ticket, std::move(std::get<intents::Ballot>(message.said))});
}

void Guest::keep_own(const base::Id& poll, std::vector<std::string> options) {
    if (options.empty()) {
        own_.erase(poll);
    } else {
        own_[poll] = std::move(options);
    }
}

bool Guest::judges_own(const intents::Ballot& ballot) const {
    const auto found = own_.find(ballot.poll);
    if (found == own_.end()) return false;
    const auto said = intents::parse_ballot_value(ballot.value);
    if (!said) return false;  // whoever counts says what is wrong with it
    return std::any_of(said->marks.begin(), said->marks.end(), [&own = found->second](const auto& by_criterion) {
        return std::any_of(own.begin(), own.end(),
                           [&marks = by_criterion.second](const auto& option) { return marks.contains(option); });
    });
}

void Guest::hear_intent(intents::Message& message, std::int64_t) {
    auto& intent = std::get<intents::Intent>(message.said);
    const bool is_trainers = intents::is_trainers(intent);
    if (role_ == Role::audience || (is_trainers && role_ != Role::remote)) return nak(message.client_id, Code::denied);
    if (const auto* me = std::get_if<intents::ChangeMe>(&intent); me != nullptr && !me->language.empty()) {
        language_ = lobby_.sentences.language_for(me->language);
    }
    strikes_ = 0;
    ++unanswered_;
    lobby_.hear(Said{number_, std::move(message.client_id), std::move(intent)});
}

void Guest::nak(std::string_view client_id, Code code, int retry_after_ms, const std::string& what) {
    ++strikes_;
    ++unanswered_;
    lobby_.counts.refused.fetch_add(1, std::memory_order_relaxed);
    send(lobby_.sentences.nak(client_id, code, language_, retry_after_ms, what), true);
}

void Guest::admit(Role role, Text welcome) {
    if (leaving_) return;
    state_ = State::admitted;
    role_ = role;
    if (welcome) send(std::move(welcome), false);
}

void Guest::refuse(Code code, std::string_view language, std::int64_t now_ms, const std::string& what) {
    if (leaving_) return;
    int wait = 0;
    if (code == Code::wrong_code) lobby_.addresses.count_wrong_code(address_, now_ms);
    if (code == Code::wrong_code || code == Code::too_fast) wait = lobby_.addresses.code_wait_ms(address_, now_ms);
    if (code == Code::too_many) wait = full_retry_ms;
    lobby_.counts.refused.fetch_add(1, std::memory_order_relaxed);
    close(lobby_.sentences.refused(code, lobby_.sentences.language_for(language), wait, what));
}

void Guest::wake() {
    if (!lobby_.is_gathering()) return woken();
    if (!std::exchange(to_be_woken_, true)) lobby_.wake_later(number_);
}

void Guest::wake_now() {
    to_be_woken_ = false;
    if (!gone_) woken();
}

void Guest::send(Text text, bool answers) {
    if (leaving_) return;
    outbox_.push(std::move(text), answers);
    wake();
}

void Guest::put(int slot, Text text) {
    if (leaving_) return;
    outbox_.put(slot, std::move(text));
    wake();
}

void Guest::close(Text text) {
    if (leaving_) return;
    outbox_.drop_slots();
    if (text) outbox_.push(std::move(text), false);
    leaving_ = true;
    wake();
}

}  // namespace tablets
