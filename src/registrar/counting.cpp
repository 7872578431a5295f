#include "registrar/counting.hpp"

namespace registrar {

methods::Ballot to_ballot(const intents::BallotValue& value) {
    methods::Ballot ballot;
    ballot.choice = value.choice;
    ballot.dots = value.dots;
    ballot.feelings = value.feelings;
    ballot.scale = value.scale;
    return ballot;
}

}  // namespace registrar
