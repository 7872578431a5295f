#include <set>

#include "methods/count_private.hpp"
#include "methods/irv.hpp"
#include "methods/poll_ballots.hpp"
#include "methods/schulze.hpp"

namespace methods {
namespace {

/// How many put each option first, alone or with others.
std::vector<std::int64_t> firsts_of(const Orders& orders) {
    std::vector<std::int64_t> firsts(orders.options, 0);
    for (const auto& ballot : orders.ballots) {
        for (std::size_t i = 0; i < ballot.options.size() && ballot.place[i] == 0; ++i) {
            firsts[ballot.options[i]] += ballot.count;
        }
    }
    return firsts;
}

void count_by_points(Outcome& outcome, const PollRule& rule, const Orders& orders) {
    const auto count = count_borda(orders, tie_break_of(rule));
    const auto firsts = firsts_of(orders);
    take_ranking(outcome, rule, count, [&](OutcomeRow& row, Option option) {
        row.numbers["points"] = count.tally[option];
        row.numbers["firsts"] = exact(firsts[option]);
    });
}

void count_by_transfer(Outcome& outcome, const PollRule& rule, const Orders& orders, const Effort& effort) {
    auto tie = tie_break_of(rule);
    auto counted = count_irv(orders, tie, effort.irv_branches);
    if (!counted) {
        outcome.tie = tie.policy = TiePolicy::seeded_lot;  // never branches
        counted = count_irv(orders, tie);
        if (!counted) return;
    }
    take_ranking(outcome, rule, *counted, [&](OutcomeRow& row, Option option) {
        row.votes = static_cast<std::int64_t>(counted->tally[option].value);
    });
    if (counted->branches > 1) outcome.flags["branches"] = true;
    std::set<Option> level;
    for (const auto& last : counted->ranking.ties) {
        if (last.by == Tie::By::every_branch) level.insert(last.options.begin(), last.options.end());
    }
    outcome.branched = ids_of({level.begin(), level.end()}, rule);
    for (const auto& round : counted->rounds) {
        OutcomeRound told;
        if (round.standing.size() <= most_in_table) {
            for (const auto option : round.standing) told.votes[rule.options[option]] = round.votes[option];
        }
        told.dropped = ids_of(round.dropped, rule);
        told.exhausted = round.exhausted;
        outcome.rounds.push_back(std::move(told));
    }
}

void count_in_pairs(Outcome& outcome, const PollRule& rule, const Orders& orders) {
    const PairTable pairs(orders);
    const auto wins = count_copeland(orders, pairs, tie_break_of(rule));
    const auto firsts = firsts_of(orders);
    const auto fill = [&](OutcomeRow& row, Option option) {
        row.numbers["wins"] = wins.tally[option];
        row.numbers["firsts"] = exact(firsts[option]);
    };
    if (rule.method == Method::copeland) {
        take_ranking(outcome, rule, wins, fill);
    } else {
        take_ranking(outcome, rule, count_schulze(orders, pairs, tie_break_of(rule)), fill);
    }
    if (const auto winner = condorcet_winner(pairs)) outcome.condorcet = rule.options[*winner];
    if (rule.options.size() > most_in_table) return;
    for (Option a = 0; a < pairs.options(); ++a) {
        for (Option b = 0; b < pairs.options(); ++b) {
            if (a != b) outcome.pairs[rule.options[a]][rule.options[b]] = pairs(a, b);
        }
    }
}

}  // namespace

void count_orders(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots,
                  const Effort& effort) {
    const auto orders = to_orders(rule, ballots);
    if (rule.method == Method::borda) return count_by_points(outcome, rule, orders);
    if (rule.method == Method::irv) return count_by_transfer(outcome, rule, orders, effort);
    count_in_pairs(outcome, rule, orders);
}

void count_pairs(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots) {
    const auto count = count_bradley_terry(to_comparisons(rule, ballots), usual_prior, tie_break_of(rule));
    if (!count) return;  // with a prior there is always a count
    take_ranking(outcome, rule, *count, [&](OutcomeRow& row, Option option) {
        row.n = count->wins[option] + count->losses[option];
        row.numbers["points"] = count->simple[option];
        row.chance = count->win_percent[option];
        row.won = count->wins[option];
        if (row.n < few_comparisons) row.flags["few"] = true;
    });
    outcome.numbers["undecided"] = exact(count->undecided);
}

}  // namespace methods
