#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/geometry.hpp"
#include "base/id.hpp"
#include "paint/painter.hpp"
#include "paint/palette.hpp"
#include "paint/photo.hpp"
#include "paint/text.hpp"

namespace paint {

/// How a note stands at this moment. What is not said is an ordinary note.
struct NoteState {
    bool selected = false;                   // ring
    bool dragged = false;                    // ring and a deeper shadow
    bool fresh = false;                      // ring outside and "Ny"
    bool photo = false;                      // leaves room for a thumbnail at the left
    std::shared_ptr<const Photo> thumbnail;  // null: on its way, or nobody draws it
    int merged = 0;                          // so many others are in it: "Tove +2"
    std::string locked_by;                   // "Elif skriver"
    bool held = false;                       // by another hand: "Låst"
    bool whole = false;                      // on paper, where nobody can open it to read the rest
};
using StateOf = std::function<NoteState(const base::Id& note)>;

/// A sticky note's content; its texts must live as long as it is drawn.
struct NoteCard {
    std::string_view text, colour, author, number;
    NoteState state;
    bool slim = false;            // a mark and words on the board itself, without paper: a touchpoint
    std::string_view shows = {};  // what is seen in its photo; written out when it is whole
};

/// A pill with an icon and a word in it, as wide as they need: "Ny".
struct Pill {
    Text icon, text;  // null: not there
    base::Rect area;
};

/// Where everything of a note lies. Px of the target.
struct NoteLayout {
    base::Rect area;
    base::Rect photo;  // empty without one
    base::Rect mark;
    Text text;
    base::Point text_at;
    Text shows;  // what is seen in the photo; null when it is not written out
    base::Point shows_at;
    Text foot;  // author or number; null when there is neither
    base::Point foot_at;
    Pill badge;  // "Ny", "Elif skriver"; without text when there is none
};

constexpr double note_least_height = 104.6;  // design px: two lines
constexpr double note_most_height = 159.2;   // four
constexpr double slim_least_height = 44;
constexpr double note_radius = 6;

/// A note at `corner`, `width` px wide. It is two lines high and grows by line to `most_lines`; a longer text is set
/// 20 instead of 22 design px large, then cut with "…", or on paper as high as it needs. `scale` is px per design px.
/// Pure but for the typesetter.
NoteLayout lay_out_note(Typesetter& type, const NoteCard& card, base::Point corner, double width, double scale,
                        int most_lines = 4);
/// `alpha` < 1 for the ghost that a dragged note leaves behind.
void draw_note(Painter& painter, const Palette& palette, const NoteCard& card, const NoteLayout& layout, double scale,
               double alpha = 1);

/// `at` is its left top corner, `height` design px; wider than `most_width` px it is cut.
Pill lay_out_pill(Typesetter& type, std::string_view icon, std::string_view text, base::Point at, double scale,
                  double height = 30, double most_width = 1e6);
void draw_pill(Painter& painter, const Pill& pill, base::Colour back, base::Colour ink, double scale);

}  // namespace paint
