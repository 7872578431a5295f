// What the menu of a board's items does with what is selected.
#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "ui/canvas_tidy.hpp"
#include "ui/canvas_tools.hpp"

namespace ui {
namespace {

using model::Item;
using model::ItemType;
using MenuPage = CanvasWork::Page;

constexpr double larger_by = 1.25, least_side = 40, most_side = 20000, usual_letters = 24, usual_pen_width = 4;

std::vector<Item> unlocked(std::vector<Item> items) {
    std::erase_if(items, [](const Item& item) { return item.locked; });
    return items;
}

Item resized(Item item, double factor) {
    const auto& place = item.place;
    const double most = most_side / std::max(1.0, std::max(place.w, place.h));
    const double least = least_side / std::max(1.0, std::min(place.w, place.h));
    const bool drawn = item.type == ItemType::ink;
    // What is smaller than that already is not made larger by making it smaller.
    factor = factor > 1 ? std::min(factor, std::max(1.0, most)) : std::max(factor, drawn ? 0.0 : std::min(1.0, least));
    if (item.type == ItemType::line) {
        item.size = std::clamp((item.size > 0 ? item.size : usual_pen_width) * factor, 1.0, 48.0);
        return item;
    }
    item.place = place.centred({place.w * factor, place.h * factor});
    if (item.type == ItemType::text) item.size = (item.size > 0 ? item.size : usual_letters) * factor;
    for (auto& point : item.ink) {
        point.x = static_cast<float>(point.x * factor);
        point.y = static_cast<float>(point.y * factor);
    }
    return item;
}

void resize_selected(CanvasScene& scene, double factor) {
    auto items = unlocked(selected_items(scene));
    for (auto& item : items) item = resized(std::move(item), factor);
    put_items(scene, "put_items", std::move(items));
}

void order_selected(CanvasScene& scene, bool front) {
    auto items = unlocked(selected_items(scene));
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.level < b.level; });
    auto levels = front ? levels_above(scene.canvas, items.size()) : levels_below(scene.canvas, items.size());
    for (std::size_t i = 0; i < items.size(); ++i) items[i].level = std::move(levels[i]);
    put_items(scene, "order_items", std::move(items));
}

void lock_selected(CanvasScene& scene, bool locked) {
    auto items = selected_items(scene);
    std::erase_if(items, [locked](const Item& item) { return item.locked == locked; });
    for (auto& item : items) item.locked = locked;
    put_items(scene, "lock_items", std::move(items));
}

void group_selected(CanvasScene& scene, bool together) {
    auto items = unlocked(selected_items(scene));
    const auto group = together ? base::new_id(scene.frame.host_now_ms()) : base::Id{};
    // Who takes one out of a group takes the group apart: nobody is left behind alone.
    if (!together) {
        std::set<base::Id> groups, known;
        for (const auto& item : items) {
            known.insert(item.id);
            if (!item.group.empty()) groups.insert(item.group);
        }
        for (const auto& item : std::vector(items)) {
            for (const auto& id : scene.canvas.carried_with(item.id)) {
                const auto* other = scene.canvas.find(id);
                const bool ours = other != nullptr && groups.contains(other->group) && !other->locked;
                if (ours && known.insert(id).second) items.push_back(*other);
            }
        }
    }
    std::string name;
    for (const auto& item : items) name = name.empty() && together ? item.group_name : name;
    for (auto& item : items) {
        item.group = group;
        item.group_name = name;
    }
    put_items(scene, "group_items", std::move(items));
}

/// What moves with an item: the stamps on it; with a frame, all that lies in it.
std::vector<const Item*> along_with(const Canvas& canvas, const Item& item) {
    if (item.type != ItemType::frame) return stamps_on(canvas, item);
    std::vector<const Item*> along;
    std::vector<SeenItem> near;
    canvas.within(item.place, near);
    for (const auto& seen : near) {
        const base::Point end{seen.extent.right(), seen.extent.bottom()};
        const bool whole = item.place.contains(seen.extent.top_left()) && item.place.contains(end);
        if (whole && seen.item->id != item.id && seen.item->place != item.place) along.push_back(seen.item);
    }
    return along;
}

/// Each moved to its new place, with what goes along.
void put_at(CanvasScene& scene, std::string_view deed, const std::vector<Item>& items,
            const std::vector<base::Rect>& places) {
    std::vector<Item> moved;
    std::set<base::Id> known;
    for (const auto& item : items) known.insert(item.id);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto by = places[i].top_left() - items[i].place.top_left();
        if (by == base::Point{}) continue;
        moved.push_back(moved_item(items[i], by));
        for (const auto* other : along_with(scene.canvas, items[i])) {
            if (!other->locked && known.insert(other->id).second) moved.push_back(moved_item(*other, by));
        }
    }
    put_items(scene, deed, std::move(moved));
}

void line_up_selected(CanvasScene& scene, LineUp how) {
    auto items = unlocked(selected_items(scene));
    // Ink belongs where it was drawn; lines follow what they end at, and what goes along with another follows that.
    std::erase_if(items, [](const Item& item) { return !is_lined_up(item); });
    std::set<base::Id> followers;
    for (const auto& item : items) {
        for (const auto* other : along_with(scene.canvas, item)) followers.insert(other->id);
    }
    std::erase_if(items, [&followers](const Item& item) { return followers.contains(item.id); });
    std::vector<base::Rect> places;
    for (const auto& item : items) places.push_back(item.place);
    put_at(scene, "tidy_items", items, lined_up(places, how));
}

/// The smallest frame that its middle lies in; null: it lies in none.
const Item* frame_around(const Canvas& canvas, const Item& item) {
    const Item* smallest = nullptr;
    const auto size = [](const Item& one) { return one.place.w * one.place.h; };
    for (const auto* other : canvas.within(item.place)) {
        if (other->type != ItemType::frame || !other->place.contains(item.place.centre())) continue;
        if (smallest == nullptr || size(*other) < size(*smallest)) smallest = other;
    }
    return smallest;
}

/// What lies below the frame's head.
base::Rect room_in(const Item& frame) {
    auto room = frame.place.inset(std::min(20.0, frame.place.w / 8), std::min(20.0, frame.place.h / 8));
    room.cut_top(std::min(Canvas::frame_head, room.h / 4));
    return room;
}

/// Notes and images, each within the frame that it lies in; the board's furniture stays where it is.
void tidy_items(CanvasScene& scene, std::vector<Item> items, TidyBy by) {
    std::erase_if(items, [](const Item& item) { return !is_tidied(item); });
    std::map<base::Id, std::vector<Item>> by_frame;
    for (auto& item : items) {
        const auto* frame = frame_around(scene.canvas, item);
        by_frame[frame == nullptr ? base::Id{} : frame->id].push_back(std::move(item));
    }
    std::vector<Item> tidied;
    std::vector<base::Rect> places;
    for (const auto& [id, together] : by_frame) {
        std::vector<TidyThing> things;
        for (const auto& item : together) {
            things.push_back({item.place, item.colour, static_cast<int>(stamps_on(scene.canvas, item).size())});
        }
        const auto* frame = scene.canvas.find(id);
        const auto there = tidy_places(things, by, frame == nullptr ? base::Rect{} : room_in(*frame));
        tidied.insert(tidied.end(), together.begin(), together.end());
        places.insert(places.end(), there.begin(), there.end());
    }
    put_at(scene, "tidy_items", tidied, places);
}

void tidy_selected(CanvasScene& scene, TidyBy by) {
    auto items = unlocked(selected_items(scene));
    const auto is_frame = [](const Item& item) { return item.type == ItemType::frame; };
    if (std::all_of(items.begin(), items.end(), is_frame)) items = unlocked(selected_with_carried(scene));
    tidy_items(scene, std::move(items), by);
}

void give_meaning(CanvasScene& scene, std::string_view means) {
    if (means == "none") means = {};
    auto items = unlocked(selected_items(scene));
    std::erase_if(items, [means](const Item& item) { return item.type != ItemType::line || item.means == means; });
    for (auto& item : items) item.means = means;
    put_items(scene, "put_items", std::move(items));
    scene.hands.work.page = MenuPage::main;
}

void move_to_board(CanvasScene& scene, std::string_view id) {
    const auto board = base::parse_id(id);
    if (!board) return;
    std::vector<base::Id> ids;
    for (const auto& item : selected_with_carried(scene)) ids.push_back(item.id);
    if (ids.empty()) return;
    scene.hands.selected.clear();
    scene.out.emplace_back(intents::MoveItems{scene.canvas.board(), *board, std::move(ids)});
}

/// True when it was a page, or an aim, or something else that changes no item.
bool turn_to(CanvasScene& scene, std::string_view deed) {
    auto& hands = scene.hands;
    auto& work = hands.work;
    const auto first = hands.selected.empty() ? base::Id{} : *hands.selected.begin();
    if (deed == "more") work.page = MenuPage::more;
    if (deed == "back") work.page = work.page == MenuPage::boards ? MenuPage::more : MenuPage::main;
    if (deed == "colour") work.page = MenuPage::colour;
    if (deed == "means") work.page = MenuPage::means;
    if (deed == "to_board") work.page = MenuPage::boards;
    if (deed == "move") work.aim = CanvasWork::Aim::move;
    if (deed == "connect") work.aim = CanvasWork::Aim::connect;
    // Where a tool draws no tap says where to.
    const bool taps_draw = draws_by_drag(hands.tool) || hands.tool == CanvasTool::stamp;
    if (work.aim != CanvasWork::Aim::none && taps_draw) hands.tool = CanvasTool::hand;
    if (deed == "write") hands.writing = first;
    if (deed == "describe") work.describes = first;
    if (deed == "name_group") work.names = first;
    if (deed == "large") hands.large = first;
    if (deed == "copy") copy_selected(scene);
    if (deed == "close") hands.selected.clear();
    if (deed == "undo") scene.out.emplace_back(intents::UndoItem{scene.canvas.board(), first});
    static constexpr std::string_view names[] = {"name_group", "more", "back",    "colour", "means",
                                                 "to_board",   "move", "connect", "write",  "describe",
                                                 "large",      "copy", "undo",    "close"};
    return std::find(std::begin(names), std::end(names), deed) != std::end(names);
}

}  // namespace

bool is_lined_up(const Item& item) {
    return item.type != ItemType::ink && item.type != ItemType::line;
}

bool is_tidied(const Item& item) {
    return item.type == ItemType::note || item.type == ItemType::image;
}

void tidy_board(CanvasScene& scene) {
    if (!scene.hands.selected.empty()) return tidy_selected(scene, TidyBy::grid);
    std::vector<Item> items;
    for (const auto* item : scene.canvas.all()) items.push_back(*item);
    tidy_items(scene, unlocked(std::move(items)), TidyBy::grid);
}

void do_with_selected(CanvasScene& scene, std::string_view deed) {
    if (turn_to(scene, deed)) return;
    if (deed.starts_with("board/")) return move_to_board(scene, deed.substr(6));
    if (deed.starts_with("means/")) return give_meaning(scene, deed.substr(6));
    if (deed == "write_here") {
        for (const auto& cell : selected_items(scene)) return write_in_cell(scene, cell);
        return;
    }
    if (deed == "duplicate") return duplicate_selected(scene);
    if (deed == "remove") return remove_selected(scene);
    if (deed == "larger") return resize_selected(scene, larger_by);
    if (deed == "smaller") return resize_selected(scene, 1 / larger_by);
    if (deed == "front" || deed == "behind") return order_selected(scene, deed == "front");
    if (deed == "lock" || deed == "unlock") {
        scene.hands.work.page = MenuPage::main;
        return lock_selected(scene, deed == "lock");
    }
    if (deed == "group" || deed == "ungroup") return group_selected(scene, deed == "group");
    if (deed == "align_left") return line_up_selected(scene, LineUp::left);
    if (deed == "align_centre") return line_up_selected(scene, LineUp::centre);
    if (deed == "align_top") return line_up_selected(scene, LineUp::top);
    if (deed == "tidy_grid") return tidy_selected(scene, TidyBy::grid);
    if (deed == "tidy_colour") return tidy_selected(scene, TidyBy::colour);
    if (deed == "tidy_stamps") return tidy_selected(scene, TidyBy::stamps);
}

void colour_selected(CanvasScene& scene, std::string_view colour) {
    auto items = unlocked(selected_items(scene));
    std::erase_if(items, [colour](const Item& item) {
        const bool none = item.type == ItemType::image || item.type == ItemType::stamp;
        return none || item.colour == colour;
    });
    for (auto& item : items) item.colour = colour;
    put_items(scene, "colour_items", std::move(items));
    scene.hands.work.page = MenuPage::main;
    scene.frame.redraw_in(0);
}

}  // namespace ui
