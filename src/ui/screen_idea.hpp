#pragma once
#include "ui/commands.hpp"
#include "ui/intents.hpp"
#include "ui/move_sheet.hpp"
#include "ui/photo_views.hpp"
#include "views/wall.hpp"

namespace ui {

/// One idea of the register (mockup 09).
struct IdeaScreen {
    base::Id idea;
    /// Set when it is left for the register: whoever draws this screen goes there and empties this.
    bool closed = false;
    double asked_s = -1;  // since when the idea has not come; below 0: it is here

    enum class Side { none, moves, history, origin, followers };
    Side side = Side::none;
    bool shows_contacts = false;     // of those who follow it, while the sheet about them is open
    std::optional<base::Id> tested;  // was moved to its test: the test card opens when it is there
    MoveSheet move;
    EditSheet edit;
    DockState dock;
    LargePhoto photo;
};

/// Draws the whole screen with its dock (tools of `commands` that exist: "home", "print"), and asks by `look` for
/// `mine.idea`. Ids: "idea/part/<dimension>", "idea/state/<column>", "idea/test", "idea/move/<state>",
/// "idea/followers".
void draw_idea(IdeaScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out,
               views::WallScope& look);

}  // namespace ui
