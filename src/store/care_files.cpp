#include "base/language.hpp"
#include "store/care_private.hpp"
#include "store/file_schema.hpp"
#include "store/search_index.hpp"
#include "store/session_tables.hpp"

namespace store {
namespace {

using base::Code;

base::Result<Writing> opened(const OpenOptions& options, std::unique_ptr<FileLock> lock) {
    IR_TRY(auto file, open_to_write(options.file, false, options.synchronous, options.vfs));
    auto db = std::make_unique<Db>(std::move(file.db));
    IR_TRY(auto journal, Journal::open(*db, options.now));
    return Writing{options, std::move(lock), std::move(db), std::make_unique<Journal>(std::move(journal))};
}

/// Empties the WAL. A reader that is in the way is waited for, some seconds.
base::Done empty_wal(Db& db) {
    constexpr int most_tries = 2;  // each waits some seconds for readers
    for (int i = 0; i < most_tries; ++i) {
        IR_TRY(const bool empty, db.checkpoint(Checkpoint::truncate));
        if (empty) return {};
    }
    return base::refuse(Code::busy, base::tr("erase.reader"), db.file().string());
}

}  // namespace

base::Result<Writing> open_for_care(const OpenOptions& options) {
    std::error_code failed;
    if (!std::filesystem::exists(options.file, failed)) {
        return base::refuse(Code::not_found, {}, options.file.string());
    }
    IR_TRY(auto lock, FileLock::take(options.file));
    return opened(options, std::make_unique<FileLock>(std::move(lock)));
}

base::Result<Writing> open_unlocked(const OpenOptions& options) {
    return opened(options, nullptr);
}

base::Done close_plain(Writing file) {
    file.journal.reset();
    IR_DO(file.db->execute("PRAGMA journal_mode=DELETE;"));
    return {};
}

base::Done sweep(Db& db) {
    SearchIndex index(db);
    for (bool all = false; !all;) {
        IR_TRY(all, index.catch_up(5000));
    }
    // Made anew from its own texts: merging alone has been seen to leave words of deleted rows behind.
    IR_DO(
        db.execute("INSERT INTO search_text(search_text) VALUES('rebuild'); "
                   "INSERT INTO search_text(search_text) VALUES('optimize');"));
    IR_DO(empty_wal(db));
    IR_DO(db.vacuum());
    IR_DO(empty_wal(db));
    IR_DO(db.execute("DELETE FROM summary WHERE name = 'sweep_due'"));
    return empty_wal(db);
}

base::Done rebuild(const OpenOptions& options, const Progress& progress) {
    IR_TRY(auto file, open_for_care(options));
    IR_TRY(auto transaction, Transaction::begin(*file.db));
    IR_DO(file.journal->rebuild(progress));
    IR_DO(file.journal->commit(transaction));
    SearchIndex index(*file.db);
    for (bool all = false; !all;) {
        IR_TRY(all, index.catch_up(5000));
    }
    IR_TRY(const bool due, is_sweep_due(*file.db));
    if (due) IR_DO(finish_sweep(*file.db, options));
    return {};
}

base::Done copy(const base::Path& from, const base::Path& to) {
    std::error_code failed;
    if (std::filesystem::exists(to, failed))
        return base::refuse(Code::bad_input, base::tr("journal.copy.exists"), to.string());
    auto made = [&]() -> base::Done {
        IR_TRY(auto source, open_to_read(from));
        IR_DO(source.backup_to(to));
        IR_TRY(auto db, Db::open(to, Mode::read_write));
        IR_DO(db.execute("PRAGMA secure_delete=ON;"));
        // Seats, secrets and unshown notes belong to the session in the first file (invariant 16).
        IR_DO(empty_sessions(db, Leave::nothing));
        return db.vacuum();
    }();
    if (!made) (void)remove_database(to);
    return made;
}

base::Done read_log(const base::Path& file, const std::function<bool(const model::Change&)>& take) {
    IR_TRY(auto db, open_to_read(file));
    IR_DO(db.execute("BEGIN"));
    JournalReader reader(db);
    // The first fact's stamp rises with time on every node, whatever its wall clock did.
    IR_TRY(auto rows, db.prepare("SELECT c.node, c.seq FROM change c LEFT JOIN fact f ON f.node = c.node AND "
                                 "f.seq = c.seq AND f.n = 0 ORDER BY f.stamp, c.node, c.seq"));
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return {};
        IR_TRY(const auto node, reader.node_of(rows.integer(0)));
        IR_TRY(const auto change, reader.read_change({node, static_cast<std::uint64_t>(rows.integer(1))}));
        if (change && !take(*change)) return {};
    }
}

}  // namespace store
