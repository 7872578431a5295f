#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/journal.hpp"

namespace store {

/// What one erasure removes, by rule and decision (invariants 18–20).
struct Erasure {
    std::string rule;
    std::string decision;
    std::vector<ErasedCell> cells;
    std::set<std::string> blobs;  // SHA-256 in lower-case hex
    std::int64_t at_ms = 0;       // when it was ordered; 0 = not known
};

/// The erasure that a Change of kind `erasure` orders; empty when the Change is none, or its cells cannot be read.
base::Result<std::optional<Erasure>> parse_erasure(Db& db, const model::Change& change);

/// Every erasure that this journal orders, in no order.
base::Result<std::vector<Erasure>> read_ordered(Db& db);

/// The names in the text of a field "erasure.blobs": a JSON array of SHA-256 in hex, sorted.
std::string to_json(const std::set<std::string>& blobs);
/// Every blob that some erasure in this journal names.
base::Result<std::set<std::string>> read_erased_blobs(Db& db);
/// Something was taken out, so the file, its WAL and its copies are to be swept: said in the same transaction, and
/// stands until that is done, through crashes too (invariant 20).
base::Done note_sweep_due(Db& db);
base::Result<bool> is_sweep_due(Db& db);
/// Returns how many there were.
base::Result<std::int64_t> drop_blobs(Db& db, const std::set<std::string>& names);

/// The list of erasures outside the file, <state folder>/erasures.tsv, so that `restore` applies them again
/// (invariant 20). Lines of tab-separated words: rule, decision, then "cell", entity, field, stamp in hex, or "blob",
/// SHA-256. Ids only: no content.
base::Done note_erasure(const base::Path& state_folder, const Erasure& erasure);
base::Result<std::vector<Erasure>> read_erasures(const base::Path& state_folder);

}  // namespace store
