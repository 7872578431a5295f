#include "store/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace store {

base::Result<FileLock> FileLock::take(const base::Path& register_file) {
    // Through a link it is the same register, so it is the same lock.
    std::error_code failed;
    const auto resolved = std::filesystem::weakly_canonical(register_file, failed);
    const base::Path side = (failed ? register_file : resolved).string() + ".lock";
    const int handle = ::open(side.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0) {
        const auto code = errno == ENOENT   ? base::Code::not_found
                          : errno == ENOSPC ? base::Code::disk_full
                                            : base::Code::disk_failed;
        return base::refuse(code, std::strerror(errno), side.string());
    }
    FileLock lock(handle);
    while (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR) continue;
        if (errno == EWOULDBLOCK) return base::refuse(base::Code::busy, {}, register_file);
        return base::refuse(base::Code::disk_failed, std::strerror(errno), side.string());
    }
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
}
FileLock::~FileLock() {
    if (handle_ >= 0) ::close(handle_);
}

}  // namespace store
