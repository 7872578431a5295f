#include "ui/coming_door.hpp"

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {

bool draw_coming(Frame& frame, std::string& door, const std::string& go) {
    if (door.empty()) return false;
    const auto title = base::tr("wall.coming." + door);
    const auto text = base::tr("wall.coming." + door + ".text");
    const auto stay = base::tr("wall.coming.close");
    const int answer = dialog(frame, "coming", {title, text, stay, go, false});
    if (answer < 0) return false;
    door.clear();
    frame.redraw_in(0);
    return answer == 1;
}

}  // namespace ui
