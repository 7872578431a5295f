#pragma once
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "paint/painter.hpp"
#include "paint/palette.hpp"

namespace paint {

/// What the room felt at one step: quartiles of the answers, at `x` px.
struct FeelingAt {
    double x = 0;
    double low = 0, median = 0, high = 0;  // first quartile, middle, third quartile
    double from = -1e9, to = 1e9;          // the part of the journey that the step stands for, px
};

/// The curve through the middles and the band of the middle half of the answers, as shapes to draw. Px of the target.
struct EmotionCurve {
    std::vector<base::Point> middle;  // the line
    std::vector<base::Point> band;    // a strip of triangles
    std::vector<std::size_t> breaks;  // places in `middle` where the line begins anew: nobody answered in between
    std::vector<base::Point> points;  // one per feeling
    std::size_t lowest = 0;           // the point with the lowest median
    double zero_y = 0;
    base::Rect area;
};

/// `lowest` and `highest` are the numbers that could be given: the lower and upper edge of `area`. Feelings in the
/// order of x. Between the points the curve is a monotone cubic (Fritsch & Carlson, SIAM J. Numer. Anal. 17 (1980)): it
/// never rises above or falls below what was answered. Outside it is level, and only where a step has answers is
/// there anything. Without feelings everything is empty. Pure.
EmotionCurve lay_out_curve(std::span<const FeelingAt> feelings, const base::Rect& area, double lowest, double highest,
                           double scale);
void draw_curve(Painter& painter, const Palette& palette, const EmotionCurve& curve, double scale);

}  // namespace paint
