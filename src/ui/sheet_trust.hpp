#pragma once
#include "ui/frame.hpp"
#include "ui/sheets.hpp"

namespace ui {

/// How many are in the room: as the trainer has said, else as many as have joined.
int people_in(const Sheets& mine, const views::RoomView& room);

/// One row, touch::primary high. Ids: "people/take-10", "people/take-1", "people", "people/add-1", "people/add-10".
void draw_people(Sheets& mine, const views::RoomView& room, Frame& frame, base::Rect row);

/// How far a new vote can be trusted, and what that means. Returns the height that it takes; draws when `draw` is set.
/// Ids: "trust/open", "trust/heads", "trust/text".
double draw_trust(Sheets& mine, const views::RoomView& room, Frame& frame, base::Rect area, bool draw);

}  // namespace ui
