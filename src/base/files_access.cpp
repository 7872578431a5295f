#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "base/files.hpp"
#include "base/id.hpp"
#include "base/language.hpp"

namespace base {
namespace {

namespace fs = std::filesystem;

/// As many as the kernel follows.
constexpr int most_links = 40;

enum class Use { read, write };

Path folder_of(const Path& file) {
    return file.has_parent_path() ? file.parent_path() : Path(".");
}

Error error_of(int number, const Path& file, Use use) {
    const auto where = file.string();
    switch (number) {
        case ENOENT:
        case ENOTDIR:
            if (struct stat there{}; ::stat(folder_of(file).c_str(), &there) != 0 || !S_ISDIR(there.st_mode)) {
                return {Code::not_found, tr("file.no_folder", {{"folder", folder_of(file).string()}}), where};
            }
            return {Code::not_found, {}, where};
        case ELOOP:
            return {Code::bad_input, tr("file.loop"), where};
        case EISDIR:
            return {Code::bad_input, tr("file.folder"), where};
        case ENXIO:
            return {Code::bad_input, tr("file.not_plain"), where};
        case EACCES:
        case EPERM:
        case EROFS:
            return {Code::denied, tr(use == Use::read ? "file.no_read" : "file.no_write"), where};
        case ENOSPC:
        case EDQUOT:
            return {Code::disk_full, std::strerror(number), where};
        case EPIPE:
            return {Code::disk_failed, tr("file.reader_gone"), where};
        default:
            return {Code::disk_failed, std::strerror(number), where};
    }
}

tl::unexpected<Error> refused(int number, const Path& file, Use use) {
    return tl::unexpected<Error>(error_of(number, file, use));
}

Error no_write_folder(const Path& file) {
    return {Code::denied, tr("file.no_write_folder", {{"folder", folder_of(file).string()}}), file.string()};
}

bool is_plain(mode_t mode) {
    return S_ISREG(mode);
}

/// What a name stands for, links followed; nothing when there is no such file and none would be in the way of it.
Result<std::optional<struct stat>> look_at(const Path& file, Use use) {
    struct stat there {};
    if (::stat(file.c_str(), &there) == 0) {
        if (S_ISDIR(there.st_mode)) return refused(EISDIR, file, use);
        return std::optional(there);
    }
    if (errno == ENOENT && use == Use::write) return std::optional<struct stat>();
    return refused(errno, file, use);
}

/// The descriptor of ours that a name such as /proc/self/fd/1 means; −1 for other names.
int own_descriptor(const Path& name) {
    const auto folder = name.parent_path();
    const auto number = name.filename().string();
    const bool digits =
        !number.empty() && number.size() < 8 && number.find_first_not_of("0123456789") == std::string::npos;
    return digits && (folder == "/proc/self/fd" || folder == "/dev/fd") ? std::atoi(number.c_str()) : -1;
}

/// The file that a chain of links names, there or not, or the descriptor of ours (through `own_descriptor`).
Result<Path> end_of_links(const Path& file) {
    auto name = file;
    for (int links = 0; links <= most_links; ++links) {
        std::error_code no_link;
        if (own_descriptor(name) >= 0) return name;
        const auto next = fs::read_symlink(name, no_link);
        if (no_link) return name;
        name = next.is_absolute() ? next : name.parent_path() / next;
    }
    return refused(ELOOP, file, Use::write);
}

Done check_folder(const Path& file) {
    struct stat there {};
    if (::stat(folder_of(file).c_str(), &there) != 0 || !S_ISDIR(there.st_mode)) {
        return refused(errno == EACCES || errno == ELOOP ? errno : ENOENT, file, Use::write);
    }
    if (::access(folder_of(file).c_str(), W_OK | X_OK) != 0) return tl::unexpected<Error>(no_write_folder(file));
    return {};
}

int write_all(int handle, std::string_view content) {
    while (!content.empty()) {
        const auto wrote = ::write(handle, content.data(), content.size());
        if (wrote < 0 && errno != EINTR) return errno;
        if (wrote > 0) content.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return 0;
}

/// Into what is there already and is no file: a device, a pipe, a descriptor of ours.
Done write_through(const Path& file, const Path& name, std::string_view content) {
    const int ours = own_descriptor(name);
    if (ours == STDOUT_FILENO) std::fflush(stdout);  // what was said before stands before
    const int handle = ours >= 0 ? ::fcntl(ours, F_DUPFD_CLOEXEC, 0) : ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
    if (handle < 0) return refused(errno, file, Use::write);
    const int trouble = write_all(handle, content);
    ::close(handle);
    if (trouble != 0) return refused(trouble, file, Use::write);
    return {};
}

void sync_folder(const Path& file) {
    const int folder = ::open(folder_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

Done put_in_place(const Path& file, const Path& name, const std::optional<struct stat>& former,
                  std::string_view content) {
    if (former && ::access(name.c_str(), W_OK) != 0) return refused(errno, file, Use::write);
    // A short name: what the file is called may be as long as the disk allows.
    const Path beside = folder_of(name) / (".new-" + new_token());
    const int handle = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0) {
        if (errno == EACCES || errno == EPERM) return tl::unexpected<Error>(no_write_folder(name));
        return refused(errno, name, Use::write);
    }
    int trouble = write_all(handle, content);
    if (trouble == 0 && former && ::fchmod(handle, former->st_mode & 07777U) != 0) trouble = errno;
    if (trouble == 0 && ::fsync(handle) != 0) trouble = errno;
    ::close(handle);
    if (trouble == 0 && ::rename(beside.c_str(), name.c_str()) != 0) trouble = errno;
    if (trouble != 0) {
        ::unlink(beside.c_str());
        return refused(trouble, file, Use::write);
    }
    sync_folder(name);
    return {};
}

}  // namespace

Result<std::string> read_file(const Path& file, std::size_t most) {
    // Without waiting: a pipe that nobody writes to is told apart below.
    const int handle = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0) return refused(errno, file, Use::read);
    struct stat there {};
    int trouble = ::fstat(handle, &there) == 0 ? 0 : errno;
    if (trouble == 0 && !is_plain(there.st_mode)) trouble = S_ISDIR(there.st_mode) ? EISDIR : ENXIO;
    std::string content;
    if (trouble == 0) content.resize(std::min(most + 1, static_cast<std::size_t>(there.st_size) + 1));
    for (std::size_t have = 0; trouble == 0;) {
        const auto got = ::read(handle, content.data() + have, content.size() - have);
        if (got < 0) {
            if (errno != EINTR) trouble = errno;
            continue;
        }
        have += static_cast<std::size_t>(got);
        const bool ended = got == 0 || have > most;
        // It may grow while it is read.
        content.resize(ended ? have : have == content.size() ? std::min(most + 1, 2 * have) : content.size());
        if (ended) break;
    }
    ::close(handle);
    if (trouble != 0) return refused(trouble, file, Use::read);
    if (content.size() > most) return refuse(Code::too_large, std::to_string(most) + " bytes", file.string());
    return content;
}

Done write_file(const Path& file, std::string_view content) {
    IR_TRY(const auto name, end_of_links(file));
    if (own_descriptor(name) >= 0) return write_through(file, name, content);
    IR_TRY(const auto former, look_at(name, Use::write));
    if (former && !is_plain(former->st_mode)) return write_through(file, name, content);
    return put_in_place(file, name, former, content);
}

Done check_readable(const Path& file) {
    IR_TRY(const auto there, look_at(file, Use::read));
    if (!is_plain(there->st_mode)) return refused(ENXIO, file, Use::read);
    if (::access(file.c_str(), R_OK) != 0) return refused(errno, file, Use::read);
    return {};
}

Done check_writable(const Path& file) {
    IR_TRY(const auto name, end_of_links(file));
    IR_TRY(const auto there, look_at(name, Use::write));
    if (there && !is_plain(there->st_mode)) return refused(ENXIO, file, Use::write);
    if (there && ::access(name.c_str(), R_OK) != 0) return refused(errno, file, Use::read);
    if (there && ::access(name.c_str(), W_OK) != 0) return refused(errno, file, Use::write);
    return check_folder(name);
}

Done check_new(const Path& file) {
    struct stat there {};
    if (::lstat(file.c_str(), &there) == 0) return refuse(Code::already, tr("file.exists"), file.string());
    return check_folder(file);
}

Done check_output(const Path& file) {
    IR_TRY(const auto name, end_of_links(file));
    if (own_descriptor(name) >= 0) return {};
    IR_TRY(const auto former, look_at(name, Use::write));
    if (former && ::access(name.c_str(), W_OK) != 0) return refused(errno, file, Use::write);
    return former && !is_plain(former->st_mode) ? Done{} : check_folder(name);
}

}  // namespace base
