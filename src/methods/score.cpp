#include "methods/score.hpp"

#include <map>

#include "methods/places_private.hpp"
#include "methods/wide_private.hpp"

namespace methods {
namespace {

std::vector<Answers> gather_answers(const Marks& marks) {
    std::vector<std::map<std::int64_t, std::int64_t>> given(marks.options);
    for (const auto& ballot : marks.ballots) {
        for (const auto& mark : ballot.marks) given[mark.option][mark.value] += ballot.count;
    }
    std::vector<Answers> all;
    for (const auto& distribution : given) {
        Answers answers;
        answers.distribution.assign(distribution.begin(), distribution.end());
        for (const auto& [value, count] : distribution) {
            answers.n += count;
            answers.sum += value * count;
        }
        std::int64_t before = 0;
        for (const auto& [value, count] : distribution) {
            before += count;
            if (2 * before < answers.n) continue;
            answers.lower_median = ratio(value, marks.unit);
            break;
        }
        if (answers.n > 0) answers.mean = ratio(answers.sum, answers.n * marks.unit);
        all.push_back(std::move(answers));
    }
    return all;
}

bool differ(const Ratio& a, const Ratio& b) {
    return !(a == b);
}

/// The rule's order among options that have a quorum, and behind them those that have none.
Places rank_answers(const std::vector<Answers>& all, const std::vector<bool>& below, const ScoreRule& rule) {
    const bool by_median = rule.by == ScoreRule::By::median;
    return places_by(all.size(), [&](Option a, Option b) {
        if (below[a] || below[b]) return !below[a] && below[b];
        const auto& first = by_median ? all[a].lower_median : all[a].mean;
        const auto& other = by_median ? all[b].lower_median : all[b].mean;
        if (differ(first, other)) return less(other, first);
        if (!rule.looks_further) return false;
        const auto& next = by_median ? all[a].mean : all[a].lower_median;
        const auto& next_other = by_median ? all[b].mean : all[b].lower_median;
        if (differ(next, next_other)) return less(next_other, next);
        return all[a].n > all[b].n;
    });
}

void count_ballots(const Marks& marks, Count& count) {
    for (const auto& ballot : marks.ballots) {
        count.voters += ballot.count;
        if (!ballot.marks.empty()) count.ballots += ballot.count;
    }
}

}  // namespace

ScoreCount count_scores(const Marks& marks, const ScoreRule& rule, const TieBreak& tie) {
    ScoreCount count;
    count_ballots(marks, count);
    count.answers = gather_answers(marks);
    std::vector<bool> below;
    std::vector<std::int64_t> answered;
    for (Option option = 0; option < marks.options; ++option) {
        const auto& answers = count.answers[option];
        const bool quorum =
            static_cast<Wide>(answers.n) * rule.quorum.den >= static_cast<Wide>(count.ballots) * rule.quorum.num;
        below.push_back(answers.n == 0 || !quorum);
        if (below.back()) count.below_quorum.push_back(option);
        answered.push_back(answers.n);
        count.tally.push_back(exact(rule.by == ScoreRule::By::median ? answers.lower_median : answers.mean));
    }
    // There is nothing that secondary_criterion could look at beyond what the rule has looked at.
    if (tie.policy == TiePolicy::secondary_criterion) answered.clear();
    count.ranking = settle(rank_answers(count.answers, below, rule), tie, answered, below);
    if (!count.ranking.places.empty() && !below[count.ranking.places[0][0]]) {
        count.winners = count.ranking.places[0];
    }
    return count;
}

FistCount count_fist(const Marks& marks, const TieBreak& tie) {
    FistCount count{count_scores(marks, {ScoreRule::By::mean, {0, 1}, false}, tie), {}, {}, {}};
    for (Option option = 0; option < marks.options; ++option) {
        std::int64_t below = 0;
        std::int64_t blocks = 0;
        for (const auto& [value, n] : count.answers[option].distribution) {
            if (value < 3 * marks.unit) below += n;
            if (value == 0) blocks += n;
        }
        count.below.push_back(below);
        count.blocks.push_back(blocks);
        if (below == 0 && count.answers[option].n > 0) count.passed.push_back(option);
    }
    count.winners = count.passed;
    return count;
}

}  // namespace methods
