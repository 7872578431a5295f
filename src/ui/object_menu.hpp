#pragma once
#include <span>
#include <string>
#include <string_view>

#include "ui/frame.hpp"

namespace ui {

/// One thing that can be done with an object.
struct MenuItem {
    std::string id, text;
    std::string_view icon;
};

/// A menu belongs to its object: it stands below it, or above where there is no room, and within the board.
base::Rect beside_object(Frame& frame, const base::Rect& object, const base::Rect& board, base::Size size);
/// The part of the board that is nearer to this object than to others that have menus open, beside it: so no menu lies
/// on another. px; `others` may hold its own middle.
base::Rect share_of(Frame& frame, const base::Rect& board, base::Point middle, std::span<const base::Point> others);
/// What a menu stands on; swallows touches. Id: "ground".
void menu_ground(Frame& frame, const base::Rect& box);
/// In as many rows as it takes. The id of the item that was tapped; empty when none was.
std::string object_menu(Frame& frame, const base::Rect& object, const base::Rect& board,
                        std::span<const MenuItem> items);
/// The same as rows below each other, for as many as there may be: the first stays, the others are scrolled. `id`: of
/// what scrolls.
std::string object_list(Frame& frame, const base::Rect& object, const base::Rect& board, std::string_view id,
                        std::span<const MenuItem> items);
/// Instead of the menu, while the next tap elsewhere says where to. True when "stop" was tapped, which says "Avbryt" or
/// `verb`. Ids: "aim", "stop".
bool aim_hint(Frame& frame, const base::Rect& object, const base::Rect& board, std::string_view text,
              std::string_view verb = {});

}  // namespace ui
