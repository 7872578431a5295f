#pragma once
#include <boost/json/object.hpp>

#include "intents/intent.hpp"

namespace intents {

/// What a ballot's JSON object says; bad_input when it is none of the protocol's forms.
base::Result<methods::Ballot> ballot_value_in(const boost::json::object& object);

}  // namespace intents
