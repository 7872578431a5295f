// What several people at one board have chosen, each with a menu.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas_tools.hpp"

namespace ui {
namespace {

constexpr std::size_t most_aside = 3;
constexpr double aside_lasts_s = 60;  // who has gone leaves no menu behind

/// Is it the hand of who chose these?
bool is_same_hand(const Frame& frame, const std::set<base::Id>& selected, const CanvasWork::Chooser& chooser,
                  const CanvasTap& tap) {
    if (selected.contains(tap.item)) return true;
    if (tap.contact == 0 || chooser.by_mouse) return tap.contact == 0 && chooser.by_mouse;
    const auto by = chooser.at_px - tap.at_px;
    return std::hypot(by.x, by.y) <= frame.mm(same_person_mm);
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
    const bool is_known = hands.selected == work.chooser.last;
    const bool is_free = hands.selected.empty();
    if (!is_free && (!is_known || is_same_hand(frame, hands.selected, work.chooser, tap))) return true;
    const auto found = std::find_if(work.aside.begin(), work.aside.end(), [&](const auto& one) {
        return is_same_hand(frame, one.selected, one.chooser, tap);
    });
    if (found != work.aside.end()) {
        change_places(hands, static_cast<std::size_t>(found - work.aside.begin()));
        std::erase_if(work.aside, [](const auto& one) { return one.selected.empty(); });
        return true;
    }
    if (is_free) {
        begin_choice(hands);
        return true;
    }
    // Far from everybody, on empty board: with one there it is his, who has gone on; with several nobody knows whose.
    if (tap.item.empty()) return work.aside.empty();
    if (work.aside.size() == most_aside) return true;
    work.aside.push_back({hands.selected, work.menu_of, work.page, work.chooser});
    begin_choice(hands);
    return true;
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
    work.aim = CanvasWork::Aim::none;
}

void choose_tapped(CanvasHands& hands, const CanvasTap& tap, const Frame& frame) {
    if (hands.tool != CanvasTool::hand && hands.tool != CanvasTool::note && hands.tool != CanvasTool::text &&
        hands.tool != CanvasTool::frame) {
        return;
    }
    if (!turn_to_hand(hands, tap, frame)) return;
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
    auto& chooser = hands.work.chooser;
    chooser.last = hands.selected;
    chooser.at_px = tap.at_px;
    chooser.at_s = frame.now_s();
    chooser.by_mouse = tap.contact == 0;
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
