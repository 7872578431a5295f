#pragma once
#include <system_error>

#include "base/files.hpp"

namespace base {

/// The folder and those above it that are missing, for their owner only. Ones that are there keep their mode.
void make_private_folders(const Path& folder, std::error_code& failed);
/// An empty file for its owner only, where there is none. What is in the way the next to open it meets as well, and
/// says.
void make_private_file(const Path& file);

}  // namespace base
