#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/cells.hpp"
#include "model/change.hpp"
#include "store/sqlite.hpp"

namespace store {

using base::Id;

/// Reads the journal's tables of an open register: what Reader, Journal and the care of files share. Keeps prepared
/// statements; must not outlive the Db. One thread.
class JournalReader {
  public:
    explicit JournalReader(Db& db);
    JournalReader(JournalReader&&) noexcept;
    ~JournalReader();

    Db& db();
    /// The short number of a node in this file; 0 when the file does not know it.
    base::Result<std::int64_t> node_number(const Id& node);
    base::Result<Id> node_of(std::int64_t number);
    /// Every node that the file knows of, also those that have written nothing.
    base::Result<std::vector<Id>> read_nodes();
    /// Forgets node numbers read so far (after a rollback or reopening).
    void forget();

    /// Last seq of a node, 0 when it has written nothing here.
    base::Result<std::uint64_t> read_head(const Id& node);
    /// All nodes that have written something here.
    base::Result<std::map<Id, std::uint64_t>> read_heads();
    /// Chain of a Change; all zero for seq 0 (the link before the first); Code::not_found otherwise.
    base::Result<model::Digest> read_chain(const model::Place& place);

    base::Result<std::optional<model::Change>> read_change(const model::Place& place);
    /// All facts of the entity, in no special order; quarantined and unknown ones too.
    base::Result<std::vector<model::Fact>> read_facts(const Id& entity);
    /// The entity's cells: its facts merged, without quarantined ones, unknown fields and newer schema versions
    /// (invariants 6, 7).
    base::Result<model::Fields> read_entity(const Id& entity);
    /// The fact of (entity, field) with this stamp, also erased or quarantined.
    base::Result<std::optional<model::Fact>> read_fact(const Id& entity, std::string_view field,
                                                       const model::Stamp& at);
    /// Places of the Changes that touch the entity, each once, in order of their wall clock, then place.
    base::Result<std::vector<model::Place>> read_places(const Id& entity);
    /// True when the fact at (place, n) is in quarantine.
    base::Result<bool> is_quarantined(const model::Place& place, std::int64_t n);

  private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace store
