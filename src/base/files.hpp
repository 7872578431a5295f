#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base {

using Path = std::filesystem::path;

/// The whole file; Code::too_large (over `most` bytes), Code::disk_failed, or as `check_readable`. Never waits.
Result<std::string> read_file(const Path& file, std::size_t most = 64U << 20U);
/// Writes beside the file, syncs, and puts it in place: afterwards the old or the new content is there, whole. A
/// symbolic link stays and the file it names is written; a device or a pipe is written through, which waits for its
/// reader. A new file is for its owner only, one that was there keeps its mode.
Done write_file(const Path& file, std::string_view content);

/// Looks at a file that a person named before anything else opens it. Refused with Code::not_found, Code::denied, or
/// Code::bad_input for a folder, a device, a pipe or links in a ring; `what` is a sentence that says what to do, or
/// empty. Opens nothing that waits.
Done check_readable(const Path& file);
/// The same for a file that will be changed where it lies, or made: then its folder must be there and writable.
Done check_writable(const Path& file);
/// The same for a file that must not be there yet: Code::already when any is.
Done check_new(const Path& file);
/// Whether `write_file` would take the name.
Done check_output(const Path& file);

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
