#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/text.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

struct Pair {
    base::Colour text, back;
};

Pair tone_of(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::accent:
            return {theme.accent, theme.accent_tint};
        case Tone::ok:
            return {theme.ok, theme.ok_back};
        case Tone::warn:
            return {theme.warn, theme.warn_back};
        case Tone::err:
            return {theme.error, theme.error_back};
        case Tone::info:
            return {theme.info, theme.info_back};
        default:
            return {theme.ink2, theme.sunken};
    }
}

Ink chip_ink(base::Colour colour, double design = 18, paint::Weight weight = paint::Weight::medium) {
    Ink ink;
    ink.design = design;
    ink.weight = weight;
    ink.colour = colour;
    return ink;
}

constexpr double chip_high = 36, chip_side = 14, chip_icon = 20, chip_gap = 8;

/// Dashes around a rounded rectangle, as short lines along its sides and dots of the corners.
void dashed(Frame& frame, const base::Rect& rect, base::Colour colour) {
    const double dash = frame.px(10), gap = frame.px(8), width = frame.px(2.5), corner = frame.px(radius::card);
    const auto side = [&](base::Point from, base::Point to) {
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        const int count = std::max(1, static_cast<int>(length / (dash + gap)));
        for (int i = 0; i < count; ++i) {
            const double a = (i + 0.25) / count;
            const double b = a + dash / length;
            const std::array<base::Point, 2> line{
                base::Point{from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a},
                base::Point{from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b}};
            frame.painter.line(line, colour, width);
        }
    };
    side({rect.x + corner, rect.y}, {rect.right() - corner, rect.y});
    side({rect.right(), rect.y + corner}, {rect.right(), rect.bottom() - corner});
    side({rect.right() - corner, rect.bottom()}, {rect.x + corner, rect.bottom()});
    side({rect.x, rect.bottom() - corner}, {rect.x, rect.y + corner});
}

/// Points of a regular figure, the first one up; `inner` below 1 makes a star of it.
std::vector<base::Point> figure(base::Point centre, double radius, int corners, double turn, double inner = 1) {
    std::vector<base::Point> points;
    const int count = inner < 1 ? corners * 2 : corners;
    for (int i = 0; i < count; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / count;
        const double far = i % 2 == 1 && inner < 1 ? radius * inner : radius;
        points.push_back({centre.x + far * std::sin(angle), centre.y - far * std::cos(angle)});
    }
    return points;
}

}  // namespace

double chip_width(Frame& frame, std::string_view text, std::string_view icon) {
    const double inside = icon.empty() ? 0 : frame.px(chip_icon + chip_gap);
    return std::ceil(text_size(frame, text, chip_ink({})).w + inside + 2 * frame.px(chip_side));
}

base::Rect chip(Frame& frame, base::Point at, std::string_view text, Tone tone, std::string_view icon) {
    const base::Rect rect{at.x, at.y, chip_width(frame, text, icon), frame.px(chip_high)};
    const auto colours = tone_of(frame.theme, tone);
    frame.painter.fill(rect, rect.h / 2, colours.back);
    auto inside = rect.inset(frame.px(chip_side), 0);
    if (!icon.empty()) {
        draw_icon(frame, inside.cut_left(frame.px(chip_icon)), icon, 18, colours.text);
        inside.cut_left(frame.px(chip_gap));
    }
    label(frame, inside.inset(-1, 0), text, chip_ink(colours.text));
    return rect;
}

double filter_chip_width(Frame& frame, std::string_view text, bool on) {
    const double inside = on ? frame.px(chip_icon + chip_gap) : 0;
    return std::ceil(text_size(frame, text, chip_ink({})).w + inside + 2 * frame.px(20));
}

bool filter_chip(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, bool on) {
    const auto press = frame.press(id, rect);
    frame.say(id, text);
    const auto& theme = frame.theme;
    const double edge = std::max(1.0, frame.px(1.5));
    frame.painter.fill(
        rect, rect.h / 2,
        on ? (press.held ? theme.accent_press : theme.accent) : (press.held ? theme.sunken : theme.surface));
    if (!on) frame.painter.stroke(rect.inset(edge / 2), rect.h / 2, theme.line_control, edge);
    if (press.focused) focus_ring(frame, rect, rect.h / 2);
    auto inside = rect.inset(frame.px(20), 0);
    if (on) {
        draw_icon(frame, inside.cut_left(frame.px(chip_icon)), icon::tick, 18, theme.on_accent);
        inside.cut_left(frame.px(chip_gap));
    }
    label(frame, inside.inset(-2, 0), text, chip_ink(on ? theme.on_accent : theme.ink));
    return press.tapped;
}

void card(Frame& frame, const base::Rect& rect, const CardLook& look) {
    const auto& theme = frame.theme;
    const double corner = frame.px(look.radius);
    if (look.drop_target) {
        frame.painter.fill(rect, corner, theme.accent_tint);
        return dashed(frame, rect.inset(frame.px(1.5)), theme.accent);
    }
    if (!look.flat) {
        const bool high = look.dragged;
        frame.painter.shadow(rect, corner, frame.px(high ? 36 : 12), (high ? 0.14 : 0.07) * theme.shadow);
    }
    frame.painter.fill(rect, corner, look.pressed ? theme.sunken : look.fill.value_or(theme.surface));
    const double edge = frame.px(look.selected || look.dragged ? 3 : 1);
    frame.painter.stroke(rect.inset(edge / 2), corner - edge / 2,
                         look.selected || look.dragged ? theme.accent : theme.line, std::max(1.0, edge));
}

Press press_card(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, CardLook look) {
    const auto press = frame.press(id, rect);
    frame.say(id, text);
    look.pressed = press.held;
    card(frame, rect, look);
    if (press.focused) focus_ring(frame, rect, frame.px(look.radius));
    return press;
}

void note_mark(Frame& frame, const base::Rect& square, std::string_view note_colour, base::Colour ink) {
    const auto centre = square.centre();
    const double r = square.w / 2;
    auto& painter = frame.painter;
    switch (paint::note_colour(note_colour).mark) {
        case paint::Mark::disc:
            return painter.circle(centre, r, ink);
        case paint::Mark::triangle:
            return painter.polygon(std::array<base::Point, 3>{base::Point{centre.x, square.y + r * 0.08},
                                                              {square.right(), square.bottom() - r * 0.08},
                                                              {square.x, square.bottom() - r * 0.08}},
                                   ink);
        case paint::Mark::diamond:
            return painter.polygon(figure(centre, r, 4, 0), ink);
        case paint::Mark::square:
            return painter.fill(square, frame.px(2), ink);
        case paint::Mark::cross: {
            const double third = square.w * 0.32;
            painter.fill({centre.x - third / 2, square.y, third, square.h}, 0, ink);
            painter.fill({square.x, centre.y - third / 2, (square.w - third) / 2, third}, 0, ink);
            return painter.fill({centre.x + third / 2, centre.y - third / 2, (square.w - third) / 2, third}, 0, ink);
        }
        case paint::Mark::hexagon:
            return painter.polygon(figure(centre, r, 6, std::numbers::pi / 2), ink);
        case paint::Mark::ring:
            return painter.ring(centre, r - frame.px(1.75), ink, frame.px(3.5));
        case paint::Mark::star: {
            const auto points = figure(centre, r * 1.05, 5, 0, 0.42);
            std::vector<base::Point> inner;
            for (std::size_t i = 1; i < points.size(); i += 2) inner.push_back(points[i]);
            painter.polygon(inner, ink);
            for (std::size_t i = 0; i < points.size(); i += 2) {
                painter.polygon(std::array<base::Point, 3>{points[(i + points.size() - 1) % points.size()], points[i],
                                                           points[i + 1]},
                                ink);
            }
            return;
        }
    }
}

void avatar(Frame& frame, base::Point centre, double r, std::string_view note_colour) {
    const auto ground = frame.theme.note(note_colour);
    const auto person = base::mix(ground, frame.theme.note_ink, 0.82);
    frame.painter.circle(centre, r, ground);
    frame.painter.circle({centre.x, centre.y - r * 0.2}, r * 0.4, person);
    // Shoulders: the part of an ellipse that lies in the circle, as a fan of its outline.
    std::vector<base::Point> shoulders;
    const base::Point middle{centre.x, centre.y + r * 1.02};
    for (int i = 0; i <= 32; ++i) {
        const double angle = std::numbers::pi * i / 32;
        shoulders.push_back({middle.x - r * 0.76 * std::cos(angle), middle.y - r * 0.7 * std::sin(angle)});
    }
    for (auto& point : shoulders) {
        const double far = std::hypot(point.x - centre.x, point.y - centre.y);
        if (far > r) point = {centre.x + (point.x - centre.x) * r / far, centre.y + (point.y - centre.y) * r / far};
    }
    for (int i = 0; i <= 12; ++i) {
        const auto right = shoulders[32], left = shoulders[0];
        const double from = std::atan2(right.y - centre.y, right.x - centre.x);
        const double to = std::atan2(left.y - centre.y, left.x - centre.x);
        const double angle = from + (to - from) * i / 12;
        shoulders.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    frame.painter.polygon(shoulders, person);
}

void initials(Frame& frame, base::Point centre, double r, std::string_view name) {
    frame.painter.circle(centre, r, frame.theme.accent_tint2);
    Ink ink = chip_ink(frame.theme.ink, 18, paint::Weight::semibold);
    ink.across = paint::Align::centre;
    ink.least_design = 12;
    label(frame, {centre.x - r, centre.y - r, 2 * r, 2 * r}, base::first_graphemes(name, 2), ink);
}

void logo(Frame& frame, const base::Rect& square) {
    const double u = square.w / 44;
    frame.painter.fill(square, 13 * u, frame.theme.accent);
    // A room: two walls and a roof with round corners.
    std::vector<base::Point> room{{square.x + 9.5 * u, square.y + 36 * u}};
    const auto corner = [&](double x, double y, double from) {
        for (int i = 0; i <= 8; ++i) {
            const double angle = from + std::numbers::pi / 2 * i / 8;
            room.push_back({square.x + (x + 6.5 * std::cos(angle)) * u, square.y + (y + 6.5 * std::sin(angle)) * u});
        }
    };
    corner(16, 16, std::numbers::pi);
    corner(28, 16, -std::numbers::pi / 2);
    room.push_back({square.x + 34.5 * u, square.y + 36 * u});
    frame.painter.line(room, frame.theme.on_accent, 3 * u);
    frame.painter.circle({square.x + 22 * u, square.y + 25 * u}, 6 * u, base::rgb(0xF4C542));
}

void count_badge(Frame& frame, base::Point right_top, int count) {
    const auto text = count > 999 ? std::string("999+") : std::to_string(count);
    Ink ink = chip_ink(frame.theme.on_accent, 18, paint::Weight::bold);
    ink.across = paint::Align::centre;
    const double high = frame.px(28);
    const double wide = std::max(high, text_size(frame, text, ink).w + frame.px(14));
    const base::Rect pill{right_top.x - wide, right_top.y, wide, high};
    frame.painter.fill(pill, high / 2, frame.theme.accent);
    label(frame, pill, text, ink);
}

}  // namespace ui
