#pragma once
#include <memory>
#include <string>

#include "ui/board_zoom.hpp"
#include "ui/screen_history.hpp"

namespace ui {

/// How the session's own boards came to be: a timeline, and above it the board of that moment, to be looked at alone.
/// No vote is seen in it.
struct PastScreen : Timeline {
    std::string at;  // block and vote that the room was at when it was opened: it ends with them
    BoardZoom zoom;
    std::shared_ptr<const views::SessionHistory> of;  // that `then` was made from
    views::WallView then;
};

/// Begins at the newest moment.
void open_past(PastScreen& mine, const std::string& at);
/// Draws it over `area` while it is open, and asks as draw_board_history does. `history`: null until it has come. Ids
/// and keys as there, but for "history/board"; "history/item/<id>" is every note, group and person card that is seen.
void draw_past(PastScreen& mine, const views::WallView& now,
               const std::shared_ptr<const views::SessionHistory>& history, Frame& frame, const base::Rect& area,
               Intents& out, views::WallScope& look);

}  // namespace ui
