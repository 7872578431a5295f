#pragma once
#include <string>

#include "ui/frame.hpp"
#include "views/page.hpp"

namespace ui {

/// A result by benefit and effort. `design`: px of the ideas' words. Tapped, an idea says all of its title and where it
/// lies: its option is in `opened`; null: nobody taps here. Ids: "idea/<option>", its card or its row of the list, and
/// "letter/<option>" where it has one; "votes", what is said of the one that is opened.
void draw_reveal_matrix(const views::PollView& poll, Frame& frame, const base::Rect& area, double design,
                        std::string* opened);

}  // namespace ui
