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
        std::string told;    // "Nytta 90 · Insats 12 · 9 svar"
        bool first = false;  // in the quarter that gives much for little
        base::Rect area;     // to tap: its card, or its row of the list
        Text text;
        base::Point text_at;
        Words foot;  // how many placed it, or that they went apart
        // Where cards would lie on each other, of all ideas:
        Text letter;            // null: it has a card
        base::Point place;      // where the medians say; a card stands as far along its own side as the place does
        base::Point dot;        // middle of its letter: at its place, or near by where letters would meet
        base::Point letter_at;  // middle of the same letter in the list
    };
    std::vector<Words> axes;  // their names at their high ends
    std::vector<Quarter> quarters;
    std::vector<Idea> ideas;  // those that somebody has placed
    base::Rect list;          // the card that the letters are told on; empty where there are none
    Words unplaced;           // the others, in words; below the field
    double scale = 1;
    double dot_radius = 0, list_radius = 0;  // of letters in the field and in the list
};

struct MatrixLook {
    double scale = 1;       // px per design px
    double text = 20;       // design px of the ideas' words; smaller, down to four fifths, where cards would meet
    bool on_paper = false;  // where nobody can ask: the medians in numbers too, and what was never placed
};

/// Has this vote a result that is shown as a matrix?
bool is_matrix(const views::PollView& poll);
/// Each idea has a card at its true place; where these do not all have room without lying on each other, each has a
/// letter there and a row in a list beside the field. Pure but for the typesetter.
ResultMatrix lay_out_matrix(Typesetter& type, const views::PollView& poll, const base::Rect& area,
                            const MatrixLook& look);
void draw_matrix(Painter& painter, const Palette& palette, const ResultMatrix& matrix);

}  // namespace paint
