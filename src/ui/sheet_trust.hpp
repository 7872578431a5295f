#pragma once
#include "ui/frame.hpp"
#include "ui/sheets.hpp"

namespace ui {

/// px: the height of a rectangle to measure in. What is cut from one that is too low measures as nothing.
inline constexpr double measuring_high = 1e5;

/// How many are in the room: as the trainer has said, else as many as have joined.
int people_in(const Sheets& mine, const views::RoomView& room);

/// One row, touch::primary high. Ids: "people/take-10", "people/take-1", "people", "people/add-1", "people/add-10".
void draw_people(Sheets& mine, const views::RoomView& room, Frame& frame, base::Rect row);

/// Before a vote by codes: how many there are to use, and cards with more of them, as many as there are people. Returns
/// the height that it takes (measure in measuring_high); draws when `out` is there. Ids: as draw_people, "codes",
/// "codes/make", "codes/file".
double draw_codes(Sheets& mine, const views::RemoteView& remote, Frame& frame, base::Rect area, Intents* out);

/// How far a new vote can be trusted, what that means, and what it has to know. Returns the height that it takes; draws
/// when `out` is there. Ids: "trust/open", "trust/heads", "trust/codes", "trust/text".
double draw_trust(Sheets& mine, const views::RemoteView& remote, Frame& frame, base::Rect area, Intents* out);

}  // namespace ui
