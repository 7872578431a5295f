#include <algorithm>
#include <cmath>

#include "ui/interaction.hpp"

namespace ui {
namespace {

bool is_arrow(Key key) {
    return key == Key::left || key == Key::right || key == Key::up || key == Key::down;
}

bool edits(const KeyEvent& event) {
    switch (event.key) {
        case Key::backspace:
        case Key::del:
        case Key::home:
        case Key::end:
        case Key::enter:
            return true;
        case Key::character:
            return event.control && !event.alt &&
                   std::u32string_view(U"acvxzy").find(event.character) != std::u32string_view::npos;
        default:
            return is_arrow(event.key);
    }
}

}  // namespace

void Interaction::focus(std::string_view id, bool ring) {
    focus_ = id;
    ring_ = ring;
}

const Zone* Interaction::zone_named(std::string_view id) const {
    if (id.empty()) return nullptr;
    const auto found = std::find_if(before_.begin(), before_.end(), [id](const Zone& zone) { return zone.id == id; });
    return found == before_.end() ? nullptr : &*found;
}

/// Where the keyboard stops: what can be pressed, written in or read, and is not under an overlay.
bool Interaction::is_stop(std::size_t index) const {
    const auto& zone = before_[index];
    if (!zone.enabled || zone.by_hand || !(zone.press || zone.text || zone.reads) || zone.rect.empty()) return false;
    // What is scrolled out of sight is scrolled to.
    const auto at = (zone.seen.empty() ? zone.rect : zone.seen).centre();
    return std::none_of(before_.begin() + static_cast<std::ptrdiff_t>(index), before_.end(),
                        [at](const Zone& later) { return later.block && later.rect.contains(at); });
}

void Interaction::move_focus(int by) {
    const auto ways = stops();
    if (ways.empty()) return;
    const auto found =
        std::find_if(ways.begin(), ways.end(), [this](std::size_t stop) { return before_[stop].id == focus_; });
    const auto at = found == ways.end() ? -1 : found - ways.begin();
    const auto count = static_cast<std::ptrdiff_t>(ways.size());
    // After a touch, the first Tab shows where the keyboard is before it goes on.
    const auto* zone = focused_zone();
    const bool shown = ring_ || (zone != nullptr && zone->text);
    const auto next = at < 0 ? (by > 0 ? 0 : count - 1) : (shown ? (at + by + count) % count : at);
    focus(before_[ways[static_cast<std::size_t>(next)]].id, true);
}

void Interaction::move_focus_towards(double x, double y) {
    const auto* from = focused_zone();
    if (from == nullptr) return move_focus(x + y > 0 ? 1 : -1);
    double least = 1e9;
    const Zone* best = nullptr;
    for (const auto i : stops()) {
        if (before_[i].id == focus_) continue;
        const base::Point by = before_[i].rect.centre() - from->rect.centre();
        const double along = by.x * x + by.y * y;
        const double across = std::abs(by.x * y) + std::abs(by.y * x);
        if (along <= 1 || along + 3 * across >= least || across > 4 * along) continue;
        least = along + 3 * across;
        best = &before_[i];
    }
    if (best != nullptr) return focus(best->id, true);
    move_focus(x + y > 0 ? 1 : -1);
}

bool Interaction::take_key_in_text(const KeyEvent& event, const Zone& zone) {
    if (event.key == Key::escape) {
        focus({}, ring_);
        return true;
    }
    if (edits(event)) {
        typed_[zone.id].emplace_back(event);
        return event.key == Key::enter;
    }
    // What the key writes comes as a character.
    if ((event.key == Key::character || event.key == Key::space) && !event.control && !event.alt) return false;
    keys_.push_back(event);
    return true;
}

bool Interaction::take_key(const KeyEvent& event) {
    const auto* zone = written_in(event.to);
    // What was written for a field that is gone is nobody's.
    if (!event.to.empty() && (zone == nullptr || !zone->text || !zone->enabled)) return false;
    if (event.key == Key::tab && !event.control && !event.alt) {
        move_focus(event.shift ? -1 : 1);
        return true;
    }
    if (zone != nullptr && zone->text && zone->enabled) return take_key_in_text(event, *zone);
    const bool held = event.control || event.alt;
    const bool scrolls = zone != nullptr && zone->reads && (event.key == Key::up || event.key == Key::down);
    if (ring_ && zone != nullptr && !held && is_arrow(event.key) && !scrolls && !zone->arrows) {
        move_focus_towards(event.key == Key::right ? 1 : (event.key == Key::left ? -1 : 0),
                           event.key == Key::down ? 1 : (event.key == Key::up ? -1 : 0));
        return true;
    }
    if (ring_ && zone != nullptr && !zone->reads && !held && (event.key == Key::enter || event.key == Key::space)) {
        if (event.repeated || !zone->enabled) return false;
        const bool hold = event.shift && zone->hold;
        hits_.push_back({zone->id, !hold, hold, zone->rect.centre(), 0});
        return true;
    }
    keys_.push_back(event);
    return true;
}

}  // namespace ui
