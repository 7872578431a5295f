#pragma once
#include <optional>
#include <string>

#include "base/id.hpp"

namespace intents {

using base::Id;

/// Person cards of the session, beside the course's own person. They are written at the wall alone and have no JSON
/// form: who asks is the trainer. Lengths as below; the name has something to be seen in it.
inline constexpr std::size_t most_persona_name_graphemes = 60;
inline constexpr std::size_t most_persona_graphemes = 500;

/// A new card (its id is made by who asks, so that it can show it at once), or one as it shall be.
struct PutPersona {
    Id persona;
    std::string name, description, quote;
    std::string everyday = {}, needs = {}, obstacles = {}, help = {};
};
struct RemovePersona {
    Id persona;
};
/// In front of another card or behind all.
struct MovePersona {
    Id persona;
    std::optional<Id> before = {};
};

}  // namespace intents
