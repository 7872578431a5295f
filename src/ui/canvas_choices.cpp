// What several people at one board have chosen, each with a menu.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "ui/canvas_tools.hpp"

namespace ui {
namespace {

constexpr std::size_t most_aside = 3;
constexpr double aside_lasts_s = 60;  // who has gone leaves no menu behind
// Who touches an item further away is somebody else; whoever aims reaches further.
constexpr double same_person_mm = 350, aim_reach_mm = 600;
constexpr double nobody = 1e300;

/// How far this tap is from who chose these, px; `nobody`: it is somebody else's.
double far_from(const Frame& frame, const std::set<base::Id>& selected, const CanvasWork::Chooser& chooser,
                CanvasWork::Aim aim, const CanvasTap& tap) {
    const bool aims = aim != CanvasWork::Aim::none;
    if (selected.empty()) return nobody;
    if (!aims && selected.contains(tap.item)) return 0;
    if (tap.contact == 0 || chooser.by_mouse) return tap.contact == 0 && chooser.by_mouse ? 0 : nobody;
    const auto by = chooser.at_px - tap.at_px;
    const double far = std::hypot(by.x, by.y);
    // Empty board is nobody's: there the nearest is meant.
    if (tap.item.empty()) return far;
    return far <= frame.mm(aims ? aim_reach_mm : same_person_mm) ? far : nobody;
}

/// The lowest number that no menu has.
int free_menu(const CanvasWork& work) {
    int number = 1;
    const auto is_taken = [&](const auto& one) { return one.chooser.menu == number; };
    while (std::any_of(work.aside.begin(), work.aside.end(), is_taken)) ++number;
    return number;
}

void begin_choice(CanvasHands& hands) {
    auto& work = hands.work;
    hands.selected.clear();
    work.menu_of.clear();
    work.page = CanvasWork::Page::main;
    work.aim = CanvasWork::Aim::none;
    work.chooser.menu = free_menu(work);
}

/// Makes what this hand has chosen the one that taps work on. False: it has nothing to let go of.
bool turn_to_hand(CanvasHands& hands, const CanvasTap& tap, const Frame& frame) {
    auto& work = hands.work;
    const bool is_free = hands.selected.empty();
    // What came to be chosen without a tap is whoever's touches next.
    if (!is_free && hands.selected != work.chooser.last) return true;
    double nearest = far_from(frame, hands.selected, work.chooser, work.aim, tap);
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < work.aside.size(); ++i) {
        const auto& one = work.aside[i];
        const double far = far_from(frame, one.selected, one.chooser, one.aim, tap);
        if (far >= nearest) continue;
        nearest = far;
        found = i;
    }
    if (found) {
        change_places(hands, *found);
        std::erase_if(work.aside, [](const auto& one) { return one.selected.empty(); });
        return true;
    }
    if (nearest < nobody) return true;
    if (is_free) {
        begin_choice(hands);
        return true;
    }
    if (tap.item.empty()) return false;
    if (work.aside.size() == most_aside) return true;
    work.aside.push_back({hands.selected, work.menu_of, work.page, work.chooser, work.aim});
    begin_choice(hands);
    return true;
}

void touched_by(CanvasWork::Chooser& chooser, const std::set<base::Id>& selected, const CanvasTap& tap,
                const Frame& frame) {
    chooser.last = selected;
    chooser.at_px = tap.at_px;
    chooser.at_s = frame.now_s();
    chooser.by_mouse = tap.contact == 0;
}

}  // namespace

std::vector<const std::set<base::Id>*> choices_of(const CanvasHands& hands) {
    std::vector<const std::set<base::Id>*> found{&hands.selected};
    for (const auto& one : hands.work.aside) found.push_back(&one.selected);
    return found;
}

const std::set<base::Id>* choice_with(const CanvasHands& hands, const base::Id& item) {
    if (hands.selected.contains(item)) return &hands.selected;
    for (const auto& one : hands.work.aside) {
        if (one.selected.contains(item)) return &one.selected;
    }
    return nullptr;
}

void change_places(CanvasHands& hands, std::size_t aside) {
    auto& work = hands.work;
    auto& other = work.aside[aside];
    std::swap(hands.selected, other.selected);
    std::swap(work.menu_of, other.menu_of);
    std::swap(work.page, other.page);
    std::swap(work.chooser, other.chooser);
    std::swap(work.aim, other.aim);
}

void choose_tapped(CanvasHands& hands, CanvasTap& tap, const Frame& frame) {
    if (hands.tool != CanvasTool::hand && hands.tool != CanvasTool::note && hands.tool != CanvasTool::text &&
        hands.tool != CanvasTool::frame) {
        return;
    }
    auto& work = hands.work;
    const bool turned = turn_to_hand(hands, tap, frame);
    if (turned && work.aim != CanvasWork::Aim::none && !hands.selected.empty()) {
        tap.aim = work.aim;
        tap.aimed = hands.selected;
        // An arrow to nothing: he goes on aiming.
        if (tap.aim == CanvasWork::Aim::connect && tap.item.empty()) return;
        work.aim = CanvasWork::Aim::none;
        return touched_by(work.chooser, hands.selected, tap, frame);
    }
    if (tap.item.empty() && tap.contact == 0 && hands.tool == CanvasTool::hand) {
        work.aside.clear();
        hands.selected.clear();
    }
    if (!turned) return;
    if (tap.item.empty()) {
        if (hands.tool == CanvasTool::hand) hands.selected.clear();
    } else if (tap.held) {
        // One more, or one less.
        if (hands.selected.erase(tap.item) == 0) hands.selected.insert(tap.item);
    } else if (hands.selected.contains(tap.item)) {
        hands.selected.clear();
    } else {
        hands.selected = {tap.item};
    }
    touched_by(work.chooser, hands.selected, tap, frame);
}

void forget_choices(CanvasScene& scene) {
    auto& aside = scene.hands.work.aside;
    for (auto& one : aside) {
        const auto is_gone = [&scene](const base::Id& id) { return scene.canvas.find(id) == nullptr; };
        if (std::erase_if(one.selected, is_gone) > 0) one.chooser.last = one.selected;
        scene.frame.redraw_in(std::max(0.0, one.chooser.at_s + aside_lasts_s - scene.frame.now_s()));
    }
    const double now_s = scene.frame.now_s();
    std::erase_if(
        aside, [now_s](const auto& one) { return one.selected.empty() || now_s >= one.chooser.at_s + aside_lasts_s; });
}

}  // namespace ui
