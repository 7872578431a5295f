// What is put on the board by a tap, frames, and choosing many by an outline.
#include <algorithm>
#include <cmath>

#include "ui/canvas_ink.hpp"
#include "ui/canvas_tools.hpp"

namespace ui {
namespace {

using model::ItemType;

constexpr base::Size usual_note{200, 200}, usual_text{400, 60}, usual_stamp{64, 64}, usual_frame{900, 640};
constexpr double least_frame = 80;

base::Rect around(base::Point at, base::Size size) {
    return {std::round(at.x - size.w / 2), std::round(at.y - size.h / 2), size.w, size.h};
}

std::vector<model::Item> just(const model::Item& item) {
    return {item};
}

}  // namespace

void place_with(CanvasScene& scene, base::Point at) {
    auto& hands = scene.hands;
    const auto tool = hands.tool;
    hands.work.flyout = false;
    if (tool == CanvasTool::stamp) {
        auto stamp = fresh_item(scene, ItemType::stamp, around(at, usual_stamp));
        stamp.means = hands.mark;
        return put_items(scene, "put_items", just(stamp));
    }
    const bool is_note = tool == CanvasTool::note;
    auto item =
        fresh_item(scene, is_note ? ItemType::note : ItemType::text, around(at, is_note ? usual_note : usual_text));
    if (is_note) item.colour = hands.colour;
    put_items(scene, "put_items", just(item));
    hands.selected.clear();
    begin_item_writing(scene, item, true);
    // A text is rarely followed by another; who writes notes writes many.
    if (!is_note) hands.tool = CanvasTool::hand;
}

void frame_with(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail) {
    if (!stroke.ended || stroke.cancelled) return;
    auto place = around(trail.from, usual_frame);
    if (trail.has_moved) {
        place = {std::round(std::min(trail.from.x, trail.at.x)), std::round(std::min(trail.from.y, trail.at.y)),
                 std::round(std::abs(trail.from.x - trail.at.x)), std::round(std::abs(trail.from.y - trail.at.y))};
        place.w = std::max(place.w, least_frame);
        place.h = std::max(place.h, least_frame);
    }
    const auto item = fresh_item(scene, ItemType::frame, place);
    put_items(scene, "put_items", just(item));
    scene.hands.selected = {item.id};
    scene.hands.tool = CanvasTool::hand;
}

void choose_with_lasso(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail) {
    if (trail.through.empty()) trail.through.push_back(trail.from);
    const double least = 3 / std::max(1e-6, scene.camera.zoom);
    for (const auto& px : stroke.through) {
        const auto at = on_board(scene, px), by = at - trail.through.back();
        if (std::hypot(by.x, by.y) >= least) trail.through.push_back(at);
    }
    if (!stroke.ended || stroke.cancelled) return;
    auto& selected = scene.hands.selected;
    if (!trail.has_moved) {
        // By taps, one after the other; on empty board all are let go.
        const auto* item = scene.canvas.at(trail.from, slop_of(scene));
        if (item == nullptr) {
            selected.clear();
        } else if (selected.erase(item->id) == 0) {
            selected.insert(item->id);
        }
        return;
    }
    double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
    for (const auto& at : trail.through) {
        left = std::min(left, at.x);
        top = std::min(top, at.y);
        right = std::max(right, at.x);
        bottom = std::max(bottom, at.y);
    }
    selected.clear();
    for (const auto* item : scene.canvas.within({left, top, right - left, bottom - top})) {
        const auto middle = paint::extent_of(*item, scene.canvas.path_of(item->id)).centre();
        if (selected.size() < model::most_items_at_once && is_inside(trail.through, middle)) selected.insert(item->id);
    }
}

}  // namespace ui
