#include <algorithm>
#include <numeric>
#include <set>

#include "base/digest.hpp"
#include "methods/poll.hpp"

namespace methods {
namespace {

constexpr std::int64_t few_ballots = 5;  // invariant 25

using Counts = std::map<std::string, OutcomeRow>;

void add_dots(Counts& rows, const PollRule& rule, const CountedBallot& counted) {
    std::set<std::string> supported;
    for (const auto& [criterion, dots] : counted.ballot.dots) {
        for (const auto& [option, count] : dots) {
            if (count == 0) continue;
            auto& row = rows[option];
            row.votes += count * counted.count;
            if (rule.method == Method::three_dots) row.by[criterion] += count * counted.count;
            supported.insert(option);
        }
    }
    for (const auto& option : supported) rows[option].supporters += counted.count;
}

void add_choice(Counts& rows, const CountedBallot& counted) {
    if (!counted.ballot.choice) return;
    auto& row = rows[*counted.ballot.choice];
    row.votes += counted.count;
    row.supporters += counted.count;
}

/// Order among the tied: less = goes first, equal keys stay tied.
using TieKey = std::pair<std::int64_t, base::Digest>;

TieKey tie_key(const PollRule& rule, const OutcomeRow& row) {
    switch (rule.tie) {
        case TiePolicy::distinct_supporters:
            return {-row.supporters, {}};
        case TiePolicy::secondary_criterion: {
            const auto& criterion =
                rule.criterion.empty() && !rule.criteria.empty() ? rule.criteria.front() : rule.criterion;
            const auto found = row.by.find(criterion);
            return {found == row.by.end() ? 0 : -found->second, {}};
        }
        case TiePolicy::seeded_lot:
            return {0, base::sha256(rule.seed + ":" + row.option)};
        case TiePolicy::report:
        case TiePolicy::discuss_revote:
            break;
    }
    return {};
}

std::vector<std::string> ids_of(std::vector<OutcomeRow>::const_iterator from,
                                std::vector<OutcomeRow>::const_iterator to) {
    std::vector<std::string> ids;
    for (; from != to; ++from) ids.push_back(from->option);
    return ids;
}

/// Puts rows in order of votes, then by the tie policy, and gives shared ranks to what is still equal.
void rank(Outcome& outcome, const PollRule& rule) {
    auto& rows = outcome.rows;
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.votes > b.votes; });
    for (auto group = rows.begin(); group != rows.end();) {
        auto group_end = std::find_if(group, rows.end(), [&](const auto& row) { return row.votes != group->votes; });
        const bool counts = group->votes > 0;  // an order among what nobody chose means nothing
        if (counts && group_end - group > 1) {
            const auto tied = ids_of(group, group_end);
            std::stable_sort(group, group_end,
                             [&rule](const auto& a, const auto& b) { return tie_key(rule, a) < tie_key(rule, b); });
            if (tie_key(rule, *group) != tie_key(rule, *(group_end - 1))) outcome.broken.push_back(tied);
        }
        const std::int64_t ahead = group - rows.begin();
        for (auto same = group; same != group_end;) {
            const auto key = tie_key(rule, *same);
            auto same_end =
                counts ? std::find_if(same, group_end, [&](const auto& row) { return tie_key(rule, row) != key; })
                       : group_end;
            const int place = static_cast<int>(ahead + (same - group)) + 1;
            for (auto row = same; row != same_end; ++row) row->rank = place;
            if (counts && same_end - same > 1) outcome.ties.push_back(ids_of(same, same_end));
            same = same_end;
        }
        group = group_end;
    }
    for (const auto& row : rows) {
        if (row.rank == 1 && row.votes > 0) outcome.winners.push_back(row.option);
    }
}

/// At least one uncertain idea of high novelty goes along (domain V3).
void find_wildcards(Outcome& outcome, const PollRule& rule) {
    if (rule.criteria.size() < 2) return;
    std::int64_t most = 0;
    for (const auto& row : outcome.rows) {
        const auto found = row.by.find(rule.criteria.back());
        if (row.rank == 1 || found == row.by.end() || found->second < most) continue;
        if (found->second > most) outcome.wildcards.clear();
        most = found->second;
        outcome.wildcards.push_back(row.option);
    }
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
    Counts rows;
    for (const auto& counted : ballots) {
        if (rule.method == Method::choice) {
            add_choice(rows, counted);
        } else {
            add_dots(rows, rule, counted);
        }
    }
    for (const auto& option : rule.options) {
        auto& row = rows[option];
        row.option = option;
        if (rule.method == Method::three_dots) {
            for (const auto& criterion : rule.criteria) row.by.try_emplace(criterion, 0);
        }
        outcome.rows.push_back(row);
    }
    rank(outcome, rule);
    if (rule.method == Method::three_dots) find_wildcards(outcome, rule);
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
