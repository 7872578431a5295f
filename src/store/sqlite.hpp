#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/value.hpp"

namespace store {

/// The only door to SQLite; sqlite.cpp is the only file that includes its header. Errors come as base::Error: disk_full
/// for SQLITE_FULL, busy for BUSY/LOCKED, corrupt for CORRUPT/NOTADB, disk_failed for I/O, denied for
/// READONLY/CONSTRAINT by trigger.

class Statement {
  public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    /// Parameters from 1. Bytes and text are kept by reference until the next reset: the caller's must live that long.
    Statement& bind(int index, std::int64_t number);
    Statement& bind(int index, double number);
    Statement& bind_text(int index, std::string_view text);
    Statement& bind_blob(int index, std::span<const std::uint8_t> bytes);
    Statement& bind_null(int index);
    Statement& bind_value(int index, const model::Value& value);

    /// True: a row is there. False: done.
    base::Result<bool> step();
    /// Runs to the end and resets; rows are passed over.
    base::Done run();
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::string_view text_view(int column) const;          // until the next step
    std::span<const std::uint8_t> blob(int column) const;  // until the next step
    bool is_null(int column) const;
    model::Value value(int column) const;  // by SQLite's own type
    int columns() const;
    std::string column_name(int column) const;

  private:
    friend class Db;
    struct Inner;
    explicit Statement(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

/// immutable: nothing is locked or made beside the file, for one that nobody can change (a read-only medium).
enum class Mode { immutable, read_only, read_write, create };
/// passive: copies what no reader holds back. truncate: everything, and the WAL is empty afterwards.
enum class Checkpoint { passive, truncate };

class Db {
  public:
    static base::Result<Db> open(const base::Path& file, Mode mode, const std::string& vfs = {});
    Db(Db&&) noexcept;
    Db& operator=(Db&&) noexcept;
    ~Db();

    base::Result<Statement> prepare(std::string_view sql);
    /// One or many statements without parameters.
    base::Done execute(std::string_view sql);
    /// For values that people read by PRAGMA or single SELECTs: first column of the first row.
    base::Result<model::Value> read_one(std::string_view sql);
    std::int64_t changes() const;
    bool in_transaction() const;
    /// Copies the whole database with SQLite's backup API, a few pages at a time.
    base::Done backup_to(const base::Path& file);
    /// Interrupts a running statement from another thread.
    void interrupt();
    const base::Path& file() const;
    /// Copies the WAL into the file. False: a reader or writer was in the way and something is left.
    base::Result<bool> checkpoint(Checkpoint kind);
    /// Makes sure that what can be read is on the disk, whatever failed before (invariant 10): the WAL goes whole into
    /// the file, and one small commit begins it anew. Without that commit the emptying of the WAL is not on the disk
    /// yet, and a power cut could bring back one whose last frames a failed sync had lost, over newer pages in the
    /// file. Code::busy when a reader is in the way.
    base::Done secure();
    /// Writes the whole file anew, so that free space holds nothing. Takes disk of the file's size, in a file without a
    /// name in its own folder, and little memory. One thread in the process at a time may do this.
    base::Done vacuum();
    /// From now on the owner calls `checkpoint` (and so learns of its failures). Otherwise every 4,000 pages.
    void take_over_checkpoints();
    /// Pages in the WAL since it was last emptied, as of the last commit.
    int wal_pages() const;

  private:
    struct Inner;
    explicit Db(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back when it goes out of scope without commit().
class Transaction {
  public:
    static base::Result<Transaction> begin(Db& db);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    base::Done commit();

  private:
    explicit Transaction(Db& db) : db_(&db) {}
    Db* db_;
};

/// Deletes a database file with its WAL, index and rollback journal, and syncs the folder. Missing ones are fine. No
/// connection may have it open.
base::Done remove_database(const base::Path& file, const std::string& vfs = {});

}  // namespace store
