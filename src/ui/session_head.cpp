#include "ui/session_head.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

/// Contact, disk and the like: tick and word, or what is wrong. Returns the width that it took.
double draw_saved(const views::WallView& view, Frame& frame, const base::Rect& row) {
    const auto& theme = frame.theme;
    const auto& remote = view.remote;
    if (remote.trouble) {
        const auto text = base::tr("wall.trouble");
        const double wide = chip_width(frame, text, icon::error);
        chip(frame, {row.right() - wide, row.centre().y - frame.px(18)}, text, Tone::err, icon::error);
        frame.say("saved", text);
        return wide;
    }
    const auto text = base::tr(remote.saved ? "wall.saved" : "wall.saving");
    Ink ink;
    ink.colour = theme.ink3;
    const double wide = text_size(frame, text, ink).w + 2;
    auto place = row;
    label(frame, place.cut_right(wide), text, ink, "saved");
    place.cut_right(frame.px(8));
    draw_icon(frame, place.cut_right(frame.px(24)), remote.saved ? icon::tick : icon::clock, 20, theme.ink3);
    return wide + frame.px(32);
}

}  // namespace

std::string_view persona_line(std::string_view persona) {
    return persona.substr(0, std::min(persona.find_first_of(".\n"), persona.size()));
}

void draw_head(const Head& head, const views::WallView& view, Frame& frame, base::Rect& area) {
    const auto& theme = frame.theme;
    auto row = area.cut_top(frame.px(52));
    area.cut_top(frame.px(16));
    if (!head.chip.empty()) {
        const double wide = chip_width(frame, head.chip);
        chip(frame, {row.right() - wide, row.centre().y - frame.px(18)}, head.chip);
        frame.say("count", head.chip);
        row.cut_right(wide + frame.px(16));
    } else if (!head.audience) {
        row.cut_right(draw_saved(view, frame, row) + frame.px(16));
    }
    Ink title;
    title.design = head.audience ? 44 : 36;
    title.least_design = 26;
    title.weight = paint::Weight::bold;
    const auto line = persona_line(view.persona);
    const bool persona = head.persona && !line.empty();
    Ink small;
    small.design = head.audience ? 32 : 18;
    small.weight = paint::Weight::medium;
    small.colour = theme.ink2;
    const double title_wide = text_size(frame, head.title, title).w + 2;
    const double pill = persona ? text_size(frame, line, small).w + frame.px(head.audience ? 84 : 66) : 0;
    const bool both = persona && title_wide + pill + frame.px(20) <= row.w;
    label(frame, row.cut_left(both ? title_wide : row.w), head.title, title, "title");
    if (!both) return;
    row.cut_left(frame.px(20));
    const double high = frame.px(head.audience ? 52 : 44);
    const auto place = row.cut_left(pill).centred({pill, high});
    frame.painter.fill(place, high / 2, theme.sunken);
    auto inside = place;
    const auto face = inside.cut_left(high);
    avatar(frame, face.centre(), high * 0.4, "himmel");
    inside.cut_left(frame.px(6));
    label(frame, inside, line, small, "persona");
}

}  // namespace ui
