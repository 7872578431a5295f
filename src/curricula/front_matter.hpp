#pragma once
#include <string>

#include "curricula/lines.hpp"

namespace curricula {

/// What stands between the fences at the top of a file. A key that is not there is empty.
struct FrontMatter {
    std::string title;
    std::string description;
    std::string persona;
    std::string start;  // "08.30"
    int start_line = 0;
};

/// Reads the front matter of a file by TOML 1.0; every fault is reported with its line. Without front matter (already
/// reported) everything is empty.
FrontMatter read_front_matter(const RawFile& file, Report& report);

}  // namespace curricula
