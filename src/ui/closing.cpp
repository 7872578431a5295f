#include "ui/closing.hpp"

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {

bool ask_to_close(bool& asked, const views::RoomView& room, Frame& frame, Intents& out) {
    if (!asked || !room.block || room.block->phase == "closed") return asked = false;
    const auto title = base::tr("wall.closing", {{"title", room.block->title}});
    const auto text = base::tr("wall.closing.text"), stay = base::tr("wall.stay"), go = base::tr("wall.closing.go");
    const int answer = dialog(frame, "close-block", {title, text, stay, go, true});
    if (answer == 1) out.emplace_back(intents::SetPhase{"closed"});
    if (answer >= 0) asked = false;
    return true;
}

}  // namespace ui
