#pragma once
#include "base/result.hpp"
#include "methods/ranking.hpp"

namespace methods {

/// Somebody was shown two options and chose one; or could not decide, which is kept and not counted.
struct Comparison {
    enum class Choice { left, right, neither };
    Option left = 0, right = 0;
    Choice choice = Choice::neither;
    std::int64_t count = 1;
};
struct Comparisons {
    std::size_t options = 0;
    std::vector<Comparison> made;
};

struct PairCount : Count {
    std::vector<double> strength;            // by option, together 1
    std::vector<Exact> simple;               // 100 · (wins + 1) / (wins + losses + 2)
    std::vector<std::int64_t> wins, losses;  // by option
    std::vector<double> win_percent;         // mean chance to be chosen before each of the others, 0–100
    std::vector<Option> few;                 // fewer than few_comparisons: too little to say anything
    std::vector<std::vector<Option>> close;  // neighbours in the ranking less than 1 point of win_percent apart
    std::int64_t undecided = 0;
};
inline constexpr std::int64_t few_comparisons = 5;

/// V11. Bradley & Terry, "Rank Analysis of Incomplete Block Designs", Biometrika 39 (1952), after Zermelo (1929), by
/// the MM algorithm of Hunter, Annals of Statistics 32 (2004): p_i ← w_i / Σ_j n_ij / (p_i + p_j), normalised, until no
/// p moves by more than 10⁻¹². `prior` virtual wins each way between every two options keep what is undefeated, or was
/// never compared, finite; with prior 0 Code::bad_shape unless every option has won over the others directly or through
/// others (Ford 1957). The simple score is that of All Our Ideas (Salganik & Levy, "Wiki Surveys", PLOS ONE 10, 2015).
/// The tally and the ranking are the strengths, the one rule that is not exact: strengths within 10⁻⁹ of each other
/// share a rank. Pure.
base::Result<PairCount> count_bradley_terry(const Comparisons& comparisons, double prior, const TieBreak& tie);

}  // namespace methods
