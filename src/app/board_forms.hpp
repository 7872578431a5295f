#pragma once
#include <string>
#include <vector>

#include "base/files.hpp"
#include "curricula/board_form.hpp"
#include "ui/sheet_boards.hpp"

namespace app {

/// Where a municipality's own templates lie: the folder `templates` beside the register.
base::Path own_board_forms(const base::Path& register_file);

/// The templates that come with the program and the municipality's own. One with faults is left out, and no reason not
/// to begin: what is wrong is in `problems`.
curricula::FormShelf load_board_forms(const base::Path& register_file);
/// Those that were left out, a sentence each that says what to do.
std::vector<std::string> left_out_forms(const curricula::FormShelf& shelf);
/// What a new board on the wall may begin as, in the program's language.
std::vector<ui::BoardChoice> board_choices(const curricula::FormShelf& shelf);

}  // namespace app
