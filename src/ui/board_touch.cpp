// Where items of a board are touched, and what that and keys mean.
#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "ui/screen_board.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using model::ItemType;

/// Lines and ink are hit where they go, not in all that they span: by the board's own zone.
bool has_zone(const model::Item& item) {
    return item.type != ItemType::line && item.type != ItemType::ink;
}

base::Rect touched_part(const model::Item& item, const base::Rect& place, const Frame& frame, double zoom) {
    if (item.type != ItemType::frame) return place;
    auto head = place;
    return head.cut_top(std::max(Canvas::frame_head * zoom, frame.mm(10)));
}

/// Another hand has it: this one sees so, until it lets go.
void draw_barred_item(const model::Item& item, const Drag& hand, double zoom, Frame& frame) {
    const auto at = hand.at();
    const base::Size size{std::clamp(item.place.w * zoom, frame.px(120), frame.px(320)),
                          std::clamp(item.place.h * zoom, frame.px(48), frame.px(200))};
    const base::Rect ghost{at.x - size.w / 2, at.y - size.h / 2, size.w, size.h};
    frame.painter.fill(ghost, frame.px(radius::note), base::with_alpha(flat_colour(item, frame.theme), 0.4));
    frame.painter.stroke(ghost, frame.px(radius::note), frame.theme.line_control, frame.px(2));
    Ink ink;
    ink.design = 18;
    ink.weight = paint::Weight::semibold;
    ink.across = paint::Align::centre;
    ink.most_lines = 2;
    label(frame, ghost.inset(frame.px(8), 0), base::tr("paint.note.held"), ink);
}

class ItemZones {
  public:
    ItemZones(BoardScreen& mine, CanvasScene& scene) : mine_(mine), scene_(scene) {}

    void record(const model::Item& item) {
        if (count_ >= most || !has_zone(item)) return;
        ++count_;
        auto& frame = scene_.frame;
        const auto by = mine_.moved.find(item.id);
        const auto at = by == mine_.moved.end() ? item.place : item.place.moved(by->second.x, by->second.y);
        const auto place = scene_.camera.to_window(at, scene_.view);
        const auto part = touched_part(item, place, frame, scene_.camera.zoom);
        const auto id = "item/" + item.id.text();
        const auto press = frame.press_or_hold(id, part);
        frame.say(id, item.text);
        if (press.focused) {
            focus_ring(frame, place, frame.px(radius::note));
            if (choice_with(mine_.hands, item.id) != nullptr) frame.keep_arrows(id, part);
        }
        if (is_handed(scene_, item.id)) {
            // It is in somebody's hands, if not at the wall.
            if (const auto hand = frame.drag(id, part); hand && !hand->ended) show_barred(item, id, *hand);
        } else if (item.locked) {
            // Who drags it takes nothing, nor what lies below it.
            if (!is_ground(item)) frame.drag(id, part);
        } else {
            if (const auto drag = frame.drag(id, part)) carry_item(mine_, scene_, item.id, *drag);
            for (const auto& hand : frame.barred(id)) show_barred(item, id, hand);
        }
        if (!press.tapped && !press.long_pressed) return;
        CanvasTap tap{item.id, scene_.camera.to_board(press.at, scene_.view), press.at, press.long_pressed,
                      press.contact};
        // A stroke over it is above it; the keyboard means just this.
        if (const auto* top = scene_.canvas.at(tap.at, frame.mm(board_slop_mm) / scene_.camera.zoom);
            top != nullptr && !has_zone(*top) && !press.focused) {
            tap.item = top->id;
        }
        scene_.taps.push_back(tap);
    }

  private:
    void show_barred(const model::Item& item, const std::string& id, const Drag& hand) {
        draw_barred_item(item, hand, scene_.camera.zoom, scene_.frame);
        scene_.frame.say(id + "/barred", base::tr("paint.note.held"));
    }

    static constexpr std::size_t most = 2 * CanvasPicture::most_touched;
    BoardScreen& mine_;
    CanvasScene& scene_;
    std::size_t count_ = 0;
};

/// What has no zone of its own is hit through the board's.
void touch_board(BoardScreen& mine, CanvasScene& scene) {
    auto& frame = scene.frame;
    const auto press = frame.press_or_hold("board", scene.view);
    if (press.focused) focus_ring(frame, scene.view.inset(frame.px(8)), 0);
    if (press.tapped || press.long_pressed) {
        const auto at = scene.camera.to_board(press.at, scene.view);
        const auto* item = touched_item(mine, scene.canvas, at, frame);
        scene.taps.push_back(
            {item == nullptr ? base::Id{} : item->id, at, press.at, press.long_pressed, press.contact});
    }
    for (const auto& drag : frame.drags("board", scene.view)) {
        if (mine.panning && mine.panning->contact == drag.contact) continue;
        const auto held = mine.holds.find(drag.contact);
        const auto* item = touched_item(mine, scene.canvas, scene.camera.to_board(drag.from, scene.view), frame);
        const auto lead = held != mine.holds.end() ? held->second.lead : item == nullptr ? base::Id{} : item->id;
        carry_item(mine, scene, lead, drag);
    }
}

}  // namespace

const model::Item* touched_item(const BoardScreen& mine, const Canvas& canvas, base::Point at, const Frame& frame) {
    const auto* item = canvas.at(at, frame.mm(board_slop_mm) / mine.camera.zoom);
    return item == nullptr || mine.moved.contains(item->id) ? nullptr : item;
}

void touch_items(BoardScreen& mine, CanvasScene& scene) {
    auto& frame = scene.frame;
    auto& hands = mine.hands;
    touch_board(mine, scene);
    touch_rows(mine, scene);
    {
        const Frame::Clip clip(frame, scene.view);
        ItemZones zones(mine, scene);
        const bool all = mine.picture.is_readable();
        for (const auto* seen : mine.picture.seen()) {
            if (scene.canvas.is_laid(seen->item->id)) continue;
            if (all || choice_with(hands, seen->item->id) != nullptr) zones.record(*seen->item);
        }
        // What a hand takes in this frame is not in `moved` yet, and so was recorded above.
        const auto moved = mine.moved;
        for (const auto& [id, by] : moved) {
            const auto* item = scene.canvas.find(id);
            const bool is_lead = std::any_of(mine.holds.begin(), mine.holds.end(),
                                             [&lead = id](const auto& one) { return one.second.lead == lead; });
            if (item != nullptr && (is_lead || all)) zones.record(*item);
        }
    }
    forget_gone_hands(mine, frame);
    const auto before = hands.selected;
    for (auto& tap : scene.taps) choose_tapped(hands, tap, frame);
    if (!scene.taps.empty() || before != hands.selected) frame.redraw_in(0);
}

void take_board_keys(BoardScreen& mine, CanvasScene& scene) {
    auto& hands = mine.hands;
    auto& frame = scene.frame;
    const auto push = [&](const KeyEvent& key, double x, double y) {
        if (key.control || key.alt) return false;
        if (hands.selected.empty()) {
            const double far = frame.px(120) / scene.camera.zoom;
            mine.glide.reset();
            scene.camera.corner = {scene.camera.corner.x + x * far, scene.camera.corner.y + y * far};
            keep_content_seen(scene.camera, scene.canvas, scene.view);
        } else {
            const double far = key.shift ? 1 : 10;
            push_chosen(mine, scene, {x * far, y * far});
        }
        return true;
    };
    const auto write = [&](const KeyEvent& key) {
        if (key.control && !key.alt && !key.shift && key.character == U'a') {
            hands.selected.clear();
            for (const auto* item : scene.canvas.all()) {
                if (hands.selected.size() >= model::most_items_at_once) break;
                hands.selected.insert(item->id);
            }
            return true;
        }
        if (key.alt) return false;
        if (key.character == U'+') mine.wants_zoom *= zoom::step;
        if (key.character == U'-') mine.wants_zoom /= zoom::step;
        if (key.character == U'0') mine.wants_all = true;
        return key.character == U'+' || key.character == U'-' || key.character == U'0';
    };
    const auto take = [&](const KeyEvent& key) {
        switch (key.key) {
            case Key::left:
                return push(key, -1, 0);
            case Key::right:
                return push(key, 1, 0);
            case Key::up:
                return push(key, 0, -1);
            case Key::down:
                return push(key, 0, 1);
            case Key::character:
                return write(key);
            default:
                return false;
        }
    };
    frame.take_keys([&](const KeyEvent& key) {
        const bool taken = take(key);
        if (taken) frame.redraw_in(0);
        return taken;
    });
}

}  // namespace ui
