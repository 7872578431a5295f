#pragma once
#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "views/page.hpp"

namespace ui {

/// Asks, while `asked`, before the block is closed: its tablets can write no more, and that is final. True while the
/// question is shown. Ids: "close-block/go", "close-block/stay".
bool ask_to_close(bool& asked, const views::RoomView& room, Frame& frame, Intents& out);

}  // namespace ui
