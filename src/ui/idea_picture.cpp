// The whole picture of an idea (mockup 09, left): a profile of four parts, and every part with its level, text and
// open question.
#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "ui/idea_cards.hpp"
#include "ui/register_rows.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

using base::tr;

/// Up, right, down, left.
constexpr std::array<base::Point, 4> axes{base::Point{0, -1}, {1, 0}, {0, 1}, {-1, 0}};

const views::PicturePart* find_part(const views::IdeaView& idea, std::string_view dimension) {
    for (const auto& part : idea.parts.picture) {
        if (part.dimension == dimension) return &part;
    }
    return nullptr;
}

base::Point along(base::Point centre, std::size_t axis, double far) {
    return {centre.x + axes[axis].x * far, centre.y + axes[axis].y * far};
}

void draw_web(Frame& frame, base::Point centre, double radius) {
    const auto& theme = frame.theme;
    for (int ring = 1; ring <= 4; ++ring) {
        std::array<base::Point, 5> points;
        for (std::size_t i = 0; i < 5; ++i) points[i] = along(centre, i % 4, radius * ring / 4);
        frame.painter.line(points, theme.line, frame.px(1.5));
    }
    for (std::size_t i = 0; i < 2; ++i) {
        const std::array<base::Point, 2> axis{along(centre, i, radius), along(centre, i + 2, radius)};
        frame.painter.line(axis, theme.line, frame.px(1.5));
    }
}

void draw_profile(const views::IdeaView& idea, Frame& frame, const base::Rect& place) {
    const auto& theme = frame.theme;
    const auto centre = place.centre();
    const double radius = std::min(place.h / 2 - frame.px(22), place.w * 0.24);
    draw_web(frame, centre, radius);
    std::array<std::optional<int>, 4> levels;
    for (std::size_t i = 0; i < 4; ++i) {
        if (const auto* part = find_part(idea, picture_parts[i])) levels[i] = part->level;
    }
    // Unknown is not nought: a side of the figure is drawn only between two that are known.
    const auto known = std::count_if(levels.begin(), levels.end(), [](const auto& level) { return level.has_value(); });
    const auto point = [&](std::size_t i) { return along(centre, i, radius * *levels[i] / 4); };
    if (known == 4) {
        const std::array<base::Point, 4> figure{point(0), point(1), point(2), point(3)};
        frame.painter.polygon(figure, base::with_alpha(theme.accent, 0.16));
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const auto next = (i + 1) % 4;
        if (!levels[i] || !levels[next]) continue;
        const std::array<base::Point, 2> edge{point(i), point(next)};
        frame.painter.line(edge, theme.accent, frame.px(4));
    }
    for (std::size_t i = 0; i < 4; ++i) {
        if (levels[i]) {
            frame.painter.circle(point(i), frame.px(8), theme.accent);
        } else {
            const auto at = along(centre, i, radius);
            frame.painter.circle(at, frame.px(12), theme.surface);
            frame.painter.ring(at, frame.px(11), theme.line_control, frame.px(2));
            draw_icon(frame, {at.x - frame.px(8), at.y - frame.px(8), frame.px(16), frame.px(16)}, "?", 16, theme.ink3);
        }
    }
    Ink ink;
    ink.design = 18;
    ink.weight = paint::Weight::semibold;
    ink.colour = theme.ink2;
    const double high = frame.px(26), gap = frame.px(18), wide = place.w / 2 - radius - gap;
    const auto words = [](std::size_t i) { return tr("wall.picture." + std::string(picture_parts[i])); };
    label(frame, {centre.x + gap, centre.y - radius - high * 0.7, place.w / 2 - gap, high}, words(0), ink);
    label(frame, {centre.x + radius + gap, centre.y - high / 2, wide, high}, words(1), ink);
    label(frame, {centre.x + gap, centre.y + radius - high * 0.3, place.w / 2 - gap, high}, words(2), ink);
    ink.across = paint::Align::end;
    label(frame, {place.x, centre.y - high / 2, wide, high}, words(3), ink);
}

std::string_view icon_of_part(std::string_view dimension) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> icons{{{"user_benefit", icon::smile},
                                                                                   {"gender_equality", icon::gender},
                                                                                   {"economy", icon::money},
                                                                                   {"feasibility", icon::gear},
                                                                                   {"sustainability", icon::leaf},
                                                                                   {"work_environment", icon::heart},
                                                                                   {"equity", icon::balance},
                                                                                   {"goal_link", icon::target},
                                                                                   {"novelty", icon::lightbulb},
                                                                                   {"spread", icon::merge}}};
    for (const auto& [name, sign] : icons) {
        if (name == dimension) return sign;
    }
    return icon::circle_outline;
}

Ink note_ink(const Frame& frame) {
    Ink ink;
    ink.design = 20;
    ink.colour = frame.theme.ink2;
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    return ink;
}

std::string note_of(const views::PicturePart& part) {
    if (part.based_on.empty()) return part.note;
    return part.note + " " + tr("wall.picture.based_on", {{"what", part.based_on}});
}

double part_height(Frame& frame, const views::PicturePart& part, double wide) {
    const double inner = wide - frame.px(54);
    double high = frame.px(14 + 30 + 14);
    if (const auto note = note_of(part); !note.empty()) high += text_size(frame, note, note_ink(frame), inner).h;
    if (!part.question.empty()) {
        high += text_size(frame, part.question, note_ink(frame), inner - frame.px(28)).h + frame.px(2);
    }
    return std::max(high, frame.px(58));
}

void draw_part(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& rect,
               const views::PicturePart& part) {
    const auto& theme = frame.theme;
    const auto name = "part/" + part.dimension;
    const auto words = tr("idea.dimension." + part.dimension);
    const auto press = frame.press(name, rect);
    frame.say(name, words);
    frame.painter.fill({rect.x, rect.y, rect.w, 1}, 0, theme.line);
    if (press.held) frame.painter.fill(rect, frame.px(8), theme.sunken);
    if (press.focused) focus_ring(frame, rect.inset(frame.px(4)), frame.px(8));
    auto rest = rect;
    rest.cut_top(frame.px(14));
    auto icon_place = rest.cut_left(frame.px(54));
    const bool answered = part.is_answered();
    draw_icon(frame, icon_place.cut_top(frame.px(30)).cut_left(frame.px(28)), icon_of_part(part.dimension), 22,
              answered ? theme.accent : theme.ink3);
    auto head = rest.cut_top(frame.px(30));
    draw_level(frame, head.cut_right(frame.px(112)), part.level);
    Ink title;
    title.design = 22;
    title.weight = paint::Weight::semibold;
    title.colour = answered ? theme.ink : theme.ink3;
    title.least_design = 18;
    label(frame, head, words, title);
    const auto ink = note_ink(frame);
    if (const auto note = note_of(part); !note.empty()) {
        label(frame, rest.cut_top(text_size(frame, note, ink, rest.w).h), note, ink);
    }
    if (!part.question.empty()) {
        rest.cut_top(frame.px(2));
        draw_icon(frame, {rest.x, rest.y, frame.px(22), frame.px(26)}, icon::question, 20, theme.accent);
        rest.cut_left(frame.px(28));
        label(frame, rest, part.question, ink);
    }
    if (press.tapped) {
        const auto target = "idea.picture/" + part.dimension;
        begin_edit(mine.edit, idea.card, "idea.dimension." + part.dimension, {target});
    }
}

}  // namespace

void draw_level(Frame& frame, const base::Rect& rect, const std::optional<int>& level) {
    const auto& theme = frame.theme;
    if (!level) {
        Ink ink;
        ink.design = 18;
        ink.colour = theme.ink3;
        ink.across = paint::Align::end;
        label(frame, rect, tr("wall.form.unknown"), ink);
        return;
    }
    const double wide = frame.px(24), high = frame.px(12), gap = frame.px(5);
    double x = rect.right() - 4 * wide - 3 * gap;
    for (int i = 0; i < 4; ++i) {
        const base::Rect one{x, rect.centre().y - high / 2, wide, high};
        if (i < *level) {
            frame.painter.fill(one, frame.px(4), theme.accent);
        } else {
            frame.painter.stroke(one.inset(frame.px(0.75)), frame.px(4), theme.line_control, frame.px(1.5));
        }
        x += wide + gap;
    }
}

void draw_picture_card(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place) {
    card(frame, place);
    auto inside = place.inset(frame.px(28), frame.px(22));
    Ink title;
    title.design = 28;
    title.weight = paint::Weight::bold;
    auto head = inside.cut_top(frame.px(40));
    const auto known = std::count_if(idea.parts.picture.begin(), idea.parts.picture.end(),
                                     [](const auto& part) { return part.is_answered(); });
    Ink quiet;
    quiet.design = 18;
    quiet.colour = frame.theme.ink3;
    quiet.across = paint::Align::end;
    label(frame, head,
          tr("wall.picture.known",
             {{"known", std::to_string(known)}, {"all", std::to_string(idea.parts.picture.size())}}),
          quiet);
    label(frame, head, tr("wall.picture.title"), title);
    draw_profile(idea, frame, inside.cut_top(std::min(frame.px(232), inside.h * 0.38)));
    inside.cut_top(frame.px(12));

    // The four of the profile first, then what else is known, then the rest.
    std::vector<const views::PicturePart*> parts;
    for (const auto dimension : {"user_benefit", "sustainability", "economy", "gender_equality"}) {
        if (const auto* part = find_part(idea, dimension)) parts.push_back(part);
    }
    for (const bool answered : {true, false}) {
        for (const auto& part : idea.parts.picture) {
            const bool shown = std::find(parts.begin(), parts.end(), &part) != parts.end();
            if (!shown && (part.is_answered() || !part.question.empty()) == answered) parts.push_back(&part);
        }
    }
    double high = 0;
    for (const auto* part : parts) high += part_height(frame, *part, inside.w);
    Scroll scroll(frame, "picture", inside, high);
    auto rest = scroll.content();
    for (const auto* part : parts) draw_part(mine, idea, frame, rest.cut_top(part_height(frame, *part, rest.w)), *part);
}

}  // namespace ui
