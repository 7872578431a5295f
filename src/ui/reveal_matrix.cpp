#include "ui/reveal_matrix.hpp"

#include <algorithm>

#include "paint/result_matrix.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

base::Rect dot_of(const paint::ResultMatrix& matrix, const paint::ResultMatrix::Idea& idea) {
    const double radius = matrix.dot_radius;
    return {idea.dot.x - radius, idea.dot.y - radius, 2 * radius, 2 * radius};
}

/// Below what it tells of, or above where there is no room.
void tell_of_idea(Frame& frame, const base::Rect& area, const base::Rect& about,
                  const paint::ResultMatrix::Idea& idea) {
    Ink title;
    title.design = 22;
    title.weight = paint::Weight::semibold;
    title.most_lines = 5;
    Ink told;
    told.design = 20;
    told.colour = frame.theme.ink2;
    told.most_lines = 3;
    const double edge = frame.px(16), away = frame.px(8);
    const double wide = std::min(frame.px(420), area.w) - 2 * edge;
    const auto title_size = text_size(frame, idea.title, title, wide);
    const auto told_size = text_size(frame, idea.told, told, wide);
    base::Rect box{about.centre().x - wide / 2 - edge, about.bottom() + away, wide + 2 * edge,
                   title_size.h + told_size.h + 2 * edge + frame.px(4)};
    if (box.bottom() > area.bottom()) box.y = about.y - away - box.h;
    box.y = std::max(area.y, box.y);
    box.x = std::clamp(box.x, area.x, std::max(area.x, area.right() - box.w));
    card(frame, box);
    auto rest = box.inset(edge);
    label(frame, rest.cut_top(title_size.h + frame.px(2)), idea.title, title);
    label(frame, rest, idea.told, told, "votes");
}

}  // namespace

void draw_reveal_matrix(const views::PollView& poll, Frame& frame, const base::Rect& area, double design,
                        std::string* opened) {
    const auto matrix = paint::lay_out_matrix(frame.type, poll, area, {.scale = frame.px(1), .text = design});
    paint::draw_matrix(frame.painter, frame.theme, matrix);
    for (const auto& idea : matrix.ideas) {
        const auto id = "idea/" + idea.option;
        if (opened == nullptr) {
            frame.say(id, idea.title);
            continue;
        }
        const auto touch = [&](const std::string& zone, const base::Rect& place, const std::string& words) {
            const auto press = frame.press(zone, place);
            frame.say(zone, words);
            if (press.focused) focus_ring(frame, place, frame.px(radius::control));
            if (!press.tapped) return;
            *opened = *opened == idea.option ? std::string() : idea.option;
            frame.redraw_in(0);
        };
        touch(id, idea.area, idea.title);
        if (idea.letter != nullptr) touch("letter/" + idea.option, dot_of(matrix, idea), idea.letter->text());
    }
    if (opened == nullptr) return;
    for (const auto& idea : matrix.ideas) {
        if (idea.option != *opened) continue;
        frame.painter.stroke(idea.area.inset(frame.px(1)), frame.px(radius::control), frame.theme.accent, frame.px(3));
        const bool lettered = idea.letter != nullptr;
        if (lettered) {
            frame.painter.ring(idea.dot, matrix.dot_radius + frame.px(4), frame.theme.accent, frame.px(3));
        }
        tell_of_idea(frame, area, lettered ? dot_of(matrix, idea) : idea.area, idea);
    }
}

}  // namespace ui
