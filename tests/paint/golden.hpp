#pragma once
#include <string>
#include <vector>

#include "paint/paper.hpp"

namespace golden {

/// A picture as 64 × 36 mean colours: what a reader would see from across the room. Small shifts of single letters,
/// as between versions of a font, change it little; a note that moved or changed colour changes it much.
struct Sketch {
    int columns = 64, rows = 36;
    std::vector<base::Colour> cells;
};
Sketch sketch_of(const paint::Picture& picture);
/// Rows of hex colours.
std::string to_text(const Sketch& sketch);
Sketch parse_sketch(const std::string& text);

/// Empty when they are alike; else what differs and where.
std::string difference(const Sketch& is, const Sketch& should);

/// The picture into build/screens/paint/NAME.png to be looked at; and what differs from tests/golden/paint/NAME.txt.
/// With IDERUM_GOLDEN=write the sketch is written instead.
std::string compare(const paint::Picture& picture, const std::string& name);

}  // namespace golden
