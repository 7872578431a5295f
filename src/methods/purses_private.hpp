#pragma once
#include "methods/budget.hpp"
#include "methods/exact_private.hpp"

namespace methods {

/// What a project costs each of its supporters who can pay in full: amount / payers, in 1/denominator of the purses.
struct Price {
    Whole amount;
    std::int64_t payers = 0;
    std::vector<std::uint32_t> emptied;  // groups that give all they have
};

/// Voters' purses during one count of equal shares. Voters with equal ballots always have as much left and are one
/// group. All purses and prices are whole numbers over one denominator, which grows as projects are bought; since a
/// purse is the share less the prices paid (or empty), only the prices are kept in whole numbers, and purses as
/// floating point beside them. What floating point cannot tell apart is asked of the whole numbers.
class Purses {
  public:
    /// Every voter begins with `share` (a fraction of money in 1/unit).
    Purses(const BudgetPoll& poll, const std::vector<std::vector<std::uint32_t>>& supporters, const Fraction& share);

    /// An estimate of the price; the true one lies within `error` of it. Nothing when the supporters cannot pay.
    struct Estimate {
        double price = 0;
        double error = 0;
    };
    std::optional<Estimate> estimate(Option project) const;
    Price price(Option project) const;
    void buy(Option project, const Price& price);
    const Whole& denominator() const { return denominator_; }
    /// The price that was paid for a project that has been bought.
    Fraction paid(Option project) const { return Fraction(paid_[project], denominator_); }

  private:
    struct Filling;
    Filling fill(Option project) const;
    bool can_pay_exactly(Option project) const;
    Whole exact_purse(std::uint32_t group) const;
    Whole exact_sum(const std::vector<std::uint32_t>& groups) const;

    const BudgetPoll& poll_;
    const std::vector<std::vector<std::uint32_t>>& supporters_;  // by project: groups
    Whole denominator_, share_;                                  // share_ / denominator_
    std::vector<Whole> paid_;                                    // by project, over the denominator; 0: not bought
    std::vector<double> purse_;                                  // by group
    std::vector<bool> empty_;                                    // by group
    double first_purse_ = 0;
};

}  // namespace methods
