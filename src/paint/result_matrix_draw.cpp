#include <algorithm>
#include <array>

#include "paint/aloud.hpp"
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

/// An idea is said with the quarter that it lies in.
AloudPart aloud_idea(const ResultMatrix& matrix, std::size_t index) {
    const auto& idea = matrix.ideas[index];
    const auto at = idea.letter == nullptr ? idea.area.centre() : idea.place;
    AloudPart part{.order = order_in(2, index), .instead = idea.title};
    for (const auto& quarter : matrix.quarters) {
        if (!quarter.area.contains(at) || quarter.name.text == nullptr) continue;
        part.instead = std::string(quarter.name.text->text()) + ": " + part.instead;
        break;
    }
    if (!idea.told.empty()) part.instead += ". " + idea.told;
    return part;
}

void draw_letters(Painter& painter, const Palette& palette, const ResultMatrix& matrix) {
    const double scale = matrix.scale;
    auto* const aloud = told_by(painter);
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
    for (std::size_t i = 0; i < matrix.ideas.size(); ++i) {
        const auto& idea = matrix.ideas[i];
        if (idea.letter == nullptr) continue;
        const PartAloud words(aloud, [&] { return aloud_idea(matrix, i); });
        draw_letter(painter, palette, idea, idea.dot, matrix.dot_radius, scale);
        draw_letter(painter, palette, idea, idea.letter_at, matrix.list_radius, scale);
        painter.text(*idea.text, idea.text_at, palette.ink);
        draw_words(painter, idea.foot, palette.ink2, palette.ink2);
    }
}

}  // namespace

void draw_matrix(Painter& painter, const Palette& palette, const ResultMatrix& matrix) {
    const double scale = matrix.scale, round = 18 * scale;
    auto* const aloud = told_by(painter);
    const auto said = [aloud](std::size_t group, std::size_t place) {
        return PartAloud(aloud, [=] { return AloudPart{.order = order_in(group, place)}; });
    };
    for (std::size_t i = 0; i < matrix.axes.size(); ++i) {
        const auto part = said(0, i);
        draw_words(painter, matrix.axes[i], palette.accent, palette.ink2);
    }
    for (std::size_t i = 0; i < matrix.quarters.size(); ++i) {
        const auto& quarter = matrix.quarters[i];
        const auto part = said(1, i);
        painter.fill(quarter.area, round, quarter.first ? palette.accent_tint : palette.surface);
        painter.stroke(quarter.area.inset(scale), round, quarter.first ? palette.accent : palette.line,
                       (quarter.first ? 3 : 1) * scale);
        draw_words(painter, quarter.name, palette.accent, palette.ink);
    }
    for (std::size_t i = 0; i < matrix.ideas.size(); ++i) {
        if (matrix.ideas[i].letter != nullptr) continue;
        const PartAloud words(aloud, [&] { return aloud_idea(matrix, i); });
        draw_card(painter, palette, matrix.ideas[i], scale);
    }
    draw_letters(painter, palette, matrix);
    const auto part = said(3, 0);
    draw_words(painter, matrix.unplaced, palette.ink2, palette.ink2);
}

}  // namespace paint
