#include "methods/consent.hpp"

#include <algorithm>

#include "methods/count_private.hpp"

namespace methods {

bool has_reason(std::string_view text) {
    return text.find_first_not_of(" \t\n") != std::string_view::npos;
}

bool is_consented(std::span<const Objection> objections) {
    return std::none_of(objections.begin(), objections.end(),
                        [](const Objection& objection) { return objection.remains && has_reason(objection.reason); });
}

void count_consent(Outcome& outcome, std::span<const CountedBallot> ballots) {
    std::map<std::string, std::int64_t> reasons;
    std::int64_t consents = 0;
    for (const auto& [ballot, count] : ballots) {
        if (!ballot.objection) continue;
        (has_reason(*ballot.objection) ? reasons[*ballot.objection] : consents) += count;
    }
    std::vector<Objection> objections;
    for (const auto& [reason, n] : reasons) {
        outcome.objections.push_back({reason, n});
        objections.push_back({reason, {}, true});
    }
    outcome.numbers["consents"] = exact(consents);
    // Where nobody has answered nobody has consented.
    outcome.flags["passed"] = outcome.voted > 0 && is_consented(objections);
}

}  // namespace methods
