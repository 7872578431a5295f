#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "intents/door.hpp"

namespace tablets {

using intents::Text;
using intents::Visitor;

/// Who gets what is published. A publication goes out in slices, so that answers to visitors come in between; a newer
/// text of the same slot that arrives meanwhile waits for the slot's next turn. A slot rests three times as long as its
/// turn took, in pauses within the turn or after it, and at least `least_rest_ms` after it, so that news never takes
/// the loop. One thread.
class Channels {
  public:
    explicit Channels(int least_rest_ms = 50) : least_rest_ms_(least_rest_ms) {}

    /// Puts the visitor on exactly these channels; returns the latest text of each slot there: (slot, text).
    std::vector<std::pair<int, Text>> subscribe(Visitor visitor, const std::vector<std::string>& channels);
    void leave(Visitor visitor);
    /// The newest text of a slot; null clears it.
    void publish(const std::string& channel, int slot, Text text);

    using Deliver = std::function<void(Visitor, int slot, const Text&)>;
    /// Delivers to at most `most` visitors. Returns the milliseconds until there is more to do (0 = at once), or
    /// nothing when all is delivered.
    std::optional<int> deliver(std::size_t most, std::int64_t now_ms, const Deliver& to);
    /// Between two slices nothing was delivered for so long.
    void paused(std::int64_t ms) {
        if (turn_) turn_->paused_ms += ms;
    }

  private:
    struct Slot {
        int number = 0;
        Text latest;
        bool waits = false;
        std::int64_t rests_until_ms = 0;
    };
    struct Channel {
        std::vector<Visitor> members;
        std::deque<Slot> slots;  // addresses stay
    };
    struct Turn {
        Channel* channel = nullptr;
        Slot* slot = nullptr;
        Text text;
        std::size_t left = 0;  // members before this index still wait
        std::int64_t began_ms = 0;
        std::int64_t paused_ms = 0;
    };
    bool begin_turn(std::int64_t now_ms);

    int least_rest_ms_;
    std::unordered_map<std::string, Channel> channels_;
    std::unordered_map<Visitor, std::vector<Channel*>> memberships_;
    std::deque<std::pair<Channel*, Slot*>> waiting_;
    std::optional<Turn> turn_;
};

}  // namespace tablets
