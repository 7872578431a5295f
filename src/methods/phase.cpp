#include "methods/phase.hpp"

#include <algorithm>
#include <array>

namespace methods {
namespace {

constexpr std::array<std::string_view, 8> phase_names = {"prepared", "intro", "individual", "share",
                                                         "converge", "vote",  "reveal",     "closed"};

std::vector<Phase> middle_of(model::Activity activity) {
    using A = model::Activity;
    switch (activity) {
        case A::collect:
        case A::board:
        case A::journey:
        case A::consent:
        case A::dialogue:
            return {Phase::individual, Phase::share, Phase::converge};
        case A::checkin:
        case A::rotate:
        case A::sketch:
        case A::card:
        case A::evaluate:
            return {Phase::individual, Phase::share};
        case A::cluster:
            return {Phase::converge};
        case A::info:
        case A::pause:
        case A::poll:
            return {};
    }
    return {};
}

}  // namespace

std::string_view phase_name(Phase phase) {
    return phase_names[static_cast<std::size_t>(phase)];
}

std::optional<Phase> parse_phase(std::string_view name) {
    const auto* const found = std::find(phase_names.begin(), phase_names.end(), name);
    if (found == phase_names.end()) return std::nullopt;
    return static_cast<Phase>(found - phase_names.begin());
}

std::vector<Phase> phases_of(model::Activity activity, bool has_polls) {
    std::vector<Phase> phases = {Phase::prepared, Phase::intro};
    for (const auto phase : middle_of(activity)) phases.push_back(phase);
    if (has_polls) {
        phases.push_back(Phase::vote);
        phases.push_back(Phase::reveal);
    }
    phases.push_back(Phase::closed);
    return phases;
}

std::optional<Phase> next_phase(const std::vector<Phase>& phases, Phase at) {
    const auto found = std::find(phases.begin(), phases.end(), at);
    if (found == phases.end() || found + 1 == phases.end()) return std::nullopt;
    return *(found + 1);
}

std::optional<Phase> previous_phase(const std::vector<Phase>& phases, Phase at) {
    const auto found = std::find(phases.begin(), phases.end(), at);
    if (found == phases.end() || found == phases.begin() || at == Phase::closed) return std::nullopt;
    return *(found - 1);
}

bool may_change(const std::vector<Phase>& phases, Phase from, Phase to) {
    const auto has = [&phases](Phase phase) { return std::find(phases.begin(), phases.end(), phase) != phases.end(); };
    return from != to && from != Phase::closed && has(from) && has(to);
}

}  // namespace methods
