#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base {

using Path = std::filesystem::path;

/// The whole file; Code::not_found, Code::too_large (over `most` bytes) or Code::disk_failed.
Result<std::string> read_file(const Path& file, std::size_t most = 64U << 20U);
/// Writes beside the file, syncs, and puts it in place: afterwards the old or the new content is there, whole.
Done write_file(const Path& file, std::string_view content);

/// XDG base directories, with "iderum" at the end: ~/.local/share/iderum, ~/.local/state/iderum. Made when missing.
Path data_folder();
Path state_folder();

/// Where catalogues, tablet pages and courses lie: $IDERUM_SHARE, else <folder of the program>/../share/iderum.
Path share_folder();

/// Bytes free for us on the file system that holds `place`; −1 when it cannot be told.
std::int64_t free_bytes(const Path& place);
/// "ext4", "tmpfs", "btrfs", "other".
std::string file_system(const Path& place);

}  // namespace base
