#include "ui/interaction.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

using Phase = ContactEvent::Phase;

bool fits_axis(Zone::Axis axis, base::Point by) {
    switch (axis) {
        case Zone::Axis::any:
            return true;
        case Zone::Axis::along_x:
            return std::abs(by.x) > std::abs(by.y);
        case Zone::Axis::along_y:
            return std::abs(by.y) >= std::abs(by.x);
        default:
            return false;
    }
}

bool moves_focus(const InputEvent& event) {
    if (const auto* contact = std::get_if<ContactEvent>(&event)) return contact->phase == Phase::end;
    const auto* key = std::get_if<KeyEvent>(&event);
    return key != nullptr && (key->key == Key::tab || key->key == Key::escape);
}

}  // namespace

void Interaction::begin(double now_s, const GestureLimits& limits) {
    hits_.clear();
    drops_.clear();
    strokes_.clear();
    wheels_.clear();
    turned_.clear();
    typed_.clear();
    keys_.clear();
    chars_.clear();
    begun_.clear();
    redraw_in_.reset();
    holds_letters_ = false;
    now_s_ = now_s;
    limits_ = limits;
    if (pinch_ && pinch_->over) pinch_.reset();
    if (pinch_) pinch_->frame = {pinch_->frame.centre, {}, 1};
    const bool settling = std::exchange(settle_, false);
    // Before the first frame there is nothing to touch.
    if (!settling && frame_ > 0) {
        while (!waiting_.empty() && !settle_) {
            // What was written belongs to the field that has the keyboard now.
            if (!typed_.empty() && moves_focus(waiting_.front())) {
                settle_ = true;
                break;
            }
            const auto event = waiting_.front();
            waiting_.pop_front();
            if (first_ > 0) --first_;
            settle_ = take(event, limits);
        }
    }
    for (auto& [number, contact] : contacts_) {
        const auto next = wait(contact.gesture, now_s, limits);
        contact.gesture = next.now;
        apply(contact, number, next.event);
    }
    focus_began_ = focus_;
    top_ = find_top();
    hovered_.clear();
    if (hover_ && contacts_.empty()) {
        const auto zones = zones_at(*hover_);
        if (!zones.empty()) hovered_ = zones.front().id;
    }
}

void Interaction::finish(double now_s, const GestureLimits& limits) {
    for (const auto& [number, contact] : contacts_) {
        const auto* pressing = std::get_if<Pressing>(&contact.gesture);
        if (pressing == nullptr) continue;
        const double left = std::max(0.0, pressing->since_s + limits.long_press_s - now_s);
        redraw_in_ = std::min(redraw_in_.value_or(left), left);
    }
    std::erase_if(eases_, [this](const auto& one) { return one.second.frame != frame_; });
    std::swap(zones_, before_);
    zones_.clear();
    regions_before_ = std::exchange(regions_, {});
    bring_back_focus();
    wrote_ = std::exchange(writers_, {});
    ++frame_;
    telling_.frame = frame_;
    telling_.focus = focus_;
    if (probing_) {
        for (const auto& zone : before_) telling_.zones.emplace_back(zone.id, zone.seen);
    }
    probed_ = std::exchange(telling_, {});
}

bool Interaction::take(const InputEvent& event, const GestureLimits& limits) {
    if (const auto* contact = std::get_if<ContactEvent>(&event)) return take_contact(*contact, limits);
    if (const auto* key = std::get_if<KeyEvent>(&event)) return take_key(*key);
    if (const auto* wheel = std::get_if<WheelEvent>(&event)) take_wheel(*wheel);
    if (const auto* written = std::get_if<CharEvent>(&event)) {
        const auto* zone = written_in(written->to);
        if (zone != nullptr && zone->text) {
            typed_[zone->id].push_back(event);
        } else if (written->to.empty()) {
            chars_.push_back(*written);
        }
    }
    if (std::holds_alternative<BlurEvent>(event)) {
        cancel(0);
        hover_.reset();
    }
    return false;
}

std::vector<Zone> Interaction::zones_at(base::Point at) const {
    std::vector<Zone> found;
    for (auto zone = before_.rbegin(); zone != before_.rend(); ++zone) {
        if (!zone->seen.contains(at)) continue;
        found.push_back(*zone);
        if (zone->block) break;
    }
    return found;
}

bool Interaction::take_contact(const ContactEvent& event, const GestureLimits& limits) {
    if (event.contact == 0 || event.pen) hover_ = event.position_px;
    if (event.pen) see_pen(event, limits);
    if (event.phase == Phase::hover || is_palm(event, limits)) return false;
    if (event.phase == Phase::begin) {
        ring_ = false;
        Contact fresh;
        fresh.at = fresh.from = event.position_px;
        fresh.since_s = fresh.moved_s = event.time_s;
        fresh.below = zones_at(event.position_px);
        fresh.pen = event.pen;
        const bool is_finger = event.contact != 0 && !event.pen;
        if (is_finger && is_pen_used(event.time_s))
            std::erase_if(fresh.below, [](const Zone& zone) { return zone.drawn; });
        // A list with nothing there but itself takes drags only: what it lies on is tapped.
        const auto acts = [](const Zone& zone) { return zone.press || zone.text || zone.block || zone.drawn; };
        const auto first = std::find_if(fresh.below.begin(), fresh.below.end(), acts);
        if (first != fresh.below.end()) fresh.owner = static_cast<std::size_t>(first - fresh.below.begin());
        const auto* zone = fresh.zone();
        fresh.barred = zone != nullptr && has_other_hand(*zone, event.contact);
        begun_.push_back(fresh.at);
        contacts_[event.contact] = std::move(fresh);
        begin_pinch_while_drawing(event.contact);
    }
    const auto found = contacts_.find(event.contact);
    if (found == contacts_.end()) return false;
    auto& contact = found->second;
    if (event.phase == Phase::move) {
        const double passed = event.time_s - contact.moved_s;
        if (passed > 0) {
            contact.velocity = {(contact.velocity.x + (event.position_px.x - contact.at.x) / passed) / 2,
                                (contact.velocity.y + (event.position_px.y - contact.at.y) / passed) / 2};
            contact.moved_s = event.time_s;
        }
    }
    // A finger that rested before it let go throws nothing.
    if (event.phase == Phase::end && event.time_s - contact.moved_s > 0.1) contact.velocity = {};
    contact.at = event.position_px;
    // A pen that leaves the glass presses no more: that is not how the stroke ends.
    if (event.phase != Phase::end) contact.pressure = event.pressure;
    draw_on(contact, event.contact, event.phase);
    const auto next = step(contact.gesture, event, limits);
    contact.gesture = next.now;
    // A press that ends in one leap, further than a tap, was a drag.
    if (next.event == GestureEvent::dropped && !contact.dragging)
        apply(contact, event.contact, GestureEvent::drag_began);
    apply(contact, event.contact, next.event);
    follow_pinch(event.contact);
    if (!std::holds_alternative<Resting>(contact.gesture)) return false;
    end_pinch(event.contact);
    contacts_.erase(found);
    return true;
}

void Interaction::apply(Contact& contact, int number, GestureEvent event) {
    if (contact.barred || contact.pinching) return;
    const auto* owner = contact.zone();
    if (event == GestureEvent::drag_began && owner != nullptr && owner->drawn) return;
    switch (event) {
        case GestureEvent::drag_began: {
            if (begin_pinch(number)) return;
            const base::Point by = contact.at - contact.from;
            for (std::size_t i = 0; i < contact.below.size(); ++i) {
                if (!contact.below[i].enabled || !fits_axis(contact.below[i].drag, by)) continue;
                contact.owner = i;
                contact.barred = has_other_hand(contact.below[i], number);
                contact.dragging = !contact.barred;
                // The board stands still while somebody carries something.
                if (contact.dragging && pinch_) pinch_->over = true;
                return;
            }
            return;
        }
        case GestureEvent::long_pressed:
            if (owner != nullptr && owner->hold && owner->enabled) {
                hits_.push_back({owner->id, false, true, contact.at, number});
            }
            return;
        case GestureEvent::tapped:
            return tap(contact, number);
        case GestureEvent::held_end:
            if (owner == nullptr || !owner->hold) tap(contact, number);
            return;
        case GestureEvent::strayed_end:
        case GestureEvent::dropped:
            if (contact.dragging) return let_go(contact, number, false);
            if (owner != nullptr && owner->seen.contains(contact.at)) tap(contact, number);
            return;
        case GestureEvent::cancelled:
            if (contact.dragging) let_go(contact, number, true);
            return;
        default:
            return;
    }
}

void Interaction::tap(const Contact& contact, int number) {
    const auto* owner = contact.zone();
    touched_at_ = contact.at;
    if (owner != nullptr && owner->press && owner->enabled)
        hits_.push_back({owner->id, true, false, contact.at, number});
    if (owner != nullptr && owner->keeps_focus) return;
    if (owner != nullptr && owner->text && owner->enabled) {
        focus_ = owner->id;
        return;
    }
    // Where the keyboard goes on from; on the ground it stays, except that writing ends.
    const auto* focused = focused_zone();
    const bool writing = focused != nullptr && focused->text;
    // Who writes on the screen goes on, whatever others touch.
    if (writing && wrote_.contains(focused->id)) return;
    if (owner != nullptr && owner->press && owner->enabled) {
        focus_ = owner->id;
    } else if (writing) {
        focus_.clear();
    }
}

void Interaction::let_go(const Contact& contact, int number, bool cancelled) {
    Drop drop;
    drop.id = contact.below[contact.owner].id;
    drop.contact = number;
    drop.from = contact.from;
    if (!cancelled) {
        drop.by = contact.at - contact.from;
        drop.velocity = contact.velocity;
    }
    drop.cancelled = cancelled;
    drops_.push_back(std::move(drop));
}

void Interaction::cancel(int number) {
    const auto found = contacts_.find(number);
    if (found == contacts_.end()) return;
    draw_on(found->second, number, Phase::cancel);
    apply(found->second, number, GestureEvent::cancelled);
    end_pinch(number);
    contacts_.erase(found);
}

void Interaction::take_wheel(const WheelEvent& event) {
    // A twelfth of the window's height is one notch of a wheel: it makes a board a fifth larger.
    constexpr double px_to_double = 340;
    for (const auto& zone : zones_at(event.position_px)) {
        if (zone.pinch) {
            const double ratio = event.control ? std::exp2(event.by_px.y / px_to_double) : 1;
            turned_.emplace_back(zone.id, Pinch{event.position_px, event.control ? base::Point{} : event.by_px, ratio});
            return;
        }
        if (event.control || !fits_axis(zone.drag, event.by_px) || zone.drag == Zone::Axis::any) continue;
        wheels_.emplace_back(zone.id, event.by_px);
        return;
    }
}

}  // namespace ui
