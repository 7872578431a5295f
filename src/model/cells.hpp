#pragma once
#include <map>
#include <unordered_map>
#include <vector>

#include "model/change.hpp"

namespace model {

/// The standing fact of one field of one entity.
struct Cell {
    Value value;
    Stamp stamp;
    Digest digest{};
    /// The stamp that this value stands for: its own, or, when an undo restored it, that of the fact it restored
    /// (invariant 3). Two cells with the same stands_for hold one person's same deed.
    Stamp stands_for;
    bool erased = false;
};

/// Field name → cell. Small (tens), so ordered by name for stable output.
using Fields = std::map<std::string, Cell, std::less<>>;

/// Entities in memory. A plain value: copied for snapshots only in tests.
class Cells {
  public:
    /// Null when the entity or the field is not here.
    const Fields* find(const Id& entity) const;
    const Cell* find(const Id& entity, std::string_view field) const;
    Value value(const Id& entity, std::string_view field) const;
    std::string text(const Id& entity, std::string_view field) const { return text_of(value(entity, field)); }
    std::int64_t number(const Id& entity, std::string_view field, std::int64_t otherwise = 0) const {
        return int_of(value(entity, field), otherwise);
    }
    Id id(const Id& entity, std::string_view field) const { return id_of(value(entity, field)); }
    /// Exists: some cell is set and "<kind>.deleted" is not 1.
    bool exists(const Id& entity, std::string_view kind) const;

    void put(const Id& entity, std::string_view field, Cell cell);
    void put(const Id& entity, Fields fields) { entities_[entity] = std::move(fields); }
    void forget(const Id& entity) { entities_.erase(entity); }
    std::size_t size() const { return entities_.size(); }
    const std::unordered_map<Id, Fields, base::IdHash>& all() const { return entities_; }
    std::unordered_map<Id, Fields, base::IdHash>& all() { return entities_; }

  private:
    std::unordered_map<Id, Fields, base::IdHash> entities_;
};

/// True when `fact` wins over the standing cell: order (ms, counter, node, digest), later wins (invariant 5).
bool wins(const Fact& fact, const Cell& standing);

/// Applies a fact; any order and any repetition of the same facts gives the same cells.
/// Returns true when the cell changed.
bool merge(Cells& cells, const Fact& fact);
bool merge(Fields& fields, const Fact& fact);

}  // namespace model
