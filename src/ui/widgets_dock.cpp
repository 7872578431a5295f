#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/scroll.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double dock_high = 112, tool_wide = 92, tool_high = 88, tool_gap = 8, separator = 17, grip_wide = 40;

Ink tool_ink(bool on) {
    Ink ink;
    ink.design = 18;
    ink.weight = on ? paint::Weight::semibold : paint::Weight::medium;
    ink.across = paint::Align::centre;
    return ink;
}

double tool_width(Frame& frame, const Tool& tool) {
    if (tool.id.empty()) return frame.px(separator);
    // Labels never shrink: a long one makes its tool wider.
    return std::max(frame.px(tool_wide), text_size(frame, tool.label, tool_ink(true)).w + frame.px(16));
}

double tools_width(Frame& frame, std::span<const Tool> tools) {
    double wide = 0;
    for (const auto& tool : tools) wide += tool_width(frame, tool) + frame.px(tool_gap);
    return std::max(0.0, wide - frame.px(tool_gap));
}

/// Beside the main action; the grip too stands in it.
base::Rect tools_room(const Frame& frame, const DockLayout& layout) {
    auto room = layout.bar.inset(frame.px(24), 0);
    if (layout.main_action.empty()) return room;
    const double taken = layout.main_action.w + frame.px(24);
    frame.dock_left() ? room.cut_left(taken) : room.cut_right(taken);
    return room;
}

/// A separator stands between tools only.
void drop_idle_separators(std::vector<Tool>& tools) {
    bool before = true;
    std::erase_if(tools, [&before](const Tool& tool) { return std::exchange(before, tool.id.empty()) && before; });
    if (!tools.empty() && tools.back().id.empty()) tools.pop_back();
}

void grip(Frame& frame, const base::Rect& rect) {
    const double step = frame.px(12), dot = frame.px(3);
    const auto centre = rect.centre();
    for (int row = 0; row < 5; ++row) {
        for (int column = 0; column < 2; ++column) {
            frame.painter.circle({centre.x + (column - 0.5) * step, centre.y + (row - 2) * step}, dot,
                                 frame.theme.line_control);
        }
    }
}

/// One tool in its cell: true when it was tapped.
bool draw_tool(Frame& frame, const base::Rect& cell, const Tool& tool) {
    if (tool.id.empty()) {
        frame.painter.fill(cell.centred({std::max(1.0, frame.px(1)), frame.px(56)}), 0, frame.theme.line);
        return false;
    }
    const auto rect = cell.centred({cell.w, frame.px(tool_high)});
    const auto press = frame.press(tool.id, rect, tool.enabled);
    frame.say(tool.id, tool.label);
    paint_tool(frame, rect, tool, press.held);
    if (press.focused) focus_ring(frame, rect.inset(frame.px(3)), frame.px(14));
    return press.tapped;
}

}  // namespace

void paint_tool(Frame& frame, const base::Rect& rect, const Tool& tool, bool pressed) {
    const auto& theme = frame.theme;
    const double corner = frame.px(14);
    auto colour = theme.ink2;
    if (tool.on || pressed) colour = theme.accent;
    if (!tool.enabled) colour = theme.line_control;
    if (pressed) {
        frame.painter.fill(rect, corner, theme.accent_tint2);
    } else if (tool.on) {
        frame.painter.fill(rect, corner, theme.accent_tint);
    }
    if (tool.on) {
        const base::Rect bar{rect.centre().x - frame.px(18), rect.y, frame.px(36), frame.px(4)};
        frame.painter.fill(bar, frame.px(2), theme.accent);
    }
    auto inside = rect;
    inside.cut_top(frame.px(14));
    const auto icon = inside.cut_top(frame.px(28));
    draw_icon(frame, icon, tool.icon, 28, colour);
    inside.cut_top(frame.px(6));
    auto ink = tool_ink(tool.on);
    ink.colour = colour;
    label(frame, inside.cut_top(frame.px(26)), tool.label, ink);
    if (tool.count > 0) count_badge(frame, {icon.centre().x + frame.px(33), rect.y + frame.px(4)}, tool.count);
}

DockLayout dock_layout(const Frame& frame, double main_action_design) {
    auto rest = frame.screen();
    DockLayout layout;
    layout.bar = rest.cut_bottom(frame.px(dock_high));
    if (main_action_design <= 0) return layout;
    const double wide = std::min(frame.px(main_action_design), layout.bar.w / 2);
    auto room = layout.bar.inset(frame.px(24), 0);
    const auto place = frame.dock_left() ? room.cut_left(wide) : room.cut_right(wide);
    layout.main_action = place.centred({wide, frame.px(touch::main)});
    return layout;
}

std::vector<Tool> fit_tools(Frame& frame, const DockLayout& layout, std::vector<Tool>& tools,
                            std::span<const std::string_view> seldom) {
    std::vector<Tool> rest;
    const double room = tools_room(frame, layout).w - frame.px(grip_wide + tool_gap);
    for (const auto id : seldom) {
        if (tools_width(frame, tools) <= room) break;
        const auto found = std::find_if(tools.begin(), tools.end(), [id](const Tool& tool) { return tool.id == id; });
        if (found == tools.end()) continue;
        rest.push_back(std::move(*found));
        tools.erase(found);
        drop_idle_separators(tools);
    }
    return rest;
}

std::string dock(Frame& frame, DockState& mine, const DockLayout& layout, std::span<const Tool> tools) {
    const Frame::Scope scope(frame, "dock");
    const Frame::Within region(frame, "", Region::Kind::part);
    const auto& theme = frame.theme;
    frame.block("ground", layout.bar);
    frame.painter.fill(layout.bar, 0, theme.surface);
    frame.painter.fill({layout.bar.x, layout.bar.y, layout.bar.w, std::max(1.0, frame.px(1))}, 0, theme.line);

    const auto room = tools_room(frame, layout);
    double wide = tools_width(frame, tools);
    const double grip_room = frame.px(grip_wide + tool_gap);
    const double spare = std::max(0.0, room.w - wide - grip_room);

    // The grip slides the tools to where the hand is.
    mine.offset_px = std::clamp(mine.offset_px, 0.0, spare);
    const double at = frame.dock_left() ? spare - mine.offset_px : mine.offset_px;
    const base::Rect handle{room.x + at, layout.bar.y, frame.px(grip_wide), layout.bar.h};
    if (const auto drag = frame.drag("grip", handle)) {
        const double by = frame.dock_left() ? -drag->by.x : drag->by.x;
        mine.offset_px = std::clamp(mine.from_px + by, 0.0, spare);
        if (drag->ended) {
            if (drag->cancelled) mine.offset_px = mine.from_px;
            mine.from_px = mine.offset_px;
        }
    } else {
        mine.from_px = mine.offset_px;
    }
    // Without dragging: a tap goes to the other end.
    const auto held = frame.press("grip", handle, spare > 0);
    if (held.tapped) mine.offset_px = mine.offset_px < spare / 2 ? spare : 0;
    if (held.focused) focus_ring(frame, handle.inset(0, frame.px(24)), frame.px(radius::small));
    grip(frame, handle);

    std::string tapped;
    base::Rect place{handle.right() + frame.px(tool_gap), layout.bar.y,
                     room.right() - handle.right() - frame.px(tool_gap), layout.bar.h};
    if (wide > place.w) {
        // What does not fit is scrolled to; the last tool, where the rest is found, stays in sight.
        const auto& last = tools.back();
        const double last_wide = tool_width(frame, last);
        if (draw_tool(frame, place.cut_right(last_wide), last)) tapped = last.id;
        place.cut_right(frame.px(tool_gap));
        wide -= last_wide + frame.px(tool_gap);
        tools = tools.first(tools.size() - 1);
    }
    Scroll scroll(frame, "tools", place, wide, Zone::Axis::along_x);
    auto line = scroll.content();
    for (const auto& tool : tools) {
        if (draw_tool(frame, line.cut_left(tool_width(frame, tool)), tool)) tapped = tool.id;
        line.cut_left(frame.px(tool_gap));
    }
    return tapped;
}

}  // namespace ui
