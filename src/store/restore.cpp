#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/language.hpp"
#include "store/care_private.hpp"
#include "store/file_schema.hpp"

namespace store {
namespace {

using base::Code;

base::Error disk_error(const base::Path& place) {
    return {errno == ENOSPC ? Code::disk_full : Code::disk_failed, std::strerror(errno), place.string()};
}

base::Done sync(const base::Path& place) {
    const int handle = ::open(place.c_str(), O_RDONLY | O_CLOEXEC);
    const bool fine = handle >= 0 && ::fsync(handle) == 0;
    auto done = fine ? base::Done{} : base::Done(tl::unexpected<base::Error>(disk_error(place)));
    if (handle >= 0) ::close(handle);
    return done;
}

base::Path folder_of(const base::Path& file) {
    return file.has_parent_path() ? file.parent_path() : base::Path(".");
}

/// "<stem>-before-20260501-090503.iderum" beside the register; -2 and so on when it is taken.
base::Path kept_name(const base::Path& file, std::int64_t now_ms) {
    std::string at = base::to_local_date(now_ms) + "-" + base::to_local_time(now_ms);
    std::erase(at, '-');
    std::erase(at, '.');
    at = at.substr(0, 8) + "-" + at.substr(8) + base::to_iso_utc(now_ms).substr(17, 2);
    const auto stem = file.stem().string() + kept_mark + at;
    auto name = folder_of(file) / (stem + ".iderum");
    std::error_code failed;
    for (int n = 2; std::filesystem::exists(name, failed); ++n) {
        name = folder_of(file) / (stem + "-" + std::to_string(n) + ".iderum");
    }
    return name;
}

/// Moves what is in the WAL into the file, so that the file alone is whole. A damaged file may refuse.
bool gather(const OpenOptions& options) {
    auto db = Db::open(options.file, Mode::read_write, options.vfs);
    if (!db) return false;
    const auto emptied = db->checkpoint(Checkpoint::truncate);
    return emptied && *emptied;
}

/// Where the former file and its WAL lie now, and how to take that back while nothing has been put in their place.
struct Kept {
    base::Path file, wal;
};

void take_back(const OpenOptions& to, const Kept& kept) {
    std::error_code ignored;
    if (!kept.wal.empty()) std::filesystem::rename(kept.wal, to.file.string() + "-wal", ignored);
    if (!kept.file.empty()) std::filesystem::remove(kept.file, ignored);
}

/// A copy under another name, whole and on disk before it gets that name: a file system may have no links (FAT).
base::Done copy_whole(const base::Path& from, const base::Path& to) {
    const base::Path part = to.string() + ".part";
    std::error_code failed;
    std::filesystem::remove(part, failed);
    std::filesystem::copy_file(from, part, failed);
    auto done = failed ? base::refuse(failed == std::errc::no_space_on_device ? Code::disk_full : Code::disk_failed,
                                      failed.message(), to.string())
                       : sync(part);
    if (done && ::rename(part.c_str(), to.c_str()) != 0) done = tl::unexpected<base::Error>(disk_error(to));
    if (!done) std::filesystem::remove(part, failed);
    return done;
}

/// The former file is copied before its name is taken over, so that there is a register at every moment. Its WAL may
/// lie there without it, when somebody has moved it away: that is kept too.
base::Done keep_former(const OpenOptions& to, Kept& kept) {
    std::error_code failed;
    const auto name = kept_name(to.file, to.now());
    bool whole = false;
    if (std::filesystem::exists(to.file, failed)) {
        whole = gather(to);
        IR_DO(copy_whole(to.file, name));
        kept.file = name;
    }
    const base::Path wal = to.file.string() + "-wal";
    const auto in_wal = std::filesystem::file_size(wal, failed);
    if (!whole && !failed && in_wal > 0) {
        const base::Path kept_wal = name.string() + "-wal";
        if (::rename(wal.c_str(), kept_wal.c_str()) != 0) return tl::unexpected<base::Error>(disk_error(wal));
        kept.wal = kept_wal;
    }
    // A WAL of the former file beside the new one would be played into it.
    for (const char* end : {"-wal", "-shm"}) std::filesystem::remove(to.file.string() + end, failed);
    return sync(folder_of(to.file));
}

/// What was erased since the backup was made is erased again, under a node of its own: the restored file is nobody's
/// living file until it is opened for writing (invariants 13, 20). `owed`: the file that it takes the place of was
/// still to be swept, and will be a copy: so that stays due.
base::Result<std::int64_t> erase_again(const OpenOptions& copy, bool owed) {
    IR_TRY(const auto noted, read_erasures(copy.state_folder));
    IR_TRY(auto file, open_unlocked(copy));
    std::int64_t emptied = 0;
    bool any = false;
    for (const auto& erasure : noted) {
        IR_TRY(const auto undone, find_undone(*file.db, erasure));
        if (undone.cells.empty() && undone.blobs.empty()) continue;
        any = true;
        IR_TRY(const auto facts, write_erasure(file, base::new_id(copy.now()), undone));
        emptied += facts;
    }
    IR_TRY(const bool due, is_sweep_due(*file.db));
    if (any || due) IR_DO(sweep(*file.db));
    if (owed) IR_DO(note_sweep_due(*file.db));
    IR_DO(close_plain(std::move(file)));
    return emptied;
}

base::Done check_backup(const base::Path& backup) {
    IR_TRY(const auto report, verify(backup));
    // What an erasure left to sweep is no damage: it is swept out of what is restored.
    if (report.faults.size() == (report.sweep_due ? 1 : 0)) return {};
    return base::refuse(Code::corrupt, base::tr("restore.damaged", {{"what", report.faults.front()}}), backup.string());
}

bool owes_sweep(const base::Path& file) {
    auto db = open_to_read(file);
    return db && is_sweep_due(*db).value_or(false);
}

/// Now that the former file is a copy. What is in the way does not undo the restore: it stays due.
base::Done sweep_former(const OpenOptions& to) {
    IR_TRY(auto file, open_unlocked(to));
    IR_DO(finish_sweep(*file.db, to));
    return close_plain(std::move(file));
}

}  // namespace

base::Result<RestoreReport> restore(const base::Path& backup, const OpenOptions& given) {
    std::error_code failed;
    if (!std::filesystem::exists(backup, failed)) return base::refuse(Code::not_found, {}, backup.string());
    OpenOptions to = given;
    // Through a symbolic link the register itself is replaced, not the link.
    if (std::filesystem::is_symlink(to.file, failed)) {
        const auto real = std::filesystem::weakly_canonical(to.file, failed);
        if (!failed) to.file = real;
    }
    IR_TRY(const auto lock, FileLock::take(to.file));
    IR_DO(check_backup(backup));

    OpenOptions copy = to;
    copy.file = to.file.string() + restoring_mark;
    copy.create = false;
    const bool owed = owes_sweep(to.file);
    RestoreReport report;
    Kept kept;
    const auto put_in_place = [&]() -> base::Done {
        IR_DO(remove_database(copy.file));
        {
            IR_TRY(auto source, open_to_read(backup));
            IR_DO(source.backup_to(copy.file));
        }
        IR_TRY(report.erased, erase_again(copy, owed));
        IR_DO(sync(copy.file));
        IR_DO(keep_former(to, kept));
        // Whoever could read the register still can.
        const auto was = std::filesystem::status(to.file, failed);
        if (!failed && was.type() == std::filesystem::file_type::regular) {
            std::filesystem::permissions(copy.file, was.permissions(), failed);
        }
        if (::rename(copy.file.c_str(), to.file.c_str()) != 0) return tl::unexpected<base::Error>(disk_error(to.file));
        return {};
    }();
    if (!put_in_place) {
        take_back(to, kept);
        (void)remove_database(copy.file);
        return tl::unexpected<base::Error>(put_in_place.error());
    }
    IR_DO(sync(folder_of(to.file)));
    if (owed) (void)sweep_former(to);
    report.kept = kept.file.empty() ? kept.wal : kept.file;
    return report;
}

}  // namespace store
