#include "base/files.hpp"

#include <sys/statvfs.h>
#include <sys/vfs.h>

#include <cstdlib>

#include "base/private_files.hpp"

namespace base {
namespace {

Path home_folder(const char* variable, const char* below_home) {
    const char* set = std::getenv(variable);
    const char* home = std::getenv("HOME");
    Path folder = set != nullptr && *set == '/' ? Path(set) : Path(home != nullptr ? home : "/tmp") / below_home;
    folder /= "iderum";
    std::error_code ignored;
    make_private_folders(folder, ignored);
    return folder;
}

}  // namespace

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
