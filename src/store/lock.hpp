#pragma once
#include "base/files.hpp"
#include "base/result.hpp"

namespace store {

/// Keeps other writers of a register away: flock on "<file>.lock" beside it (invariant 10). The side file stays: to
/// delete it would let two processes lock different files of the same name. Another hard link to the register has
/// another side file, so the inode is held too: by an abstract socket's name, because to open the register itself and
/// close it again would end SQLite's own locks in this process.
class FileLock {
  public:
    /// Code::busy when another process (or another lock in this one) holds it.
    static base::Result<FileLock> take(const base::Path& register_file);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();
    /// For a register that was made after the lock was taken. Code::busy when it is held under another name.
    base::Done hold_inode(const base::Path& register_file);

  private:
    explicit FileLock(int handle) : handle_(handle) {}
    int handle_ = -1;
    int socket_ = -1;
};

}  // namespace store
