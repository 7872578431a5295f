#pragma once
#include <string>
#include <vector>

#include "paint/painter.hpp"
#include "paint/palette.hpp"
#include "paint/text.hpp"
#include "views/page.hpp"

namespace paint {

/// A vote by benefit and effort (mockup 07): each idea where the group's middle lies. Px of the target.
struct ResultMatrix {
    /// An icon and a word or two beside it.
    struct Words {
        Text icon, text;  // null: not there
        base::Point icon_at, text_at;
    };
    struct Quarter {
        base::Rect area;
        Words name;
        bool first = false;  // what gives much for little
    };
    struct Idea {
        std::string option, title;
        base::Rect area;  // its middle lies in the quarter that the medians say
        Text text;
        base::Point text_at;
        Words foot;  // how many placed it, or that they went apart
    };
    std::vector<Words> axes;  // their names at their high ends
    std::vector<Quarter> quarters;
    std::vector<Idea> ideas;  // those that somebody has placed
    Words unplaced;           // the others, in words; below the field
    double scale = 1;
};

struct MatrixLook {
    double scale = 1;  // px per design px
    double text = 20;  // design px of the ideas' words; smaller, down to two thirds, where they would lie on each other
    bool on_paper = false;  // where nobody can ask: the medians in numbers too, and what was never placed
};

/// Has this vote a result that is shown as a matrix?
bool is_matrix(const views::PollView& poll);
/// Pure but for the typesetter. What is full lets ideas cover each other, but none stands in another quarter.
ResultMatrix lay_out_matrix(Typesetter& type, const views::PollView& poll, const base::Rect& area,
                            const MatrixLook& look);
void draw_matrix(Painter& painter, const Palette& palette, const ResultMatrix& matrix);

}  // namespace paint
