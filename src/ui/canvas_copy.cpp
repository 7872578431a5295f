// What is selected: copied, pasted, duplicated, moved and removed.
#include <map>

#include "base/language.hpp"
#include "intents/item_text.hpp"
#include "ui/canvas_tidy.hpp"
#include "ui/canvas_tools.hpp"

namespace ui {
namespace {

constexpr base::Point beside_original{32, 32};
constexpr base::Size pasted_note{200, 200};

/// In the order in which they lie above each other.
void sort_by_level(std::vector<model::Item>& items) {
    std::stable_sort(items.begin(), items.end(), [](const model::Item& a, const model::Item& b) {
        return a.level != b.level ? a.level < b.level : a.id < b.id;
    });
}

/// New items above all that lies there, one upon the other as they were; they are selected.
void put_copies(CanvasScene& scene, std::string_view deed, std::vector<model::Item> items) {
    if (items.empty()) return;
    auto levels = levels_above(scene.canvas, items.size());
    scene.hands.selected.clear();
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].level = std::move(levels[i]);
        scene.hands.selected.insert(items[i].id);
    }
    put_items(scene, deed, std::move(items));
}

base::Rect span_of_copies(const std::vector<model::Item>& items) {
    base::Rect all;
    for (const auto& item : items) {
        if (item.type != model::ItemType::line) all = all.joined(item.place);
    }
    return all;
}

base::Point middle_of_room(const CanvasScene& scene) {
    return on_board(scene, board_room(scene.frame, scene.view, scene.has_map).centre());
}

void paste_notes(CanvasScene& scene, const std::string& text) {
    auto found = intents::lines_of_text(text);
    if (found.lines.empty()) {
        scene.hands.work.told.push_back(base::tr("wall.item.nothing_to_paste"));
        return;
    }
    if (found.is_cut) {
        scene.hands.work.told.push_back(
            base::tr("wall.item.paste_cut", {{"count", std::to_string(found.lines.size())}}));
    }
    const std::vector<TidyThing> things(found.lines.size(), {{0, 0, pasted_note.w, pasted_note.h}, {}, 0});
    auto places = tidy_places(things, TidyBy::grid);
    base::Rect all;
    for (const auto& place : places) all = all.joined(place);
    const auto by = middle_of_room(scene) - all.centre();
    std::vector<model::Item> notes;
    for (std::size_t i = 0; i < found.lines.size(); ++i) {
        auto note = fresh_item(scene, model::ItemType::note, places[i].moved(by.x, by.y));
        note.text = std::move(found.lines[i]);
        note.colour = scene.hands.colour;
        notes.push_back(std::move(note));
    }
    put_copies(scene, "paste_items", std::move(notes));
}

}  // namespace

void copy_selected(CanvasScene& scene) {
    auto items = selected_items(scene);
    // Locked things may be copied; what lies in a frame comes along.
    std::map<base::Id, const model::Item*> all;
    for (const auto& item : items) {
        all[item.id] = &item;
        for (const auto& id : scene.canvas.carried_with(item.id)) {
            if (const auto* other = scene.canvas.find(id)) all.try_emplace(id, other);
        }
    }
    std::vector<model::Item> copied;
    for (const auto& [id, item] : all) copied.push_back(*item);
    if (copied.empty()) return;
    sort_by_level(copied);
    if (const auto text = intents::items_to_text(copied)) {
        scene.frame.clipboard().write(*text);
    } else {
        scene.hands.work.told.push_back(base::tr("wall.item.copy_too_much"));
    }
}

void paste_items(CanvasScene& scene) {
    const auto text = scene.frame.clipboard().read();
    if (text.empty()) {
        scene.hands.work.wants_pasted_picture = true;
        return;
    }
    if (!intents::is_items_text(text)) return paste_notes(scene, text);
    const auto items = intents::parse_items(text);
    if (!items || items->empty()) {
        scene.hands.work.told.push_back(base::tr("wall.item.paste_broken"));
        return;
    }
    // Beside what they were copied from, where that can be seen; else in the middle.
    const auto span = span_of_copies(*items), seen = scene.camera.seen(scene.view);
    const bool is_near = seen.contains(span.centre());
    const auto by = is_near || span.empty() ? beside_original : middle_of_room(scene) - span.centre();
    put_copies(scene, "paste_items", intents::fresh_copies(*items, by, scene.frame.host_now_ms()));
}

void duplicate_selected(CanvasScene& scene) {
    auto items = selected_with_carried(scene);
    if (items.empty()) items = selected_items(scene);
    sort_by_level(items);
    put_copies(scene, "paste_items", intents::fresh_copies(items, beside_original, scene.frame.host_now_ms()));
}

void remove_selected(CanvasScene& scene) {
    std::vector<base::Id> gone;
    for (const auto& item : selected_items(scene)) {
        if (!item.locked) gone.push_back(item.id);
    }
    // A line to nowhere says nothing.
    std::set<base::Id> lines;
    for (const auto& id : gone) {
        for (const auto* line : scene.canvas.lines_of(id)) {
            if (!line->locked && !scene.hands.selected.contains(line->id)) lines.insert(line->id);
        }
    }
    gone.insert(gone.end(), lines.begin(), lines.end());
    scene.hands.work.removed += gone.size();
    put_items(scene, "remove_items", {}, std::move(gone));
}

void move_selected(CanvasScene& scene, base::Point by) {
    auto items = selected_with_carried(scene);
    for (auto& item : items) item = moved_item(std::move(item), by);
    put_items(scene, "move_items", std::move(items));
}

void work_with_clipboard(CanvasScene& scene) {
    auto& frame = scene.frame;
    if (frame.take_control(U'v')) paste_items(scene);
    if (scene.hands.selected.empty()) return;
    if (frame.take_control(U'c')) copy_selected(scene);
    if (frame.take_control(U'd')) duplicate_selected(scene);
    if (frame.take_control(U'x')) {
        const auto told = scene.hands.work.told.size();
        copy_selected(scene);
        if (scene.hands.work.told.size() == told) remove_selected(scene);
    }
}

}  // namespace ui
