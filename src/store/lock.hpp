#pragma once
#include "base/files.hpp"
#include "base/result.hpp"

namespace store {

/// Keeps other writers of a register away: flock on "<file>.lock" beside it (invariant 10). The side file stays: to
/// delete it would let two processes lock different files of the same name.
class FileLock {
  public:
    /// Code::busy when another process (or another lock in this one) holds it.
    static base::Result<FileLock> take(const base::Path& register_file);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

  private:
    explicit FileLock(int handle) : handle_(handle) {}
    int handle_ = -1;
};

}  // namespace store
