#pragma once
#include "methods/orders.hpp"

namespace methods {

/// How many put a before b, for every two options. Equal places are no preference.
class PairTable {
  public:
    explicit PairTable(const Orders& orders);
    std::int64_t operator()(Option a, Option b) const { return preferred_[a * options_ + b]; }
    bool beats(Option a, Option b) const { return (*this)(a, b) > (*this)(b, a); }
    std::size_t options() const { return options_; }

  private:
    std::size_t options_;
    std::vector<std::int64_t> preferred_;
};

/// Who beats every other one, if anybody does (Condorcet 1785).
std::optional<Option> condorcet_winner(const PairTable& pairs);

/// Copeland (1951): 1 for every pair that is won, ½ for every tie. The tally is in halves. Pure.
Count count_copeland(const Orders& orders, const PairTable& pairs, const TieBreak& tie);

}  // namespace methods
