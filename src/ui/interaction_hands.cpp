// Several hands at once: who has what, two fingers that move the board, and what is no finger at all.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "ui/interaction.hpp"

namespace ui {
namespace {

using Phase = ContactEvent::Phase;

/// So many that come down within so short a time are no fingers.
constexpr std::size_t crowd_fingers = 4;
constexpr double crowd_s = 0.06, palm_lasts_s = 0.3;
/// So long after a pen last told something it is near, and is what draws; a hand rests so long under one that moves.
constexpr double pen_near_s = 0.5, pen_used_s = 10, pen_rests_s = 2;

double px_apart(base::Point a, base::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

base::Point middle_of(base::Point a, base::Point b) {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

const std::string& thing_of(const Zone& zone) {
    return zone.of.empty() ? zone.id : zone.of;
}

/// The board under a place where there is nothing else; null: something lies there.
const Zone* board_under(const std::vector<Zone>& below) {
    for (const auto& zone : below) {
        if (zone.pinch) return &zone;
        const bool acts = zone.press || zone.text || zone.hold || zone.block || zone.one_hand || zone.drawn;
        if (acts && !zone.ground) return nullptr;
    }
    return nullptr;
}

}  // namespace

bool Interaction::has_other_hand(const Zone& zone, int number) const {
    if (zone.many_hands) return false;
    const auto& thing = thing_of(zone);
    return std::any_of(contacts_.begin(), contacts_.end(), [&](const auto& one) {
        const auto& [other, contact] = one;
        const auto* held = contact.zone();
        if (other == number || contact.barred || contact.pinching || held == nullptr) return false;
        // Empty board is everybody's, until somebody draws on it.
        return ((zone.one_hand && !zone.ground) || contact.dragging) && thing_of(*held) == thing;
    });
}

bool Interaction::begin_pinch(int number) {
    auto& one = contacts_.at(number);
    if (pinch_ || number == 0 || one.pen) return false;
    const auto* board = board_under(one.below);
    if (board == nullptr) return false;
    std::map<int, Contact>::value_type* found = nullptr;
    for (auto& other : contacts_) {
        if (other.first == number || other.first == 0 || other.second.barred || other.second.pinching) continue;
        if (other.second.dragging || other.second.has_something()) return false;
        if (other.second.pen) continue;
        const auto* under = board_under(other.second.below);
        if (under == nullptr || under->id != board->id) continue;
        if (px_apart(other.second.at, one.at) > limits_.pinch_px) continue;
        // Of three nobody knows which two.
        if (found != nullptr) return false;
        found = &other;
    }
    if (found == nullptr) return false;
    pinch_with(board->id, number, found->first);
    return true;
}

bool Interaction::begin_pinch_while_drawing(int number) {
    const auto& one = contacts_.at(number);
    const auto* drawn = one.zone();
    if (pinch_ || number == 0 || one.pen || one.barred || drawn == nullptr || !drawn->drawn) return false;
    const auto board = std::find_if(one.below.begin(), one.below.end(), [](const Zone& zone) { return zone.pinch; });
    if (board == one.below.end()) return false;
    std::map<int, Contact>::value_type* found = nullptr;
    for (auto& other : contacts_) {
        const auto& [its_number, its] = other;
        if (its_number == number || its.barred || its.pinching) continue;
        const auto* held = its.zone();
        const bool draws = held != nullptr && held->drawn;
        const bool same_hand = its_number != 0 && !its.pen && draws && held->id == drawn->id &&
                               one.since_s - its.since_s <= limits_.together_s &&
                               px_apart(one.at, its.at) <= limits_.hand_px &&
                               px_apart(its.at, its.from) <= 2 * limits_.drag_px;
        if (!same_hand) {
            // The board stands still under whoever else draws or carries something.
            if (its.dragging || draws || (held != nullptr && held->one_hand && !held->ground)) return false;
            continue;
        }
        if (found != nullptr) return false;
        found = &other;
    }
    if (found == nullptr) return false;
    draw_on(found->second, found->first, Phase::cancel);
    pinch_with(board->id, number, found->first);
    return true;
}

void Interaction::pinch_with(const std::string& board, int number, int other) {
    auto &one = contacts_.at(number), &two = contacts_.at(other);
    one.pinching = two.pinching = true;
    pinch_ = Pinching{board, number, other, px_apart(one.at, two.at), {}, false};
    pinch_->frame.centre = middle_of(one.at, two.at);
}

void Interaction::follow_pinch(int number) {
    if (!pinch_ || pinch_->over || (pinch_->one != number && pinch_->other != number)) return;
    const auto one = contacts_.at(pinch_->one).at, other = contacts_.at(pinch_->other).at;
    const double now = px_apart(one, other);
    // Fingers that stand on one place tell no size.
    constexpr double least = 8;
    const auto centre = middle_of(one, other);
    // The board waits for whoever has something of it since.
    if (!others_have_something(pinch_->one, pinch_->other)) {
        if (now > least && pinch_->apart > least) pinch_->frame.ratio *= now / pinch_->apart;
        pinch_->frame.by = pinch_->frame.by + (centre - pinch_->frame.centre);
    }
    pinch_->apart = now;
    pinch_->frame.centre = centre;
}

bool Interaction::others_have_something(int one, int other) const {
    return std::any_of(contacts_.begin(), contacts_.end(), [one, other](const auto& entry) {
        const auto& [number, contact] = entry;
        return number != one && number != other && !contact.barred && !contact.pinching && contact.has_something();
    });
}

void Interaction::draw_on(const Contact& contact, int number, ContactEvent::Phase phase) {
    const auto* zone = contact.zone();
    if (zone == nullptr || !zone->drawn || !zone->enabled || contact.barred || contact.pinching) return;
    auto found = std::find_if(strokes_.begin(), strokes_.end(), [&](const auto& one) {
        return one.second.contact == number && one.first == zone->id && !one.second.ended;
    });
    if (found == strokes_.end()) {
        strokes_.emplace_back(zone->id, Stroke{number, {}, {}, false, false, false});
        found = std::prev(strokes_.end());
    }
    auto& stroke = found->second;
    stroke.began = stroke.began || phase == Phase::begin;
    stroke.cancelled = phase == Phase::cancel;
    stroke.ended = phase == Phase::end || phase == Phase::cancel;
    if (phase == Phase::cancel) return;
    stroke.through.push_back(contact.at);
    stroke.pressures.push_back(contact.pressure);
}

void Interaction::end_pinch(int number) {
    if (pinch_ && (pinch_->one == number || pinch_->other == number)) pinch_->over = true;
}

void Interaction::see_pen(const ContactEvent& event, const GestureLimits& limits) {
    const bool ends = event.phase == Phase::end || event.phase == Phase::cancel || event.phase == Phase::hover;
    const bool moves = pen_ && pen_->down && px_apart(pen_->at, event.position_px) > 0;
    pen_ = Pen{event.position_px, event.time_s, !ends};
    if (!moves) return;
    std::vector<int> resting;
    for (const auto& [number, contact] : contacts_) {
        const bool rests = number != 0 && !contact.pen && !contact.dragging &&
                           event.time_s - contact.since_s > pen_rests_s &&
                           px_apart(contact.at, contact.from) <= limits.slop_px;
        if (rests && px_apart(contact.at, event.position_px) <= limits.rest_px) resting.push_back(number);
    }
    for (const int number : resting) cancel(number);
}

bool Interaction::is_pen_used(double now_s) const {
    return pen_ && (pen_->down || now_s - pen_->at_s <= pen_used_s);
}

bool Interaction::is_pen_near(double now_s) const {
    return pen_ && (pen_->down || now_s - pen_->at_s <= pen_near_s);
}

bool Interaction::is_at_pen(const ContactEvent& event, const GestureLimits& limits) const {
    if (!is_pen_near(event.time_s)) return false;
    const auto size = probed_.size_px;
    const base::Rect glass{0, 0, size.w, size.h};
    return px_apart(pen_->at, event.position_px) <= limits.rest_px ||
           !glass.inset(limits.edge_px).contains(event.position_px);
}

bool Interaction::is_palm(const ContactEvent& event, const GestureLimits& limits) {
    if (event.contact == 0 || event.pen) return false;
    if (event.width_px > limits.palm_px) {
        cancel(event.contact);
        if (event.phase == Phase::begin) palms_.push_back({event.position_px, event.time_s});
        return true;
    }
    if (event.phase != Phase::begin) return false;
    if (is_at_pen(event, limits)) return true;
    std::erase_if(palms_, [&event](const Palm& palm) { return event.time_s - palm.at_s > palm_lasts_s; });
    const auto is_near = [&](base::Point at) { return px_apart(at, event.position_px) <= limits.crowd_px; };
    const bool beside =
        std::any_of(palms_.begin(), palms_.end(), [&is_near](const Palm& palm) { return is_near(palm.at); });
    std::vector<int> others;
    for (const auto& [number, contact] : contacts_) {
        const bool came_now = number != 0 && !contact.pen && event.time_s - contact.since_s <= crowd_s;
        if (came_now && is_near(contact.from)) others.push_back(number);
    }
    if (!beside && others.size() + 1 < crowd_fingers) return false;
    for (const int number : others) cancel(number);
    palms_.push_back({event.position_px, event.time_s});
    return true;
}

}  // namespace ui
