#include <algorithm>
#include <array>

#include "paint/result_matrix.hpp"

namespace paint {
namespace {

void draw_words(Painter& painter, const ResultMatrix::Words& words, base::Colour icon, base::Colour ink) {
    if (words.icon != nullptr) painter.text(*words.icon, words.icon_at, icon);
    if (words.text != nullptr) painter.text(*words.text, words.text_at, ink);
}

void draw_card(Painter& painter, const Palette& palette, const ResultMatrix::Idea& idea, double scale) {
    painter.shadow(idea.area, 6 * scale, 12 * scale, std::min(0.5, 0.07 * (palette.dark ? 4 : 1)));
    painter.fill(idea.area, 6 * scale, palette.note("himmel"));
    painter.text(*idea.text, idea.text_at, palette.note_ink);
    draw_words(painter, idea.foot, palette.note_ink, palette.note_ink);
}

void draw_letter(Painter& painter, const Palette& palette, const ResultMatrix::Idea& idea, base::Point middle,
                 double radius, double scale) {
    painter.circle(middle, radius, idea.first ? palette.accent : palette.surface);
    painter.ring(middle, radius - scale, palette.accent, 2 * scale);
    const auto size = idea.letter->size();
    painter.text(*idea.letter, {middle.x - size.w / 2, middle.y - size.h / 2},
                 idea.first ? palette.on_accent : palette.accent);
}

void draw_letters(Painter& painter, const Palette& palette, const ResultMatrix& matrix) {
    const double scale = matrix.scale;
    if (!matrix.list.empty()) {
        painter.fill(matrix.list, 18 * scale, palette.surface);
        painter.stroke(matrix.list.inset(scale / 2), 18 * scale, palette.line, scale);
    }
    // What had to move is tied to its place, below all letters.
    for (const auto& idea : matrix.ideas) {
        if (idea.letter == nullptr || idea.dot == idea.place) continue;
        painter.line(std::array{idea.place, idea.dot}, palette.ink2, 2 * scale);
        painter.circle(idea.place, 5 * scale, palette.ink2);
    }
    for (const auto& idea : matrix.ideas) {
        if (idea.letter == nullptr) continue;
        draw_letter(painter, palette, idea, idea.dot, matrix.dot_radius, scale);
        draw_letter(painter, palette, idea, idea.letter_at, matrix.list_radius, scale);
        painter.text(*idea.text, idea.text_at, palette.ink);
        draw_words(painter, idea.foot, palette.ink2, palette.ink2);
    }
}

}  // namespace

void draw_matrix(Painter& painter, const Palette& palette, const ResultMatrix& matrix) {
    const double scale = matrix.scale, round = 18 * scale;
    for (const auto& axis : matrix.axes) draw_words(painter, axis, palette.accent, palette.ink2);
    for (const auto& quarter : matrix.quarters) {
        painter.fill(quarter.area, round, quarter.first ? palette.accent_tint : palette.surface);
        painter.stroke(quarter.area.inset(scale), round, quarter.first ? palette.accent : palette.line,
                       (quarter.first ? 3 : 1) * scale);
        draw_words(painter, quarter.name, palette.accent, palette.ink);
    }
    for (const auto& idea : matrix.ideas) {
        if (idea.letter == nullptr) draw_card(painter, palette, idea, scale);
    }
    draw_letters(painter, palette, matrix);
    draw_words(painter, matrix.unplaced, palette.ink2, palette.ink2);
}

}  // namespace paint
