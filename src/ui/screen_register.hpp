#pragma once
#include <optional>

#include "ui/commands.hpp"
#include "ui/intents.hpp"
#include "ui/move_sheet.hpp"
#include "ui/register_rows.hpp"
#include "views/wall.hpp"

namespace ui {

/// The register as a flow of six columns, or as a list (mockups 08 and 08b).
struct RegisterScreen {
    bool as_list = false;
    TextField search;
    RegisterFilter filter;
    RegisterSort sort;
    std::string me;           // the role that "what waits for me" is asked for; chosen among the filters
    double filters_high = 0;  // px of all that can be chosen among more filters
    bool more_filters = false, archive_open = false;
    /// The idea that was tapped: whoever draws this screen shows it and empties this.
    std::optional<base::Id> opened;

    std::optional<base::Id> chosen;   // held: the columns offer to take it
    std::optional<base::Id> carried;  // under a hand now
    base::Rect carried_rect;          // where its card is seen
    base::Point carried_at;           // the hand
    MoveSheet move;
    EditSheet fresh;     // a new idea
    std::string coming;  // the door in the dock that was tapped and opens later (coming_door.hpp)
    Keyboard keyboard;
    DockState dock;
    RegisterRows rows;
};

/// Design px of the row of filters above the dock.
inline constexpr double register_filters_high = 104;

/// Draws the whole screen with its dock (tools of `commands` that exist: "home", "export"; "undo" is its own, and so
/// are the doors to what comes later, where there is room), and asks by `look` for what it shows. Ids:
/// "register/card/<id>", "register/row/<id>", "register/filter/<name>".
void draw_register(RegisterScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out,
                   views::WallScope& look);

}  // namespace ui
