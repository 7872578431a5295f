// Drawing by free hand, and erasing: every contact has a stroke of its own.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas_ink.hpp"
#include "ui/canvas_tools.hpp"

namespace ui {
namespace {

constexpr double eraser_mm = 8;

/// Longer strokes go on as new items; the rest of what was drawn may always be saved.
constexpr std::size_t most_raw_points = model::most_ink_points;

void save_stroke(CanvasScene& scene, model::Item stroke) {
    stroke.level = scene.canvas.top_level();
    std::vector<model::Item> items;
    items.push_back(finished_stroke(std::move(stroke)));
    put_items(scene, "draw", std::move(items));
}

void cross_out(const CanvasScene& scene, ToolTrail& trail, base::Point from, base::Point to, double reach) {
    const base::Rect around{std::min(from.x, to.x) - reach, std::min(from.y, to.y) - reach,
                            std::abs(from.x - to.x) + 2 * reach, std::abs(from.y - to.y) + 2 * reach};
    for (const auto* item : scene.canvas.within(around)) {
        if (item->type != model::ItemType::ink || item->locked || trail.crossed.contains(item->id)) continue;
        if (crosses(points_of(*item), from, to, reach + item->size / 2)) trail.crossed.insert(item->id);
    }
}

}  // namespace

void draw_with_ink(CanvasScene& scene, const Stroke& stroke) {
    auto& drawing = scene.hands.drawing;
    for (std::size_t i = 0; i < stroke.through.size(); ++i) {
        const auto at = on_board(scene, stroke.through[i]);
        const double pressure = stroke.pressures[i];
        const auto found = drawing.find(stroke.contact);
        if (found == drawing.end()) {
            const auto id = base::new_id(scene.frame.host_now_ms());
            drawing[stroke.contact] = begin_stroke(id, at, scene.hands.ink, scene.hands.width, pressure);
            continue;
        }
        go_on(found->second, at, pressure);
        if (found->second.ink.size() < most_raw_points) continue;
        auto next = begin_stroke(base::new_id(scene.frame.host_now_ms()), end_of(found->second), found->second.colour,
                                 found->second.size, pressure);
        save_stroke(scene, std::exchange(found->second, std::move(next)));
    }
    if (!stroke.ended) return;
    const auto found = drawing.find(stroke.contact);
    if (found == drawing.end()) return;
    auto drawn = std::move(found->second);
    drawing.erase(found);
    // A palm writes nothing.
    if (!stroke.cancelled) save_stroke(scene, std::move(drawn));
}

void erase_with(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail) {
    const double reach = scene.frame.mm(eraser_mm) / std::max(1e-6, scene.camera.zoom);
    auto last = trail.through.empty() ? trail.from : trail.through.back();
    for (const auto& px : stroke.through) {
        const auto at = on_board(scene, px);
        cross_out(scene, trail, last, at, reach);
        last = at;
    }
    trail.through = {last};
    if (!stroke.ended || stroke.cancelled || trail.crossed.empty()) return;
    put_items(scene, "remove_items", {}, {trail.crossed.begin(), trail.crossed.end()});
}

void draw_trails(CanvasScene& scene) {
    auto& frame = scene.frame;
    const auto look = look_of(scene);
    for (const auto& [contact, item] : scene.hands.drawing) {
        if (item.type != model::ItemType::ink) continue;
        paint::draw_item(frame.painter, frame.theme, item, {}, nullptr, look);
    }
    for (const auto& [contact, trail] : scene.hands.work.trails) {
        if (trail.tool == CanvasTool::frame && trail.has_moved) {
            const base::Rect area{std::min(trail.from.x, trail.at.x), std::min(trail.from.y, trail.at.y),
                                  std::abs(trail.from.x - trail.at.x), std::abs(trail.from.y - trail.at.y)};
            frame.painter.stroke(scene.camera.to_window(area, scene.view), frame.px(radius::small), frame.theme.accent,
                                 frame.px(3));
        }
        if (trail.tool == CanvasTool::lasso && trail.has_moved) {
            std::vector<base::Point> way;
            for (const auto& at : trail.through) {
                way.push_back({look.origin.x + at.x * look.scale, look.origin.y + at.y * look.scale});
            }
            frame.painter.line(way, frame.theme.accent, frame.px(3));
            if (way.size() > 2) {
                const std::vector<base::Point> closing{way.back(), way.front()};
                frame.painter.line(closing, base::with_alpha(frame.theme.accent, 0.5), frame.px(2));
            }
        }
        if (trail.tool != CanvasTool::erase) continue;
        const auto at = scene.camera.to_window({trail.at.x, trail.at.y, 0, 0}, scene.view).top_left();
        frame.painter.ring(at, frame.mm(eraser_mm), frame.theme.ink2, frame.px(2));
        for (const auto& id : trail.crossed) {
            const auto* item = scene.canvas.find(id);
            if (item == nullptr) continue;
            auto gone = *item;
            gone.size = std::max(gone.size, 1.0) * 1.5;
            std::vector<base::Point> way;
            for (const auto& point : points_of(gone)) {
                way.push_back({look.origin.x + point.x * look.scale, look.origin.y + point.y * look.scale});
            }
            frame.painter.line(way, base::with_alpha(frame.theme.paper, 0.75), gone.size * look.scale);
        }
    }
}

}  // namespace ui
