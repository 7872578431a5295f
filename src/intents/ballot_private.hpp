#pragma once
#include <boost/json/object.hpp>

#include "intents/intent.hpp"

namespace intents {

/// What a ballot's JSON object says; bad_input when it is none of the protocol's forms.
base::Result<BallotValue> ballot_value_in(const boost::json::object& object);

/// The one text of a ballot value: compact JSON, keys in bytewise order, so that equal ballots are equal texts.
std::string to_json(const BallotValue& value);

}  // namespace intents
