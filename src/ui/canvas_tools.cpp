#include "ui/canvas_tools.hpp"

#include <algorithm>
#include <cmath>

#include "methods/order_key.hpp"
#include "ui/canvas_ink.hpp"

namespace ui {
namespace {

constexpr double tap_mm = 8;         // a contact that stays within it has tapped
constexpr double touch_slop_mm = 6;  // lines and ink are touched so far beside them
constexpr double double_tap_s = 0.5, double_tap_mm = 20;
constexpr double awaited_most_s = 5;  // a refused item is no longer drawn

/// Each above the one before, or below it.
std::vector<std::string> levels_from(std::string level, std::size_t count, bool above) {
    std::vector<std::string> levels;
    while (levels.size() < count) {
        levels.push_back(level);
        const auto next = above ? methods::key_between(level, {}) : methods::key_between({}, level);
        // Equal levels are told apart by their ids.
        if (next) level = *next;
    }
    return levels;
}

/// What somebody has chosen has a ring around it, and stays his to carry while another draws.
void raise_chosen(CanvasScene& scene) {
    for (const auto* choice : choices_of(scene.hands)) {
        for (const auto& id : *choice) {
            const auto* item = scene.canvas.find(id);
            if (item != nullptr && !item->locked) scene.frame.raise("item/" + id.text());
        }
    }
}

void work_on(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail) {
    const auto at_px = stroke.through.empty() ? trail.from_px : stroke.through.back();
    trail.at = on_board(scene, at_px);
    for (const auto& px : stroke.through) {
        const auto by = px - trail.from_px;
        trail.has_moved = trail.has_moved || std::hypot(by.x, by.y) > scene.frame.mm(tap_mm);
    }
    switch (trail.tool) {
        case CanvasTool::ink:
            return draw_with_ink(scene, stroke);
        case CanvasTool::erase:
            return erase_with(scene, stroke, trail);
        case CanvasTool::frame:
            return frame_with(scene, stroke, trail);
        case CanvasTool::line:
            return connect_with(scene, stroke, trail);
        case CanvasTool::lasso:
            return choose_with_lasso(scene, stroke, trail);
        default:
            return;
    }
}

void follow_strokes(CanvasScene& scene) {
    auto& hands = scene.hands;
    auto& trails = hands.work.trails;
    const bool draws = draws_by_drag(hands.tool);
    if (!draws && trails.empty()) return;
    // Whoever is in the midst of something ends it, though another tool was chosen.
    for (const auto& stroke : scene.frame.strokes("canvas/draw", draws ? scene.view : base::Rect{})) {
        if (stroke.began && !stroke.through.empty()) {
            ToolTrail trail;
            trail.tool = hands.tool;
            trail.from_px = stroke.through.front();
            trail.from = trail.at = on_board(scene, trail.from_px);
            trails[stroke.contact] = std::move(trail);
            hands.work.flyout = false;
        }
        const auto found = trails.find(stroke.contact);
        if (found == trails.end()) continue;
        work_on(scene, stroke, found->second);
        if (stroke.ended) trails.erase(stroke.contact);
        scene.frame.redraw_in(0);
    }
    if (hands.tool == CanvasTool::ink) raise_chosen(scene);
}

/// A second tap, at the same place soon after the first, in a template's cell: a note is begun there.
void follow_hand_tap(CanvasScene& scene, const CanvasTap& tap) {
    auto& before = scene.hands.work.cell_tap;
    const auto* cell = template_cell(scene.canvas, tap.at);
    if (cell == nullptr) return before.reset();
    const double now_s = scene.frame.now_s();
    const auto by = before ? tap.at_px - before->at_px : base::Point{};
    const bool twice = before && before->cell == cell->id && now_s - before->at_s <= double_tap_s &&
                       std::hypot(by.x, by.y) <= scene.frame.mm(double_tap_mm);
    if (!twice) {
        before = CanvasWork::CellTap{cell->id, tap.at_px, now_s};
        return;
    }
    before.reset();
    const auto in = *cell;
    write_in_cell(scene, in, tap.at);
}

void follow_taps(CanvasScene& scene) {
    const auto tool = scene.hands.tool;
    for (const auto& tap : scene.taps) {
        if (tap.held || tap.aim != CanvasWork::Aim::none) continue;
        const auto* item = scene.canvas.find(tap.item);
        const bool on_empty = tap.item.empty() || (item != nullptr && is_template_ground(*item));
        const bool places = on_empty && (tool == CanvasTool::note || tool == CanvasTool::text);
        if (places || tool == CanvasTool::stamp) place_with(scene, tap.at);
        if (on_empty && tool == CanvasTool::hand) follow_hand_tap(scene, tap);
    }
}

/// Lines from all that is selected to what lies there.
void connect_selected(CanvasScene& scene, base::Point at) {
    const auto end = line_end_at(scene, at);
    if (end.item.empty()) return;
    const auto items = selected_items(scene);
    std::vector<model::Item> lines;
    auto levels = levels_above(scene.canvas, items.size());
    for (const auto& item : items) {
        if (item.type == model::ItemType::line || item.type == model::ItemType::ink) continue;
        auto line = line_between(scene, {item.id, item.place.centre()}, end);
        if (!line) continue;
        line->level = levels[lines.size()];
        lines.push_back(std::move(*line));
    }
    if (!lines.empty()) put_items(scene, "connect", std::move(lines));
}

/// "Flytta hit" and "Dra pil till …": the tap of who chose it says where; others' go on to the board.
void follow_aims(CanvasScene& scene) {
    auto& selected = scene.hands.selected;
    if (selected.empty()) scene.hands.work.aim = CanvasWork::Aim::none;
    for (auto& tap : scene.taps) {
        if (tap.aim == CanvasWork::Aim::none) continue;
        // Others may have tapped in the same frame.
        std::swap(selected, tap.aimed);
        if (tap.aim == CanvasWork::Aim::move) {
            move_selected(scene, tap.at - span_of(scene.canvas, scene.hands.selected).centre());
        } else {
            connect_selected(scene, tap.at);
        }
        std::swap(selected, tap.aimed);
        scene.frame.redraw_in(0);
    }
}

void take_escape(CanvasScene& scene) {
    auto& hands = scene.hands;
    auto& work = hands.work;
    // What lies on top takes it: fields, and what is shown large.
    if (!work.writers.empty() || work.find.open || hands.large) return;
    const bool busy = work.aim != CanvasWork::Aim::none || work.line_from || work.flyout || !hands.selected.empty() ||
                      !work.aside.empty() || hands.tool != CanvasTool::hand;
    if (!busy || !scene.frame.take_key(Key::escape)) return;
    if (work.aim != CanvasWork::Aim::none) {
        work.aim = CanvasWork::Aim::none;
    } else if (work.line_from) {
        work.line_from.reset();
    } else if (!hands.selected.empty() && hands.tool == CanvasTool::hand) {
        hands.selected.clear();
    } else if (hands.tool == CanvasTool::hand) {
        work.aside.clear();
    } else {
        hands.tool = CanvasTool::hand;
    }
    work.flyout = false;
    scene.frame.redraw_in(0);
}

void take_tool_keys(CanvasScene& scene) {
    take_escape(scene);
    auto& frame = scene.frame;
    if (frame.take_control(U'f')) {
        scene.hands.work.find.open = true;
        frame.redraw_in(0);
    }
    if (std::exchange(scene.hands.work.wants_tidy, false)) tidy_board(scene);
    if (scene.hands.work.writers.empty() && !scene.hands.work.find.open) work_with_clipboard(scene);
    if (scene.hands.selected.empty() || !scene.hands.work.writers.empty()) return;
    // Both are asked: each takes its key.
    const bool deleted = frame.take_key(Key::del), erased = frame.take_key(Key::backspace);
    if (deleted || erased) remove_selected(scene);
}

void draw_awaited(CanvasScene& scene) {
    auto& awaited = scene.hands.work.awaited;
    std::erase_if(awaited, [&scene](const auto& one) {
        return scene.canvas.find(one.item.id) != nullptr || scene.frame.now_s() - one.since_s > awaited_most_s;
    });
    const auto look = look_of(scene);
    for (const auto& one : awaited) {
        const auto place = [&](const model::LineEnd& end) {
            const auto* item = scene.canvas.find(end.item);
            return item == nullptr ? nullptr : &item->place;
        };
        paint::LinePath path;
        const bool is_line = one.item.type == model::ItemType::line;
        if (is_line) path = paint::line_path(one.item, place(one.item.from), place(one.item.to));
        const auto text = paint::set_item_text(scene.frame.type, one.item, look.scale);
        paint::draw_item(scene.frame.painter, scene.frame.theme, one.item, text, is_line ? &path : nullptr, look);
    }
}

}  // namespace

void put_items(CanvasScene& scene, std::string_view deed, std::vector<model::Item> items, std::vector<base::Id> gone) {
    std::erase_if(items, [&scene](const model::Item& item) { return scene.canvas.is_laid(item.id); });
    std::erase_if(gone, [&scene](const base::Id& id) { return scene.canvas.is_laid(id); });
    if (items.empty() && gone.empty()) return;
    constexpr std::size_t most_drawn = 1000;  // of new ones, until the registrar has told
    for (const auto& item : items) {
        auto& awaited = scene.hands.work.awaited;
        if (awaited.size() >= most_drawn) break;
        if (scene.canvas.find(item.id) != nullptr) continue;
        std::erase_if(awaited, [&item](const auto& one) { return one.item.id == item.id; });
        awaited.push_back({item, scene.frame.now_s()});
    }
    for (const auto& id : gone) {
        scene.hands.selected.erase(id);
        std::erase_if(scene.hands.work.awaited, [&id](const auto& one) { return one.item.id == id; });
    }
    scene.out.emplace_back(
        intents::PutItems{scene.canvas.board(), std::string(deed), std::move(items), std::move(gone)});
    scene.frame.redraw_in(0);
}

model::Item fresh_item(const CanvasScene& scene, model::ItemType type, const base::Rect& place) {
    model::Item item;
    item.id = base::new_id(scene.frame.host_now_ms());
    item.type = type;
    item.place = place;
    item.level = type == model::ItemType::frame ? scene.canvas.bottom_level() : scene.canvas.top_level();
    return item;
}

std::vector<std::string> levels_above(const Canvas& canvas, std::size_t count) {
    return levels_from(canvas.top_level(), count, true);
}

std::vector<std::string> levels_below(const Canvas& canvas, std::size_t count) {
    auto levels = levels_from(canvas.bottom_level(), count, false);
    std::reverse(levels.begin(), levels.end());
    return levels;
}

std::vector<model::Item> selected_items(const CanvasScene& scene) {
    std::vector<model::Item> items;
    for (const auto& id : scene.hands.selected) {
        if (const auto* item = scene.canvas.find(id)) items.push_back(*item);
    }
    return items;
}

std::vector<model::Item> selected_with_carried(const CanvasScene& scene) {
    std::set<base::Id> ids;
    for (const auto& id : scene.hands.selected) {
        const auto* item = scene.canvas.find(id);
        if (item == nullptr || item->locked) continue;
        ids.insert(id);
        for (const auto& other : scene.canvas.carried_with(id)) ids.insert(other);
    }
    // What is stamped on a note is said of that note.
    for (const auto& id : std::set(ids)) {
        const auto* item = scene.canvas.find(id);
        if (item == nullptr || item->type == model::ItemType::frame || item->type == model::ItemType::stamp) continue;
        if (item->locked || item->type == model::ItemType::ink || item->type == model::ItemType::line) continue;
        for (const auto* stamp : stamps_on(scene.canvas, *item)) ids.insert(stamp->id);
    }
    std::vector<model::Item> items;
    for (const auto& id : ids) {
        const auto* item = scene.canvas.find(id);
        if (item != nullptr && !item->locked) items.push_back(*item);
    }
    return items;
}

base::Rect span_of(const Canvas& canvas, const std::set<base::Id>& items) {
    double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
    for (const auto& id : items) {
        const auto seen = canvas.see(id);
        if (!seen) continue;
        left = std::min(left, seen->extent.x);
        top = std::min(top, seen->extent.y);
        right = std::max(right, seen->extent.right());
        bottom = std::max(bottom, seen->extent.bottom());
    }
    return left > right ? base::Rect{} : base::Rect{left, top, right - left, bottom - top};
}

std::vector<const model::Item*> stamps_on(const Canvas& canvas, const model::Item& item) {
    std::vector<const model::Item*> found;
    for (const auto* other : canvas.within(item.place)) {
        if (other->type == model::ItemType::stamp && item.place.contains(other->place.centre())) found.push_back(other);
    }
    return found;
}

paint::ItemLook look_of(const CanvasScene& scene) {
    paint::ItemLook look;
    look.scale = scene.camera.zoom;
    look.origin = {scene.view.x - scene.camera.corner.x * look.scale,
                   scene.view.y - scene.camera.corner.y * look.scale};
    return look;
}

double slop_of(const CanvasScene& scene) {
    return scene.frame.mm(touch_slop_mm) / std::max(1e-6, scene.camera.zoom);
}

base::Point on_board(const CanvasScene& scene, base::Point px) {
    return scene.camera.to_board(px, scene.view);
}

void work_with_tools(CanvasScene& scene) {
    auto& hands = scene.hands;
    std::erase_if(hands.selected, [&scene](const base::Id& id) {
        if (scene.canvas.find(id) != nullptr) return false;
        const auto& awaited = scene.hands.work.awaited;
        return std::none_of(awaited.begin(), awaited.end(), [&id](const auto& one) { return one.item.id == id; });
    });
    forget_choices(scene);
    if (hands.tool != CanvasTool::line) hands.work.line_from.reset();
    draw_awaited(scene);
    follow_strokes(scene);
    follow_taps(scene);
    follow_aims(scene);
    take_tool_keys(scene);
    draw_trails(scene);
    draw_begun_line(scene);
}

}  // namespace ui
