#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "store/session_rows.hpp"

namespace store {

/// One Change with the session rows that belong to it, in one transaction. The store gives `place.seq` (contiguous, in
/// the order of submission) and `chain`; the registrar has already put the expected seq (head + 1 + waiting) into the
/// Change and the two must agree.
struct Append {
    model::Change change;
    std::vector<SessionWrite> rows;
};
/// Session rows alone, in order with the Appends around them.
struct WriteRows {
    std::vector<SessionWrite> rows;
};
/// Blob by hash: kept in the register file before any Change that refers to it.
struct PutBlob {
    std::string sha256_hex;
    std::string content;
    std::string media_type;
};
/// Makes the urn file of a round, if it is not there, and adds token hashes to those that may vote (invariant 22).
/// A token's hash is SHA-256 of its 32 hex digits. `paper`: these are for ballots that were cast on paper.
struct AddTokens {
    Id poll;
    std::vector<model::Digest> hashes;
    bool paper = false;
};
/// One ballot. Replaces an earlier one of the same token only when k is greater.
struct Cast {
    Id poll;
    model::Digest token_hash{};
    std::uint64_t k = 0;
    std::string value;   // JSON, ≤ 4 KiB
    std::string source;  // "tablet" or "paper"
};
/// Deletes the urn file of a round with its WAL and -shm, after its close is in the journal (invariant 24).
struct DropUrn {
    Id poll;
};
/// A copy of the register by SQLite's backup API into the backups folder; the newest ten stay.
struct Backup {};

using Deed = std::variant<Append, WriteRows, PutBlob, AddTokens, Cast, DropUrn, Backup>;

/// A deed with its running number. Tickets rise by one from 1; the store answers "saved up to N" (invariant 9).
struct Work {
    std::uint64_t ticket = 0;
    Deed deed;
};

/// What the store tells its owner, from the store thread.
struct Saved {
    std::uint64_t upto = 0;
};
/// The disk refused. Nothing is lost: the store keeps the work and tries again every `retry_ms`; when it gets through,
/// the next Saved says so. `retry_ms` 0: given up, for a Backup only; the work after it goes on.
struct Trouble {
    base::Error error;
    int retry_ms = 1000;
};
/// Little room left on the disk (under 500 MB), told once; and once more, with `low` false, when there is room again.
struct LowSpace {
    std::int64_t free_bytes = 0;
    bool low = true;
};
using StoreSays = std::variant<Saved, Trouble, LowSpace>;

}  // namespace store
