#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "store/sqlite.hpp"

namespace store {

/// The full-text index over searchable fields (invariant 11). It follows the journal in transactions of its own and
/// knows per node how far it has come; what a search finds is always complete, because the rest is looked through
/// beside it. One document per entity: its searchable texts of all kinds, those of deleted rows left out. Must not
/// outlive the Db. One thread.
class SearchIndex {
  public:
    explicit SearchIndex(Db& db);
    SearchIndex(SearchIndex&&) noexcept;
    ~SearchIndex();

    /// Takes in at most about `most` entities that are behind, in its own transaction; true when none are left.
    base::Result<bool> catch_up(std::size_t most);
    /// Takes in these entities now, in the caller's transaction (erasure).
    base::Done renew(const std::vector<base::Id>& entities);
    /// Entities whose documents hold every word (each a beginning of a word), newest first. Needs only reading.
    base::Result<std::vector<base::Id>> search(std::string_view words, std::size_t most);

  private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace store
