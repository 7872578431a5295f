#pragma once
#include <optional>
#include <string_view>

#include "intents/fields_private.hpp"
#include "intents/intent.hpp"

namespace intents {

/// A tablet's message by its type; nothing when no such type is known. Faults are left in `fields`.
std::optional<Intent> read_tablets_deed(std::string_view type, Fields& fields);

/// A "do" of the remote by its `what`; nothing when it is not known or not there (a fault says which).
std::optional<Intent> read_trainers_deed(Fields& fields);

/// What the remote may ask of the tables' boards, and of rounds.
LeadBoards read_boards(Fields& fields);
RunRounds read_rounds(Fields& fields);
/// What a tablet, or the remote, writes on the wall.
FillBoard read_fill(Fields& fields);
UseField read_field(Fields& fields);

/// What it may ask of votes. How many are in the room: 0 when it does not say.
StartPoll read_start_poll(Fields& fields);
Revote read_revote(Fields& fields);
int read_people(Fields& fields);

}  // namespace intents
