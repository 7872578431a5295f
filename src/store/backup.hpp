#pragma once
#include <cstdint>

#include "base/files.hpp"
#include "base/result.hpp"
#include "store/sqlite.hpp"

namespace store {

/// Backups that are kept of one register.
inline constexpr std::size_t most_backups = 10;

/// A copy of the register in <its folder>/backups/<stem>-YYYYMMDD-HHMMSS.iderum (local time), whole and synced before
/// it gets its name; older ones than the newest ten are deleted. Urns are files of their own and never come along
/// (invariant 21), and no session's data does: only the hashes of codes that wait for the next session. Gives the
/// copy's name.
base::Result<base::Path> make_backup(Db& db, std::int64_t now_ms);

/// A session has ended since the newest backup: the host was stopped between the two.
base::Result<bool> is_backup_due(Db& db);

/// The backups of a register, newest first.
std::vector<base::Path> list_backups(const base::Path& register_file);

}  // namespace store
