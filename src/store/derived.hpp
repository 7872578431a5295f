#pragma once
#include <memory>
#include <span>

#include "model/cells.hpp"
#include "model/change.hpp"
#include "store/sqlite.hpp"

namespace store {

/// Writes the derived tables of the schema's kinds (invariant 11). The caller opens the transaction. Must not outlive
/// the Db. One thread.
class Derived {
  public:
    explicit Derived(Db& db);
    Derived(Derived&&) noexcept;
    ~Derived();

    /// Facts that all win over what stands: their columns are set, other columns stay. Unknown fields are passed over.
    base::Done apply(std::span<const model::Fact> facts);
    /// The entity's rows, whole, from its cells; kinds of which it has no cell lose theirs, unless the tables are
    /// `fresh` (being made anew).
    base::Done write_rows(const base::Id& entity, const model::Fields& fields, bool fresh = false);
    /// Before tables are dropped: forgets the prepared statements.
    void clear();

  private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace store
