#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace methods {

/// How alike two short texts are, 0 (nothing) to 1 (same letters): Dice's coefficient over the multisets of three
/// following characters of the tidied lower-case texts, a space put at both ends. Punctuation counts as space.
/// Symmetric; two empty texts give 0. The texts must be UTF-8. Pure, any thread.
/// Source: Dice, Ecology 26 (1945); n-gram use: Angell, Freund & Willett, Information Processing & Management 19
/// (1983).
double likeness(std::string_view a, std::string_view b);

/// From this on, the trainer is shown the pair as "lik".
inline constexpr double near_duplicate = 0.6;

/// Index of the text most like `text`, when it reaches near_duplicate; −1 otherwise. The first of equals.
int find_near_duplicate(std::string_view text, const std::vector<std::string>& others);

}  // namespace methods
