#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

std::vector<base::Point> arc(base::Point centre, double radius, double from, double to) {
    std::vector<base::Point> points;
    for (int i = 0; i <= 16; ++i) {
        const double angle = from + (to - from) * i / 16;
        points.push_back({centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)});
    }
    return points;
}

/// The empty room: walls, a floor, and the place of an idea.
void empty_room(Frame& frame, base::Point top_centre) {
    const double u = frame.px(1);
    const auto at = [&](double x, double y) { return base::Point{top_centre.x + (x - 60) * u, top_centre.y + y * u}; };
    auto& painter = frame.painter;
    const auto& theme = frame.theme;
    std::vector<base::Point> room{at(30, 82)};
    for (int i = 0; i <= 12; ++i) {
        const double angle = std::numbers::pi / 2 * i / 12;
        room.push_back(at(48 - 18 * std::cos(angle), 34 - 18 * std::sin(angle)));
    }
    for (int i = 0; i <= 12; ++i) {
        const double angle = std::numbers::pi / 2 * i / 12;
        room.push_back(at(72 + 18 * std::sin(angle), 34 - 18 * std::cos(angle)));
    }
    room.push_back(at(90, 82));
    painter.polygon(room, theme.accent_tint);
    painter.line(room, theme.accent, 6 * u);
    for (int i = 0; i < 8; ++i) {
        const double from = 2 * std::numbers::pi * i / 8;
        painter.line(arc(at(60, 52), 13 * u, from, from + 0.4), theme.accent, 4 * u);
    }
    painter.line(std::array<base::Point, 2>{at(14, 82), at(106, 82)}, theme.accent, 5 * u);
}

}  // namespace

void progress_bar(Frame& frame, const base::Rect& rect, double done, std::optional<base::Colour> colour) {
    const double corner = rect.h / 2;
    frame.painter.fill(rect, corner, frame.theme.sunken);
    auto part = rect;
    part = part.cut_left(std::max(rect.h, rect.w * std::clamp(done, 0.0, 1.0)));
    if (done > 0) frame.painter.fill(part, corner, colour.value_or(frame.theme.accent));
}

void spinner(Frame& frame, base::Point centre, double r, std::optional<base::Colour> colour) {
    const auto ink = colour.value_or(frame.theme.accent);
    const double width = r * 0.36;
    frame.painter.ring(centre, r - width / 2, base::with_alpha(ink, 0.3), width);
    // With less motion it steps from quarter to quarter, slowly.
    const double turn = frame.less_motion() ? std::floor(frame.now_s() * 2) / 4 : frame.now_s() * 0.9;
    const double from = (turn - std::floor(turn)) * 2 * std::numbers::pi;
    frame.painter.line(arc(centre, r - width / 2, from, from + std::numbers::pi / 2), ink, width);
    frame.redraw_in(frame.less_motion() ? 0.5 : 1.0 / 30);
}

int empty_state(Frame& frame, std::string_view id, const base::Rect& rect, const EmptyState& view) {
    const Frame::Scope scope(frame, id);
    const auto& theme = frame.theme;
    Ink text;
    text.colour = theme.ink2;
    text.across = paint::Align::centre;
    text.most_lines = 3;
    Ink title;
    title.design = 24;
    title.weight = paint::Weight::bold;
    title.across = paint::Align::centre;
    title.most_lines = 2;
    const double wide = std::min(rect.w, frame.px(640));
    const double text_high = text_size(frame, view.text, text, wide).h;
    const double title_high = text_size(frame, view.title, title, wide).h;
    const double words_only = frame.px(4) + title_high + text_high;
    const bool buttons = (!view.first.empty() || !view.second.empty()) && words_only + frame.px(16 + 64) <= rect.h;
    const double said_high = words_only + (buttons ? frame.px(16 + 64) : 0);
    const double picture_high = frame.px(84 + 10);
    // Where there is little room, as above a keyboard, the words are what is needed.
    const bool pictured = picture_high + said_high <= rect.h;
    auto rest = rect.centred({wide, std::min(said_high + (pictured ? picture_high : 0), rect.h)});
    if (pictured) {
        const auto picture = rest.cut_top(picture_high);
        empty_room(frame, {picture.centre().x, picture.y});
    }
    label(frame, rest.cut_top(title_high), view.title, title, "title");
    rest.cut_top(frame.px(4));
    label(frame, rest.cut_top(text_high), view.text, text, "text");
    if (!buttons) return -1;
    rest.cut_top(frame.px(16));
    ButtonLook first_look, second_look;
    if (!view.has_main) first_look.kind = ButtonKind::primary;
    const double slack = view.has_main ? 0 : frame.px(16);
    const double first = view.first.empty() ? 0 : button_width(frame, view.first, first_look) - slack;
    const double second = view.second.empty() ? 0 : button_width(frame, view.second, second_look);
    const double gap = first > 0 && second > 0 ? frame.px(12) : 0;
    auto row = rest.centred({std::min(rest.w, first + gap + second), rest.h});
    row.h = frame.px(64);
    row.y = rest.y;
    int tapped = -1;
    if (first > 0 && button(frame, "first", row.cut_left(first), view.first, first_look)) tapped = 0;
    row.cut_left(gap);
    if (second > 0 && button(frame, "second", row.cut_left(second), view.second, second_look)) tapped = 1;
    return tapped;
}

int error_state(Frame& frame, std::string_view id, const base::Rect& rect, const ErrorState& view) {
    const Frame::Scope scope(frame, id);
    const auto& theme = frame.theme;
    const double corner = frame.px(radius::card);
    frame.painter.shadow(rect, corner, frame.px(12), 0.07 * theme.shadow);
    frame.painter.fill(rect, corner, theme.surface);
    frame.painter.stroke(rect.inset(frame.px(1)), corner, theme.error, frame.px(2));
    auto rest = rect.inset(frame.px(24));
    const auto icon = rest.cut_left(frame.px(30));
    draw_icon(frame, {icon.x, icon.y, icon.w, frame.px(34)}, icon::error, 30, theme.error);
    rest.cut_left(frame.px(16));
    Ink title;
    title.design = 24;
    title.weight = paint::Weight::bold;
    title.most_lines = 2;
    label(frame, rest.cut_top(text_size(frame, view.title, title, rest.w).h), view.title, title, "title");
    rest.cut_top(frame.px(4));
    Ink text;
    text.colour = theme.ink2;
    text.most_lines = 4;
    label(frame, rest.cut_top(text_size(frame, view.text, text, rest.w).h), view.text, text, "text");
    if (view.show_detail && !view.detail.empty()) {
        rest.cut_top(frame.px(space::xs));
        Ink detail = text;
        detail.design = 18;
        detail.colour = theme.ink3;
        label(frame, rest.cut_top(text_size(frame, view.detail, detail, rest.w).h), view.detail, detail, "detail");
    }
    rest.cut_top(frame.px(14));
    auto row = rest.cut_top(frame.px(touch::plain));
    int tapped = -1;
    if (view.may_retry) {
        ButtonLook retry;
        retry.icon = icon::refresh;
        const auto words = base::tr("ui.retry");
        if (button(frame, "retry", row.cut_left(button_width(frame, words, retry)), words, retry)) tapped = 0;
        row.cut_left(frame.px(12));
    }
    if (!view.detail.empty()) {
        ButtonLook quiet;
        quiet.kind = ButtonKind::quiet;
        const auto words = view.show_detail ? base::tr("ui.hide_error") : base::tr("ui.show_error");
        if (button(frame, "detail-button", row.cut_left(button_width(frame, words, quiet)), words, quiet)) tapped = 1;
    }
    return tapped;
}

}  // namespace ui
