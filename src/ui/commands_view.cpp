#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "base/text.hpp"
#include "ui/commands.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

constexpr double row_design = 60;

std::string keys_of(const Command& command) {
    std::string names;
    for (const auto& chord : command.keys) {
        if (!names.empty()) names += "  ";
        names += chord_name(chord);
    }
    return names;
}

bool draw_row(Frame& frame, const base::Rect& rect, const Command& command, bool marked, bool enabled) {
    const auto& theme = frame.theme;
    const auto press = frame.press(command.id, rect, enabled);
    const auto words = base::tr(command.text_key);
    frame.say(command.id, words);
    if (marked || press.held) {
        frame.painter.fill(rect, frame.px(radius::control), press.held ? theme.accent_tint2 : theme.accent_tint);
    }
    if (press.focused) focus_ring(frame, rect.inset(frame.px(6)), frame.px(radius::control));
    auto inside = rect.inset(frame.px(16), 0);
    draw_icon(frame, inside.cut_left(frame.px(36)), command.icon, 22, enabled ? theme.accent : theme.ink3);
    inside.cut_left(frame.px(12));
    Ink keys;
    keys.design = 18;
    keys.colour = theme.ink3;
    keys.across = paint::Align::end;
    const auto names = keys_of(command);
    const double wide = std::min(inside.w * 0.5, text_size(frame, names, keys).w + 2);
    label(frame, inside.cut_right(wide), names, keys);
    Ink ink;
    ink.colour = enabled ? theme.ink : theme.ink3;
    label(frame, inside, words, ink);
    return press.tapped;
}

base::Rect box_of(const Frame& frame, double design_high) {
    const auto screen = frame.screen();
    const double wide = std::min(frame.px(820), screen.w - frame.px(48));
    const double high = std::min(frame.px(design_high), screen.h - frame.px(48));
    // Low, where hands are.
    return {std::round(screen.centre().x - wide / 2), std::round(screen.h - high - frame.px(24)), wide, high};
}

void draw_box(Frame& frame, const base::Rect& box) {
    frame.block("scrim", frame.screen());
    frame.painter.fill(frame.screen(), 0, frame.theme.scrim);
    frame.painter.shadow(box, frame.px(radius::sheet), frame.px(36), 0.14 * frame.theme.shadow);
    frame.painter.fill(box, frame.px(radius::sheet), frame.theme.surface);
}

}  // namespace

void palette(Frame& frame, Palette& mine, Commands& commands) {
    const bool opened = mine.open && !mine.was_open;
    mine.was_open = mine.open;
    if (!mine.open) return;
    const Frame::Scope scope(frame, "palette");
    const Frame::Within region(frame, "", Region::Kind::over);
    const auto box = box_of(frame, 640);
    draw_box(frame, box);
    // A touch beside it closes it.
    if (frame.press("scrim", frame.screen()).tapped) mine.open = false;
    frame.block("box", box);
    auto inside = box.inset(frame.px(24));
    if (opened) {
        mine.query.set({});
        frame.focus("query");
    }
    const auto typed = search_field(frame, "query", inside.cut_bottom(frame.px(touch::primary)), mine.query,
                                    base::tr("ui.palette.what"));
    inside.cut_bottom(frame.px(space::m));

    const auto wanted = base::lower(base::trimmed(mine.query.text));
    std::vector<const Command*> found;
    for (const auto& command : commands.all()) {
        if (command.hidden || !commands.enabled(command.id)) continue;
        if (base::lower(base::tr(command.text_key)).find(wanted) != std::string::npos) found.push_back(&command);
    }
    std::string chosen;
    {
        const Frame::Scope rows(frame, "row");
        const double high = frame.px(row_design);
        Scroll list(frame, "list", inside, high * static_cast<double>(found.size()));
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto rect = list.content().cut_top(high);
            if (draw_row(frame, rect, *found[i], i == 0 && !wanted.empty(), true)) chosen = found[i]->id;
        }
        if (found.empty()) {
            Ink ink;
            ink.colour = frame.theme.ink2;
            ink.across = paint::Align::centre;
            label(frame, inside, base::tr("ui.palette.nothing"), ink, "nothing");
        }
    }
    if (typed.entered && !found.empty()) chosen = found.front()->id;
    // Escape leaves the field first, which the palette takes as its own end.
    if (frame.take_key(Key::escape) || (typed.left && chosen.empty() && frame.focused_path().empty()))
        mine.open = false;
    if (chosen.empty()) return;
    mine.open = false;
    frame.focus({});
    frame.redraw_in(0);
    commands.run(chosen);
}

void command_help(Frame& frame, bool& open, const Commands& commands) {
    if (!open) return;
    const Frame::Scope scope(frame, "help");
    const Frame::Within region(frame, "", Region::Kind::over);
    const auto box = box_of(frame, 900);
    draw_box(frame, box);
    if (frame.press("scrim", frame.screen()).tapped || frame.take_key(Key::escape)) open = false;
    frame.block("box", box);
    auto inside = box.inset(frame.px(24));
    Ink title;
    title.design = 28;
    title.weight = paint::Weight::bold;
    label(frame, inside.cut_top(frame.px(48)), base::tr("ui.help.title"), title, "title");
    auto foot = inside.cut_bottom(frame.px(touch::primary));
    const auto words = base::tr("ui.close");
    ButtonLook look;
    if (button(frame, "close", foot.cut_right(button_width(frame, words, look)), words, look)) open = false;
    inside.cut_bottom(frame.px(space::m));
    std::vector<const Command*> shown;
    for (const auto& command : commands.all()) {
        if (!command.hidden) shown.push_back(&command);
    }
    const Frame::Scope rows(frame, "row");
    const double high = frame.px(row_design);
    Scroll list(frame, "list", inside, high * static_cast<double>(shown.size()), Zone::Axis::along_y, true);
    for (const auto* command : shown) draw_row(frame, list.content().cut_top(high), *command, false, false);
}

}  // namespace ui
