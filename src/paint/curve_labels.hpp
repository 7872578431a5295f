#pragma once
#include <span>
#include <vector>

#include "paint/journey.hpp"
#include "paint/text.hpp"

namespace paint {

/// What each point of the curve says, one per feeling: the step's name on the side where the curve leaves room, the
/// value on the other. A name takes the way to what its neighbours have on its side, in up to four lines and somewhat
/// smaller letters before it is cut, and clears the curve above or below it. `left` and `right` are the edges that
/// names keep within, px. Pure but for the typesetter.
std::vector<JourneyBoard::PointPlace> label_curve(Typesetter& type, const EmotionCurve& curve,
                                                  std::span<const Journey::Feeling> feelings, double left, double right,
                                                  double scale);

}  // namespace paint
