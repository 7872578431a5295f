#pragma once
#include <map>
#include <optional>
#include <string>

#include "paint/journey.hpp"
#include "ui/frame.hpp"

namespace ui {

/// Points of the journey's curve that are put aside while people talk about them: the group's value stays where it is,
/// and nothing is asked for. By dragging, or by a tap and its menu.
struct CurveHands {
    std::map<base::Id, double> aside;  // of these steps, what is talked about
    struct Began {
        double value = 0;
        int contact = 0;
    };
    std::map<base::Id, Began> began;  // where those were that a hand draws now
    std::optional<base::Id> chosen;   // whose menu is open
    std::string block;                // that they belong to
};

/// Before the board is drawn: what stands at those points gives way to what is put aside and to the rings around them.
void make_room(const std::map<base::Id, double>& aside, const std::optional<base::Id>& chosen,
               const paint::Journey& journey, paint::JourneyBoard& board, double px);
/// Those points, for who only looks on.
void draw_talked(const std::map<base::Id, double>& aside, const paint::Journey& journey,
                 const paint::JourneyBoard& board, Frame& frame);
/// Below the notes. Ids: "feeling/<place>", and where it was put aside "aside/<place>". Where a hand took a point, px.
std::optional<base::Point> touch_curve(CurveHands& mine, const std::string& block, const paint::Journey& journey,
                                       const paint::JourneyBoard& board, Frame& frame);
/// Over the board. Ids: "curve/higher", "curve/lower", "curve/back", "curve/done".
void curve_menu(CurveHands& mine, const paint::Journey& journey, const paint::JourneyBoard& board,
                const base::Rect& place, Frame& frame);

}  // namespace ui
