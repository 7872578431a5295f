#include "store/sqlite.hpp"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <mutex>
#include <utility>

#include "base/digest.hpp"
#include "base/private_files.hpp"
#include "base/text.hpp"

namespace store {
namespace {

using base::Code;

base::Code code_of(int result, int system_error) {
    switch (result & 0xff) {
        case SQLITE_FULL:
            return Code::disk_full;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return Code::busy;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Code::corrupt;
        case SQLITE_READONLY:
        case SQLITE_CONSTRAINT:
        case SQLITE_AUTH:
        case SQLITE_PERM:
            return Code::denied;
        case SQLITE_TOOBIG:
        case SQLITE_NOMEM:
            return Code::too_large;
        case SQLITE_CANTOPEN:
            return system_error == ENOENT ? Code::not_found : Code::disk_failed;
        case SQLITE_INTERRUPT:
            return Code::closed;
        case SQLITE_IOERR:
            return system_error == ENOSPC || system_error == EDQUOT ? Code::disk_full : Code::disk_failed;
        default:
            return Code::bad_input;
    }
}

base::Error error_of(sqlite3* db, int result, std::string_view where) {
    const int system_error = db != nullptr ? sqlite3_system_errno(db) : 0;
    std::string what = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(result);
    return {code_of(result, system_error), "SQLite " + std::to_string(result) + ": " + what, std::string(where)};
}

tl::unexpected<base::Error> refused(sqlite3* db, int result, std::string_view where) {
    return tl::unexpected<base::Error>(error_of(db, result, where));
}

/// People are told which file it is; the statement only explains.
tl::unexpected<base::Error> refused_statement(sqlite3* db, int result, std::string_view sql) {
    const char* file = sqlite3_db_filename(db, "main");
    auto error = error_of(db, result, file != nullptr ? file : "");
    error.what += ": " + std::string(sql.substr(0, 200));
    return tl::unexpected<base::Error>(std::move(error));
}

}  // namespace

struct Statement::Inner {
    sqlite3_stmt* handle = nullptr;
    int bind_result = SQLITE_OK;
    Inner() = default;
    Inner(const Inner&) = delete;
    Inner& operator=(const Inner&) = delete;
    ~Inner() { sqlite3_finalize(handle); }
    void note(int result) {
        if (bind_result == SQLITE_OK) bind_result = result;
    }
};

Statement::Statement(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

Statement& Statement::bind(int index, std::int64_t number) {
    inner_->note(sqlite3_bind_int64(inner_->handle, index, number));
    return *this;
}
Statement& Statement::bind(int index, double number) {
    inner_->note(sqlite3_bind_double(inner_->handle, index, number));
    return *this;
}
Statement& Statement::bind_text(int index, std::string_view text) {
    const char* from = text.data() != nullptr ? text.data() : "";
    inner_->note(sqlite3_bind_text64(inner_->handle, index, from, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}
Statement& Statement::bind_blob(int index, std::span<const std::uint8_t> bytes) {
    // A null pointer would bind NULL instead of an empty blob.
    const void* from = bytes.data() != nullptr ? static_cast<const void*>(bytes.data()) : "";
    inner_->note(sqlite3_bind_blob64(inner_->handle, index, from, bytes.size(), SQLITE_STATIC));
    return *this;
}
Statement& Statement::bind_null(int index) {
    inner_->note(sqlite3_bind_null(inner_->handle, index));
    return *this;
}
Statement& Statement::bind_value(int index, const model::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return bind(index, *number);
    if (const auto* real = std::get_if<double>(&value)) return bind(index, *real);
    if (const auto* text = std::get_if<std::string>(&value)) return bind_text(index, *text);
    if (const auto* bytes = std::get_if<model::Bytes>(&value)) return bind_blob(index, *bytes);
    return bind_null(index);
}

base::Result<bool> Statement::step() {
    const int bound = std::exchange(inner_->bind_result, SQLITE_OK);
    const int result = bound != SQLITE_OK ? bound : sqlite3_step(inner_->handle);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    auto failed = refused_statement(sqlite3_db_handle(inner_->handle), result, sqlite3_sql(inner_->handle));
    sqlite3_reset(inner_->handle);
    return failed;
}

base::Done Statement::run() {
    for (;;) {
        IR_TRY(const bool row, step());
        if (!row) break;
    }
    reset();
    return {};
}

void Statement::reset() {
    sqlite3_reset(inner_->handle);
    inner_->bind_result = SQLITE_OK;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(inner_->handle, column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(inner_->handle, column);
}
std::string Statement::text(int column) const {
    return std::string(text_view(column));
}
std::string_view Statement::text_view(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(inner_->handle, column));
    if (text == nullptr) return {};
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(inner_->handle, column))};
}
std::span<const std::uint8_t> Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(inner_->handle, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(inner_->handle, column))};
}
bool Statement::is_null(int column) const {
    return sqlite3_column_type(inner_->handle, column) == SQLITE_NULL;
}
model::Value Statement::value(int column) const {
    switch (sqlite3_column_type(inner_->handle, column)) {
        case SQLITE_INTEGER:
            return integer(column);
        case SQLITE_FLOAT:
            return real(column);
        case SQLITE_TEXT:
            return text(column);
        case SQLITE_BLOB: {
            const auto bytes = blob(column);
            return model::Bytes(bytes.begin(), bytes.end());
        }
        default:
            return {};
    }
}
int Statement::columns() const {
    return sqlite3_column_count(inner_->handle);
}
std::string Statement::column_name(int column) const {
    const char* name = sqlite3_column_name(inner_->handle, column);
    return name != nullptr ? name : "";
}

struct Db::Inner {
    sqlite3* handle = nullptr;
    base::Path file;
    std::string vfs;
    int wal_pages = 0;
    bool own_checkpoints = false;
    Inner() = default;
    Inner(const Inner&) = delete;
    Inner& operator=(const Inner&) = delete;
    // close_v2: a statement that outlives the Db by an instant keeps it alive instead of leaking it.
    ~Inner() { sqlite3_close_v2(handle); }
};

Db::Db(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Db::Db(Db&&) noexcept = default;
Db& Db::operator=(Db&&) noexcept = default;
Db::~Db() = default;

namespace {

/// A file's name as a URI that tells SQLite that nobody changes it.
std::string immutable_uri(const base::Path& file) {
    std::string uri = "file:";
    for (const char c : file.string()) {
        if (c != '%' && c != '?' && c != '#') {
            uri += c;
            continue;
        }
        const std::array<std::uint8_t, 1> byte{static_cast<std::uint8_t>(c)};
        uri += '%' + base::to_hex(byte);
    }
    return uri + "?immutable=1";
}

/// folded(value): its bytes as base::folded, for comparisons where case is nothing. What is not UTF-8 stays.
void fold(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
    if (bytes == nullptr) return sqlite3_result_null(context);
    const std::string text(bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
    const auto small = base::is_utf8(text) ? base::folded(text) : text;
    sqlite3_result_blob64(context, small.data(), small.size(), SQLITE_TRANSIENT);
}

/// As SQLite's own hook does it, every 4,000 pages, unless the owner checkpoints by itself.
constexpr int pages_between_checkpoints = 4000;

}  // namespace

base::Result<Db> Db::open(const base::Path& file, Mode mode, const std::string& vfs) {
    auto inner = std::make_unique<Inner>();
    inner->file = file;
    inner->vfs = vfs;
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (mode < Mode::read_write ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
                      (mode == Mode::create ? SQLITE_OPEN_CREATE : 0) | (mode == Mode::immutable ? SQLITE_OPEN_URI : 0);
    std::error_code failed;
    const bool in_memory = file == ":memory:";
    if (mode != Mode::create && !in_memory && !std::filesystem::exists(file, failed)) {
        return base::refuse(Code::not_found, "no such file", file.string());
    }
    if (mode == Mode::create && !in_memory && vfs.empty()) base::make_private_file(file);  // its WAL gets the same
    const auto name = mode == Mode::immutable ? immutable_uri(file) : file.string();
    const int result = sqlite3_open_v2(name.c_str(), &inner->handle, flags, vfs.empty() ? nullptr : vfs.c_str());
    if (result != SQLITE_OK) return refused(inner->handle, result, file.string());
    sqlite3_busy_timeout(inner->handle, 3000);
    // Files come from other people: their schema may not call functions with side effects.
    sqlite3_db_config(inner->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(inner->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_create_function_v2(inner->handle, "folded", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                               nullptr, fold, nullptr, nullptr, nullptr);
    Inner* self = inner.get();
    const auto hook = [](void* given, sqlite3* handle, const char*, int pages) {
        auto* owner = static_cast<Inner*>(given);
        owner->wal_pages = pages;
        if (!owner->own_checkpoints && pages >= pages_between_checkpoints) {
            sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        }
        return SQLITE_OK;
    };
    sqlite3_wal_hook(inner->handle, hook, self);
    Db db(std::move(inner));
    IR_DO(db.execute("PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;"));
    return db;
}

base::Result<Statement> Db::prepare(std::string_view sql) {
    auto inner = std::make_unique<Statement::Inner>();
    const int result = sqlite3_prepare_v3(inner_->handle, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &inner->handle, nullptr);
    if (result != SQLITE_OK) return refused_statement(inner_->handle, result, sql);
    return Statement(std::move(inner));
}

base::Done Db::execute(std::string_view sql) {
    const std::string whole(sql);
    const int result = sqlite3_exec(inner_->handle, whole.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return refused_statement(inner_->handle, result, whole);
    return {};
}

base::Result<model::Value> Db::read_one(std::string_view sql) {
    IR_TRY(auto statement, prepare(sql));
    IR_TRY(const bool row, statement.step());
    return row ? statement.value(0) : model::Value{};
}

std::int64_t Db::changes() const {
    return sqlite3_changes64(inner_->handle);
}
bool Db::in_transaction() const {
    return sqlite3_get_autocommit(inner_->handle) == 0;
}
void Db::interrupt() {
    sqlite3_interrupt(inner_->handle);
}
const base::Path& Db::file() const {
    return inner_->file;
}

base::Done Db::backup_to(const base::Path& file) {
    IR_TRY(auto to, Db::open(file, Mode::create, inner_->vfs));
    auto* backup = sqlite3_backup_init(to.inner_->handle, "main", inner_->handle, "main");
    if (backup == nullptr) return refused(to.inner_->handle, sqlite3_errcode(to.inner_->handle), file.string());
    int result = SQLITE_OK;
    int waits = 0;
    while (result == SQLITE_OK || (result == SQLITE_BUSY && ++waits < 200)) {
        result = sqlite3_backup_step(backup, 1024);
        if (result == SQLITE_BUSY || result == SQLITE_LOCKED) sqlite3_sleep(20);
    }
    const int finished = sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE) return refused(to.inner_->handle, finished, file.string());
    // The copy says WAL in its header; a plain file is what a person expects to carry away.
    return to.execute("PRAGMA journal_mode=DELETE;");
}

void Db::take_over_checkpoints() {
    inner_->own_checkpoints = true;
}
int Db::wal_pages() const {
    return inner_->wal_pages;
}

base::Result<bool> Db::checkpoint(Checkpoint kind) {
    const int mode = kind == Checkpoint::passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE;
    // A connection that has read nothing knows of no WAL, and would call it empty.
    IR_TRY(const auto known, read_one("PRAGMA schema_version"));
    (void)known;
    int in_log = 0;
    int copied = 0;
    const int result = sqlite3_wal_checkpoint_v2(inner_->handle, nullptr, mode, &in_log, &copied);
    if ((result & 0xff) == SQLITE_BUSY) return false;
    if (result != SQLITE_OK) return refused(inner_->handle, result, inner_->file.string());
    if (in_log == copied) inner_->wal_pages = 0;
    return in_log == copied;
}

base::Done Db::secure() {
    IR_TRY(const bool whole, checkpoint(Checkpoint::truncate));
    if (!whole) return base::refuse(Code::busy, "a reader holds the WAL", inner_->file.string());
    IR_TRY(const auto version, read_one("PRAGMA user_version"));
    return execute("PRAGMA user_version=" + std::to_string(model::int_of(version)));
}

base::Done Db::vacuum() {
    // Other connections keep what is temporary in memory, so none but this one looks at the folder's name.
    static std::mutex one_at_a_time;
    const std::lock_guard hold(one_at_a_time);
    const auto folder = inner_->file.has_parent_path() ? inner_->file.parent_path() : base::Path(".");
    const std::string name = folder.string();
    sqlite3_temp_directory = sqlite3_mprintf("%s", name.c_str());
    auto done = execute("PRAGMA temp_store=FILE; VACUUM;");
    (void)execute("PRAGMA temp_store=MEMORY;");
    sqlite3_free(std::exchange(sqlite3_temp_directory, nullptr));
    return done;
}

base::Done remove_database(const base::Path& file, const std::string& vfs) {
    auto* system = sqlite3_vfs_find(vfs.empty() ? nullptr : vfs.c_str());
    if (system == nullptr) return base::refuse(Code::bad_input, "no such VFS", vfs);
    for (const char* end : {"", "-wal", "-shm", "-journal"}) {
        const std::string name = file.string() + end;
        const int result = system->xDelete(system, name.c_str(), 1);
        if (result != SQLITE_OK && result != SQLITE_IOERR_DELETE_NOENT) return refused(nullptr, result, name);
    }
    return {};
}

base::Result<Transaction> Transaction::begin(Db& db) {
    IR_DO(db.execute("BEGIN IMMEDIATE"));
    return Transaction(db);
}
Transaction::Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
Transaction::~Transaction() {
    // SQLite has already rolled back after some failures: then there is nothing to end.
    if (db_ != nullptr && db_->in_transaction()) {
        const auto ended = db_->execute("ROLLBACK");
        (void)ended;
    }
}
base::Done Transaction::commit() {
    IR_DO(db_->execute("COMMIT"));
    db_ = nullptr;
    return {};
}

}  // namespace store
