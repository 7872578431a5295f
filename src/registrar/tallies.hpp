#pragma once
#include <optional>
#include <string>
#include <vector>

#include "methods/poll.hpp"
#include "model/draft.hpp"
#include "store/reader.hpp"
#include "store/work.hpp"

namespace registrar {

using base::Id;

/// A closed multiset longer than this lies in a blob: thousands of people who rank many ideas fill a fact (invariant
/// 1).
inline constexpr std::size_t most_ballots_in_fact = 1U << 20U;

/// Says in `change` what was counted: "tally.ballots", or "tally.ballots_blob" and the blob, which is handed to the
/// store before the Change. Of a method whose ballots people write in "tally.words" instead of "tally.ballots": an
/// erasure looks for texts there.
std::optional<store::PutBlob> keep_ballots(model::Draft& change, const Id& tally, methods::Method method,
                                           std::string multiset);

/// The ballots of a closed poll, whichever hosts counted them. Code::corrupt when some cannot be read or their blob is
/// not there.
base::Result<std::vector<methods::CountedBallot>> read_ballots(store::Reader& reader, const Id& poll);

}  // namespace registrar
