#include <algorithm>
#include <numeric>

#include "methods/count_private.hpp"
#include "methods/matrix.hpp"
#include "methods/poll_ballots.hpp"

namespace methods {
namespace {

constexpr std::int64_t least_that_passes = 3;  // of fist-to-five

std::map<std::string, std::int64_t> answers_by_number(const std::vector<std::int64_t>& values, const PollRule& rule) {
    std::map<std::string, std::int64_t> by;
    for (int number = rule.lowest; number <= rule.highest; ++number) by[std::to_string(number)] = 0;
    for (const auto value : values) ++by[std::to_string(value)];
    return by;
}

OutcomeRow numbers_row(std::string option, const std::vector<std::int64_t>& values, const PollRule& rule) {
    OutcomeRow row;
    row.option = std::move(option);
    row.n = static_cast<std::int64_t>(values.size());
    row.by = answers_by_number(values, rule);
    row.agreement = agreement_of(values);
    if (values.empty()) return row;
    row.spread = spread_of(values);
    row.mean = ratio(std::accumulate(values.begin(), values.end(), std::int64_t{0}), row.n);
    return row;
}

std::vector<std::int64_t> values_of(const Answers& answers) {
    std::vector<std::int64_t> values;
    for (const auto& [value, n] : answers.distribution) values.insert(values.end(), static_cast<std::size_t>(n), value);
    return values;
}

std::string quadrant_of(const MatrixPoint& point) {
    if (point.y.high) return point.x.high ? "big_bet" : "quick_win";
    return point.x.high ? "avoid" : "fill_in";
}

Exact per_cent(const Ratio& share) {
    return exact(ratio(share.num * 100, share.den));
}

}  // namespace

void count_numbers(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots) {
    std::map<std::string, std::vector<std::int64_t>> given;
    for (const auto& counted : ballots) {
        const auto add = [&](const std::string& option, std::int64_t number) {
            auto& values = given[option];
            values.insert(values.end(), static_cast<std::size_t>(counted.count), number);
        };
        for (const auto& [step, number] : counted.ballot.feelings) add(step, number);
        if (counted.ballot.scale) add("scale", *counted.ballot.scale);
    }
    if (has_options(rule.method)) {
        for (const auto& step : rule.options) outcome.rows.push_back(numbers_row(step, given[step], rule));
        return;
    }
    const auto& values = given["scale"];
    outcome.rows.push_back(numbers_row("scale", values, rule));
    if (rule.method != Method::fist) return;
    const bool held_back =
        std::any_of(values.begin(), values.end(), [](std::int64_t value) { return value < least_that_passes; });
    outcome.flags["passed"] = !values.empty() && !held_back;
}

void count_scored(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots) {
    const auto count = count_scores(to_marks(rule, ballots), score_rule_of(rule.method), tie_break_of(rule));
    take_ranking(outcome, rule, count, [&](OutcomeRow& row, Option option) {
        const auto& answers = count.answers[option];
        const auto values = values_of(answers);
        row.n = answers.n;
        row.votes = answers.sum;
        row.by = answers_by_number(values, rule);
        row.agreement = agreement_of(values);
        if (answers.n > 0) row.mean = answers.mean;
        if (answers.n > 0) row.numbers["median"] = exact(answers.lower_median);
        const auto& below = count.below_quorum;
        if (std::find(below.begin(), below.end(), option) == below.end()) return;
        row.rank = 0;
        if (rule.method == Method::score) row.flags["below_quorum"] = true;
    });
}

void count_placed(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots) {
    const auto count = count_matrix(to_marks(rule, ballots));
    for (Option option = 0; option < count.points.size(); ++option) {
        const auto& point = count.points[option];
        OutcomeRow row;
        row.option = rule.options[option];
        row.n = point.x.n;
        if (row.n > 0) {
            row.numbers["x"] = per_cent(point.x.median);
            row.numbers["y"] = per_cent(point.y.median);
            row.quadrant = quadrant_of(point);
            row.flags["split"] = point.x.divided || point.y.divided;
            if (point.x.few || point.y.few) row.flags["few"] = true;
        }
        outcome.rows.push_back(std::move(row));
    }
}

}  // namespace methods
