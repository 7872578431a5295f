#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "store/journal_reader.hpp"

namespace store {

/// The end of a node's journal: its last seq and link; seq 0 and zeros before the first.
struct Head {
    std::uint64_t seq = 0;
    model::Digest chain{};
};

/// A cell that an erasure empties: every fact of (entity, field) stamped at or before `upto` (invariant 18).
struct ErasedCell {
    Id entity;
    std::string field;
    model::Stamp upto;
};
/// The text of the field "erasure.cells": a JSON array sorted by entity, field of
/// {"entity":"<uuid>","field":"note.text","upto":"<56 hex digits of the stamp>"}.
std::string to_json(std::vector<ErasedCell> cells);
/// Code::bad_input when it is not that. Uses SQLite's JSON functions.
base::Result<std::vector<ErasedCell>> parse_erased_cells(Db& db, std::string_view json);

/// Writes the journal and what is derived from it: the one place where Changes become rows. The caller opens the
/// transaction (sqlite.hpp) and commits it; after a rollback it calls `forget`. Must not outlive the Db. One thread.
class Journal {
  public:
    /// Reads what it must know to write; makes derived tables anew when they are not of this program's schema
    /// (invariant 7), and adopts quarantined facts whose time has come (own transaction).
    static base::Result<Journal> open(Db& db, base::WallClock now);
    Journal(Journal&&) noexcept;
    ~Journal();

    JournalReader& reader();

    /// One Change of our own. `place.node` is set; `place.seq` 0 means the next. Gives seq and chain. A Change that is
    /// already there (same place, same link) is passed over: the result is false (invariant 9: retries never double).
    /// Another Change at its place, or a gap, is Code::corrupt. Own facts are never put in quarantine.
    base::Result<bool> append(model::Change& change);

    /// A Change from elsewhere, chain and all: it must be the next of its node and its link right, else Code::corrupt;
    /// malformed is Code::bad_input. False when it is there already. Facts too far ahead go to quarantine (6); erased
    /// cells are emptied before they are written (18); an erasure that arrives is carried out. A fact that stands for a
    /// later one than itself adopts that one (adopt.hpp): the later one goes to quarantine for good, whenever it comes.
    base::Result<bool> append_foreign(const model::Change& change);

    /// Blob by hash (lower-case hex); one that is there already stays.
    base::Done put_blob(std::string_view sha256_hex, std::string_view content, std::string_view media_type);

    /// True when an erasure covers a fact of (entity, field) with this stamp.
    base::Result<bool> is_erased(const Id& entity, std::string_view field, const model::Stamp& at);
    /// Notes the erased cells under the erasure's place, empties their facts and writes the entities' rows anew.
    /// Returns how many facts lost their value. `append` and `append_foreign` call it for a Change that holds
    /// "erasure.cells".
    base::Result<std::int64_t> carry_out(const std::vector<ErasedCell>& cells, const model::Place& place);

    /// Derived rows of this entity from its facts, and a note that the search index must look at it again.
    base::Done refold(const Id& entity);
    /// Lets in quarantined facts that are no longer too far ahead. Returns how many.
    base::Result<std::int64_t> adopt_due();
    /// Puts every fact stamped later than this into quarantine, own ones too (the first step of an adoption,
    /// adopt.hpp).
    base::Done hold_ahead(std::int64_t later_than_ms);
    /// Every derived table anew from the journal (invariant 11); quarantine stays. `progress(done, of)` counts
    /// entities; false stops with Code::closed: roll back then.
    base::Done rebuild(const std::function<bool(std::int64_t done, std::int64_t of)>& progress = {});

    /// The greatest stamp that is applied.
    const model::Stamp& greatest() const;
    /// The node's head, with what this transaction has appended.
    base::Result<Head> head(const Id& node);
    /// Gives the node its short number in this file, when it has none.
    base::Result<std::int64_t> number_for(const Id& node);
    /// After a rollback: reads again what it remembered.
    base::Done forget();
    /// Before a commit: writes what is kept per transaction (the greatest stamp). `append` … do not.
    base::Done settle();

    /// settle, then commit. The way to end every transaction that appended something.
    base::Done commit(Transaction& transaction);

  private:
    struct Inner;
    base::Done write(const model::Change& change, bool foreign);
    base::Done note_adopted(const model::Fact& fact);
    base::Done note_erased(const std::vector<ErasedCell>& cells, const model::Place& place);
    explicit Journal(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

}  // namespace store
