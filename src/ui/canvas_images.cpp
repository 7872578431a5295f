#include "ui/canvas_images.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/language.hpp"

namespace ui {
namespace {

constexpr double least_image_side = 96;  // design px on the screen, of a new image's longer side
constexpr double longest_answer_s = 20;  // then a place that was kept is free again: the refusal has been told

base::Rect room_of(const CanvasScene& scene) {
    return board_room(scene.frame, scene.view, scene.has_map);
}

/// As many design px as it has of its own, at most a third of the room's width and half its height; board px.
base::Size image_size(const CanvasScene& scene, base::Size px) {
    const auto room = room_of(scene);
    const double unit = scene.frame.px(1);
    const double least = least_image_side * unit / std::max(px.w, px.h);
    const double fits = std::min({unit, room.w / 3 / px.w, room.h / 2 / px.h});
    const double times = std::max(least, fits) / std::max(1e-6, scene.camera.zoom);
    return {px.w * times, px.h * times};
}

/// The first of nine places in the room where nothing lies, the middle first; else the middle. Window px.
base::Point free_middle(const CanvasImages& mine, const CanvasScene& scene, base::Size size) {
    const auto room = room_of(scene);
    const auto is_free = [&](base::Point at) {
        const auto middle = scene.camera.to_board(at, scene.view);
        const auto place = base::Rect{middle.x, middle.y, 0, 0}.centred(size);
        const auto lies_there = [&place](const auto& one) { return one.place.overlaps(place); };
        return scene.canvas.within(place).empty() && std::none_of(mine.coming.begin(), mine.coming.end(), lies_there);
    };
    for (const double down : {0.5, 0.25, 0.75}) {
        for (const double across : {0.5, 5.0 / 6, 1.0 / 6}) {
            const base::Point at{room.x + room.w * across, room.y + room.h * down};
            if (is_free(at)) return at;
        }
    }
    return room.centre();
}

bool takes_photo(const CanvasScene& scene, const model::Item* item) {
    return item != nullptr && item->type == model::ItemType::note && !item->locked && !scene.canvas.is_laid(item->id);
}

/// The note that an image dropped at `at`, window px, or pasted becomes the photo of; null: it lies by itself.
const model::Item* note_for(const CanvasScene& scene, std::optional<base::Point> at) {
    const auto& selected = scene.hands.selected;
    const model::Item* item = nullptr;
    if (at) item = scene.canvas.at(scene.camera.to_board(*at, scene.view), 0);
    if (!at && selected.size() == 1) item = scene.canvas.find(*selected.begin());
    return takes_photo(scene, item) ? item : nullptr;
}

void keep_place(CanvasImages& mine, CanvasScene& scene, std::string file, std::optional<base::Point> at) {
    CanvasImages::Coming one;
    one.number = ++mine.last_number;
    one.board = scene.canvas.board();
    if (const auto* note = note_for(scene, at)) {
        one.item = note->id;
        one.place = note->place;
        one.instead_of = note->photo;
        one.on_note = true;
        mine.wanted.push_back({one.number, std::move(file)});
        mine.coming.push_back(std::move(one));
        return;
    }
    one.item = base::new_id(scene.frame.host_now_ms());
    const auto size = image_size(scene, {4000, 3000});
    const auto middle = scene.camera.to_board(at.value_or(free_middle(mine, scene, size)), scene.view);
    // Several at once lie as a hand of cards.
    const double step = at ? size.w / 12 * static_cast<double>(mine.coming.size() % 8) : 0;
    one.place = base::Rect{middle.x + step, middle.y + step, 0, 0}.centred(size);
    mine.wanted.push_back({one.number, std::move(file)});
    mine.coming.push_back(one);
}

void take_dropped(CanvasImages& mine, CanvasScene& scene, Toasts& toasts) {
    bool too_many = false;
    for (auto& dropped : std::exchange(mine.dropped, {})) {
        if (mine.coming.size() >= CanvasImages::most) {
            too_many = true;
            continue;
        }
        const bool on_board = scene.view.contains(dropped.at);
        keep_place(mine, scene, std::move(dropped.file), on_board ? dropped.at : room_of(scene).centre());
    }
    if (!too_many) return;
    const auto most = std::to_string(CanvasImages::most);
    toasts.add(scene.frame, base::tr("canvas.image.many", {{"most", most}}), {}, Tone::warn);
}

/// The tools have looked for a text to paste, and there is none.
void take_pasted(CanvasImages& mine, CanvasScene& scene) {
    if (!std::exchange(scene.hands.work.wants_pasted_picture, false)) return;
    if (mine.coming.size() >= CanvasImages::most) return;
    keep_place(mine, scene, {}, {});
    // What is pasted is what is chosen then.
    if (!mine.coming.back().on_note) scene.hands.selected.clear();
}

void ask_for_image(CanvasImages::Coming& one, CanvasImages::Ready& ready, CanvasScene& scene) {
    one.asked_s = scene.frame.now_s();
    intents::PutImage put;
    put.board = one.board;
    const auto* note = one.on_note && scene.canvas.board() == one.board ? scene.canvas.find(one.item) : nullptr;
    if (takes_photo(scene, note)) {
        put.item = *note;
    } else {
        // Nor is an image lost whose note has gone meanwhile.
        if (std::exchange(one.on_note, false)) one.item = base::new_id(scene.frame.host_now_ms());
        one.place =
            one.place.centred(image_size(scene, {static_cast<double>(ready.width), static_cast<double>(ready.height)}));
        put.item.id = one.item;
        put.item.type = model::ItemType::image;
        put.item.place = one.place;
        if (scene.canvas.board() == one.board) put.item.level = scene.canvas.top_level();
    }
    put.bytes = std::move(ready.jpeg);
    scene.out.emplace_back(std::move(put));
}

void take_ready(CanvasImages& mine, CanvasScene& scene, Toasts& toasts) {
    for (auto& ready : std::exchange(mine.ready, {})) {
        const auto one = std::find_if(mine.coming.begin(), mine.coming.end(),
                                      [&ready](const auto& coming) { return coming.number == ready.number; });
        if (one == mine.coming.end()) continue;
        if (ready.refused.empty() && ready.width > 0 && ready.height > 0) {
            ask_for_image(*one, ready, scene);
            continue;
        }
        toasts.add(scene.frame, std::move(ready.refused), {}, Tone::err,
                   scene.camera.to_window(one->place, scene.view).centre());
        mine.coming.erase(one);
    }
}

void draw_kept_places(const CanvasImages& mine, CanvasScene& scene) {
    auto& frame = scene.frame;
    const Frame::Clip clip(frame, scene.view);
    for (const auto& one : mine.coming) {
        if (one.board != scene.canvas.board()) continue;
        const auto place = scene.camera.to_window(one.place, scene.view);
        if (!place.overlaps(scene.view)) continue;
        const auto text = base::tr("canvas.image.coming");
        frame.say("image/" + std::to_string(one.number), text);
        if (one.on_note) {
            spinner(frame, place.centre(), frame.px(22));
            continue;
        }
        frame.painter.fill(place, frame.px(radius::note), frame.theme.sunken);
        frame.painter.stroke(place, frame.px(radius::note), frame.theme.line_control, frame.px(2));
        spinner(frame, {place.centre().x, place.centre().y - frame.px(24)}, frame.px(22));
        auto ink = ink_of(20, paint::Weight::regular, frame.theme.ink2, paint::Align::centre);
        auto words = place.inset(frame.px(12));
        words.cut_top(words.h / 2 + frame.px(8));
        if (words.h >= frame.px(28)) label(frame, words.cut_top(frame.px(28)), text, ink);
    }
}

}  // namespace

void work_with_images(CanvasImages& mine, CanvasScene& scene, Toasts& toasts) {
    if (scene.canvas.board().empty()) return;
    take_dropped(mine, scene, toasts);
    take_pasted(mine, scene);
    take_ready(mine, scene, toasts);
    std::erase_if(mine.coming, [&scene](const auto& one) {
        const auto* item = scene.canvas.board() == one.board ? scene.canvas.find(one.item) : nullptr;
        const bool is_here = item != nullptr && (!one.on_note || item->photo != one.instead_of);
        // Nobody loses what he has chosen meanwhile.
        if (is_here && scene.hands.selected.empty() && scene.hands.tool == CanvasTool::hand) {
            scene.hands.selected = {one.item};
            scene.frame.redraw_in(0);
        }
        return is_here || (one.asked_s && scene.frame.now_s() - *one.asked_s > longest_answer_s);
    });
    draw_kept_places(mine, scene);
}

void refuse_images(CanvasImages& mine, Frame& frame, Toasts& toasts) {
    if (mine.dropped.empty()) return;
    toasts.add(frame, base::tr("canvas.image.no_board"), {}, Tone::warn, mine.dropped.front().at);
    mine.dropped.clear();
}

}  // namespace ui
