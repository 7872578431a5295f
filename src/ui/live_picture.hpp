#pragma once
#include <functional>

#include "ui/frame.hpp"
#include "ui/interaction.hpp"

namespace ui {

/// A picture of another screen, drawn small by that screen's own function. Hands do not reach into it.
struct LivePicture {
    Interaction inside;
};

/// Draws it at 16:9 in the middle of the rectangle; returns where it stands.
base::Rect live_picture(LivePicture& mine, Frame& frame, const base::Rect& rect,
                        const std::function<void(Frame&)>& draw);

}  // namespace ui
