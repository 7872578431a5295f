#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace base {

void check(bool holds, std::string_view reason, const char* file, int line) {
    if (holds) return;
    std::fprintf(stderr, "iderum: %s:%d: %.*s\n", file, line, static_cast<int>(reason.size()), reason.data());
    std::abort();
}

}  // namespace base
