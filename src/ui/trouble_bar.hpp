#pragma once
#include <string>

#include "ui/frame.hpp"
#include "views/wall.hpp"

namespace ui {

/// What is wrong with saving, wherever one is: it stands at the top edge until it is over, and can be made small but
/// not be taken away.
struct TroubleBar {
    std::string small_for;  // the trouble that was made small; another one opens it again
};
/// Nothing while all is well. Ids: "trouble/text", "trouble/smaller", and made small "trouble/open".
void draw_trouble(TroubleBar& mine, const views::WallView& view, Frame& frame);

}  // namespace ui
