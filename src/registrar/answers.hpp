#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "intents/door.hpp"

namespace registrar {

/// What may be said only when it is on disk (invariant 9): each answer waits for its ticket. Registrar's thread.
class Answers {
  public:
    /// `say` is called when `ticket` is saved. `visitor` and `client_id`, when given, get a `pending` if the disk
    /// refuses.
    void when_saved(std::uint64_t ticket, std::function<void()> say, intents::Visitor visitor = 0,
                    std::string client_id = {});
    /// The fast path: many of these each second.
    void ballot_when_saved(std::uint64_t ticket, std::uint64_t ballot_ticket);

    /// Says all that waited for tickets up to this; ballots' answers go to `out`.
    void saved(std::uint64_t upto, std::vector<intents::ToTablets>& out);
    /// Everybody who waits and has not been told so: `pending`.
    void pending(const base::Error& error, int retry_after_ms, std::vector<intents::ToTablets>& out);

  private:
    struct Waiting {
        std::uint64_t ticket = 0;
        std::function<void()> say;
        intents::Visitor visitor = 0;
        std::string client_id;
        bool told = false;
    };
    struct WaitingBallot {
        std::uint64_t ticket = 0;
        std::uint64_t ballot_ticket = 0;
        bool told = false;
    };
    std::deque<Waiting> waiting_;
    std::deque<WaitingBallot> ballots_;
};

}  // namespace registrar
