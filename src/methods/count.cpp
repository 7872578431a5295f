#include <algorithm>
#include <numeric>

#include "methods/marks.hpp"
#include "methods/poll.hpp"

namespace methods {
namespace {

constexpr std::int64_t few_ballots = 5;  // invariant 25

/// Options and criteria by their places in the rule's lists.
class PlaceOf {
  public:
    explicit PlaceOf(const std::vector<std::string>& ids) {
        for (const auto& id : ids) places_.emplace(id, static_cast<std::uint32_t>(places_.size()));
    }
    /// One past the last for an id that is not there.
    std::uint32_t operator()(const std::string& id) const {
        const auto found = places_.find(id);
        return found == places_.end() ? static_cast<std::uint32_t>(places_.size()) : found->second;
    }

  private:
    std::map<std::string, std::uint32_t> places_;
};

Marks to_marks(const PollRule& rule, std::span<const CountedBallot> ballots) {
    const PlaceOf option(rule.options);
    const PlaceOf criterion(rule.method == Method::three_dots ? rule.criteria : std::vector<std::string>{""});
    Marks marks;
    marks.options = rule.options.size();
    marks.criteria = rule.method == Method::three_dots ? rule.criteria.size() : 1;
    const auto add = [&](MarkedBallot& ballot, const std::string& colour, const std::string& id, std::int64_t value) {
        const Mark mark{option(id), criterion(colour), value};
        if (mark.option < marks.options && mark.criterion < marks.criteria) ballot.marks.push_back(mark);
    };
    for (const auto& [ballot, count] : ballots) {
        MarkedBallot marked{{}, count};
        if (ballot.choice) add(marked, "", *ballot.choice, 1);
        for (const auto& [colour, dots] : ballot.dots) {
            for (const auto& [id, number] : dots) add(marked, colour, id, number);
        }
        marks.ballots.push_back(std::move(marked));
    }
    return marks;
}

std::vector<std::string> ids_of(const std::vector<Option>& options, const PollRule& rule) {
    std::vector<std::string> ids;
    for (const auto at : options) ids.push_back(rule.options[at]);
    return ids;
}

OutcomeRow votes_row(const DotCount& count, Option option, int rank, const PollRule& rule) {
    OutcomeRow row;
    row.option = rule.options[option];
    row.rank = rank;
    row.votes = count.votes[option];
    row.supporters = count.supporters[option];
    if (rule.method != Method::three_dots) return row;
    for (std::size_t i = 0; i < rule.criteria.size(); ++i) row.by[rule.criteria[i]] = count.by[i][option];
    return row;
}

OutcomeRow numbers_row(std::string option, const std::vector<std::int64_t>& values, const PollRule& rule) {
    OutcomeRow row;
    row.option = std::move(option);
    row.n = static_cast<std::int64_t>(values.size());
    for (int number = rule.lowest; number <= rule.highest; ++number) row.by[std::to_string(number)] = 0;
    for (const auto value : values) ++row.by[std::to_string(value)];
    row.agreement = agreement_of(values);
    if (values.empty()) return row;
    row.spread = spread_of(values);
    row.mean = ratio(std::accumulate(values.begin(), values.end(), std::int64_t{0}), row.n);
    return row;
}

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
    if (rule.method == Method::scale) {
        outcome.rows.push_back(numbers_row("scale", given["scale"], rule));
        return;
    }
    for (const auto& step : rule.options) outcome.rows.push_back(numbers_row(step, given[step], rule));
}

void count_votes(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots) {
    const std::uint32_t criterion = rule.criterion.empty() ? 0 : PlaceOf(rule.criteria)(rule.criterion);
    const auto count = count_dots(to_marks(rule, ballots), {rule.tie, rule.seed, rule.options}, criterion);
    for (const auto& place : count.ranking.places) {
        const auto rank = static_cast<int>(outcome.rows.size()) + 1;
        for (const auto option : place) outcome.rows.push_back(votes_row(count, option, rank, rule));
    }
    for (const auto& tie : count.ranking.ties) {
        (tie.by == Tie::By::shared ? outcome.ties : outcome.broken).push_back(ids_of(tie.options, rule));
    }
    outcome.winners = ids_of(count.winners, rule);
    outcome.wildcards = ids_of(count.wildcards, rule);
}

}  // namespace

Outcome count_poll(const PollRule& rule, std::span<const CountedBallot> ballots, std::int64_t eligible) {
    Outcome outcome;
    outcome.method = rule.method;
    outcome.tie = rule.tie;
    outcome.eligible = eligible;
    for (const auto& counted : ballots) (counted.ballot.blank() ? outcome.abstained : outcome.voted) += counted.count;
    outcome.few = outcome.voted + outcome.abstained < few_ballots;
    if (rule.method == Method::feelings || rule.method == Method::scale) {
        count_numbers(outcome, rule, ballots);
    } else {
        count_votes(outcome, rule, ballots);
    }
    return outcome;
}

Outcome recount_merged(const PollRule& rule, std::span<const CountedBallot> ballots, std::int64_t eligible,
                       const std::map<std::string, std::string>& from_into) {
    const auto merged = [&from_into](const std::string& option) {
        const auto found = from_into.find(option);
        return found == from_into.end() ? option : found->second;
    };
    PollRule joined = rule;
    joined.options.clear();
    for (const auto& option : rule.options) {
        const auto target = merged(option);
        if (std::find(joined.options.begin(), joined.options.end(), target) == joined.options.end()) {
            joined.options.push_back(target);
        }
    }
    const bool one_each = rule.method == Method::dots && !rule.stacking;
    std::vector<CountedBallot> recounted;
    for (const auto& counted : ballots) {
        CountedBallot moved{{}, counted.count};
        if (counted.ballot.choice) moved.ballot.choice = merged(*counted.ballot.choice);
        for (const auto& [criterion, dots] : counted.ballot.dots) {
            auto& colour = moved.ballot.dots[criterion];
            for (const auto& [option, count] : dots) {
                auto& dot = colour[merged(option)];
                dot = one_each ? std::max(dot, count) : dot + count;
            }
        }
        recounted.push_back(std::move(moved));
    }
    return count_poll(joined, recounted, eligible);
}

}  // namespace methods
