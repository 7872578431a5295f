#include "methods/purses_private.hpp"

#include <cmath>

namespace methods {
namespace {

/// Sums of at most a million purses, each of them with at most some thousand roundings, are right to 10⁻¹⁰ of what is
/// summed; this leaves a wide margin.
constexpr double doubt = 1e-9;

double to_double(const Whole& numerator, const Whole& denominator) {
    constexpr unsigned precise_bits = 200;
    const auto bits = static_cast<unsigned>(msb(denominator));
    const unsigned shift = bits > precise_bits ? bits - precise_bits : 0;
    return Whole(numerator >> shift).convert_to<double>() / Whole(denominator >> shift).convert_to<double>();
}

}  // namespace

/// The state of a project's funding when everybody pays up to `price`, as far as floating point tells.
struct Purses::Filling {
    double price = 0;
    double error = 0;
    double money = 0;                     // all that its supporters have
    double payers_weight = 0;             // voters who can pay the price
    std::vector<std::uint32_t> emptied;   // surely give all they have
    std::vector<std::uint32_t> doubtful;  // perhaps do
};

Purses::Purses(const BudgetPoll& poll, const std::vector<std::vector<std::uint32_t>>& supporters, const Fraction& share)
    : poll_(poll),
      supporters_(supporters),
      denominator_(boost::multiprecision::denominator(share)),
      share_(boost::multiprecision::numerator(share)),
      paid_(poll.costs.size()),
      purse_(poll.ballots.size(), to_double(share_, denominator_)),
      empty_(poll.ballots.size(), false),
      first_purse_(to_double(share_, denominator_)) {}

Purses::Filling Purses::fill(Option project) const {
    Filling filling;
    const auto cost = static_cast<double>(poll_.costs[project]);
    std::vector<std::uint32_t> open;
    for (const auto group : supporters_[project]) {
        if (empty_[group]) continue;
        const auto weight = static_cast<double>(poll_.ballots[group].count);
        filling.money += weight * purse_[group];
        filling.payers_weight += weight;
        open.push_back(group);
    }
    if (open.empty()) return filling;
    // From below: whoever has less than the price gives everything, which raises the price for the others.
    double left = cost;
    for (bool moved = true; moved && filling.payers_weight > 0.5;) {
        moved = false;
        filling.price = left / filling.payers_weight;
        std::size_t kept = 0;
        for (const auto group : open) {
            if (purse_[group] >= filling.price) {
                open[kept++] = group;
                continue;
            }
            const auto weight = static_cast<double>(poll_.ballots[group].count);
            left -= weight * purse_[group];
            filling.payers_weight -= weight;
            filling.emptied.push_back(group);
            moved = true;
        }
        open.resize(kept);
    }
    filling.error = doubt * (cost / std::max(filling.payers_weight, 1.0) + first_purse_);
    const auto near = [&](std::uint32_t group) { return std::abs(purse_[group] - filling.price) <= filling.error; };
    std::erase_if(filling.emptied, [&](std::uint32_t group) {
        if (near(group)) filling.doubtful.push_back(group);
        return near(group);
    });
    for (const auto group : open) {
        if (near(group)) filling.doubtful.push_back(group);
    }
    return filling;
}

Whole Purses::exact_purse(std::uint32_t group) const {
    if (empty_[group]) return 0;
    Whole purse = share_;
    for (const auto project : poll_.ballots[group].projects) purse -= paid_[project];
    return purse;
}

/// Prices are added once each, with how many of the voters paid them.
Whole Purses::exact_sum(const std::vector<std::uint32_t>& groups) const {
    std::vector<std::int64_t> payments(paid_.size(), 0);
    std::int64_t shares = 0;
    for (const auto group : groups) {
        if (empty_[group]) continue;
        const auto& ballot = poll_.ballots[group];
        shares += ballot.count;
        for (const auto project : ballot.projects) payments[project] += ballot.count;
    }
    Whole sum = share_ * shares;
    for (std::size_t project = 0; project < payments.size(); ++project) {
        if (payments[project] != 0 && paid_[project] != 0) sum -= paid_[project] * payments[project];
    }
    return sum;
}

bool Purses::can_pay_exactly(Option project) const {
    return exact_sum(supporters_[project]) >= denominator_ * poll_.costs[project];
}

std::optional<Purses::Estimate> Purses::estimate(Option project) const {
    const auto filling = fill(project);
    const auto cost = static_cast<double>(poll_.costs[project]);
    const auto margin = doubt * cost;
    if (filling.money < cost - margin) return std::nullopt;
    if (filling.money <= cost + margin && !can_pay_exactly(project)) return std::nullopt;
    return Estimate{filling.price, filling.error};
}

Price Purses::price(Option project) const {
    auto filling = fill(project);
    std::int64_t payers = 0;
    for (const auto group : supporters_[project]) {
        if (!empty_[group]) payers += poll_.ballots[group].count;
    }
    for (const auto group : filling.emptied) payers -= poll_.ballots[group].count;
    Price price{denominator_ * poll_.costs[project] - exact_sum(filling.emptied), payers, std::move(filling.emptied)};
    std::vector<std::pair<std::uint32_t, Whole>> doubtful;
    for (const auto group : filling.doubtful) doubtful.emplace_back(group, exact_purse(group));
    for (bool moved = true; moved;) {
        moved = false;
        std::erase_if(doubtful, [&](const auto& one) {
            const auto& [group, purse] = one;
            const auto weight = poll_.ballots[group].count;
            // One who has just the price gives everything too, unless nobody would be left to pay it.
            if (price.payers <= weight || purse * price.payers >= price.amount) return false;
            price.amount -= purse * weight;
            price.payers -= weight;
            price.emptied.push_back(group);
            moved = true;
            return true;
        });
    }
    for (const auto& [group, purse] : doubtful) {
        if (purse * price.payers == price.amount) price.emptied.push_back(group);
    }
    return price;
}

void Purses::buy(Option project, const Price& price) {
    const auto common = static_cast<std::int64_t>(
        gcd(Whole(price.amount % price.payers), Whole(price.payers)).convert_to<std::int64_t>());
    paid_[project] = price.amount / common;
    if (const auto factor = price.payers / common; factor != 1) {
        denominator_ *= factor;
        share_ *= factor;
        for (Option other = 0; other < paid_.size(); ++other) {
            if (other != project) paid_[other] *= factor;
        }
    }
    for (const auto group : price.emptied) {
        empty_[group] = true;
        purse_[group] = 0;
    }
    const auto paid = to_double(paid_[project], denominator_);
    for (const auto group : supporters_[project]) {
        if (!empty_[group]) purse_[group] = std::max(0.0, purse_[group] - paid);
    }
}

}  // namespace methods
