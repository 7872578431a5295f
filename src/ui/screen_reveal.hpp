#pragma once
#include <optional>
#include <set>
#include <string>

#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "views/wall.hpp"

namespace ui {

/// A result (mockup 06).
struct RevealScreen {
    base::Id poll;
    base::Id awaited;           // the vote whose end was watched here: its rows come one by one
    double since_s = -1;        // when its rows began to come; below 0: not yet
    bool follows = false;       // the row that comes is kept in sight
    bool only_ranks = false;    // "Bara ordning" instead of "Spridning", of results with places
    bool hidden = false;        // "Dölj igen": the rows are covered
    bool others = false;        // "Andra sätt att räkna" instead of the rows
    std::string opened;         // option whose votes are shown
    std::set<base::Id> chosen;  // ideas to save
    bool has_chosen = false;
    base::Rect rows;                           // where they were drawn: beside the card, above the legend
    std::optional<std::string> opened_number;  // an idea to show: whoever draws this goes there
};
/// With the card at the side: what to save, what is saved, who follows up. Ids: "reveal/row/<option>",
/// "reveal/save/<note>", "reveal/save", "reveal/undo".
void draw_reveal(RevealScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
                 const base::Rect& area, Intents& out);
/// The rows for the room, last place first. `since_s`: when they began to come.
void draw_audience_reveal(const views::PollView& poll, double since_s, Frame& frame, const base::Rect& area);

}  // namespace ui
