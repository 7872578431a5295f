#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double toast_s = 8;

std::string_view icon_of(Tone tone) {
    switch (tone) {
        case Tone::warn:
            return icon::warning;
        case Tone::err:
            return icon::error;
        case Tone::info:
            return icon::info;
        default:
            return icon::tick;
    }
}

}  // namespace

void Toasts::add(const Frame& frame, std::string text, std::string undo_id, Tone tone, base::Point near_px) {
    shown.push_back({std::move(text), std::move(undo_id), frame.now_s(), near_px, tone});
    if (shown.size() > 8) shown.erase(shown.begin());
}

std::string toasts(Frame& frame, Toasts& mine, std::optional<base::Rect> area) {
    const Frame::Scope scope(frame, "toast");
    const Frame::Within region(frame, "", Region::Kind::beside);
    std::erase_if(mine.shown, [&](const Toast& toast) { return frame.now_s() - toast.since_s >= toast_s; });
    if (mine.shown.empty()) return {};
    const auto& theme = frame.theme;
    const auto& toast = mine.shown.back();
    frame.redraw_in(toast_s - (frame.now_s() - toast.since_s));
    const double seen = frame.fade(std::to_string(static_cast<std::int64_t>(toast.since_s * 1000)), true);

    Ink ink;
    ink.design = 22;
    ink.colour = base::with_alpha(theme.on_toast, seen);
    ink.most_lines = 2;
    Ink verb = ink;
    verb.weight = paint::Weight::semibold;
    verb.colour = base::with_alpha(theme.sun, seen);
    const auto undo = base::tr("ui.undo");
    const double verb_wide = toast.undo_id.empty() ? 0 : text_size(frame, undo, verb).w + frame.px(48);
    const double head = frame.px(24 + 28 + 16), tail = frame.px(24);
    auto above_dock = frame.screen();
    above_dock.cut_bottom(frame.px(112));
    const auto place = area.value_or(above_dock).inset(frame.px(24), frame.px(16));
    const double most = std::min(place.w, frame.px(900));
    const double wide =
        std::min(most, std::max(frame.px(504), head + text_size(frame, toast.text, ink).w + verb_wide + tail + 4));
    const double text_wide = wide - head - verb_wide - tail;
    const double high = std::max(frame.px(66), text_size(frame, toast.text, ink, text_wide).h + frame.px(28));
    const double aim = toast.near_px.x > 0 ? toast.near_px.x : place.centre().x;
    const double x = std::clamp(aim - wide / 2, place.x, std::max(place.x, place.right() - wide));
    const double y = place.bottom() - high;
    base::Rect bar{std::round(x), std::round(y + frame.px(12) * (1 - seen)), wide, high};
    if (frame.less_motion()) bar.y = std::round(y);

    frame.block("ground", bar);
    frame.painter.shadow(bar, frame.px(16), frame.px(36), 0.14 * theme.shadow * seen);
    frame.painter.fill(bar, frame.px(16), base::with_alpha(theme.toast, seen));
    auto inside = bar;
    inside.cut_left(frame.px(24));
    draw_icon(frame, inside.cut_left(frame.px(28)), icon_of(toast.tone), 28, *verb.colour);
    inside.cut_left(frame.px(16));
    label(frame, inside.cut_left(text_wide), toast.text, ink, "text");
    if (toast.undo_id.empty()) return {};
    const base::Rect zone{bar.right() - verb_wide, bar.y, verb_wide, bar.h};
    const auto press = frame.press("undo", zone);
    frame.say("undo", undo);
    verb.across = paint::Align::centre;
    if (press.held)
        frame.painter.fill(zone.inset(frame.px(6)), frame.px(radius::control), base::with_alpha(theme.sun, 0.2));
    if (press.focused) {
        frame.painter.stroke(zone.inset(frame.px(6)), frame.px(radius::control), theme.sun, frame.px(4));
    }
    label(frame, zone, undo, verb);
    if (!press.tapped) return {};
    auto undo_id = toast.undo_id;
    mine.shown.pop_back();
    frame.redraw_in(0);
    return undo_id;
}

int dialog(Frame& frame, std::string_view id, const Dialog& view) {
    const Frame::Scope scope(frame, id);
    const Frame::Within region(frame, "", Region::Kind::over);
    const auto& theme = frame.theme;
    const double seen = frame.fade("seen", true, motion::sheet);
    const auto screen = frame.screen();
    frame.block("scrim", screen);
    frame.painter.fill(screen, 0, base::with_alpha(theme.scrim, seen));

    Ink title;
    title.design = 28;
    title.weight = paint::Weight::bold;
    title.most_lines = 3;
    Ink text;
    text.colour = theme.ink2;
    text.most_lines = 8;
    const double wide = std::min(frame.px(560), screen.w - frame.px(48));
    const double side = frame.px(28), inner = wide - 2 * side;
    const double title_high = text_size(frame, view.title, title, inner).h;
    const double text_high = text_size(frame, view.text, text, inner).h;
    const double high = 2 * side + title_high + frame.px(8) + text_high + frame.px(24) + frame.px(touch::primary);
    // Low, where hands are: its top never above the middle unless it is taller than that.
    double y = std::max(screen.h / 2, screen.h * 0.74 - high / 2);
    y = std::max(frame.px(24), std::min(y, screen.h - high - frame.px(112 + 24)));
    const base::Rect box{std::round(screen.centre().x - wide / 2), std::round(y), wide, high};
    frame.painter.shadow(box, frame.px(radius::sheet), frame.px(36), 0.14 * theme.shadow);
    frame.painter.fill(box, frame.px(radius::sheet), theme.surface);
    frame.painter.stroke(box.inset(frame.px(0.5)), frame.px(radius::sheet), theme.line, std::max(1.0, frame.px(1)));
    auto rest = box.inset(side);
    label(frame, rest.cut_top(title_high), view.title, title, "title");
    rest.cut_top(frame.px(8));
    label(frame, rest.cut_top(text_high), view.text, text, "text");
    rest.cut_top(frame.px(24));
    auto row = rest.cut_top(frame.px(touch::primary));
    ButtonLook stay, go;
    go.kind = view.danger ? ButtonKind::danger : ButtonKind::primary;
    const double half = (row.w - frame.px(12)) / 2;
    int answer = -1;
    // What is done stands where the main action is: at the dock's other end.
    auto first = row.cut_left(half), second = row.cut_right(half);
    if (frame.dock_left()) std::swap(first, second);
    if (button(frame, "stay", first, view.stay, stay)) answer = 0;
    if (!view.go.empty() && button(frame, "go", second, view.go, go)) answer = 1;
    if (frame.take_key(Key::escape)) answer = 0;
    if (answer < 0 && !frame.focused_path().starts_with(frame.path(""))) {
        // The keyboard comes along, to the harmless answer.
        frame.focus("stay");
    }
    return answer;
}

std::optional<SideSheet> side_sheet(Frame& frame, std::string_view id, bool open, std::string_view title, bool& close,
                                    double design_width, bool on_dock) {
    const Frame::Scope scope(frame, id);
    const double out = frame.ease("slide", open ? 1 : 0, motion::sheet, 0.0);
    if (out <= 0.001) return std::nullopt;
    Frame::Within region(frame, "", open ? Region::Kind::over : Region::Kind::part);
    const auto& theme = frame.theme;
    auto screen = frame.screen();
    if (on_dock) screen.cut_bottom(frame.px(112));
    const double wide = std::min(frame.px(design_width), screen.w);
    const double x = frame.dock_left() ? -wide * (1 - out) : screen.w - wide * out;
    const base::Rect sheet{std::round(x), 0, wide, screen.h};
    frame.block("ground", sheet);
    {
        // It stands on the dock's edge and throws nothing on it.
        const Frame::Clip clip(frame, screen);
        frame.painter.shadow(sheet, frame.px(radius::sheet), frame.px(36), 0.14 * theme.shadow);
    }
    frame.painter.fill(sheet, 0, theme.surface);
    frame.painter.fill({frame.dock_left() ? sheet.right() - frame.px(1) : sheet.x, sheet.y, frame.px(1), sheet.h}, 0,
                       theme.line);
    auto inside = sheet.inset(frame.px(24));
    Ink ink;
    ink.design = 28;
    ink.weight = paint::Weight::bold;
    label(frame, inside.cut_top(frame.px(44)), title, ink, "title");
    inside.cut_top(frame.px(space::m));
    // What closes it is low, where hands are.
    ButtonLook quiet;
    quiet.icon = icon::close;
    const auto foot = inside.cut_bottom(frame.px(touch::plain));
    frame.reach_last("close", foot);
    if (button(frame, "close", foot, base::tr("ui.close"), quiet)) close = true;
    inside.cut_bottom(frame.px(space::m));
    if (open && frame.take_key(Key::escape)) close = true;
    return SideSheet{inside, std::move(region)};
}

}  // namespace ui
