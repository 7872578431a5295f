#include <algorithm>
#include <cmath>

#include "ui/widgets.hpp"

namespace ui {
namespace {

struct Colours {
    base::Colour fill, edge, text;
};

Colours colours_of(const Theme& theme, ButtonKind kind, ButtonState state) {
    const bool down = state == ButtonState::pressed;
    const auto clear = base::with_alpha(theme.surface, 0);
    if (state == ButtonState::off) {
        return {kind == ButtonKind::quiet ? clear : theme.sunken, kind == ButtonKind::quiet ? clear : theme.line,
                theme.ink3};
    }
    switch (kind) {
        case ButtonKind::primary: {
            const auto fill = down ? theme.accent_press : theme.accent;
            return {fill, fill, theme.on_accent};
        }
        case ButtonKind::light:
            return {down ? theme.accent_tint2 : theme.accent_tint, clear, theme.accent};
        case ButtonKind::quiet:
            return {down ? theme.sunken : clear, clear, theme.ink2};
        case ButtonKind::danger:
            return {down ? theme.error_back : theme.surface, theme.error, theme.error};
        default:
            return {down ? theme.sunken : theme.surface, theme.line_control, theme.ink};
    }
}

constexpr double icon_gap = 12;
double icon_size(const ButtonLook& look) {
    return look.design * 1.1;
}
Ink ink_of(const ButtonLook& look) {
    Ink ink;
    ink.design = look.design;
    ink.weight = paint::Weight::semibold;
    return ink;
}

double icon_width(Frame& frame, const ButtonLook& look, bool beside) {
    if (look.icon.empty() && !look.busy) return 0;
    return frame.px(icon_size(look) * 1.15 + (beside ? icon_gap : 0));
}

}  // namespace

void focus_ring(Frame& frame, const base::Rect& rect, double radius_px) {
    const double gap = frame.px(3), width = frame.px(4);
    frame.painter.stroke(rect.inset(-gap - width / 2), radius_px + gap + width / 2, frame.theme.accent, width);
}

Press press_row(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, base::Colour held) {
    const auto press = frame.press(id, rect);
    frame.say(id, text);
    if (press.held) frame.painter.fill(rect, frame.px(radius::control), held);
    if (press.focused) focus_ring(frame, rect, frame.px(radius::control));
    return press;
}

double button_width(Frame& frame, std::string_view text, const ButtonLook& look) {
    if (text.empty()) return frame.px(touch::primary);
    const double side = frame.px(look.kind == ButtonKind::primary ? 32 : look.design < 20 ? 18 : 24);
    return std::ceil(text_size(frame, text, ink_of(look)).w + icon_width(frame, look, true) + 2 * side);
}

void paint_button(Frame& frame, const base::Rect& rect, std::string_view text, const ButtonLook& look,
                  ButtonState state) {
    const auto colours = colours_of(frame.theme, look.kind, state);
    const double corner = frame.px(radius::control);
    if (colours.fill.a > 0) frame.painter.fill(rect, corner, colours.fill);
    if (colours.edge.a > 0 && !(colours.edge == colours.fill)) {
        const double edge = std::max(1.0, frame.px(1.5));
        frame.painter.stroke(rect.inset(edge / 2), corner - edge / 2, colours.edge, edge);
    }
    if (state == ButtonState::focus) focus_ring(frame, rect, corner);

    // Icon and text stand together in the middle; a text that is too long shrinks, then ends with "…".
    auto ink = ink_of(look);
    const double icon = icon_width(frame, look, !text.empty());
    const double room = std::max(0.0, rect.w - icon - frame.px(16));
    const double wide = std::min(text.empty() ? 0 : text_size(frame, text, ink).w, room);
    base::Rect line{rect.x + (rect.w - icon - wide) / 2, rect.y, icon + wide, rect.h};
    if (icon > 0) {
        auto place = look.icon_after ? line.cut_right(icon) : line.cut_left(icon);
        const double gap = text.empty() ? 0 : frame.px(icon_gap);
        place = look.icon_after ? base::Rect{place.x + gap, place.y, place.w - gap, place.h}
                                : base::Rect{place.x, place.y, place.w - gap, place.h};
        if (state == ButtonState::busy) {
            spinner(frame, place.centre(), frame.px(icon_size(look) / 2), colours.text);
        } else {
            draw_icon(frame, place, look.icon, text.empty() ? look.design * 1.3 : icon_size(look), colours.text);
        }
    }
    ink.colour = colours.text;
    ink.across = paint::Align::centre;
    ink.least_design = std::max(16.0, look.design * 0.8);
    label(frame, line.inset(-1, 0), text, ink);
}

Press button_press(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text,
                   const ButtonLook& look) {
    const bool may = look.enabled && !look.busy;
    const auto press = frame.press(id, rect, may);
    if (!text.empty()) frame.say(id, text);
    const auto state = look.busy       ? ButtonState::busy
                       : !look.enabled ? ButtonState::off
                       : press.held    ? ButtonState::pressed
                       : press.focused ? ButtonState::focus
                                       : ButtonState::normal;
    paint_button(frame, rect, text, look, state);
    return press;
}

bool button(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, const ButtonLook& look) {
    return button_press(frame, id, rect, text, look).tapped;
}

bool toggle(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, bool on, bool enabled) {
    const auto press = frame.press(id, rect, enabled);
    frame.say(id, text);
    const auto& theme = frame.theme;
    auto rest = rect;
    const double wide = frame.px(72), high = frame.px(40);
    const auto track = rest.cut_right(wide).centred({wide, high});
    const double at = frame.ease(id, on ? 1 : 0, motion::move);
    auto fill = base::mix(theme.sunken, theme.accent, at);
    if (press.held) fill = base::mix(theme.line, theme.accent_press, at);
    if (!enabled) fill = theme.sunken;
    frame.painter.fill(track, high / 2, fill);
    const double edge = frame.px(2);
    frame.painter.stroke(track.inset(edge / 2), high / 2,
                         enabled ? base::mix(theme.line_control, fill, at) : theme.line, edge);
    const double knob = high / 2 - frame.px(6);
    const base::Point centre{track.x + high / 2 + (track.w - high) * at, track.centre().y};
    const auto knob_colour = enabled ? base::mix(theme.line_control, theme.on_accent, at) : theme.line;
    frame.painter.circle(centre, knob, knob_colour);
    // A tick, so that colour and side are not alone in saying "on".
    if (at > 0.5)
        draw_icon(frame, base::Rect{centre.x - knob, centre.y - knob, 2 * knob, 2 * knob}, icon::tick, 16, fill);
    if (press.focused) focus_ring(frame, track, high / 2);
    Ink ink;
    ink.colour = enabled ? theme.ink : theme.ink3;
    ink.most_lines = 2;
    rest.cut_right(frame.px(space::m));
    label(frame, rest, text, ink);
    return press.tapped;
}

}  // namespace ui
