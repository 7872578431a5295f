#pragma once
#include <vector>

#include "base/files.hpp"
#include "ui/sheet_boards.hpp"

namespace app {

/// The templates that a board may begin as at the wall, in the program's language: the program's own and those that lie
/// beside the register.
std::vector<ui::BoardChoice> wall_forms(const base::Path& register_file);

}  // namespace app
