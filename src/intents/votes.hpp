#pragma once
#include <string>
#include <vector>

#include "base/id.hpp"
#include "model/trust.hpp"

namespace intents {

using base::Id;

/// What the trainer does with votes, by remote or at the wall.

struct OpenPoll {
    std::string block;
    int index = 0;
    int people = 0;  // in the room; asked for by a vote that counts heads
};
/// A vote that no course has planned: among notes, or with a number on the question itself. Of a method without a
/// budget.
struct StartPoll {
    std::string method;
    std::string question;   // empty: a usual one
    std::vector<Id> notes;  // empty: those of the room's block and of the blocks it builds on
    int dots = 0;           // 0: as many as is usual
    bool stacking = false;
    bool feeling = false;  // how it feels just now, whatever the block is about: a scale with words of its own
    model::Trust trust = model::Trust::open;
    int people = 0;  // as for OpenPoll
};
struct ClosePoll {
    Id poll;
};
struct RevealPoll {
    Id poll;
};
struct Revote {
    Id poll;
    std::vector<std::string> options;
    std::string question = {};  // the amended wording; empty: as it was
};
struct CancelPoll {
    Id poll;
};
struct SaveIdeas {
    Id poll;
    std::vector<Id> notes;
};
struct UndoDeed {
    std::string undo;
};

}  // namespace intents
