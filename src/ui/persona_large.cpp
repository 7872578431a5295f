// A card of the session's own, as the room reads it.
#include <algorithm>

#include "ui/screen_persona_private.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double large_part_design = 36, least_part_design = 16;

std::string_view part_icon(std::string_view id) {
    const auto found =
        std::find_if(own_parts.begin(), own_parts.end(), [id](const auto& part) { return part.id == id; });
    return found == own_parts.end() ? std::string_view() : found->icon;
}

/// How the words of a card that is `design` large are set; 0.7 of it is a heading.
Ink part_ink(double design) {
    Ink ink;
    ink.design = design;
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    return ink;
}

/// Her picture, her name and who she is, in the middle of what there is.
void draw_large_who(const PersonaWords& words, std::string_view colour, Frame& frame, base::Rect place) {
    Ink name = ink_of(72, paint::Weight::bold, frame.theme.ink, paint::Align::centre);
    name.line_height = 1.15;
    name.most_lines = 3;
    name.least_design = 32;
    Ink role = ink_of(30, paint::Weight::regular, frame.theme.ink2, paint::Align::centre);
    role.most_lines = 0;
    role.down = paint::Align::start;
    role.least_design = least_part_design;
    const auto who = words.about.empty() ? words.role : words.role + "\n" + words.about;
    const double gap = frame.px(space::m);
    const double r = std::min({frame.px(150), place.w * 0.3, place.h * 0.2});
    const double name_high = std::min(text_size(frame, words.name, name, place.w).h + 1, place.h * 0.36);
    const double left = std::max(0.0, place.h - 2 * r - name_high - 2 * gap);
    const double role_high = who.empty() ? 0 : std::min(text_size(frame, who, role, place.w).h + 1, left);
    place.cut_top((left - role_high) / 2);
    avatar(frame, place.cut_top(2 * r).centre(), r, colour);
    place.cut_top(gap);
    label(frame, place.cut_top(name_high), words.name, name, "large/name");
    place.cut_top(gap);
    if (role_high > 0) label(frame, place.cut_top(role_high), who, role, "large/role");
}

}  // namespace

void draw_large_persona(const PersonaWords& words, std::string_view colour, Frame& frame, base::Rect place) {
    frame.painter.fill(place, frame.px(radius::card), base::mix(frame.theme.surface, frame.theme.note(colour), 0.28));
    place = place.inset(frame.px(40));
    auto who = place.w > place.h ? place.cut_left(place.w * 0.34) : place.cut_top(place.h * 0.34);
    place.w > place.h * 0.8 ? place.cut_left(frame.px(48)) : place.cut_top(frame.px(space::l));
    draw_large_who(words, colour, frame, who);
    double design = large_part_design;
    const auto indent = [&] { return frame.px(design * 1.2); };
    const auto head_high = [&] { return frame.px(design * 1.1); };
    const auto part_high = [&](const PersonaWords::Part& part) {
        return head_high() + text_size(frame, part.text, part_ink(design), place.w - indent()).h + 1;
    };
    const auto needed = [&] {
        double all = frame.px(design * 0.7) * static_cast<double>(words.parts.size() - 1);
        for (const auto& part : words.parts) all += part_high(part);
        return all;
    };
    while (needed() > place.h && design > least_part_design) design -= 1;
    place.cut_top(std::max(0.0, place.h - needed()) / 2);
    for (const auto& part : words.parts) {
        const std::string id(part.id);
        auto area = place.cut_top(std::min(part_high(part), place.h));
        auto head = area.cut_top(std::min(head_high(), area.h));
        area.cut_left(indent());
        draw_icon(frame, head.cut_left(indent()), part_icon(part.id), design * 0.7, frame.theme.accent);
        label(frame, head, part.heading, ink_of(design * 0.7, paint::Weight::semibold, frame.theme.ink2),
              "large/" + id + "/label");
        label(frame, area, part.text, part_ink(design), "large/" + id);
        place.cut_top(std::min(frame.px(design * 0.7), place.h));
    }
}

}  // namespace ui
