#pragma once
#include <array>
#include <string_view>

namespace model {

/// The board's colours, by the names that facts hold (`note.colour`, `cluster.colour`): no other text travels as a
/// colour, for nobody reviews it. `paint` knows what they look like.
inline constexpr std::array<std::string_view, 8> note_colours{"sol",    "aprikos", "ros",  "lila",
                                                              "himmel", "mint",    "sand", "skiffer"};
/// What groups get in turn: sun is left to notes that are in none.
inline constexpr std::array<std::string_view, 7> cluster_colours{"himmel", "ros",  "mint",   "aprikos",
                                                                 "lila",   "sand", "skiffer"};

}  // namespace model
