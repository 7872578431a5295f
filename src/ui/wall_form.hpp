#pragma once
#include "ui/board_form.hpp"

namespace ui {

/// The form at the side of the free board, and whether it is open.
struct WallForm {
    bool open = false;
    BoardFormPanel panel;
};

}  // namespace ui
