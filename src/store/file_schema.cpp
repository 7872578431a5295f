#include "store/file_schema.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "model/change.hpp"
#include "model/schema.hpp"

namespace store {
namespace {

using base::Code;

constexpr std::string_view journal_sql = R"sql(
CREATE TABLE node(no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
CREATE TABLE change(
  node INTEGER NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, at INTEGER NOT NULL,
  author TEXT NOT NULL, label TEXT NOT NULL, schema_version INTEGER NOT NULL, chain BLOB NOT NULL,
  reverses_node INTEGER, reverses_seq INTEGER,
  PRIMARY KEY(node, seq)) WITHOUT ROWID;
CREATE TABLE fact(
  node INTEGER NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, entity BLOB NOT NULL, field TEXT NOT NULL,
  value, salt BLOB, digest BLOB NOT NULL, stamp BLOB NOT NULL, prior_at BLOB, stands_for BLOB,
  PRIMARY KEY(node, seq, n)) WITHOUT ROWID;
CREATE INDEX fact_entity ON fact(entity);
CREATE TABLE blob(sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, content BLOB NOT NULL);
CREATE TABLE quarantine(node INTEGER, seq INTEGER, n INTEGER, PRIMARY KEY(node, seq, n)) WITHOUT ROWID;
CREATE TABLE erased(
  entity BLOB NOT NULL, field TEXT NOT NULL, node INTEGER NOT NULL, seq INTEGER NOT NULL, upto BLOB NOT NULL,
  PRIMARY KEY(entity, field, node, seq)) WITHOUT ROWID;
CREATE TABLE summary(name TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TRIGGER change_grows BEFORE INSERT ON change
  WHEN NEW.seq IS NOT 1 + coalesce((SELECT max(seq) FROM change WHERE node = NEW.node), 0)
  BEGIN SELECT RAISE(ABORT, 'the journal only grows: this seq is not the next'); END;
CREATE TRIGGER change_stays BEFORE UPDATE ON change
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER fact_grows BEFORE INSERT ON fact
  WHEN EXISTS (SELECT 1 FROM change WHERE node = NEW.node AND seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'the journal only grows: this Change is sealed'); END;
CREATE TRIGGER fact_kept BEFORE DELETE ON fact
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER fact_stays BEFORE UPDATE ON fact
  WHEN NEW.value IS NOT NULL OR NEW.salt IS NOT NULL
    OR NEW.node IS NOT OLD.node OR NEW.seq IS NOT OLD.seq OR NEW.n IS NOT OLD.n
    OR NEW.entity IS NOT OLD.entity OR NEW.field IS NOT OLD.field OR NEW.digest IS NOT OLD.digest
    OR NEW.stamp IS NOT OLD.stamp OR NEW.prior_at IS NOT OLD.prior_at OR NEW.stands_for IS NOT OLD.stands_for
    OR NOT EXISTS (SELECT 1 FROM erased
                   WHERE entity = OLD.entity AND field = OLD.field AND upto >= OLD.stamp)
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only; only an erasure may empty a fact'); END;
)sql";

constexpr std::string_view session_sql = R"sql(
CREATE TABLE seat(
  seat BLOB PRIMARY KEY, session BLOB NOT NULL, secret_hash TEXT NOT NULL, return_code TEXT NOT NULL,
  name TEXT NOT NULL, language TEXT NOT NULL, joined_at INTEGER NOT NULL,
  show_name INTEGER NOT NULL, muted INTEGER NOT NULL, frozen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE drawn(
  poll BLOB NOT NULL, seat BLOB NOT NULL, n INTEGER NOT NULL, session BLOB NOT NULL,
  PRIMARY KEY(poll, seat, n)) WITHOUT ROWID;
CREATE TABLE intent_seen(
  seat BLOB NOT NULL, client_id TEXT NOT NULL, node BLOB NOT NULL, seq INTEGER NOT NULL, answer TEXT NOT NULL,
  session BLOB NOT NULL, PRIMARY KEY(seat, client_id)) WITHOUT ROWID;
CREATE TABLE hidden_note(
  note BLOB PRIMARY KEY, session BLOB NOT NULL, seat BLOB NOT NULL, content TEXT NOT NULL,
  waiting INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE own_note(
  seat BLOB NOT NULL, note BLOB NOT NULL, session BLOB NOT NULL, PRIMARY KEY(seat, note)) WITHOUT ROWID;
CREATE TABLE kept(
  session BLOB NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(session, key)) WITHOUT ROWID;
)sql";

// Older files get it when they are opened for writing. What no waiting note owns is left over from one that went away.
constexpr std::string_view waiting_photo_sql = R"sql(
CREATE TABLE IF NOT EXISTS waiting_photo(
  note BLOB PRIMARY KEY, sha256 TEXT NOT NULL, content BLOB NOT NULL);
DELETE FROM waiting_photo WHERE note NOT IN (SELECT note FROM hidden_note);
)sql";

// For people with sqlite3 at hand: who wrote what and when, in words and hex.
constexpr std::string_view view_sql = R"sql(
CREATE VIEW history AS
  SELECT strftime('%Y-%m-%dT%H:%M:%fZ', c.at / 1000.0, 'unixepoch') AS at, c.author, c.label,
         lower(hex(f.entity)) AS entity, f.field,
         CASE typeof(f.value) WHEN 'blob' THEN lower(hex(f.value)) ELSE f.value END AS value,
         f.salt IS NULL AS erased, lower(hex(w.id)) AS node, f.seq, f.n,
         lower(hex(f.stamp)) AS stamp, lower(hex(f.prior_at)) AS prior_at, lower(hex(c.id)) AS change
  FROM fact f JOIN change c ON c.node = f.node AND c.seq = f.seq JOIN node w ON w.no = f.node;
)sql";

constexpr std::string_view adopted_sql = R"sql(
CREATE TABLE IF NOT EXISTS adopted(
  entity BLOB NOT NULL, field TEXT NOT NULL, stamp BLOB NOT NULL, PRIMARY KEY(entity, field, stamp)) WITHOUT ROWID;
)sql";

// Words keep their å, ä, ö: those are letters of their own here.
constexpr std::string_view search_sql = R"sql(
CREATE VIRTUAL TABLE search_text USING fts5(body, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE search_entity(no INTEGER PRIMARY KEY, entity BLOB NOT NULL UNIQUE);
CREATE TABLE search_progress(node INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
CREATE TABLE search_due(entity BLOB PRIMARY KEY) WITHOUT ROWID;
)sql";

constexpr std::array<std::string_view, 26> reserved{
    "adopted",         "node",         "change",  "fact",        "blob",          "quarantine",
    "erased",          "summary",      "seat",    "drawn",       "intent_seen",   "hidden_note",
    "own_note",        "kept",         "history", "search_text", "search_entity", "search_progress",
    "search_due",      "token",        "ballot",  "round",       "bulk",          "import",
    "sqlite_sequence", "waiting_photo"};

// Raise when the way rows are made from facts changes while the schema stays the same.
constexpr int derivation = 3;

std::string in_quotes(std::string_view name) {
    return '"' + std::string(name) + '"';
}

std::string readable_column(const model::FieldDef& field) {
    auto name = in_quotes(field.column());
    switch (field.type) {
        case model::FieldType::id:
        case model::FieldType::bytes:
            return "lower(hex(" + name + ")) AS " + name;
        case model::FieldType::when:
            return "strftime('%Y-%m-%dT%H:%M:%SZ', " + name + " / 1000, 'unixepoch') AS " + name;
        default:
            return name;
    }
}

std::string index_sql(const model::KindDef& kind, const std::string& name, const std::string& columns) {
    const auto table = std::string(kind.name);
    return "CREATE INDEX " + in_quotes(table + "_" + name) + " ON " + in_quotes(table) + "(" + columns + ");\n";
}

std::string kind_sql(const model::KindDef& kind) {
    std::string table = "CREATE TABLE " + in_quotes(kind.name) + "(entity BLOB PRIMARY KEY";
    std::string view =
        "CREATE VIEW " + in_quotes(std::string(kind.name) + "_readable") + " AS SELECT lower(hex(entity)) AS entity";
    bool deletable = false;
    for (const auto& field : kind.fields) {
        // Without a type SQLite keeps every value as it came.
        table += ", " + in_quotes(field.column());
        view += ", " + readable_column(field);
        deletable = deletable || field.column() == "deleted";
    }
    view += " FROM " + in_quotes(kind.name);
    if (deletable) view += " WHERE deleted IS NOT 1";
    std::string sql = table + ") WITHOUT ROWID;\n" + view + ";\n";
    // What a start looks for (registrar): the open session's blocks, notes and polls, and ideas without a number.
    for (const auto& field : kind.fields) {
        const auto column = std::string(field.column());
        if (column == "session" || column == "poll") sql += index_sql(kind, column, column);
    }
    // What lies on one free board, and how many.
    if (kind.name == "item") sql += index_sql(kind, "board", "board, deleted, type");
    if (kind.name == "idea") sql += index_sql(kind, "number", "number, state");
    return sql;
}

base::Done write_summary(Db& db, std::string_view name, std::string_view value) {
    IR_TRY(auto put, db.prepare("INSERT INTO summary(name, value) VALUES(?, ?) "
                                "ON CONFLICT(name) DO UPDATE SET value = excluded.value"));
    return put.bind_text(1, name).bind_text(2, value).run();
}

base::Done create_derived(Db& db) {
    std::string names;
    for (const auto& kind : model::schema()) {
        IR_DO(db.execute(kind_sql(kind)));
        names += (names.empty() ? "" : ",") + std::string(kind.name);
    }
    IR_DO(db.execute(adopted_sql));
    IR_DO(db.execute(search_sql));
    IR_DO(write_summary(db, "derived", names));
    return write_summary(db, "schema", schema_mark());
}

base::Done create_file(Db& db) {
    IR_TRY(auto transaction, Transaction::begin(db));
    IR_DO(db.execute(journal_sql));
    IR_DO(db.execute(session_sql));
    IR_DO(db.execute(view_sql));
    IR_DO(create_derived(db));
    IR_DO(db.execute("PRAGMA application_id=" + std::to_string(application_id) +
                     "; PRAGMA user_version=" + std::to_string(format_version) + ";"));
    return transaction.commit();
}

base::Result<std::int64_t> read_pragma(Db& db, std::string_view sql) {
    auto value = db.read_one(sql);
    if (!value && value.error().what.find("not a database") != std::string::npos) {
        return base::refuse(Code::bad_input, "not an Idérum register", db.file().string());
    }
    if (!value) return tl::unexpected<base::Error>(value.error());
    return model::int_of(*value);
}

}  // namespace

std::span<const std::string_view> reserved_names() {
    return reserved;
}

std::string schema_mark() {
    std::string all = std::to_string(derivation) + "." + std::to_string(model::schema_version);
    for (const auto& kind : model::schema()) {
        all += "\n" + std::string(kind.name);
        for (const auto& field : kind.fields) {
            all += " " + std::string(field.name) + ":" + std::to_string(static_cast<int>(field.type)) +
                   (field.searchable ? "s" : "");
        }
    }
    return base::to_hex(base::sha256(all));
}

base::Done check_file(Db& db) {
    IR_TRY(const auto owner, read_pragma(db, "PRAGMA application_id"));
    if (owner != application_id) return base::refuse(Code::bad_input, "not an Idérum register", db.file().string());
    IR_TRY(const auto version, read_pragma(db, "PRAGMA user_version"));
    if (version > format_version) {
        return base::refuse(Code::newer_version, "file format " + std::to_string(version), db.file().string());
    }
    return {};
}

namespace {

base::Result<Db> open_to_read(const base::Path& file, Mode mode) {
    IR_TRY(auto db, Db::open(file, mode));
    IR_DO(check_file(db));
    IR_DO(db.execute("PRAGMA cache_size=-4096; PRAGMA query_only=ON;"));
    return db;
}

/// SQLite reads a file of WAL mode only where it can make the WAL's index beside it. Where this user cannot, and there
/// is nothing in the WAL, the file alone is the register.
bool lies_on_read_only_medium(const base::Path& file) {
    std::error_code failed;
    const auto folder = file.has_parent_path() ? file.parent_path() : base::Path(".");
    if (::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) == 0) return false;
    const base::Path wal = file.string() + "-wal";
    return !std::filesystem::exists(wal, failed) || std::filesystem::file_size(wal, failed) == 0;
}

}  // namespace

base::Result<Db> open_to_read(const base::Path& file) {
    auto db = open_to_read(file, Mode::read_only);
    const bool cannot = !db && (db.error().code == Code::disk_failed || db.error().code == Code::denied ||
                                db.error().code == Code::not_found);
    if (cannot && lies_on_read_only_medium(file)) return open_to_read(file, Mode::immutable);
    return db;
}

base::Result<OpenedFile> open_to_write(const base::Path& file, bool create, const std::string& synchronous,
                                       const std::string& vfs) {
    IR_TRY(auto db, Db::open(file, create ? Mode::create : Mode::read_write, vfs));
    IR_TRY(const auto tables, read_pragma(db, "SELECT count(*) FROM sqlite_schema"));
    IR_TRY(const auto owner, read_pragma(db, "PRAGMA application_id"));
    // A file of no tables and no owner is one that nobody has written to: new, or left by a crash at birth.
    const bool fresh = tables == 0 && owner == 0;
    if (!fresh) IR_DO(check_file(db));
    if (fresh && !create) return base::refuse(Code::bad_input, "not an Idérum register", file.string());
    IR_DO(
        db.execute("PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; "
                   "PRAGMA cache_size=-24576; PRAGMA synchronous=" +
                   (synchronous == "NORMAL" ? std::string("NORMAL") : std::string("FULL")) + ";"));
    IR_TRY(const auto mode, db.read_one("PRAGMA journal_mode"));
    if (model::text_of(mode) != "wal") return base::refuse(Code::disk_failed, "no WAL here", file.string());
    if (fresh) IR_DO(create_file(db));
    IR_DO(drop_loose_photos(db));
    return OpenedFile{std::move(db), fresh};
}

base::Done drop_loose_photos(Db& db) {
    return db.execute(waiting_photo_sql);
}

base::Result<bool> fits_schema(Db& db) {
    IR_TRY(const auto mark, db.read_one("SELECT value FROM summary WHERE name = 'schema'"));
    return model::text_of(mark) == schema_mark();
}

base::Done recreate_derived(Db& db) {
    IR_TRY(const auto listed, db.read_one("SELECT value FROM summary WHERE name = 'derived'"));
    const auto names = model::text_of(listed);
    for (std::size_t at = 0; at < names.size();) {
        const auto end = std::min(names.find(',', at), names.size());
        const auto name = names.substr(at, end - at);
        if (std::find(reserved.begin(), reserved.end(), name) != reserved.end() ||
            name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") != std::string::npos) {
            return base::refuse(Code::corrupt, "derived table " + name, db.file().string());
        }
        IR_DO(db.execute("DROP VIEW IF EXISTS " + in_quotes(name + "_readable") + "; DROP TABLE IF EXISTS " +
                         in_quotes(name) + ";"));
        at = end + 1;
    }
    IR_DO(
        db.execute("DROP TABLE IF EXISTS search_text; DROP TABLE IF EXISTS search_entity; "
                   "DROP TABLE IF EXISTS search_progress; DROP TABLE IF EXISTS search_due; "
                   "DROP VIEW IF EXISTS history; DELETE FROM erased; DROP TABLE IF EXISTS adopted;"));
    IR_DO(db.execute(view_sql));
    return create_derived(db);
}

}  // namespace store
