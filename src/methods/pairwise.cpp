#include "methods/pairwise.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace methods {
namespace {

/// Full ballots compare every pair: for each option a whole row of small counters is compared and added at once, which
/// compilers turn into vector code. The counters are emptied into the table before the smallest type overflows.
/// Cell must hold the highest place, the number of options.
template <class Cell>
class DensePairs {
  public:
    explicit DensePairs(std::size_t options)
        : options_(options), stride_((options + 63) / 64 * 64), place_(stride_, 0), rows_(options * stride_, 0) {}

    void add(const OrderedBallot& ballot, std::vector<std::int64_t>& into) {
        if (ballot.count != count_ || held_ == std::numeric_limits<Cell>::max()) empty(into);
        count_ = ballot.count;
        ++held_;
        const auto last = static_cast<Cell>(ballot.place.back() + 1);
        std::fill_n(place_.begin(), options_, last);
        for (std::size_t i = 0; i < ballot.options.size(); ++i) {
            place_[ballot.options[i]] = static_cast<Cell>(ballot.place[i]);
        }
        const auto* const places = place_.data();
        for (std::size_t a = 0; a < options_; ++a) {
            const Cell mine = place_[a];
            auto* const row = &rows_[a * stride_];
            for (std::size_t b = 0; b < stride_; ++b) row[b] = static_cast<Cell>(row[b] + (mine < places[b] ? 1 : 0));
        }
    }

    void empty(std::vector<std::int64_t>& into) {
        for (std::size_t a = 0; held_ > 0 && a < options_; ++a) {
            for (std::size_t b = 0; b < options_; ++b) into[a * options_ + b] += count_ * rows_[a * stride_ + b];
        }
        std::fill(rows_.begin(), rows_.end(), Cell{0});
        held_ = 0;
    }

  private:
    std::size_t options_, stride_;
    std::vector<Cell> place_, rows_;
    std::int64_t count_ = 0;
    Cell held_ = 0;
};

/// Short ballots on long lists: what is named stands above all that is not, and is compared with each other.
class SparsePairs {
  public:
    explicit SparsePairs(std::size_t options) : named_(options, 0) {}

    void add(const OrderedBallot& ballot, std::vector<std::int64_t>& into) {
        const auto n = named_.size();
        for (std::size_t i = 0; i < ballot.options.size(); ++i) {
            const auto a = ballot.options[i];
            named_[a] += ballot.count;
            for (std::size_t j = i + 1; j < ballot.options.size(); ++j) {
                const auto b = ballot.options[j];
                into[b * n + a] -= ballot.count;
                if (ballot.place[i] == ballot.place[j]) into[a * n + b] -= ballot.count;
            }
        }
    }

    void finish(std::vector<std::int64_t>& into) const {
        const auto n = named_.size();
        for (std::size_t a = 0; a < n; ++a) {
            for (std::size_t b = 0; b < n; ++b) into[a * n + b] += a == b ? 0 : named_[a];
        }
    }

  private:
    std::vector<std::int64_t> named_;  // by option: ballots that name it
};

template <class Cell>
void add_ballots(const Orders& orders, std::vector<std::int64_t>& into) {
    const auto n = orders.options;
    DensePairs<Cell> dense(n);
    SparsePairs sparse(n);
    // Equal counts together, so that the small counters are seldom emptied.
    std::vector<std::size_t> order(orders.ballots.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&orders](std::size_t a, std::size_t b) {
        return orders.ballots[a].count < orders.ballots[b].count;
    });
    for (const auto at : order) {
        const auto& ballot = orders.ballots[at];
        const auto named = ballot.options.size();
        if (named == 0) continue;
        if (named * named < n * n / 32) {
            sparse.add(ballot, into);
        } else {
            dense.add(ballot, into);
        }
    }
    dense.empty(into);
    sparse.finish(into);
}

}  // namespace

PairTable::PairTable(const Orders& orders) : options_(orders.options), preferred_(options_ * options_, 0) {
    if (options_ < std::numeric_limits<std::uint8_t>::max()) {
        add_ballots<std::uint8_t>(orders, preferred_);
    } else {
        add_ballots<std::uint16_t>(orders, preferred_);
    }
}

std::optional<Option> condorcet_winner(const PairTable& pairs) {
    for (Option a = 0; a < pairs.options(); ++a) {
        bool beats_all = true;
        for (Option b = 0; beats_all && b < pairs.options(); ++b) beats_all = a == b || pairs.beats(a, b);
        if (beats_all) return a;
    }
    return std::nullopt;
}

Count count_copeland(const Orders& orders, const PairTable& pairs, const TieBreak& tie) {
    Count count;
    count_ballots(orders, count);
    std::vector<std::int64_t> doubled(orders.options, 0);
    for (Option a = 0; a < orders.options; ++a) {
        for (Option b = 0; b < orders.options; ++b) {
            if (a == b || pairs.beats(b, a)) continue;
            doubled[a] += pairs.beats(a, b) ? 2 : 1;
        }
        count.tally.push_back(exact(ratio(doubled[a], 2)));
    }
    count.ranking = settle(places_of(doubled), tie, {}, std::vector<bool>(orders.options, count.ballots == 0));
    if (count.ballots > 0) count.winners = count.ranking.places[0];
    return count;
}

}  // namespace methods
