#include "paint/person_card.hpp"

#include <algorithm>

#include "paint/aloud.hpp"

namespace paint {
namespace {

constexpr double person_side = 28, person_gap = 18, least_person_column = 560;  // design px

base::Colour person_ink(const Palette& palette, PersonLayout::Tone tone) {
    using Tone = PersonLayout::Tone;
    return tone == Tone::who || tone == Tone::heading ? palette.ink2 : palette.ink;
}

}  // namespace

PersonLayout lay_out_person(Typesetter& type, const Person& person, base::Point corner, double width, double scale) {
    using Tone = PersonLayout::Tone;
    const double beside = person_side * scale, gap = person_gap * scale;
    const double inner = width - 2 * beside;
    PersonLayout card;
    // Returns how high it is.
    const auto put = [&](const std::string& words, const TextStyle& style, Tone tone, base::Point at, double wide) {
        if (words.empty()) return 0.0;
        auto text = type.set(words, style, wide);
        const double high = text->size().h;
        card.pieces.push_back({std::move(text), at, tone});
        return high;
    };
    const double x = corner.x + beside;
    double y = corner.y + beside;
    y += put(person.name, {.size_px = 32 * scale, .weight = Weight::bold}, Tone::name, {x, y}, inner);
    y += put(person.who, {.size_px = 22 * scale, .line_height = 1.3}, Tone::who, {x, y}, inner);
    const std::size_t columns = person.parts.size() > 1 && inner >= 2 * least_person_column * scale ? 2 : 1;
    const double wide = (inner - 2 * gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    for (std::size_t first = 0; first < person.parts.size(); first += columns) {
        y += gap;
        double row = 0;
        for (std::size_t i = first; i < std::min(first + columns, person.parts.size()); ++i) {
            const auto& part = person.parts[i];
            const double left = x + static_cast<double>(i - first) * (wide + 2 * gap);
            const double head =
                put(part.heading, {.size_px = 20 * scale, .weight = Weight::semibold}, Tone::heading, {left, y}, wide);
            row = std::max(row, head + put(part.text, {.size_px = 22 * scale, .line_height = 1.3}, Tone::words,
                                           {left, y + head}, wide));
        }
        y += row;
    }
    card.area = {corner.x, corner.y, width, y + beside - corner.y};
    return card;
}

void draw_person(Painter& painter, const Palette& palette, const PersonLayout& layout, double scale) {
    painter.stroke(layout.area.inset(scale), 18 * scale, palette.line, 2 * scale);
    using Tone = PersonLayout::Tone;
    auto* const aloud = told_by(painter);
    for (std::size_t i = 0; i < layout.pieces.size(); ++i) {
        const auto& piece = layout.pieces[i];
        const PartAloud part(aloud, [&] {
            if (piece.tone == Tone::name) return aloud_heading(*piece.text, 0, piece.at);
            const bool heads = piece.tone == Tone::heading;
            return AloudPart{.kind = heads ? AloudPart::Kind::heading : AloudPart::Kind::words,
                             .order = order_in(1, i)};
        });
        painter.text(*piece.text, piece.at, person_ink(palette, piece.tone));
    }
}

}  // namespace paint
