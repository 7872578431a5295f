#pragma once
#include "base/files.hpp"
#include "curricula/board_form.hpp"

namespace app {

/// Where a municipality's own templates lie: the folder `templates` beside the register.
base::Path own_board_forms(const base::Path& register_file);

/// The templates that come with the program and the municipality's own. One with faults is left out, and no reason not
/// to begin: what is wrong is in `problems`.
curricula::FormShelf load_board_forms(const base::Path& register_file);

}  // namespace app
