// Lines from item to item: drawn by a drag, or by a tap on each.
#include <algorithm>

#include "base/language.hpp"
#include "ui/canvas_tools.hpp"
#include "ui/object_menu.hpp"

namespace ui {
namespace {

using model::ItemType;
using model::LineEnd;

const base::Rect* place_of_end(const CanvasScene& scene, const LineEnd& end) {
    const auto* item = end.item.empty() ? nullptr : scene.canvas.find(end.item);
    return item == nullptr ? nullptr : &item->place;
}

void save_line(CanvasScene& scene, const LineEnd& from, const LineEnd& to) {
    scene.hands.work.line_from.reset();
    auto line = line_between(scene, from, to);
    if (!line) return;
    line->level = scene.canvas.top_level();
    scene.hands.selected = {line->id};
    scene.hands.tool = CanvasTool::hand;
    std::vector<model::Item> items;
    items.push_back(std::move(*line));
    put_items(scene, "connect", std::move(items));
}

}  // namespace

LineEnd line_end_at(const CanvasScene& scene, base::Point at) {
    const double slop = slop_of(scene);
    const auto near = scene.canvas.within({at.x - slop, at.y - slop, 2 * slop, 2 * slop});
    for (auto one = near.rbegin(); one != near.rend(); ++one) {
        const auto& item = **one;
        const bool holds = item.type == ItemType::note || item.type == ItemType::text || item.type == ItemType::image ||
                           item.type == ItemType::stamp;
        if (holds && item.place.contains(at)) return {item.id, item.place.centre()};
    }
    // A frame's inside is empty board.
    const auto* touched = scene.canvas.at(at, slop);
    if (touched != nullptr && touched->type == ItemType::frame) return {touched->id, touched->place.centre()};
    return {{}, at};
}

std::optional<model::Item> line_between(const CanvasScene& scene, const LineEnd& from, const LineEnd& to) {
    if (!from.item.empty() && from.item == to.item) return std::nullopt;
    const base::Rect place{std::min(from.at.x, to.at.x), std::min(from.at.y, to.at.y), std::abs(from.at.x - to.at.x),
                           std::abs(from.at.y - to.at.y)};
    auto line = fresh_item(scene, ItemType::line, place);
    line.from = from;
    line.to = to;
    line.means = scene.hands.means;
    line.colour = scene.hands.ink;
    return line;
}

void connect_with(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail) {
    auto& hands = scene.hands;
    if (trail.has_moved && !stroke.cancelled) {
        auto line = line_between(scene, line_end_at(scene, trail.from), line_end_at(scene, trail.at));
        if (!line) {
            hands.drawing.erase(stroke.contact);
        } else if (stroke.ended) {
            save_line(scene, line->from, line->to);
        } else {
            const auto drawn = hands.drawing.find(stroke.contact);
            if (drawn != hands.drawing.end()) line->id = drawn->second.id;
            hands.drawing[stroke.contact] = std::move(*line);
        }
    }
    if (stroke.ended) hands.drawing.erase(stroke.contact);
    if (!stroke.ended || stroke.cancelled || trail.has_moved) return;
    const auto end = line_end_at(scene, trail.from);
    if (hands.work.line_from) {
        save_line(scene, *hands.work.line_from, end);
    } else {
        hands.work.line_from = end;
    }
}

void draw_begun_line(CanvasScene& scene) {
    auto& frame = scene.frame;
    for (const auto& [contact, item] : scene.hands.drawing) {
        if (item.type != ItemType::line) continue;
        const auto path = paint::line_path(item, place_of_end(scene, item.from), place_of_end(scene, item.to));
        paint::draw_item(frame.painter, frame.theme, item, {}, &path, look_of(scene));
        for (const auto* end : {&item.from, &item.to}) {
            const auto* place = place_of_end(scene, *end);
            if (place == nullptr) continue;
            frame.painter.stroke(scene.camera.to_window(*place, scene.view), frame.px(radius::note), frame.theme.accent,
                                 frame.px(3));
        }
    }
    auto& from = scene.hands.work.line_from;
    if (!from) return;
    const auto* place = place_of_end(scene, *from);
    const auto area = place != nullptr
                          ? scene.camera.to_window(*place, scene.view)
                          : scene.camera.to_window({from->at.x, from->at.y, 0, 0}, scene.view).inset(-frame.px(12));
    frame.painter.stroke(area, frame.px(radius::note), frame.theme.accent, frame.px(4));
    const Frame::Scope scope(frame, "canvas/line");
    if (aim_hint(frame, area, scene.view, base::tr("wall.item.line_where"))) {
        from.reset();
        frame.redraw_in(0);
    }
}

}  // namespace ui
