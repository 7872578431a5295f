#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"
#include "model/change.hpp"
#include "store/store.hpp"

namespace store {

/// Care of a register file while no host runs: what the subcommands do. Each that writes takes the lock (Code::busy).
/// `progress(done, of)` is called now and then; returning false stops (nothing half-done stays).
using Progress = std::function<bool(std::int64_t done, std::int64_t of)>;

/// Chain, digests, contiguity, quarantine, derived tables against a rebuild, SQLite's own check. Reads only; runs
/// beside a host.
struct VerifyReport {
    std::int64_t changes = 0;
    std::int64_t facts = 0;
    std::int64_t erased = 0;
    std::int64_t quarantined = 0;
    std::vector<std::string> faults;  // sentences with place (node, seq); empty = sound
    bool sweep_due = false;           // an erasure waits to be finished: one of the faults, and the last
};
base::Result<VerifyReport> verify(const base::Path& file, const Progress& progress = {});

/// Throws away every derived table and makes them again from the journal.
base::Done rebuild(const OpenOptions& options, const Progress& progress = {});

/// A copy that is a register of its own: it will mint a new node id when first written (invariant 13).
base::Done copy(const base::Path& from, const base::Path& to);

/// The journal in order of time, oldest first; stops when `take` returns false.
base::Done read_log(const base::Path& file, const std::function<bool(const model::Change&)>& take);

/// Makes both files hold the same Changes and blobs (invariants 14, 15). Either order gives the same.
struct MergeReport {
    std::int64_t to_a = 0;  // Changes that A got
    std::int64_t to_b = 0;
    std::int64_t reentered = 0;  // Changes of cloned nodes, re-entered under a branch id
    std::int64_t blobs = 0;
};
base::Result<MergeReport> merge_files(const OpenOptions& a, const OpenOptions& b, const Progress& progress = {});

/// Backups made at session end lie in <folder of the register>/backups; newest first.
std::vector<base::Path> find_backups(const base::Path& register_file);
/// Puts a backup in place (the present file is kept beside it under a dated name), applies erasures noted since.
struct RestoreReport {
    base::Path kept;  // where the former file lies now, or its WAL when that was all; empty when there was nothing
    std::int64_t erased = 0;  // facts that lost their value again (invariant 20)
};
base::Result<RestoreReport> restore(const base::Path& backup, const OpenOptions& to);

/// Erasure (invariants 18–20).
struct ErasureWish {
    std::vector<std::pair<Id, std::string>>
        cells;             // entity, field ("" = every field of the entity that may hold personal text)
    std::string text;      // or: every fact whose value contains this text
    std::string rule;      // which retention rule
    std::string decision;  // decision reference (gallringsbeslut)
    std::vector<std::pair<Id, std::string>> include;  // of the listed copies: those to erase as well
    bool include_all = false;
};
struct ErasureFound {
    Id entity;
    std::string field;
    std::string where;    // "fact", "blob", "backup", "session"
    std::string excerpt;  // first 60 graphemes
    bool asked = false;   // part of the wish itself, else a copy found elsewhere
};
struct ErasurePlan {
    std::vector<ErasureFound> found;
    std::vector<base::Path> unread;  // files among the copies that cannot be read: nobody knows what they hold
    /// The title of a session that has not ended and runs from a course that holds the text: with the copies included,
    /// `erase` refuses until it has ended. Empty when there is none.
    std::string open_course;
    /// The questions of open votes whose options or rules hold the text: the next start calls them off, votes and all.
    std::vector<std::string> open_votes;
    /// The questions of votes that people write in and whose urns lie beside the register. Nobody looks into an urn
    /// before it is counted, so `erase` refuses, whatever is to go, until they have been closed or called off.
    std::vector<std::string> open_urns;
    bool unfinished = false;  // an earlier erasure was stopped before all was swept: finish_erasures
};
struct Certificate {
    std::string text;  // human-readable: what, when, rule, decision, what is out of reach and when it ages out
    std::int64_t facts = 0;
    std::int64_t blobs = 0;
    std::int64_t backups = 0;
};
base::Result<ErasurePlan> plan_erasure(const base::Path& file, const ErasureWish& wish);
base::Result<Certificate> erase(const OpenOptions& options, const ErasureWish& wish);
/// Sweeps file, WAL and copies where an erasure was stopped before it came to that (a reader in the way, a crash).
/// False when nothing was due. Code::busy when somebody writes or still reads; it stays due.
base::Result<bool> finish_erasures(const OpenOptions& options);
/// The certificate of the erasure that this register ordered last, made again from the journal once all of it is swept;
/// so there is one also for an erasure that was stopped. Code::not_found when there has been none.
base::Result<Certificate> last_certificate(const OpenOptions& options);

}  // namespace store
