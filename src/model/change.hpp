#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/stamp.hpp"
#include "model/value.hpp"

namespace model {

using Salt = std::array<std::uint8_t, 16>;

/// One field of one entity got one value. `prior_at` is the stamp of the fact that stood in the cell before, empty
/// when there was none. An erased fact has lost value and salt (invariants 18–20) but keeps its digest.
struct Fact {
    Id entity;
    std::string field;  // stable name such as "note.text", never reused; the part before the dot is the kind
    Value value;
    Salt salt{};
    Digest digest{};  // SHA-256(salt ‖ canonical(value))
    Stamp stamp;
    Stamp prior_at;
    /// Only in an undo: the stamp of the fact that this one restores (followed through earlier undos); the empty stamp
    /// when it restores "nothing stood here" (invariant 3).
    std::optional<Stamp> stands_for;
    bool erased = false;
};

/// Where a Change stands: the node that wrote it and its running number there, from 1, without gaps.
struct Place {
    Id node;
    std::uint64_t seq = 0;
    auto operator<=>(const Place&) const = default;
};

/// What happened: facts that hold together, applied whole or not at all (invariant 1).
struct Change {
    Place place;
    Id id;                   // UUIDv7
    std::int64_t at_ms = 0;  // wall clock of the host
    std::string author;      // "host", "trainer", "seat", "import", or a person's role; never a participant's name
    std::string label;       // text key for history and audit, "change.add_note"
    int schema_version = 0;
    std::optional<Place> reverses;  // the Change that this one undoes, if it is an undo
    Digest chain{};
    std::vector<Fact> facts;
};

/// The schema version that this program writes.
inline constexpr int schema_version = 1;
inline constexpr std::size_t most_facts_in_change = 20000;

/// SHA-256(salt ‖ canonical(value)).
Digest digest_of(const Salt& salt, const Value& value);

/// The link after `previous` (all zero before seq 1). Covers header, and each fact's entity, field, digest, stamp,
/// prior_at and stands_for: never a value (invariant 2). Format at the top of change.cpp, for ever.
Digest chain_of(const Digest& previous, const Change& change);

/// Well-formed: id and node set, author and label UTF-8 of at most 256 bytes, field names [a-z_]+.[a-z_0-9]+ of at most
/// 64 bytes, no field twice for one entity, values within most_value_bytes, text in UTF-8, digests right where not
/// erased. Code::bad_input says which.
base::Done check_change(const Change& change);

}  // namespace model
