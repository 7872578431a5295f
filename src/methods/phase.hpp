#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "model/course.hpp"

namespace methods {

/// Where the room is within a block (domain 1.3). Codes in files and messages are the enumerators' names.
enum class Phase { prepared, intro, individual, share, converge, vote, reveal, closed };

/// "individual" for Phase::individual.
std::string_view phase_name(Phase phase);
/// Empty for a name that is no phase.
std::optional<Phase> parse_phase(std::string_view name);

/// The phases a block of this kind goes through, `prepared` first and `closed` last. `has_polls` adds vote and reveal.
std::vector<Phase> phases_of(model::Activity activity, bool has_polls);
inline std::vector<Phase> phases_of(const model::Block& block) {
    return phases_of(block.activity, !block.polls.empty());
}

/// The phase after or before `at` in `phases`. Empty after the last, before the first, and for a step back from
/// `closed`: a block is reversible until then.
std::optional<Phase> next_phase(const std::vector<Phase>& phases, Phase at);
std::optional<Phase> previous_phase(const std::vector<Phase>& phases, Phase at);

/// True when the block may go from one phase to the other: both belong to it, they differ, and it is not closed.
bool may_change(const std::vector<Phase>& phases, Phase from, Phase to);

}  // namespace methods
