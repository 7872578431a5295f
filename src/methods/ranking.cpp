#include "methods/ranking.hpp"

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "methods/places_private.hpp"

namespace methods {
namespace {

constexpr std::array<std::string_view, 5> policy_names = {"report", "discuss_revote", "distinct_supporters",
                                                          "secondary_criterion", "seeded_lot"};
constexpr std::array<std::string_view, 8> by_names = {
    "shared",         "distinct_supporters", "secondary_criterion", "seeded_lot",
    "earlier_rounds", "every_branch",        "more_supporters",     "id"};

/// The tied in the order the policy gives them, still equal ones together.
Places broken_up(const std::vector<Option>& tied, const TieBreak& tie, const std::vector<std::int64_t>& second) {
    switch (tie.policy) {
        case TiePolicy::seeded_lot: {
            std::vector<std::pair<std::string, Option>> lots;
            for (const auto option : tied) lots.emplace_back(lot_of(tie, option), option);
            std::sort(lots.begin(), lots.end());
            Places places;
            for (const auto& [lot, option] : lots) places.push_back({option});
            return places;
        }
        case TiePolicy::distinct_supporters:
        case TiePolicy::secondary_criterion: {
            if (second.empty()) return {tied};
            std::vector<std::int64_t> numbers;
            for (const auto option : tied) numbers.push_back(second[option]);
            auto places = places_of(numbers);
            for (auto& place : places) {
                for (auto& option : place) option = tied[option];
            }
            return places;
        }
        case TiePolicy::report:
        case TiePolicy::discuss_revote:
            break;
    }
    return {tied};
}

Tie::By by_policy(TiePolicy policy) {
    if (policy == TiePolicy::seeded_lot) return Tie::By::seeded_lot;
    if (policy == TiePolicy::distinct_supporters) return Tie::By::distinct_supporters;
    return Tie::By::secondary_criterion;
}

}  // namespace

std::string_view tie_policy_name(TiePolicy policy) {
    return policy_names[static_cast<std::size_t>(policy)];
}

std::optional<TiePolicy> parse_tie_policy(std::string_view name) {
    const auto* const found = std::find(policy_names.begin(), policy_names.end(), name);
    if (found == policy_names.end()) return std::nullopt;
    return static_cast<TiePolicy>(found - policy_names.begin());
}

std::string_view tie_by_name(Tie::By by) {
    return by_names[static_cast<std::size_t>(by)];
}

std::string lot_of(const TieBreak& tie, Option option) {
    return base::to_hex(base::sha256(tie.seed + ":" + tie.ids.at(option)));
}

Ranking settle(const Places& places, const TieBreak& tie, const std::vector<std::int64_t>& second,
               const std::vector<bool>& nothing) {
    Ranking ranking;
    for (const auto& place : places) {
        if (place.size() < 2 || (!nothing.empty() && nothing[place.front()])) {
            ranking.places.push_back(place);
            continue;
        }
        const auto parts = broken_up(place, tie, second);
        if (parts.size() > 1) ranking.ties.push_back({place, by_policy(tie.policy), 0});
        for (const auto& part : parts) {
            if (part.size() > 1) ranking.ties.push_back({part, Tie::By::shared, 0});
            ranking.places.push_back(part);
        }
    }
    return ranking;
}

Places places_of(const std::vector<std::int64_t>& numbers) {
    return places_by(numbers.size(), [&](Option a, Option b) { return numbers[a] > numbers[b]; });
}

}  // namespace methods
