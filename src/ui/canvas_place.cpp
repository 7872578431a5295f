// What is put on the board by a tap, frames, and choosing many by an outline.
#include <algorithm>
#include <cmath>

#include "ui/canvas_ink.hpp"
#include "ui/canvas_tools.hpp"
#include "views/board_form.hpp"
#include "views/board_rows.hpp"

namespace ui {
namespace {

using model::ItemType;

constexpr base::Size usual_note{200, 200}, usual_text{400, 60}, usual_stamp{64, 64}, usual_frame{900, 640};
constexpr double least_frame = 80, lane_note = 232;  // the latter with what is left free around it

base::Rect around(base::Point at, base::Size size) {
    return {std::round(at.x - size.w / 2), std::round(at.y - size.h / 2), size.w, size.h};
}

/// As the field is, where colours mean nothing else on this board.
std::string colour_in_cell(const CanvasScene& scene, const model::Item& cell) {
    if (cell.colour.empty()) return scene.hands.colour;
    const auto all = scene.canvas.all();
    const bool has_legend =
        std::any_of(all.begin(), all.end(), [](const model::Item* item) { return item->slot == "form.legend"; });
    return has_legend ? scene.hands.colour : cell.colour;
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
    begin_item_writing(scene, item, true);
}

bool is_template_ground(const model::Item& item) {
    return item.locked && item.type != ItemType::note && views::is_furniture(item);
}

const model::Item* template_cell(const Canvas& canvas, base::Point at) {
    const model::Item* found = nullptr;
    for (const auto* item : canvas.within({at.x, at.y, 1, 1})) {
        if (!is_template_cell(*item) || !item->place.contains(at)) continue;
        const bool smaller = found == nullptr || item->place.w * item->place.h < found->place.w * found->place.h;
        if (smaller) found = item;
    }
    return found;
}

bool is_template_cell(const model::Item& item) {
    return item.type == ItemType::frame && item.locked && !item.slot.empty() && !item.slot.starts_with("form.");
}

void write_in_cell(CanvasScene& scene, const model::Item& cell, std::optional<base::Point> at) {
    auto area = cell.place;
    bool curved = false;
    if (!cell.text.empty()) area.cut_top(std::min(Canvas::frame_head, area.h / 3));
    std::vector<model::Item> items;
    for (const auto* item : scene.canvas.within(cell.place)) {
        items.push_back(*item);
        curved = curved || item->slot == views::curve_slot;
        const bool is_help = is_template_ground(*item) && item->type == ItemType::text;
        const double below = item->place.bottom() - area.y;
        // Below the words at its top, as far as that leaves room.
        if (is_help && cell.place.contains(item->place.centre()) && below > 0 && below < area.h / 2) {
            area.cut_top(below);
        }
    }
    if (curved) area.cut_top(area.h - model::curve_foot);
    // In a lane it says by its place which step it is about.
    const bool in_lane = cell.slot.find('.') != std::string::npos;
    if (at && in_lane) area.cut_left(std::min(at->x - lane_note / 2, area.right() - lane_note) - area.x);
    for (const auto& one : scene.hands.work.awaited) items.push_back(one.item);
    auto note = fresh_item(scene, ItemType::note, views::free_place(area, items));
    note.colour = colour_in_cell(scene, cell);
    note.slot = cell.slot;
    put_items(scene, "put_items", just(note));
    scene.hands.selected.clear();
    begin_item_writing(scene, note, true);
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
