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

/// A link where the file system has them; else (FAT on a stick) a copy, which is on disk before anything else happens.
base::Done give_second_name(const base::Path& file, const base::Path& kept) {
    if (::link(file.c_str(), kept.c_str()) == 0) return {};
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK) {
        return tl::unexpected<base::Error>(disk_error(kept));
    }
    std::error_code failed;
    std::filesystem::copy_file(file, kept, failed);
    if (failed) {
        const auto code = failed == std::errc::no_space_on_device ? Code::disk_full : Code::disk_failed;
        std::error_code ignored;
        std::filesystem::remove(kept, ignored);
        return base::refuse(code, failed.message(), kept.string());
    }
    return sync(kept);
}

/// The former file gets a second name before its first is taken over, so that there is a register at every moment.
base::Result<base::Path> keep_former(const OpenOptions& to) {
    const bool whole = gather(to);
    const auto kept = kept_name(to.file, to.now());
    IR_DO(give_second_name(to.file, kept));
    const base::Path wal = to.file.string() + "-wal";
    std::error_code failed;
    if (!whole && std::filesystem::exists(wal, failed)) {
        if (::rename(wal.c_str(), (kept.string() + "-wal").c_str()) != 0) {
            return tl::unexpected<base::Error>(disk_error(wal));
        }
    }
    // A WAL of the former file beside the new one would be played into it.
    for (const char* end : {"-wal", "-shm"}) std::filesystem::remove(to.file.string() + end, failed);
    IR_DO(sync(folder_of(to.file)));
    return kept;
}

/// What was erased since the backup was made is erased again, under a node of its own: the restored file is nobody's
/// living file until it is opened for writing (invariants 13, 20).
base::Result<std::int64_t> erase_again(const OpenOptions& copy) {
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
    if (any) IR_DO(sweep(file));
    IR_DO(close_plain(std::move(file)));
    return emptied;
}

base::Done check_backup(const base::Path& backup) {
    IR_TRY(const auto report, verify(backup));
    if (report.faults.empty()) return {};
    return base::refuse(Code::corrupt, base::tr("restore.damaged", {{"what", report.faults.front()}}), backup.string());
}

}  // namespace

base::Result<RestoreReport> restore(const base::Path& backup, const OpenOptions& to) {
    std::error_code failed;
    if (!std::filesystem::exists(backup, failed)) return base::refuse(Code::not_found, {}, backup.string());
    IR_TRY(const auto lock, FileLock::take(to.file));
    IR_DO(check_backup(backup));

    OpenOptions copy = to;
    copy.file = to.file.string() + ".restoring";
    copy.create = false;
    IR_DO(remove_database(copy.file));
    RestoreReport report;
    const auto made = [&]() -> base::Done {
        IR_TRY(auto source, open_to_read(backup));
        IR_DO(source.backup_to(copy.file));
        IR_TRY(report.erased, erase_again(copy));
        return sync(copy.file);
    }();
    const auto put_in_place = [&]() -> base::Done {
        IR_DO(made);
        if (std::filesystem::exists(to.file, failed)) {
            IR_TRY(report.kept, keep_former(to));
        }
        if (::rename(copy.file.c_str(), to.file.c_str()) != 0) return tl::unexpected<base::Error>(disk_error(to.file));
        return {};
    }();
    if (!put_in_place) {
        (void)remove_database(copy.file);
        return tl::unexpected<base::Error>(put_in_place.error());
    }
    IR_DO(sync(folder_of(to.file)));
    return report;
}

}  // namespace store
