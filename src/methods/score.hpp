#pragma once
#include "methods/marks.hpp"

namespace methods {

/// What was answered about one option. Blanks are no answers.
struct Answers {
    std::int64_t n = 0;
    std::int64_t sum = 0;  // in 1/unit
    Ratio mean;            // 0 without answers
    Ratio lower_median;    // the middle answer, of two the lower; 0 without answers
    std::vector<std::pair<std::int64_t, std::int64_t>> distribution;  // value in 1/unit → answers, ascending
};

/// How scores are ranked.
struct ScoreRule {
    enum class By { mean, median };
    By by = By::mean;
    /// An option must have been scored by at least this share of the ballots that said something. 0: no quorum.
    Ratio quorum{1, 2};
    /// Equal means are told apart by the lower median, then by the number of answers (V7); not for show 1–4 (V5).
    bool looks_further = true;
};
struct ScoreCount : Count {
    std::vector<Answers> answers;      // by option
    std::vector<Option> below_quorum;  // they share the last rank
};

/// V7 score (range voting) and V5 show 1–4 (without quorum and further looks; the mean, since nobody scores an idea of
/// one's own). Ranked by mean, then lower median, then answers; or by lower median (the majority grade of Balinski &
/// Laraki, "A theory of measuring, electing, and ranking", PNAS 104, 2007), then mean, then answers. The tally is the
/// number ranked by. secondary_criterion looks no further than the rule; distinct_supporters at answers. Exact. Pure.
ScoreCount count_scores(const Marks& marks, const ScoreRule& rule, const TieBreak& tie);

/// V15 fist-to-five, whose origin is unclear: 0 block … 5 champion, shown together. A proposal has passed when nobody
/// showed less than 3; those who did are asked what is needed.
struct FistCount : ScoreCount {
    std::vector<Option> passed;        // answered, and nobody below 3
    std::vector<std::int64_t> below;   // answers 0–2, by option
    std::vector<std::int64_t> blocks;  // answers 0
};
/// Ranked by the mean, the tally. Winners are those that passed.
FistCount count_fist(const Marks& marks, const TieBreak& tie);

}  // namespace methods
