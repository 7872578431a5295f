#include "ui/frame.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

double eased(double t) {
    const double left = 1 - std::clamp(t, 0.0, 1.0);
    return 1 - left * left * left;
}

GestureLimits limits_of(const Frame::Look& look) {
    const auto px = [&look](double mm) { return mm / look.mm_per_px; };
    return {px(8), px(10), 0.5, px(28), px(60), px(450), px(230), 0.3, px(120), px(10)};
}

}  // namespace

Frame::Frame(Interaction& state, paint::Painter& painter_, paint::Typesetter& type_, const Theme& theme_,
             const Look& look)
    : painter(painter_),
      type(type_),
      theme(theme_),
      state_(state),
      look_(look),
      scale_(look.size_px.h / 1080 * look.text_size) {
    clips_.push_back(screen());
    state_.begin(look.now_s, limits_of(look));
    state_.telling_.size_px = look.size_px;
}

Frame::~Frame() {
    for (std::size_t i = 0; i < last_.size(); ++i) {
        region_ = last_[i].region;
        const auto draw = std::move(last_[i].draw);
        draw();
    }
    state_.finish(look_.now_s, limits_of(look_));
}

paint::TextStyle Frame::style(double design_px, paint::Weight weight, paint::Align align) const {
    paint::TextStyle style;
    style.size_px = px(design_px);
    style.weight = weight;
    style.align = align;
    style.line_height = design_px >= 48 ? 1.15 : 1.3;
    return style;
}

Zone& Frame::record(std::string_view id, const base::Rect& rect) {
    auto& zones = state_.zones_;
    auto full = path(id);
    // press and drag of one thing are one zone; they stand close to each other.
    for (const auto board : boards_) {
        if (zones[board].id == full) return zones[board];
    }
    const auto near = zones.size() - std::min<std::size_t>(zones.size(), 4);
    for (auto i = zones.size(); i > near; --i) {
        if (zones[i - 1].id == full) return zones[i - 1];
    }
    Zone zone;
    zone.id = std::move(full);
    zone.rect = rect;
    zone.seen = rect.intersected(clips_.back());
    zone.keeps_focus = keeps_focus_;
    zone.by_hand = by_hand_;
    zone.scroller = scroller_;
    zone.region = region_;
    zones.push_back(std::move(zone));
    return zones.back();
}

Press Frame::touched(const Zone& zone) const {
    Press press;
    press.hovered = zone.enabled && state_.hovered_ == zone.id;
    press.focused = state_.focus_ == zone.id && (state_.ring_ || zone.text);
    for (const auto& hit : state_.hits_) {
        if (hit.id != zone.id || !zone.enabled) continue;
        press.tapped = press.tapped || hit.tapped;
        press.long_pressed = press.long_pressed || hit.long_pressed;
        press.at = hit.at;
        press.contact = hit.contact;
    }
    for (const auto& [number, contact] : state_.contacts_) {
        if (contact.dragging || contact.barred || contact.pinching || contact.zone() == nullptr) continue;
        if (contact.below[contact.owner].id != zone.id || !zone.enabled) continue;
        const bool still =
            std::holds_alternative<Pressing>(contact.gesture) || std::holds_alternative<Holding>(contact.gesture);
        if (!still && !zone.seen.contains(contact.at)) continue;
        press.held = true;
        press.held_s = std::max(press.held_s, look_.now_s - contact.since_s);
        // A tap is where it was tapped, whoever else rests there.
        if (!press.tapped && !press.long_pressed) press.at = contact.at;
    }
    return press;
}

Press Frame::press(std::string_view id, const base::Rect& rect, bool enabled) {
    auto& zone = record(id, rect);
    zone.press = true;
    zone.enabled = enabled;
    return touched(zone);
}

Press Frame::press_or_hold(std::string_view id, const base::Rect& rect, bool enabled) {
    auto& zone = record(id, rect);
    zone.press = zone.hold = true;
    zone.enabled = enabled;
    return touched(zone);
}

Press Frame::text_zone(std::string_view id, const base::Rect& rect, bool enabled) {
    auto& zone = record(id, rect);
    zone.press = zone.text = zone.hold = zone.one_hand = true;
    zone.drag = Zone::Axis::any;
    zone.enabled = enabled;
    return touched(zone);
}

void Frame::block(std::string_view id, const base::Rect& rect) {
    record(id, rect).block = true;
}

std::optional<Drag> Frame::drag(std::string_view id, const base::Rect& rect, Zone::Axis axis) {
    auto& zone = record(id, rect);
    zone.drag = axis;
    zone.one_hand = axis == Zone::Axis::any;
    for (const auto& drop : state_.drops_) {
        if (drop.id != zone.id) continue;
        return Drag{drop.from, drop.by, true, drop.cancelled, drop.contact, drop.velocity};
    }
    for (const auto& [number, contact] : state_.contacts_) {
        if (!contact.dragging || contact.below[contact.owner].id != zone.id) continue;
        return Drag{contact.from, contact.at - contact.from, false, false, number, contact.velocity};
    }
    return std::nullopt;
}

std::vector<Stroke> Frame::strokes(std::string_view id, const base::Rect& rect) {
    auto& zone = record(id, rect);
    zone.drawn = true;
    std::vector<Stroke> found;
    for (const auto& [name, stroke] : state_.strokes_) {
        if (name == zone.id) found.push_back(stroke);
    }
    return found;
}

std::vector<Drag> Frame::barred(std::string_view id) const {
    std::vector<Drag> found;
    const auto full = path(id);
    for (const auto& [number, contact] : state_.contacts_) {
        const auto* zone = contact.zone();
        if (!contact.barred || zone == nullptr || (zone->id != full && zone->of != full)) continue;
        found.push_back({contact.from, contact.at - contact.from, false, false, number, {}});
    }
    return found;
}

std::vector<std::string_view> Frame::touched_by_others(int contact) const {
    std::vector<std::string_view> found;
    for (const auto& [number, other] : state_.contacts_) {
        const auto* zone = other.zone();
        if (number == contact || other.barred || other.pinching || zone == nullptr) continue;
        if (zone->id.starts_with(prefix_)) found.push_back(std::string_view(zone->id).substr(prefix_.size()));
    }
    return found;
}

void Frame::stand_in(std::string_view id, const base::Rect& rect) {
    auto& zone = record("held/" + std::string(id), rect);
    zone.press = zone.one_hand = true;
    zone.of = path(id);
}

void Frame::raise(std::string_view id) {
    auto& zones = state_.zones_;
    const auto full = path(id);
    const auto is_it = [&full](const Zone& zone) { return zone.id == full && zone.drag != Zone::Axis::none; };
    const auto found = std::find_if(zones.begin(), zones.end(), is_it);
    if (found == zones.end()) return;
    auto zone = *found;
    zones.push_back(std::move(zone));
}

std::optional<Pinch> Frame::pinch(std::string_view id, const base::Rect& rect) {
    auto& zone = record(id, rect);
    if (!std::exchange(zone.pinch, true)) boards_.push_back(static_cast<std::size_t>(&zone - state_.zones_.data()));
    if (state_.pinch_ && state_.pinch_->zone == zone.id) return state_.pinch_->frame;
    std::optional<Pinch> all;
    for (const auto& [board, turned] : state_.turned_) {
        if (board != zone.id) continue;
        if (!all) all = Pinch{turned.centre, {}, 1};
        *all = {turned.centre, all->by + turned.by, all->ratio * turned.ratio};
    }
    return all;
}

std::vector<Drag> Frame::drags(std::string_view id, const base::Rect& rect) {
    auto& zone = record(id, rect);
    zone.drag = Zone::Axis::any;
    zone.many_hands = true;
    std::vector<Drag> found;
    for (const auto& drop : state_.drops_) {
        if (drop.id != zone.id) continue;
        found.push_back({drop.from, drop.by, true, drop.cancelled, drop.contact, drop.velocity});
    }
    for (const auto& [number, contact] : state_.contacts_) {
        if (!contact.dragging || contact.below[contact.owner].id != zone.id) continue;
        found.push_back({contact.from, contact.at - contact.from, false, false, number, contact.velocity});
    }
    return found;
}

std::vector<Frame::Touch> Frame::touches() const {
    std::vector<Touch> found;
    for (const auto& [number, contact] : state_.contacts_) {
        found.push_back({number, contact.at, contact.since_s, contact.pen, contact.pressure});
    }
    return found;
}

base::Point Frame::wheel(std::string_view id) const {
    base::Point turned;
    const auto full = path(id);
    for (const auto& [zone, by] : state_.wheels_) {
        if (zone == full) turned = turned + by;
    }
    return turned;
}

std::span<const InputEvent> Frame::typed(std::string_view id) const {
    const auto found = state_.typed_.find(path(id));
    if (found == state_.typed_.end()) return {};
    return found->second;
}

Frame::Within::Within(Frame& frame, std::string_view id, Region::Kind kind) : frame_(&frame), before_(frame.region_) {
    auto& all = frame.state_.regions_;
    auto full = frame.path(id);
    const auto found = std::find_if(all.begin(), all.end(), [&full](const Region& one) { return one.id == full; });
    frame.region_ = static_cast<std::size_t>(found - all.begin()) + 1;
    if (found == all.end()) all.push_back({std::move(full), kind});
}

bool Frame::is_covered() const {
    return std::any_of(state_.regions_.begin(), state_.regions_.end(),
                       [](const Region& one) { return one.kind == Region::Kind::over; });
}

void Frame::move_region(int by) {
    state_.move_region(by);
    redraw_in(0);
}

bool Frame::shows_keyboard(std::string_view id) const {
    const bool elsewhere = state_.ring_ && state_.focused_zone() != nullptr && state_.focus_ != path(id);
    return has_keyboard(id) && !elsewhere;
}

bool Frame::take_key(Key key) {
    const bool above = region_ > 0 && state_.regions_[region_ - 1].id == state_.top_;
    if (key == Key::escape && !state_.top_.empty() && !above) return false;
    return std::erase_if(state_.keys_, [key](const KeyEvent& event) { return event.key == key; }) > 0;
}

void Frame::focus(std::string_view id) {
    state_.focus(id.empty() ? std::string() : path(id), state_.ring_);
    redraw_in(0);
}

bool Frame::take_control(char32_t letter, bool shift) {
    return std::erase_if(state_.keys_, [letter, shift](const KeyEvent& event) {
               return event.key == Key::character && event.character == letter && event.control && !event.alt &&
                      event.shift == shift;
           }) > 0;
}

double Frame::ease(std::string_view id, double target, double ms, std::optional<double> first) {
    auto [found, fresh] = state_.eases_.try_emplace(path(id));
    auto& ease = found->second;
    ease.frame = state_.frame_;
    if (fresh) ease = {first.value_or(target), target, look_.now_s, first ? ms : 0, state_.frame_};
    const auto value = [&] {
        return ease.ms <= 0 ? ease.to
                            : ease.from + (ease.to - ease.from) * eased((look_.now_s - ease.since_s) * 1000 / ease.ms);
    };
    if (target != ease.to) ease = {value(), target, look_.now_s, ms, state_.frame_};
    if (look_.less_motion) ease = {target, target, look_.now_s, 0, state_.frame_};
    if (ease.ms > 0 && (look_.now_s - ease.since_s) * 1000 < ease.ms) redraw_in(0);
    return value();
}

double Frame::fade(std::string_view id, bool shown, double ms) {
    const auto before = std::exchange(look_.less_motion, false);
    const double value = ease(id, shown ? 1 : 0, before ? motion::fade : ms, 0.0);
    look_.less_motion = before;
    return value;
}

void Frame::redraw_in(double seconds) {
    state_.redraw_in_ = std::min(state_.redraw_in_.value_or(seconds), seconds);
}

void Frame::take_keys(const std::function<bool(const KeyEvent&)>& takes) {
    std::erase_if(state_.keys_, takes);
}

void Frame::name_screen(std::string_view name) {
    state_.telling_.screen = name;
}

void Frame::say(std::string_view id, std::string_view text) {
    if (state_.probing_) state_.telling_.texts.emplace_back(path(id), text);
}

Frame::Clip::Clip(Frame& frame, const base::Rect& rect) : frame_(frame) {
    frame_.painter.push_clip(rect);
    frame_.clips_.push_back(rect.intersected(frame_.clips_.back()));
}

Frame::Clip::~Clip() {
    frame_.clips_.pop_back();
    frame_.painter.pop_clip();
}

}  // namespace ui
