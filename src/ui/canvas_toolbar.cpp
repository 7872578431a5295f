// The row of the board's tools, and what is chosen beside it: colours, widths, meanings, marks.
#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "paint/stamp.hpp"
#include "ui/canvas_tools.hpp"
#include "ui/note_hands.hpp"
#include "ui/object_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

struct ToolKind {
    CanvasTool tool;
    std::string_view id, icon;
};
constexpr std::array<ToolKind, 9> tool_kinds{{
    {CanvasTool::hand, "hand", icon::hand},
    {CanvasTool::note, "note", icon::note},
    {CanvasTool::text, "text", icon::font},
    {CanvasTool::frame, "frame", icon::crop},
    {CanvasTool::line, "line", icon::link},
    {CanvasTool::ink, "ink", icon::pencil},
    {CanvasTool::erase, "erase", "\uf12d"},
    {CanvasTool::stamp, "stamp", icon::heart},
    {CanvasTool::lasso, "lasso", icon::object_group},
}};
constexpr std::array<double, 4> pen_widths{2, 4, 8, 16};

constexpr std::size_t tool_count = tool_kinds.size() + 2;  // with "find" and "paste"
constexpr double toolbar_margin = 16;

double name_height(const Frame& frame) {
    return frame.px(2 * toolbar_margin) + std::max(frame.px(touch::plain), frame.mm(20));
}

/// Where there is not room for all below each other they stand in two columns.
std::size_t toolbar_columns(const Frame& frame, double high) {
    const double least = std::max(frame.mm(20), frame.px(68));
    return high / static_cast<double>(tool_count) >= least ? 1 : 2;
}

constexpr double flyout_side = 12, flyout_gap = 8;

bool has_choices(CanvasTool tool) {
    return tool == CanvasTool::note || tool == CanvasTool::line || tool == CanvasTool::ink || tool == CanvasTool::stamp;
}

void choose_tool(CanvasScene& scene, CanvasTool tool) {
    auto& hands = scene.hands;
    auto& work = hands.work;
    // The chosen one again: its choices come and go.
    work.flyout = has_choices(tool) && (hands.tool != tool || !work.flyout);
    if (hands.tool == tool) return;
    hands.tool = tool;
    work.aim = CanvasWork::Aim::none;
    for (auto& one : work.aside) one.aim = CanvasWork::Aim::none;
    if (tool != CanvasTool::hand && tool != CanvasTool::lasso) hands.selected.clear();
}

/// A choice in the fly-out: a square with an edge when it is the one.
Press flyout_choice(Frame& frame, std::string_view id, const base::Rect& cell, std::string_view name, bool on) {
    const auto press = press_row(frame, id, cell, name, frame.theme.accent_tint);
    if (on) frame.painter.stroke(cell.inset(frame.px(2)), frame.px(radius::control), frame.theme.accent, frame.px(4));
    return press;
}

/// In rows of eight, as colours are.
base::Rect cell_at(const base::Rect& inside, std::size_t index, std::size_t columns, double side, double gap) {
    const auto column = static_cast<double>(index % columns), row = static_cast<double>(index / columns);
    return {inside.x + column * (side + gap), inside.y + row * (side + gap), side, side};
}

// True when something was chosen.
bool draw_note_choices(CanvasScene& scene, const base::Rect& inside) {
    const auto name = swatches(scene.frame, "colour", inside, scene.hands.colour);
    if (!name.empty()) scene.hands.colour = name;
    return !name.empty();
}

bool draw_ink_choices(CanvasScene& scene, base::Rect inside, double side, double gap, bool widths) {
    auto& frame = scene.frame;
    bool chosen = false;
    auto row = inside.cut_top(side);
    const auto usual = row.cut_left(side);
    row.cut_left(gap);
    {
        const Frame::Scope scope(frame, "colour");
        if (flyout_choice(frame, "ink", usual, base::tr("wall.item.ink"), scene.hands.ink == "ink").tapped) {
            scene.hands.ink = "ink";
            chosen = true;
        }
        frame.painter.circle(usual.centre(), side * 0.28, frame.theme.ink);
    }
    const auto name = swatches(frame, "colour", row, scene.hands.ink);
    if (!name.empty()) scene.hands.ink = name;
    chosen = chosen || !name.empty();
    if (!widths) return chosen;
    inside.cut_top(gap);
    const Frame::Scope scope(frame, "width");
    for (std::size_t i = 0; i < pen_widths.size(); ++i) {
        const auto cell = cell_at(inside, i, 9, side, gap);
        const auto words = std::to_string(static_cast<int>(pen_widths[i]));
        const bool on = scene.hands.width == pen_widths[i];
        if (flyout_choice(frame, words, cell, base::tr("wall.tools.width", {{"count", words}}), on).tapped) {
            scene.hands.width = pen_widths[i];
            chosen = true;
        }
        const double high = std::max(1.0, frame.px(pen_widths[i]));
        frame.painter.fill(cell.centred({side * 0.6, high}), high / 2, frame.theme.ink);
    }
    return chosen;
}

bool draw_line_choices(CanvasScene& scene, base::Rect inside, double side, double gap) {
    auto& frame = scene.frame;
    bool chosen = false;
    {
        const Frame::Scope scope(frame, "means");
        auto row = inside.cut_top(side);
        const double wide = (row.w - 3 * gap) / 4;
        for (const auto means : line_means) {
            const auto cell = row.cut_left(wide);
            row.cut_left(gap);
            const auto id = means.empty() ? std::string("none") : std::string(means);
            const auto words = base::tr("wall.means." + id);
            if (flyout_choice(frame, id, cell, words, scene.hands.means == means).tapped) {
                scene.hands.means = means;
                chosen = true;
            }
            Ink ink;
            ink.design = 18;
            ink.weight = paint::Weight::semibold;
            ink.across = paint::Align::centre;
            ink.least_design = 14;
            label(frame, cell.inset(frame.px(8), 0), words, ink);
        }
    }
    inside.cut_top(gap);
    return draw_ink_choices(scene, inside, side, gap, false) || chosen;
}

bool draw_stamp_choices(CanvasScene& scene, const base::Rect& inside, double side, double gap) {
    auto& frame = scene.frame;
    bool chosen = false;
    const Frame::Scope scope(frame, "mark");
    for (std::size_t i = 0; i < paint::stamps.size(); ++i) {
        const auto name = paint::stamps[i].name;
        const auto cell = cell_at(inside, i, 9, side, gap);
        const auto press =
            flyout_choice(frame, name, cell, base::tr("stamp." + std::string(name)), scene.hands.mark == name);
        if (press.tapped) {
            scene.hands.mark = name;
            chosen = true;
        }
        model::Item stamp;
        stamp.type = model::ItemType::stamp;
        stamp.means = name;
        stamp.place = {0, 0, 64, 64};
        paint::ItemLook look;
        look.scale = side * 0.7 / stamp.place.w;
        look.shadow = false;
        look.origin = cell.centred({side * 0.7, side * 0.7}).top_left();
        const auto text = paint::set_item_text(frame.type, stamp, look.scale);
        paint::draw_item(frame.painter, frame.theme, stamp, text, nullptr, look);
    }
    return chosen;
}

/// Beside the tool, towards the board. It covers what one wants to work on: it goes away when something was chosen in
/// it, and for whoever touches anything but it and the tools (`bar`), who is not kept from what he does.
void draw_flyout(CanvasScene& scene, const base::Rect& tool, const base::Rect& bar) {
    auto& frame = scene.frame;
    const auto kind = scene.hands.tool;
    const double side = std::max(frame.px(touch::primary), frame.mm(20)), gap = frame.px(flyout_gap);
    const double around = frame.px(flyout_side);
    // Notes have eight colours, strokes one more; what stands in rows has nine columns.
    const double columns = kind == CanvasTool::note ? 8 : 9;
    const double rows = kind == CanvasTool::note ? 1 : 2;
    const base::Size size{columns * side + (columns - 1) * gap + 2 * around,
                          rows * side + (rows - 1) * gap + 2 * around};
    const bool left = tool.centre().x < scene.view.centre().x;
    const double x = left ? tool.right() + gap : tool.x - gap - size.w;
    const double most_y = scene.view.bottom() - size.h;
    const double y = std::clamp(tool.centre().y - size.h / 2, 0.0, std::max(0.0, most_y));
    const base::Rect box{std::clamp(x, 0.0, std::max(0.0, frame.screen().w - size.w)), y, size.w, size.h};
    menu_ground(frame, box);
    const auto inside = box.inset(around);
    bool done = false;
    if (kind == CanvasTool::note) done = draw_note_choices(scene, inside);
    if (kind == CanvasTool::ink) done = draw_ink_choices(scene, inside, side, gap, true);
    if (kind == CanvasTool::line) done = draw_line_choices(scene, inside, side, gap);
    if (kind == CanvasTool::stamp) done = draw_stamp_choices(scene, inside, side, gap);
    for (const auto at : frame.begun()) done = done || !(box.contains(at) || bar.contains(at));
    if (!done) return;
    scene.hands.work.flyout = false;
    frame.redraw_in(0);
}

bool draw_one(CanvasScene& scene, const base::Rect& cell, std::string_view id, std::string_view icon, bool on,
              bool enabled = true) {
    auto& frame = scene.frame;
    const Tool tool{std::string(id), base::tr("wall.tools." + std::string(id)), icon, enabled, on, 0};
    const auto press = frame.press(id, cell, enabled);
    frame.say(id, tool.label);
    paint_tool(frame, cell.inset(frame.px(4), frame.px(1)), tool, press.held);
    if (press.focused) focus_ring(frame, cell.inset(frame.px(6)), frame.px(radius::control));
    return press.tapped;
}

}  // namespace

base::Rect toolbar_area(const Frame& frame, const base::Rect& view) {
    auto side = view;
    side.cut_top(name_height(frame));
    side.cut_bottom(frame.px(toolbar_margin));
    side = side.inset(frame.px(toolbar_margin), 0);
    const auto columns = toolbar_columns(frame, side.h);
    const double wide = static_cast<double>(columns) * std::max(frame.px(116), frame.mm(24));
    auto bar = frame.dock_left() ? side.cut_right(wide) : side.cut_left(wide);
    // No higher than its tools.
    const std::size_t rows = (tool_count + columns - 1) / columns;
    bar.h = std::min(bar.h, static_cast<double>(rows) * std::max(frame.px(92), frame.mm(20)));
    return bar;
}

std::array<base::Rect, 2> board_rooms(Frame& frame, const base::Rect& view, bool has_map) {
    auto room = view;
    room.cut_top(name_height(frame));
    const double wide = toolbar_area(frame, view).w + frame.px(2 * toolbar_margin);
    frame.dock_left() ? room.cut_right(wide) : room.cut_left(wide);
    const auto corner = corner_area(frame, view, has_map);
    auto above = room, beside = room;
    above.cut_bottom(corner.h);
    frame.dock_left() ? beside.cut_left(corner.w) : beside.cut_right(corner.w);
    return {above, beside};
}

base::Rect board_room(Frame& frame, const base::Rect& view, bool has_map) {
    const auto [above, beside] = board_rooms(frame, view, has_map);
    return above.w * above.h >= beside.w * beside.h ? above : beside;
}

void draw_toolbar(CanvasScene& scene, const base::Rect& area) {
    auto& frame = scene.frame;
    auto& hands = scene.hands;
    const Frame::Scope scope(frame, "tool");
    menu_ground(frame, area);
    const auto columns = toolbar_columns(frame, area.h);
    const std::size_t rows = (tool_count + columns - 1) / columns;
    const double high = std::min(frame.px(92), area.h / static_cast<double>(rows));
    const double wide = area.w / static_cast<double>(columns);
    const auto cell = [&](std::size_t i) {
        return base::Rect{area.x + static_cast<double>(i / rows) * wide, area.y + static_cast<double>(i % rows) * high,
                          wide, high};
    };
    std::optional<base::Rect> chosen;
    for (std::size_t i = 0; i < tool_kinds.size(); ++i) {
        const auto& kind = tool_kinds[i];
        if (draw_one(scene, cell(i), kind.id, kind.icon, hands.tool == kind.tool)) {
            choose_tool(scene, kind.tool);
            frame.redraw_in(0);
        }
        if (hands.tool == kind.tool) chosen = cell(i);
    }
    auto& find = hands.work.find;
    if (draw_one(scene, cell(tool_count - 2), "find", icon::search, find.open)) {
        find.open = !find.open;
        frame.redraw_in(0);
    }
    if (draw_one(scene, cell(tool_count - 1), "paste", icon::paste, false)) {
        paste_items(scene);
        frame.redraw_in(0);
    }
    if (hands.work.flyout && chosen && has_choices(hands.tool)) draw_flyout(scene, *chosen, area);
}

}  // namespace ui
