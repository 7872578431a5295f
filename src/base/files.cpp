#include "base/files.hpp"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include "base/id.hpp"

namespace base {
namespace {

Path home_folder(const char* variable, const char* below_home) {
    const char* set = std::getenv(variable);
    const char* home = std::getenv("HOME");
    Path folder = set != nullptr && *set == '/' ? Path(set) : Path(home != nullptr ? home : "/tmp") / below_home;
    folder /= "iderum";
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    return folder;
}

Code code_of(int number) {
    if (number == ENOENT || number == ENOTDIR) return Code::not_found;
    if (number == ENOSPC || number == EDQUOT) return Code::disk_full;
    return Code::disk_failed;
}

}  // namespace

Result<std::string> read_file(const Path& file, std::size_t most) {
    std::error_code failed;
    if (std::filesystem::is_directory(file, failed)) return refuse(Code::bad_input, "is a folder", file.string());
    std::ifstream in(file, std::ios::binary);
    if (!in) return refuse(code_of(errno), std::strerror(errno), file.string());
    const auto size = std::filesystem::file_size(file, failed);
    if (!failed && size > most) return refuse(Code::too_large, std::to_string(most) + " bytes", file.string());
    std::ostringstream out;
    out << in.rdbuf();
    if (in.bad()) return refuse(Code::disk_failed, "read error", file.string());
    auto content = std::move(out).str();
    if (content.size() > most) return refuse(Code::too_large, std::to_string(most) + " bytes", file.string());
    return content;
}

Done write_file(const Path& file, std::string_view content) {
    const Path beside = file.string() + ".new-" + new_token();
    const int handle = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0) return refuse(code_of(errno), std::strerror(errno), file.string());
    int trouble = 0;
    for (std::size_t at = 0; at < content.size() && trouble == 0;) {
        const auto wrote = ::write(handle, content.data() + at, content.size() - at);
        if (wrote < 0) {
            if (errno != EINTR) trouble = errno;
        } else {
            at += static_cast<std::size_t>(wrote);
        }
    }
    if (trouble == 0 && ::fsync(handle) != 0) trouble = errno;
    ::close(handle);
    if (trouble == 0 && ::rename(beside.c_str(), file.c_str()) != 0) trouble = errno;
    if (trouble != 0) {
        ::unlink(beside.c_str());
        return refuse(code_of(trouble), std::strerror(trouble), file.string());
    }
    const int folder = ::open(file.has_parent_path() ? file.parent_path().c_str() : ".", O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

Path data_folder() {
    return home_folder("XDG_DATA_HOME", ".local/share");
}
Path state_folder() {
    return home_folder("XDG_STATE_HOME", ".local/state");
}

Path share_folder() {
    if (const char* set = std::getenv("IDERUM_SHARE"); set != nullptr && *set != '\0') return set;
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return program.parent_path().parent_path() / "share" / "iderum";
}

std::int64_t free_bytes(const Path& place) {
    struct statvfs facts {};
    if (::statvfs(place.c_str(), &facts) != 0) return -1;
    return static_cast<std::int64_t>(facts.f_bavail) * static_cast<std::int64_t>(facts.f_frsize);
}

std::string file_system(const Path& place) {
    struct statfs facts {};
    if (::statfs(place.c_str(), &facts) != 0) return "other";
    switch (static_cast<std::uint64_t>(facts.f_type)) {
        case 0xef53:
            return "ext4";
        case 0x01021994:
            return "tmpfs";
        case 0x9123683e:
            return "btrfs";
        case 0x58465342:
            return "xfs";
        case 0x794c7630:
            return "overlayfs";
        default:
            return "other";
    }
}

}  // namespace base
