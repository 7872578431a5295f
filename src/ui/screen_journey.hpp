#pragma once
#include "paint/journey.hpp"
#include "ui/board_zoom.hpp"
#include "ui/curve_hands.hpp"
#include "ui/note_hands.hpp"

namespace ui {

struct JourneyScreen {
    bool show_all = false;  // as small as it takes to see everything
    CurveHands curve;
    BoardZoom zoom;
};
/// What board screens share with the wall that draws them.
struct BoardTools {
    NoteHands& hands;
    Writing& writing;
    bool note_tool = false;
    std::string_view colour;
};
/// The journey in `area` (mockup 02). Ids: "cell/<lane>/<phase>", "column/<phase>", "note/<id>".
void draw_journey(JourneyScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area,
                  BoardTools tools, Intents& out);
/// The same for the room: 32 px, no authors (mockup 02b).
/// `aside`: points of the curve that are talked about.
void draw_audience_journey(const views::WallView& view, Frame& frame, const base::Rect& area, const NoteHands& hands,
                           const std::map<base::Id, double>& aside);

}  // namespace ui
