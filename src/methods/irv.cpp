#include "methods/irv.hpp"

#include <algorithm>

#include "methods/exact_private.hpp"
#include "methods/places_private.hpp"

namespace methods {
namespace {

/// All votes of one count are whole numbers of 1/unit, where unit is divisible by every number of options that can
/// share a vote.
class VoteUnit {
  public:
    explicit VoteUnit(const Orders& orders) {
        std::size_t sharing = 0;
        for (const auto& ballot : orders.ballots) {
            std::size_t run = 0;
            for (std::size_t i = 0; i < ballot.options.size(); ++i) {
                run = i > 0 && ballot.place[i] == ballot.place[i - 1] ? run + 1 : 1;
                sharing = std::max(sharing, run);
            }
        }
        for (std::size_t size = 1; size <= sharing; ++size) unit_ = lcm(unit_, Whole(size));
    }
    Whole share(std::int64_t votes, std::size_t among) const { return unit_ / among * votes; }
    Exact exact_votes(const Whole& votes) const { return exact(Fraction(votes, unit_)); }

  private:
    Whole unit_ = 1;
};

/// Where one branch of the count has come to.
struct Branch {
    std::vector<bool> standing;
    std::vector<std::uint32_t> at;             // by ballot: where its first option that stands may be
    std::vector<std::vector<Whole>> history;   // round → option → votes
    std::vector<std::vector<Option>> dropped;  // round → who
};

class IrvCounting {
  public:
    IrvCounting(const Orders& orders, const TieBreak& tie, int most_branches)
        : orders_(orders),
          tie_(tie),
          most_branches_(most_branches),
          unit_(orders),
          best_rank_(orders.options, orders.options + 1) {
        for (const auto& ballot : orders.ballots) all_ += unit_.share(ballot.count, 1);
    }

    base::Result<IrvCount> run() {
        count_ballots(orders_, count_);
        count_.tally.assign(orders_.options, {});
        const auto blank = count_.voters - count_.ballots;
        all_ -= unit_.share(blank, 1);
        Branch first;
        first.standing.assign(orders_.options, true);
        first.at.assign(orders_.ballots.size(), 0);
        if (orders_.options > 0) follow(std::move(first));
        if (is_too_much()) return base::refuse(base::Code::too_many, "branches");
        count_.branches = std::max(leaves_, 1);
        const auto places =
            places_by(orders_.options, [this](Option a, Option b) { return best_rank_[a] < best_rank_[b]; });
        auto ranking = settle(places, tie_, {}, nothing_);
        count_.ranking.places = std::move(ranking.places);
        for (auto& tied : ranking.ties) note(std::move(tied));
        if (count_.ballots > 0) count_.winners = count_.ranking.places[0];
        return std::move(count_);
    }

  private:
    std::vector<Whole> votes_of(Branch& branch) const {
        std::vector<std::vector<std::int64_t>> shared;  // how many share − 1 → option → ballots
        for (std::size_t i = 0; i < orders_.ballots.size(); ++i) {
            const auto& ballot = orders_.ballots[i];
            auto& at = branch.at[i];
            while (at < ballot.options.size() && !branch.standing[ballot.options[at]]) ++at;
            if (at == ballot.options.size()) continue;
            auto end = at;
            std::size_t sharing = 0;
            while (end < ballot.options.size() && ballot.place[end] == ballot.place[at]) {
                if (branch.standing[ballot.options[end++]]) ++sharing;
            }
            if (shared.size() < sharing) shared.resize(sharing);
            auto& into = shared[sharing - 1];
            into.resize(orders_.options);
            for (auto one = at; one < end; ++one) {
                if (branch.standing[ballot.options[one]]) into[ballot.options[one]] += ballot.count;
            }
        }
        std::vector<Whole> votes(orders_.options);
        for (std::size_t sharing = 1; sharing <= shared.size(); ++sharing) {
            const auto& from = shared[sharing - 1];
            for (std::size_t i = 0; i < from.size(); ++i) {
                if (from[i] != 0) votes[i] += unit_.share(from[i], sharing);
            }
        }
        return votes;
    }

    /// One branch may take as long as it takes.
    bool is_too_much() const { return leaves_ > most_branches_ || (leaves_ > 1 && looks_ > most_irv_looks); }

    static std::vector<Option> standing(const Branch& branch) {
        std::vector<Option> options;
        for (Option option = 0; option < branch.standing.size(); ++option) {
            if (branch.standing[option]) options.push_back(option);
        }
        return options;
    }

    /// Those of the standing with the fewest votes, and of these those who also had the fewest in the latest earlier
    /// round in which they differ. `looked_back` when that made them fewer.
    static std::vector<Option> last_of(const Branch& branch, bool& looked_back) {
        auto last = standing(branch);
        looked_back = false;
        for (auto round = branch.history.rbegin(); round != branch.history.rend() && last.size() > 1; ++round) {
            auto fewest = (*round)[last.front()];
            for (const auto option : last) fewest = std::min(fewest, (*round)[option]);
            const auto before = last.size();
            std::erase_if(last, [&](Option option) { return (*round)[option] != fewest; });
            if (round != branch.history.rbegin() && last.size() < before) looked_back = true;
        }
        return last;
    }

    /// Whether all of `last` go before anybody else, whatever the order they go in.
    bool go_together(const Branch& branch, const std::vector<Option>& last) const {
        const auto& votes = branch.history.back();
        const auto mine = votes[last.front()];
        const Whole together = mine * last.size();
        bool others = false;
        for (Option option = 0; option < branch.standing.size(); ++option) {
            if (!branch.standing[option] || std::find(last.begin(), last.end(), option) != last.end()) continue;
            others = true;
            if (votes[option] <= together && mine != 0) return false;
        }
        return others && (mine == 0 || tie_.policy != TiePolicy::seeded_lot);
    }

    static void drop(Branch& branch, std::vector<Option> options) {
        for (const auto option : options) branch.standing[option] = false;
        branch.dropped.push_back(std::move(options));
    }

    void note(Tie tie) {
        auto& ties = count_.ranking.ties;
        if (std::find(ties.begin(), ties.end(), tie) == ties.end()) ties.push_back(std::move(tie));
    }

    /// Counts one round after another; at a tie that nothing settles it follows every branch.
    void follow(Branch branch) {
        while (!is_too_much()) {
            looks_ += static_cast<std::int64_t>(orders_.ballots.size()) + 1;
            branch.history.push_back(votes_of(branch));
            const auto& votes = branch.history.back();
            Whole counted = 0;
            Whole most = 0;
            for (const auto& number : votes) {
                counted += number;
                most = std::max(most, number);
            }
            if (2 * most > counted || counted == 0) return finish(branch);
            bool looked_back = false;
            auto last = last_of(branch, looked_back);
            const auto round = static_cast<int>(branch.history.size());
            if (looked_back) note({level_with(branch, last.front()), Tie::By::earlier_rounds, round});
            if (last.size() == 1 || go_together(branch, last)) {
                drop(branch, std::move(last));
            } else if (tie_.policy == TiePolicy::seeded_lot) {
                note({last, Tie::By::seeded_lot, round});
                const auto loser = std::max_element(
                    last.begin(), last.end(), [this](Option a, Option b) { return lot_of(tie_, a) < lot_of(tie_, b); });
                drop(branch, {*loser});
            } else {
                note({last, Tie::By::every_branch, round});
                for (auto loser = last.rbegin(); loser != last.rend(); ++loser) {
                    auto other = branch;
                    drop(other, {*loser});
                    follow(std::move(other));
                }
                return;
            }
        }
    }

    /// Those who have as many votes in this round as `option`.
    static std::vector<Option> level_with(const Branch& branch, Option option) {
        const auto& votes = branch.history.back();
        auto level = standing(branch);
        std::erase_if(level, [&](Option other) { return votes[other] != votes[option]; });
        return level;
    }

    void finish(const Branch& branch) {
        const auto& votes = branch.history.back();
        auto final_round = standing(branch);
        std::size_t rank = 1;
        const auto seat = [&](const std::vector<Option>& options) {
            for (const auto option : options) best_rank_[option] = std::min(best_rank_[option], rank);
            rank += options.size();
        };
        for (const auto& place : places_by(final_round.size(), [&](Option a, Option b) {
                 return votes[final_round[a]] > votes[final_round[b]];
             })) {
            std::vector<Option> options;
            for (const auto at : place) options.push_back(final_round[at]);
            seat(options);
        }
        for (auto options = branch.dropped.rbegin(); options != branch.dropped.rend(); ++options) seat(*options);
        if (leaves_++ == 0) tell(branch);
    }

    /// The rounds and the tally of the first branch.
    void tell(const Branch& branch) {
        std::vector<bool> stands(orders_.options, true);
        nothing_.assign(orders_.options, true);
        for (std::size_t i = 0; i < branch.history.size(); ++i) {
            IrvRound round;
            Whole counted = 0;
            for (Option option = 0; option < orders_.options; ++option) {
                const auto& votes = branch.history[i][option];
                counted += votes;
                round.votes.push_back(unit_.exact_votes(votes));
                if (!stands[option]) continue;
                round.standing.push_back(option);
                count_.tally[option] = round.votes.back();
                if (votes != 0) nothing_[option] = false;
            }
            round.exhausted = unit_.exact_votes(all_ - counted);
            if (i < branch.dropped.size()) round.dropped = branch.dropped[i];
            for (const auto option : round.dropped) stands[option] = false;
            count_.rounds.push_back(std::move(round));
        }
    }

    const Orders& orders_;
    const TieBreak& tie_;
    int most_branches_;
    VoteUnit unit_;
    Whole all_ = 0;
    IrvCount count_;
    std::vector<std::size_t> best_rank_;  // by option, over all branches
    std::vector<bool> nothing_;
    int leaves_ = 0;
    std::int64_t looks_ = 0;
};

}  // namespace

base::Result<IrvCount> count_irv(const Orders& orders, const TieBreak& tie, int most_branches) {
    return IrvCounting(orders, tie, most_branches).run();
}

}  // namespace methods
