#pragma once
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "store/care.hpp"
#include "store/erasure.hpp"
#include "store/lock.hpp"

namespace store {

/// A register opened for care, with its journal; locked unless nobody else can know of the file. Closes in the right
/// order by itself.
struct Writing {
    OpenOptions options;
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<Db> db;
    std::unique_ptr<Journal> journal;
};
/// Locks and opens an existing register. Code::busy when a host has it.
base::Result<Writing> open_for_care(const OpenOptions& options);
/// The same without a lock: a backup, or a copy in the making.
base::Result<Writing> open_unlocked(const OpenOptions& options);
/// Closes a file that is to be carried away: one file, no WAL beside it.
base::Done close_plain(Writing file);

/// Writes the Changes of kind `erasure` under `node` and carries them out: facts, rows, blobs, and what `also` does, in
/// one transaction. Returns how many facts lost their value.
base::Result<std::int64_t> write_erasure(Writing& file, const Id& node, const Erasure& erasure,
                                         const std::function<base::Done()>& also = {});
/// The part of an erasure that still finds something in this file; empty when there is nothing left to do.
base::Result<Erasure> find_undone(Db& db, const Erasure& erasure);

/// The plan's open_course, open_votes and open_urns (care.hpp), from what the plan found. A session that goes on in
/// this file needs its course: without it nobody could be its host again.
base::Result<std::string> find_open_course(Db& db, const ErasurePlan& plan);
base::Result<std::vector<std::string>> find_open_votes(Db& db, const ErasurePlan& plan);
base::Result<std::vector<std::string>> find_open_urns(Db& db, const base::Path& file);

/// Takes what erased rows left behind out of the file: the search index is made anew, free space overwritten, the WAL
/// emptied, and the mark taken away. Code::busy when somebody still reads the file: it stays due.
base::Done sweep(Db& db);
/// The whole of it where something is due (erasure.hpp): the copies get every erasure that the journal orders or that
/// was ever noted, then the file is swept. Returns how many copies were rewritten or deleted.
base::Result<std::int64_t> finish_sweep(Db& db, const OpenOptions& options);

/// A former file that `restore` kept is called <stem><kept_mark>YYYYMMDD-HHMMSS.iderum.
inline constexpr const char* kept_mark = "-before-";
/// What `restore` has not put in place yet is called <register><restoring_mark>.
inline constexpr const char* restoring_mark = ".restoring";
/// Backups, and former files that `restore` kept, under whatever name the register had then: everything of ours that is
/// a copy of this register. `unread`: of another name, and nobody can tell whose.
struct Copies {
    std::vector<base::Path> ours;
    std::vector<base::Path> unread;
};
Copies find_copies(const base::Path& register_file);
/// Erases in every copy, sweeps those that are due, and empties their session tables when `sessions_too`. What cannot
/// be rewritten is deleted. Returns how many were rewritten or deleted.
base::Result<std::int64_t> erase_in_copies(const OpenOptions& options, const std::vector<Erasure>& erasures,
                                           bool sessions_too);

}  // namespace store
