#include <algorithm>
#include <limits>
#include <memory>

#include "methods/budget.hpp"
#include "methods/budget_private.hpp"
#include "methods/purses_private.hpp"

namespace methods {
namespace {

using Supporters = std::vector<std::vector<std::uint32_t>>;  // by project: groups

/// One count with a given share.
class SharesCount {
  public:
    SharesCount(const BudgetPoll& poll, const Supporters& supporters, const BudgetCount& begun, Utility utility,
                const TieBreak& tie, const Fraction& share)
        : poll_(poll), utility_(utility), tie_(tie), purses_(poll, supporters, share), count_(begun) {
        for (Option project = 0; project < poll.costs.size(); ++project) {
            if (begun.supporters[project] > 0) offers_.push_back({project, 0, 0, -1});
        }
    }

    BudgetCount run() {
        for (int round = 1;; ++round) {
            const auto candidates = find_candidates(round);
            if (candidates.empty()) break;
            const auto [project, price] = choose(candidates, round);
            purses_.buy(project, price);
            count_.rounds.push_back({project, {}});
            bought_.push_back(project);
            count_.cost += poll_.costs[project];
            std::erase_if(offers_, [bought = project](const Offer& offer) { return offer.project == bought; });
        }
        count_.funded = bought_;
        std::sort(count_.funded.begin(), count_.funded.end());
        return std::move(count_);
    }

    /// After run: the prices, as fractions that a person can still read, else as decimal numbers.
    std::vector<Exact> prices() const {
        constexpr std::size_t readable = 40;
        std::vector<Exact> prices;
        for (const auto project : bought_) {
            prices.push_back(exact(Fraction(purses_.paid(project) / poll_.unit)));
            auto& price = prices.back();
            if (price.text.size() > readable) price = rounded(price.value);
        }
        return prices;
    }

  private:
    /// ρ lies between low and high, as it was in that round. Purses only get emptier: low stays a bound.
    struct Offer {
        Option project = 0;
        double low = 0;
        double high = 0;
        int round = 0;
    };

    double utility_of(Option project) const {
        return utility_ == Utility::cost ? static_cast<double>(poll_.costs[project]) : 1.0;
    }

    /// Looks again at whoever may be the lowest until nobody else can be; those that may be the lowest then.
    std::vector<Option> find_candidates(int round) {
        for (;;) {
            double bound = std::numeric_limits<double>::infinity();
            for (const auto& offer : offers_) {
                if (offer.round == round) bound = std::min(bound, offer.high);
            }
            auto stale = offers_.end();
            for (auto offer = offers_.begin(); offer != offers_.end(); ++offer) {
                if (offer->round == round || offer->low > bound) continue;
                if (stale == offers_.end() || offer->low < stale->low) stale = offer;
            }
            if (stale == offers_.end()) {
                std::vector<Option> candidates;
                for (const auto& offer : offers_) {
                    if (offer.round == round && offer.low <= bound) candidates.push_back(offer.project);
                }
                return candidates;
            }
            if (const auto estimate = purses_.estimate(stale->project)) {
                const auto utility = utility_of(stale->project);
                stale->low = (estimate->price - estimate->error) / utility;
                stale->high = (estimate->price + estimate->error) / utility;
                stale->round = round;
            } else {
                offers_.erase(stale);  // who cannot pay now never will
            }
        }
    }

    /// ρ of a before ρ of b: −1, 0, 1. Exact.
    int compare(Option a, const Price& price_a, Option b, const Price& price_b) const {
        Whole left = price_a.amount * price_b.payers;
        Whole right = price_b.amount * price_a.payers;
        if (utility_ == Utility::cost) {
            left *= poll_.costs[b];
            right *= poll_.costs[a];
        }
        return left.compare(right);
    }

    std::pair<Option, Price> choose(const std::vector<Option>& candidates, int round) {
        std::vector<std::pair<Option, Price>> lowest;
        for (const auto project : candidates) {
            auto price = purses_.price(project);
            const int order =
                lowest.empty() ? -1 : compare(project, price, lowest.front().first, lowest.front().second);
            if (order > 0) continue;
            if (order < 0) lowest.clear();
            lowest.emplace_back(project, std::move(price));
        }
        std::vector<Option> tied;
        for (const auto& one : lowest) tied.push_back(one.first);
        const auto chosen = settle_tie(tied, round);
        return std::move(
            *std::find_if(lowest.begin(), lowest.end(), [chosen](const auto& one) { return one.first == chosen; }));
    }

    Option settle_tie(std::vector<Option> tied, int round) {
        std::sort(tied.begin(), tied.end());
        std::int64_t most = 0;
        for (const auto project : tied) most = std::max(most, count_.supporters[project]);
        auto strongest = tied;
        std::erase_if(strongest, [&](Option project) { return count_.supporters[project] < most; });
        if (strongest.size() < tied.size()) count_.ranking.ties.push_back({tied, Tie::By::more_supporters, round});
        if (strongest.size() > 1) count_.ranking.ties.push_back({strongest, by_order(tie_), round});
        return in_order(strongest, tie_).front();
    }

    const BudgetPoll& poll_;
    Utility utility_;
    const TieBreak& tie_;
    Purses purses_;
    BudgetCount count_;
    std::vector<Offer> offers_;
    std::vector<Option> bought_;
};

/// Places in the order of buying, then everybody else together.
Places places_in_order(const BudgetCount& count) {
    Places places;
    std::vector<Option> rest;
    for (const auto& round : count.rounds) places.push_back({round.project});
    for (Option project = 0; project < count.supporters.size(); ++project) {
        if (!std::binary_search(count.funded.begin(), count.funded.end(), project)) rest.push_back(project);
    }
    if (!rest.empty()) places.push_back(std::move(rest));
    return places;
}

/// What every voter begins with.
Fraction share_of(const BudgetPoll& poll, std::int64_t voters, const SharesRule& rule, std::int64_t raised) {
    Fraction share(Whole(poll.budget), Whole(std::max<std::int64_t>(voters, 1)));
    if (raised == 0) return share;
    if (rule.integral) share = Fraction(Whole(numerator(share) / (denominator(share) * poll.unit)) * poll.unit);
    return share + Fraction(Whole(raised) * poll.unit);
}

/// Something that is supported is left which the budget (exhaustive: what is left of it) could pay for.
bool goes_on(const BudgetPoll& poll, const BudgetCount& count, const SharesRule& rule) {
    const auto money = rule.exhaustive ? poll.budget - count.cost : poll.budget;
    for (Option project = 0; project < poll.costs.size(); ++project) {
        if (count.supporters[project] == 0 || poll.costs[project] > money) continue;
        if (!std::binary_search(count.funded.begin(), count.funded.end(), project)) return true;
    }
    return false;
}

}  // namespace

base::Result<BudgetCount> count_equal_shares(const BudgetPoll& poll, const SharesRule& rule, const TieBreak& tie,
                                             const BudgetProgress& progress) {
    const auto begun = begin_count(poll);
    Supporters supporters(poll.costs.size());
    for (std::uint32_t group = 0; group < poll.ballots.size(); ++group) {
        for (const auto project : poll.ballots[group].projects) supporters[project].push_back(group);
    }
    const auto begin = [&](std::int64_t raised) {
        const auto share = share_of(poll, begun.voters, rule, raised);
        return std::make_unique<SharesCount>(poll, supporters, begun, rule.utility, tie, share);
    };
    auto counting = begin(0);
    auto count = counting->run();
    std::int64_t counts = 1;
    while (rule.completion == Completion::add1 && goes_on(poll, count, rule)) {
        if (progress && !progress(count.cost, poll.budget)) return base::refuse(base::Code::not_now, "stopped");
        auto next_counting = begin(count.raised + 1);
        auto next = next_counting->run();
        ++counts;
        if (next.cost > poll.budget) break;
        next.raised = count.raised + 1;
        count = std::move(next);
        counting = std::move(next_counting);
    }
    const auto prices = counting->prices();
    for (std::size_t i = 0; i < prices.size(); ++i) count.rounds[i].price = prices[i];
    count.counts = counts;
    count.winners = count.funded;
    count.ranking.places = places_in_order(count);
    for (const auto number : count.supporters) count.tally.push_back(exact(number));
    return count;
}

}  // namespace methods
