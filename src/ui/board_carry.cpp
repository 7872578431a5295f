// Items in hands: several people's at once, each with what belongs to it.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/screen_board.hpp"

namespace ui {
namespace {

using Hold = BoardScreen::Hold;

/// So long a refusal takes at most; then things lie where they lay.
constexpr double news_within_s = 3, keys_rest_s = 0.3;
constexpr double same_px = 0.01;
constexpr double edge_width = 64;  // design px, where what is carried has the board go under it

bool is_same_place(base::Point a, base::Point b) {
    return std::abs(a.x - b.x) < same_px && std::abs(a.y - b.y) < same_px;
}

/// Somebody has it in hand.
const Hold* holder_of(const BoardScreen& mine, const base::Id& id) {
    for (const auto& [number, hold] : mine.holds) {
        const auto carried = mine.hands.carried.find(number);
        if (number < 0 || carried == mine.hands.carried.end()) continue;
        const auto& items = carried->second.items;
        if (std::find(items.begin(), items.end(), id) != items.end()) return &hold;
    }
    return nullptr;
}

bool hangs_between_items(const model::Item& item) {
    return item.type == model::ItemType::line && !item.from.item.empty() && !item.to.item.empty();
}

/// What others have a finger on: they touched it first, though they do not carry it yet.
std::set<base::Id> under_other_fingers(const Frame& frame, int contact) {
    constexpr std::string_view start = "item/";
    std::set<base::Id> found;
    for (const auto zone : frame.touched_by_others(contact)) {
        if (!zone.starts_with(start)) continue;
        if (const auto id = base::parse_id(zone.substr(start.size()))) found.insert(*id);
    }
    return found;
}

/// What comes along when a hand takes it, itself first.
std::vector<base::Id> taken_with(const BoardScreen& mine, const CanvasScene& scene, const base::Id& lead, int contact) {
    const auto& canvas = scene.canvas;
    const auto others = under_other_fingers(scene.frame, contact);
    std::vector<base::Id> found;
    std::set<base::Id> known;
    const auto add_all = [&](const base::Id& id) {
        const auto* first = canvas.find(id);
        if (first == nullptr || first->locked || is_handed(scene, id)) return;
        const bool is_frame = first->type == model::ItemType::frame;
        for (const auto& one : canvas.carried_with(id)) {
            const auto* item = canvas.find(one);
            // A frame takes along whatever lies in it.
            if (item == nullptr || (item->locked && !is_frame) || hangs_between_items(*item)) continue;
            if (is_handed(scene, one)) continue;
            if (one != lead && (others.contains(one) || holder_of(mine, one) != nullptr)) continue;
            if (known.insert(one).second) found.push_back(one);
        }
    };
    add_all(lead);
    if (const auto* together = choice_with(mine.hands, lead)) {
        for (const auto& id : *together) add_all(id);
    }
    if (found.size() > model::most_items_at_once) found.resize(model::most_items_at_once);
    return found;
}

base::Point seen_corner(const BoardScreen& mine, const model::Item& item) {
    const auto by = mine.moved.find(item.id);
    return by == mine.moved.end() ? item.place.top_left() : item.place.top_left() + by->second;
}

/// Nobody has taken it away from under the finger, with a group or a frame, before that has moved.
bool is_still_under(const BoardScreen& mine, const CanvasScene& scene, const model::Item& item, base::Point px) {
    if (item.type == model::ItemType::line || item.type == model::ItemType::ink) return true;
    const auto corner = seen_corner(mine, item);
    const base::Rect seen{corner.x, corner.y, item.place.w, item.place.h};
    const double slop = scene.frame.mm(2 * board_slop_mm) / scene.camera.zoom;
    return seen.inset(-slop).contains(scene.camera.to_board(px, scene.view));
}

void forget_hold(BoardScreen& mine, int number) {
    mine.holds.erase(number);
    mine.hands.carried.erase(number);
}

/// Whoever takes something up does not wait for where it was on its way to.
void take_over(BoardScreen& mine, const std::vector<base::Id>& items) {
    for (auto& [number, carried] : mine.hands.carried) {
        if (number >= 0) continue;
        std::erase_if(carried.items,
                      [&items](const auto& id) { return std::find(items.begin(), items.end(), id) != items.end(); });
    }
}

void ask_for(BoardScreen& mine, const Canvas& canvas, int number, double now_s, Intents& out) {
    auto& hold = mine.holds.at(number);
    auto& carried = mine.hands.carried.at(number);
    const auto* lead = canvas.find(hold.lead);
    if (lead == nullptr) return;
    hold.before = lead->place.top_left();
    hold.asked_s = now_s;
    const auto by = hold.target - hold.before;
    intents::PutItems deed{canvas.board(), "move_items"};
    for (const auto& id : carried.items) {
        if (const auto* item = canvas.find(id)) deed.items.push_back(moved_item(*item, by));
    }
    // Where it lies after all is where it may lie.
    if (const auto first = std::find_if(deed.items.begin(), deed.items.end(),
                                        [&hold](const auto& item) { return item.id == hold.lead; });
        first != deed.items.end()) {
        hold.target = first->place.top_left();
    }
    carried.let_go = true;
    carried.revision = canvas.revision();
    out.emplace_back(std::move(deed));
}

/// True when it need no longer be shown anywhere but where it lies.
bool has_come(const Hold& hold, int number, const model::Item& lead, double now_s) {
    if (hold.asked_s < 0) return false;
    if (now_s - hold.asked_s >= news_within_s || is_same_place(hold.target, lead.place.top_left())) return true;
    // Keys may have asked more than once: the first news are not the last.
    return number != BoardScreen::key_hold && !is_same_place(hold.before, lead.place.top_left());
}

/// How far a hand is into one of the view's edges, −1 to 1 each way.
base::Point into_edges(base::Point at, const base::Rect& view, double deep) {
    const auto along = [deep](double place, double from, double to) {
        if (to - from < 4 * deep) return 0.0;
        if (place < from + deep) return std::max(-1.0, (place - from) / deep - 1);
        return place > to - deep ? std::min(1.0, (place - to) / deep + 1) : 0.0;
    };
    return {along(at.x, view.x, view.right()), along(at.y, view.y, view.bottom())};
}

/// Whoever carries something to the view's edge, and rests there, has the board go on under it; not while others have
/// their hands on the board.
void push_board(CanvasScene& scene, Hold& hold, base::Point at) {
    constexpr double rests_s = 0.25, most_px_s = 1100, longest_s = 0.05;
    auto& frame = scene.frame;
    const auto into = into_edges(at, scene.view, frame.px(edge_width));
    const bool is_inside = into == base::Point{};
    hold.was_inside = hold.was_inside || is_inside;
    if (is_inside || !hold.was_inside || frame.touches().size() > 1) {
        hold.at_edge_s = -1;
        return;
    }
    const double now_s = frame.now_s();
    if (hold.at_edge_s < 0) hold.at_edge_s = hold.pushed_s = now_s;
    frame.redraw_in(0);
    if (now_s - hold.at_edge_s < rests_s) return;
    const double passed_s = std::clamp(now_s - std::max(hold.pushed_s, hold.at_edge_s + rests_s), 0.0, longest_s);
    hold.pushed_s = now_s;
    const double far = passed_s * frame.px(most_px_s) / scene.camera.zoom;
    scene.camera.corner = {scene.camera.corner.x + into.x * far, scene.camera.corner.y + into.y * far};
}

}  // namespace

void carry_items(BoardScreen& mine, CanvasScene& scene) {
    auto& frame = scene.frame;
    const auto touches = frame.touches();
    std::vector<int> over;
    for (auto& [number, hold] : mine.holds) {
        const auto* lead = scene.canvas.find(hold.lead);
        const auto carried = mine.hands.carried.find(number);
        if (lead == nullptr || carried == mine.hands.carried.end() || has_come(hold, number, *lead, frame.now_s())) {
            over.push_back(number);
            continue;
        }
        if (number >= 0) {
            const auto touch = std::find_if(touches.begin(), touches.end(),
                                            [n = number](const auto& one) { return one.contact == n; });
            if (touch != touches.end()) {
                push_board(scene, hold, touch->at);
                hold.target = hold.stood + (scene.camera.to_board(touch->at, scene.view) - hold.from);
            }
        } else if (hold.asked_s < 0 && frame.now_s() >= hold.due_s) {
            ask_for(mine, scene.canvas, number, frame.now_s(), scene.out);
        } else {
            frame.redraw_in(std::max(
                0.001, hold.asked_s < 0 ? hold.due_s - frame.now_s() : hold.asked_s + news_within_s - frame.now_s()));
        }
        carried->second.by = hold.target - lead->place.top_left();
    }
    for (const int number : over) forget_hold(mine, number);
    const auto before = std::exchange(mine.moved, {});
    for (const auto& [number, carried] : mine.hands.carried) {
        for (const auto& id : carried.items) {
            if (carried.by.x != 0 || carried.by.y != 0) mine.moved[id] = carried.by;
        }
    }
    if (mine.moved != before) ++mine.moves;
}

void carry_item(BoardScreen& mine, CanvasScene& scene, const base::Id& id, const Drag& drag) {
    auto& canvas = scene.canvas;
    auto& frame = scene.frame;
    auto found = mine.holds.find(drag.contact);
    if (found == mine.holds.end()) {
        const auto* item = canvas.find(id);
        const bool may = item != nullptr && !item->locked && !drag.cancelled && holder_of(mine, id) == nullptr &&
                         !is_handed(scene, id) && is_still_under(mine, scene, *item, drag.from);
        auto items = may ? taken_with(mine, scene, id, drag.contact) : std::vector<base::Id>();
        if (items.empty()) mine.idle.insert(drag.contact);
        if (item == nullptr || mine.idle.contains(drag.contact)) {
            if (drag.ended) mine.idle.erase(drag.contact);
            return;
        }
        Hold hold;
        hold.lead = id;
        hold.from = scene.camera.to_board(drag.from, scene.view);
        hold.stood = hold.target = seen_corner(mine, *item);
        hold.was_inside = into_edges(drag.from, scene.view, frame.px(edge_width)) == base::Point{};
        take_over(mine, items);
        mine.hands.carried[drag.contact] = {std::move(items), {}, false, canvas.revision()};
        found = mine.holds.emplace(drag.contact, hold).first;
        frame.redraw_in(0);
    }
    auto& hold = found->second;
    if (hold.lead != id || !drag.ended) return;
    frame.redraw_in(0);
    hold.target = hold.stood + (scene.camera.to_board(drag.at(), scene.view) - hold.from);
    const auto* lead = canvas.find(hold.lead);
    if (drag.cancelled || lead == nullptr || is_same_place(hold.target, lead->place.top_left())) {
        return forget_hold(mine, drag.contact);
    }
    // The contact's number is the next hand's.
    const int number = --mine.last_let_go;
    mine.holds[number] = hold;
    mine.hands.carried[number] = std::move(mine.hands.carried[drag.contact]);
    forget_hold(mine, drag.contact);
    ask_for(mine, canvas, number, frame.now_s(), scene.out);
    const auto by = mine.holds.at(number).target - lead->place.top_left();
    mine.hands.carried.at(number).by = by;
}

void forget_gone_hands(BoardScreen& mine, const Frame& frame) {
    const auto touches = frame.touches();
    const auto is_gone = [&touches](int contact) {
        return contact >= 0 && std::none_of(touches.begin(), touches.end(),
                                            [contact](const auto& one) { return one.contact == contact; });
    };
    std::erase_if(mine.idle, is_gone);
    std::erase_if(mine.holds, [&is_gone](const auto& one) { return is_gone(one.first); });
    std::erase_if(mine.hands.carried, [&is_gone](const auto& one) { return is_gone(one.first); });
}

void push_chosen(BoardScreen& mine, CanvasScene& scene, base::Point by) {
    auto& frame = scene.frame;
    constexpr int number = BoardScreen::key_hold;
    auto& carried = mine.hands.carried;
    std::vector<base::Id> items;
    for (const auto& id : mine.hands.selected) {
        if (holder_of(mine, id) != nullptr) continue;
        items = taken_with(mine, scene, id, number);
        if (!items.empty()) break;
    }
    if (items.empty()) return;
    const auto found = mine.holds.find(number);
    if (found == mine.holds.end() || carried[number].items != items) {
        if (found != mine.holds.end() && found->second.asked_s < 0) {
            ask_for(mine, scene.canvas, number, frame.now_s(), scene.out);
        }
        const auto* lead = scene.canvas.find(items.front());
        Hold hold;
        hold.lead = items.front();
        hold.target = seen_corner(mine, *lead);
        take_over(mine, items);
        mine.holds[number] = hold;
        carried[number] = {std::move(items), {}, false, scene.canvas.revision()};
    }
    auto& hold = mine.holds.at(number);
    hold.target = hold.target + by;
    hold.asked_s = -1;
    hold.due_s = frame.now_s() + keys_rest_s;
    frame.redraw_in(0);
}

void let_go_of_board(BoardScreen& mine, const Canvas& canvas, Intents& out) {
    const auto keys = mine.holds.find(BoardScreen::key_hold);
    if (keys != mine.holds.end() && keys->second.asked_s < 0 && mine.hands.carried.contains(BoardScreen::key_hold)) {
        ask_for(mine, canvas, BoardScreen::key_hold, 0, out);
    }
    mine.holds.clear();
    mine.moved.clear();
    mine.panning.reset();
    mine.idle.clear();
    mine.glide.reset();
    mine.hands.carried.clear();
    let_go_of_tools(mine.hands, canvas, out);
    mine.picture = {};  // what was drawn takes memory
}

}  // namespace ui
