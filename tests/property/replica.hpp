#pragma once
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "model/draft.hpp"
#include "property/trials.hpp"

/// A register in memory, as small as it can be: a journal, cells, quarantine and erasures, by the rules of the model.
namespace property {

using base::Id;

/// Ids that depend on the seed alone.
inline Id seeded_id(trials::Random& random) {
    Id id;
    for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random());
    return id;
}

/// Every fact of these cells and fields up to a stamp loses its value, wherever it turns up (invariant 18).
struct ErasedCell {
    Id entity;
    std::string field;
    model::Stamp upto;
    bool covers(const model::Fact& fact) const {
        return fact.entity == entity && fact.field == field && fact.stamp <= upto;
    }
};

class Replica {
  public:
    Replica(Id node, std::int64_t* time_ms, std::int64_t skew_ms)
        : now_([time_ms, skew_ms] { return *time_ms + skew_ms; }), clock_(node, now_) {}

    const model::Cells& cells() const { return cells_; }
    const std::map<model::Place, model::Change>& journal() const { return journal_; }
    model::HybridClock& clock() { return clock_; }

    /// Own Change: numbered, kept, applied. Salts come from the seed, so that a trial can be repeated exactly.
    model::Change write(model::Change change, trials::Random& random) {
        for (auto& fact : change.facts) {
            for (auto& byte : fact.salt) byte = static_cast<std::uint8_t>(random());
            fact.digest = model::digest_of(fact.salt, fact.value);
        }
        change.place = {clock_.node(), ++seq_};
        take(change);
        return change;
    }

    /// A Change from anywhere, any number of times.
    void take(model::Change change) {
        if (journal_.contains(change.place)) return;
        for (auto& fact : change.facts) {
            for (const auto& erased : erasures_) {
                if (erased.covers(fact)) wipe(fact);
            }
            if (clock_.see(fact.stamp)) {
                model::merge(cells_, fact);
            } else {
                parked_.push_back(fact);
            }
        }
        journal_.emplace(change.place, std::move(change));
    }

    void erase(const ErasedCell& cell) {
        erasures_.push_back(cell);
        for (auto& [place, change] : journal_) {
            for (auto& fact : change.facts) {
                if (!cell.covers(fact)) continue;
                wipe(fact);
                const bool parked = model::Stamp(fact.stamp).ms > now_() + model::far_ahead_ms;
                if (!parked) model::merge(cells_, fact);
            }
        }
        for (auto& fact : parked_) {
            if (cell.covers(fact)) wipe(fact);
        }
    }

    /// What the clock has passed comes out of quarantine (invariant 6).
    void release() {
        std::vector<model::Fact> still;
        for (auto& fact : parked_) {
            if (clock_.see(fact.stamp)) {
                model::merge(cells_, fact);
            } else {
                still.push_back(std::move(fact));
            }
        }
        parked_ = std::move(still);
    }
    std::size_t parked() const { return parked_.size(); }

    /// For undo: the fact that bore this stamp.
    model::PriorReader prior() const {
        return [this](const Id& entity, std::string_view field, const model::Stamp& at) -> std::optional<model::Fact> {
            for (const auto& [place, change] : journal_) {
                for (const auto& fact : change.facts) {
                    if (fact.entity == entity && fact.field == field && fact.stamp == at) return fact;
                }
            }
            return std::nullopt;
        };
    }

  private:
    static void wipe(model::Fact& fact) {
        fact.value = {};
        fact.salt = {};
        fact.erased = true;
    }

    base::WallClock now_;
    model::HybridClock clock_;
    model::Cells cells_;
    std::map<model::Place, model::Change> journal_;
    std::vector<model::Fact> parked_;
    std::vector<ErasedCell> erasures_;
    std::uint64_t seq_ = 0;
};

/// All that a cell is, as text: two replicas agree when these agree.
inline std::string picture(const model::Cells& cells) {
    std::map<std::string, std::string> lines;
    for (const auto& [entity, fields] : cells.all()) {
        for (const auto& [field, cell] : fields) {
            lines[entity.text() + " " + field] = base::to_hex(model::canonical(cell.value)) + " " +
                                                 base::to_hex(model::to_bytes(cell.stamp)) + " " +
                                                 base::to_hex(model::to_bytes(cell.stands_for)) + " " +
                                                 base::to_hex(cell.digest) + (cell.erased ? " erased" : "");
        }
    }
    std::string all;
    for (const auto& [where, what] : lines) all += where + " " + what + "\n";
    return all;
}

}  // namespace property
