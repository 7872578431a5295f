#include "base/private_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace base {

void make_private_folders(const Path& folder, std::error_code& failed) {
    failed.clear();
    if (folder.empty() || std::filesystem::is_directory(folder, failed)) return;
    if (folder.has_parent_path() && folder.parent_path() != folder) make_private_folders(folder.parent_path(), failed);
    // Made so, not narrowed afterwards: nobody can come in between, and no thread sees another's umask.
    const int number = ::mkdir(folder.c_str(), S_IRWXU) == 0 ? 0 : errno;
    if (!std::filesystem::is_directory(folder, failed)) failed = std::error_code(number, std::generic_category());
}

void make_private_file(const Path& file) {
    std::error_code failed;
    const auto target =
        std::filesystem::is_symlink(file, failed) ? std::filesystem::weakly_canonical(file, failed) : file;
    const int handle = ::open(target.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (handle >= 0) ::close(handle);
}

}  // namespace base
