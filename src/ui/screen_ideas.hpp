#pragma once
#include "ui/cluster_hands.hpp"
#include "ui/screen_journey.hpp"

namespace ui {

struct IdeasScreen {
    bool show_all = false;
    BoardZoom zoom;
    ClusterHands clusters;
};
/// Notes in clusters, and those that are in none (mockup 04). Ids: "cluster/<id>", "board", "note/<id>", and those of
/// cluster_hands.hpp.
void draw_ideas(IdeasScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area, BoardTools tools,
                Intents& out);
void draw_audience_ideas(const views::WallView& view, Frame& frame, const base::Rect& area, const NoteHands& hands);

}  // namespace ui
