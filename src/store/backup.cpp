#include "store/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/clock.hpp"
#include "base/private_files.hpp"
#include "store/session_tables.hpp"

namespace store {
namespace {

base::Path backup_folder(const base::Path& register_file) {
    return register_file.parent_path() / "backups";
}

/// "20260501-090503": the local date and time, seconds from the same instant.
std::string dated(std::int64_t now_ms) {
    std::string text =
        base::to_local_date(now_ms) + "-" + base::to_local_time(now_ms) + base::to_iso_utc(now_ms).substr(17, 2);
    // The first two dashes belong to the date, the dot to the clock.
    text.erase(7, 1).erase(4, 1);
    std::erase(text, '.');
    return text;
}

base::Done sync(const base::Path& place, int flags) {
    const int handle = ::open(place.c_str(), flags | O_CLOEXEC);
    const bool fine = handle >= 0 && ::fsync(handle) == 0;
    const int number = errno;
    if (handle >= 0) ::close(handle);
    if (!fine) return base::refuse(base::Code::disk_failed, std::strerror(number), place.string());
    return {};
}

/// Another session may be open in the register, or one that nobody ended: its seats, secrets and unshown notes stay
/// there (invariant 16). Who restores the copy begins a session of its own; the cards that were printed for one still
/// count.
base::Done leave_out_sessions(const base::Path& copy) {
    IR_TRY(auto db, Db::open(copy, Mode::read_write));
    IR_DO(db.execute("PRAGMA secure_delete=ON;"));
    IR_TRY(const bool emptied, empty_sessions(db, Leave::waiting));
    return emptied ? db.vacuum() : base::Done{};
}

bool is_backup_of(const std::string& name, const std::string& stem) {
    // <stem>-YYYYMMDD-HHMMSS, perhaps with -2 when two were made within a second, .iderum
    const auto digits = [&name](std::size_t from, std::size_t count) {
        return name.size() >= from + count && std::all_of(name.begin() + static_cast<std::ptrdiff_t>(from),
                                                          name.begin() + static_cast<std::ptrdiff_t>(from + count),
                                                          [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto at = stem.size() + 1;
    return name.starts_with(stem + "-") && name.ends_with(".iderum") && digits(at, 8) && name[at + 8] == '-' &&
           digits(at + 9, 6);
}

}  // namespace

base::Result<bool> is_backup_due(Db& db) {
    IR_TRY(const auto ended, db.read_one("SELECT coalesce(max(ended_at), 0) FROM session"));
    const auto ended_ms = model::int_of(ended);
    if (ended_ms == 0) return false;
    const auto backups = list_backups(db.file());
    const auto due_name = db.file().stem().string() + "-" + dated(ended_ms);
    return backups.empty() || backups.front().filename().string() < due_name;
}

std::vector<base::Path> list_backups(const base::Path& register_file) {
    std::vector<base::Path> found;
    std::error_code failed;
    const auto stem = register_file.stem().string();
    for (std::filesystem::directory_iterator at(backup_folder(register_file), failed), end; !failed && at != end;
         at.increment(failed)) {
        if (is_backup_of(at->path().filename().string(), stem)) found.push_back(at->path());
    }
    std::sort(found.begin(), found.end(), [](const base::Path& a, const base::Path& b) { return a.stem() > b.stem(); });
    return found;
}

base::Result<base::Path> make_backup(Db& db, std::int64_t now_ms) {
    const auto folder = backup_folder(db.file());
    std::error_code failed;
    base::make_private_folders(folder, failed);
    if (failed) return base::refuse(base::Code::disk_failed, failed.message(), folder.string());
    const auto stem = db.file().stem().string() + "-" + dated(now_ms);
    auto to = folder / (stem + ".iderum");
    for (int n = 2; std::filesystem::exists(to, failed); ++n)
        to = folder / (stem + "-" + std::to_string(n) + ".iderum");
    const base::Path beside = to.string() + ".part";
    IR_DO(remove_database(beside));
    auto copied = db.backup_to(beside);
    if (copied) copied = leave_out_sessions(beside);
    if (copied) copied = sync(beside, O_RDWR);
    if (!copied) {
        (void)remove_database(beside);
        return tl::unexpected<base::Error>(copied.error());
    }
    std::filesystem::rename(beside, to, failed);
    if (failed) return base::refuse(base::Code::disk_failed, failed.message(), to.string());
    IR_DO(sync(folder, O_RDONLY | O_DIRECTORY));
    const auto all = list_backups(db.file());
    for (std::size_t i = most_backups; i < all.size(); ++i) std::filesystem::remove(all[i], failed);
    return to;
}

}  // namespace store
