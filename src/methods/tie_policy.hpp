#pragma once
#include <optional>
#include <string_view>

namespace methods {

/// What becomes of a tie (domain 2). Nothing is ever broken silently: the outcome lists what was tied and how it went.
///   report               shared rank 1, 1, 3
///   discuss_revote       as report; the room talks, and a new round is opened for the tied
///   distinct_supporters  more people behind it goes first
///   secondary_criterion  what the method looks at next goes first (tre-prickar: more dots of one criterion)
///   seeded_lot           SHA-256 of "seed:id" ascending; the seed is published before opening
enum class TiePolicy { report, discuss_revote, distinct_supporters, secondary_criterion, seeded_lot };
std::string_view tie_policy_name(TiePolicy policy);
std::optional<TiePolicy> parse_tie_policy(std::string_view name);

}  // namespace methods
