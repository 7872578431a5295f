#pragma once
#include <string>
#include <vector>

#include "paint/painter.hpp"
#include "paint/palette.hpp"
#include "paint/text.hpp"

namespace paint {

/// A person that ideas are made for, on paper: what she is called, who she is, and what is known of her.
struct Person {
    struct Part {
        std::string heading, text;  // without a heading it goes on from what is above
    };
    std::string name, who;  // who may be empty
    std::vector<Part> parts;
};

/// Where everything of a person's card lies. Px of the target.
struct PersonLayout {
    enum class Tone { name, who, heading, words };
    struct Piece {
        Text text;
        base::Point at;
        Tone tone = Tone::words;
    };
    base::Rect area;
    std::vector<Piece> pieces;
};

/// At `corner`, `width` px wide and as high as its words need: headings stand two beside each other where there is
/// room. `scale` is px per design px. Pure but for the typesetter.
PersonLayout lay_out_person(Typesetter& type, const Person& person, base::Point corner, double width, double scale);
void draw_person(Painter& painter, const Palette& palette, const PersonLayout& layout, double scale);

}  // namespace paint
