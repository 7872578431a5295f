#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/clock.hpp"
#include "tablets/address_table.hpp"
#include "tablets/channels.hpp"
#include "tablets/offered_photos.hpp"
#include "tablets/outbox.hpp"
#include "tablets/sentences.hpp"
#include "tablets/server.hpp"
#include "tablets/tickets.hpp"

namespace tablets {

class Guest;

/// What all visitors share: who is here, what is published, who may try codes, what waits for the owner. Knows no
/// socket. One thread, except `counts`.
class Lobby {
  public:
    struct Tallies {
        std::atomic<std::uint64_t> connections{0}, messages{0}, refused{0}, cut{0};
        std::atomic<std::int64_t> seen_at_ms{0};
    };

    /// `flush_soon` is called when the first thing is heard after a `take_heard`, `deliver_soon` when something was
    /// published; both must return at once, and have `take_heard` or `deliver` called in a later round of the loop.
    Lobby(const Limits& most, base::WallClock clock, std::function<void()> flush_soon,
          std::function<void()> deliver_soon, ReadPhoto read_photo = {});

    /// A visitor's number; never 0, never the same again.
    Visitor enter(Guest& guest);
    /// Forgets the visitor; the owner is told when it knew of it.
    void leave(Visitor visitor, bool owner_knows);

    void hear(FromTablets what);
    std::vector<FromTablets> take_heard();

    /// What the owner tells; `now_ms` of a steady clock.
    void apply(ToTablets what, std::int64_t now_ms);
    /// All that it tells at a time: each visitor is woken once, when it has been told everything.
    void apply_all(std::vector<ToTablets> all, std::int64_t now_ms);
    bool is_gathering() const { return gathering_; }
    void wake_later(Visitor visitor) { to_wake_.push_back(visitor); }
    /// Hands out publications to a slice of visitors; milliseconds until there is more (0 = at once), or nothing.
    std::optional<int> deliver(std::int64_t now_ms);
    /// Somebody has said something and waits for the answer: news take turns with answers then.
    bool is_asked() const { return !heard_.empty() || tickets.size() > 0; }
    /// Between two slices nothing was handed out for so long.
    void paused(std::int64_t ms) { channels_.paused(ms); }

    const Limits limits;
    const base::WallClock clock;
    AddressTable addresses;
    Sentences sentences;
    Tickets tickets;
    OfferedPhotos photos;
    Tallies counts;

  private:
    void answer_ballot(const AnswerBallot& answer);
    Guest* find(Visitor visitor) const;

    std::function<void()> flush_soon_, deliver_soon_;
    std::vector<FromTablets> heard_;
    std::unordered_map<Visitor, Guest*> guests_;
    std::vector<Visitor> to_wake_;
    bool gathering_ = false;
    Visitor last_ = 0;
    SlotNames slots_;
    Channels channels_;
};

}  // namespace tablets
