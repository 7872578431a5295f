#pragma once
#include <functional>

#include "methods/poll.hpp"
#include "methods/ranking.hpp"

namespace methods {

std::vector<std::string> ids_of(const std::vector<Option>& options, const PollRule& rule);

/// Rows by rank, then in the frozen order, with the ties and the winners; `fill` says what else there is to a row.
void take_ranking(Outcome& outcome, const PollRule& rule, const Count& count,
                  const std::function<void(OutcomeRow& row, Option option)>& fill);

/// Choice, dots, tre-prickar, approval, quadratic.
void count_sums(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots);
/// Feelings, scale, fist.
void count_numbers(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots);
/// Show14, score.
void count_scored(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots);
void count_shared_points(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots);
/// Greedy, mes.
void count_budget(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots, const Effort& effort);
void count_placed(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots);
/// Borda, irv, schulze, copeland.
void count_orders(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots, const Effort& effort);
void count_pairs(Outcome& outcome, const PollRule& rule, std::span<const CountedBallot> ballots);
/// The outcome's `voted` is known.
void count_consent(Outcome& outcome, std::span<const CountedBallot> ballots);

}  // namespace methods
