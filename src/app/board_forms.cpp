#include "app/board_forms.hpp"

namespace app {

base::Path own_board_forms(const base::Path& register_file) {
    return register_file.parent_path() / "templates";
}

curricula::FormShelf load_board_forms(const base::Path& register_file) {
    return curricula::load_board_forms(base::share_folder() / "templates", own_board_forms(register_file));
}

}  // namespace app
