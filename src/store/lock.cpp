#include "store/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <string>
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
    IR_DO(lock.hold_inode(register_file));
    return lock;
}

base::Done FileLock::hold_inode(const base::Path& register_file) {
    struct stat facts {};
    if (socket_ >= 0 || ::stat(register_file.c_str(), &facts) != 0) return {};
    // A name that begins with NUL stands for no file, and goes with the process that holds it.
    const auto name = "iderum.register." + std::to_string(facts.st_dev) + "." + std::to_string(facts.st_ino);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), address.sun_path + 1);
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    // Where there are no such sockets the side file alone must do.
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return {};
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), length) == 0) {
        socket_ = socket;
        return {};
    }
    const bool taken = errno == EADDRINUSE;
    ::close(socket);
    if (taken) return base::refuse(base::Code::busy, {}, register_file);
    return {};
}

FileLock::FileLock(FileLock&& other) noexcept
    : handle_(std::exchange(other.handle_, -1)), socket_(std::exchange(other.socket_, -1)) {}
FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(socket_, other.socket_);
    return *this;
}
FileLock::~FileLock() {
    if (socket_ >= 0) ::close(socket_);
    if (handle_ >= 0) ::close(handle_);
}

}  // namespace store
