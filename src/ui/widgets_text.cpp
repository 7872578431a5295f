#include <algorithm>
#include <cmath>

#include "ui/widgets.hpp"

namespace ui {
namespace {

paint::TextStyle style_of(const Frame& frame, const Ink& ink) {
    auto style = frame.style(ink.design, ink.weight, ink.across);
    style.line_height = ink.line_height;
    style.most_lines = ink.most_lines;
    style.fixed_digits = ink.fixed_digits;
    return style;
}

double placed(double from, double room, double piece, paint::Align align) {
    if (align == paint::Align::start) return from;
    return align == paint::Align::centre ? from + (room - piece) / 2 : from + room - piece;
}

}  // namespace

Ink ink_of(double design, paint::Weight weight, base::Colour colour, paint::Align across) {
    Ink ink;
    ink.design = design;
    ink.weight = weight;
    ink.colour = colour;
    ink.across = across;
    return ink;
}

base::Rect label(Frame& frame, const base::Rect& rect, std::string_view text, const Ink& ink, std::string_view id) {
    if (!id.empty()) frame.say(id, text);
    if (text.empty() || rect.empty()) return {rect.x, rect.y, 0, 0};
    const auto style = style_of(frame, ink);
    const auto layout = ink.least_design > 0 ? frame.type.fit(text, style, rect.size(), frame.px(ink.least_design))
                                             : frame.type.set(text, style, rect.w);
    const base::Point at{rect.x, std::round(placed(rect.y, rect.h, layout->size().h, ink.down))};
    frame.painter.text(*layout, at, ink.colour.value_or(frame.theme.ink));
    const auto bounds = layout->bounds();
    return bounds.moved(at.x, at.y);
}

base::Size text_size(Frame& frame, std::string_view text, const Ink& ink, double width_px) {
    return frame.type.set(text, style_of(frame, ink), width_px)->size();
}

void draw_icon(Frame& frame, const base::Rect& rect, std::string_view icon, double design, base::Colour colour) {
    if (icon.empty()) return;
    auto style = frame.style(design);
    style.face = paint::Face::icon;
    style.line_height = 1;
    const auto layout = frame.type.set(icon, style);
    const auto bounds = layout->bounds();
    const base::Point at{std::round(rect.centre().x - bounds.w / 2 - bounds.x),
                         std::round(rect.centre().y - bounds.h / 2 - bounds.y)};
    frame.painter.text(*layout, at, colour);
}

}  // namespace ui
