#pragma once
#include "intents/intent.hpp"
#include "methods/poll.hpp"

namespace registrar {

/// A ballot as it came, as the counting rules want it.
methods::Ballot to_ballot(const intents::BallotValue& value);

}  // namespace registrar
