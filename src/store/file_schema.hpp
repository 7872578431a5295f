#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/files.hpp"
#include "base/result.hpp"
#include "store/sqlite.hpp"

/// The register file's tables. Numbers in brackets are invariants of docs/register-format.md.
///
/// Journal (never rebuilt, never dropped):
///   node(no, id)                    short number ↔ node id
///   change(node, seq, id, at, author, label, schema_version, chain, reverses_node, reverses_seq)   [1, 2]
///   fact(node, seq, n, entity, field, value, salt, digest, stamp, prior_at, stands_for)            [1–5]
///       value has SQLite's own type; unset = NULL beside a salt; erased = NULL and salt NULL too.
///       The facts of a Change are inserted first, its change row last: that row seals them [4].
///   blob(sha256, media_type, content)
/// Derived (thrown away and made again by `rebuild`):
///   quarantine(node, seq, n)        facts too far ahead, not applied yet                           [6]
///   erased(entity, field, node, seq, upto)  what erasures say, for facts that arrive later          [18]
///   adopted(entity, field, stamp)   facts too far ahead that somebody has restamped: never applied themselves [6]
///   one table per kind of model::schema(): entity and one column per field                         [11]
///   search_text, search_entity, search_progress, search_due                                         [11]
///   summary(name, value)            'schema', 'derived', 'greatest_stamp'
/// Session: seat, drawn, intent_seen, hidden_note, waiting_photo, own_note, kept                     [16]
namespace store {

inline constexpr std::int64_t application_id = 0x49444552;  // "IDER"
inline constexpr std::int64_t format_version = 1;           // PRAGMA user_version

/// Names of tables and views that are not kinds. A kind may never be called any of these (a test holds it).
std::span<const std::string_view> reserved_names();

/// Is this file a register of ours? Code::bad_input when not, newer_version when a newer program made it, corrupt when
/// SQLite cannot read it.
base::Done check_file(Db& db);

/// Opens for reading beside a host. The file must exist and be a register. On a read-only medium it is read as it lies,
/// unless a WAL with something in it lies beside it.
base::Result<Db> open_to_read(const base::Path& file);

/// Opens for writing with WAL, the given `synchronous`, secure_delete and a bounded cache; makes the tables in a new or
/// empty file when `create`. Derived tables that do not fit this program's schema are NOT made anew here: see
/// `fits_schema` and Journal::rebuild. Takes no lock (lock.hpp).
struct OpenedFile {
    Db db;
    bool created = false;
};
base::Result<OpenedFile> open_to_write(const base::Path& file, bool create, const std::string& synchronous,
                                       const std::string& vfs);

/// Drops waiting photos whose note no longer waits. Makes their table in a file that is older than it.
base::Done drop_loose_photos(Db& db);

/// True when the derived tables are those of this program's schema.
base::Result<bool> fits_schema(Db& db);
/// Drops every derived table and view and makes them again, empty; inside the caller's transaction. What the search
/// index held is gone too. quarantine is kept: it is not a function of the journal alone.
base::Done recreate_derived(Db& db);

/// SHA-256 hex over everything that decides the derived tables' shape and content.
std::string schema_mark();

}  // namespace store
