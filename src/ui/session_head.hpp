#pragma once
#include <string>
#include <string_view>

#include "ui/frame.hpp"
#include "views/wall.hpp"

namespace ui {

/// The row above a board: what it is about, for whom, and at the other side a chip or how things are saved. It only
/// informs.
struct Head {
    std::string title;
    bool persona = false;   // who the course follows
    std::string chip;       // "23 idéer"; empty: "Allt är sparat"
    bool audience = false;  // larger, and nothing about saving
};
/// Cuts the row off `area` and draws it.
void draw_head(const Head& head, const views::WallView& view, Frame& frame, base::Rect& area);

/// "Samira, kassör i en liten förening": the first sentence of what is known about the persona.
std::string_view persona_line(std::string_view persona);

}  // namespace ui
