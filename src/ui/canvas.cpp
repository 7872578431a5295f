#include "ui/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "methods/order_key.hpp"
#include "model/board_form.hpp"

namespace ui {
namespace {

using model::ItemType;

int layer_of(ItemType type) {
    if (type == ItemType::frame) return 0;
    return type == ItemType::line ? 1 : 2;
}

/// So that most levels are compared as one number.
std::uint64_t first_bytes(std::string_view level) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
        number = (number << 8U) | (i < level.size() ? static_cast<std::uint8_t>(level[i]) : 0U);
    }
    return number;
}

/// What comes from outside may be anything; a plane of numbers holds numbers alone.
base::Rect clean(const base::Rect& area) {
    static constexpr double most = 4 * model::farthest_item;
    const auto number = [](double value, double least) {
        return std::isfinite(value) ? std::clamp(value, least, most) : 0;
    };
    return {number(area.x, -most), number(area.y, -most), number(area.w, 0), number(area.h, 0)};
}

base::Rect spanned(const base::Rect& a, const base::Rect& b) {
    const double left = std::min(a.x, b.x), top = std::min(a.y, b.y);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

bool holds_whole(const base::Rect& outer, const base::Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

/// From a point to a piece of a line.
double px_from_piece(base::Point at, base::Point from, base::Point to) {
    const auto along = to - from, out = at - from;
    const double length2 = along.x * along.x + along.y * along.y;
    const double t = length2 > 0 ? std::clamp((out.x * along.x + out.y * along.y) / length2, 0.0, 1.0) : 0;
    return std::hypot(out.x - t * along.x, out.y - t * along.y);
}

bool touches_path(std::span<const base::Point> points, base::Point at, double slop) {
    if (points.size() == 1) return px_from_piece(at, points[0], points[0]) <= slop;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (px_from_piece(at, points[i - 1], points[i]) <= slop) return true;
    }
    return false;
}

bool touches_ink(const model::Item& item, base::Point at, double slop) {
    const auto point = [&item](const model::InkPoint& one) {
        return base::Point{item.place.x + static_cast<double>(one.x), item.place.y + static_cast<double>(one.y)};
    };
    if (item.ink.empty()) return item.place.contains(at);
    auto before = point(item.ink.front());
    for (const auto& one : item.ink) {
        const auto now = point(one);
        if (px_from_piece(at, before, now) <= slop) return true;
        before = now;
    }
    return false;
}

bool is_touched(const SeenItem& seen, base::Point at, double slop) {
    const auto& item = *seen.item;
    const double thick = slop + item.size / 2;
    switch (item.type) {
        case ItemType::line:
            return seen.path != nullptr && touches_path(seen.path->points, at, thick);
        case ItemType::ink:
            return touches_ink(item, at, thick);
        case ItemType::frame: {
            const auto& place = item.place;
            if (!place.inset(-slop).contains(at)) return false;
            return at.y < place.y + Canvas::frame_head || !place.inset(slop).contains(at);
        }
        default:
            return item.place.contains(at);
    }
}

void take_from(std::unordered_map<base::Id, std::vector<base::Id>, base::IdHash>& from, const base::Id& key,
               const base::Id& id) {
    const auto found = from.find(key);
    if (found == from.end()) return;
    std::erase(found->second, id);
    if (found->second.empty()) from.erase(found);
}

}  // namespace

base::Point Camera::to_board(base::Point px, const base::Rect& view) const {
    return {corner.x + (px.x - view.x) / zoom, corner.y + (px.y - view.y) / zoom};
}

base::Rect Camera::to_window(const base::Rect& place, const base::Rect& view) const {
    return {view.x + (place.x - corner.x) * zoom, view.y + (place.y - corner.y) * zoom, place.w * zoom, place.h * zoom};
}

base::Rect Camera::seen(const base::Rect& view) const {
    return {corner.x, corner.y, view.w / zoom, view.h / zoom};
}

bool Canvas::is_below(const Held& a, const Held& b) {
    const int one = layer_of(a.item.type), other = layer_of(b.item.type);
    if (one != other) return one < other;
    if (a.order != b.order) return a.order < b.order;
    if (const int by_level = a.item.level.compare(b.item.level); by_level != 0) return by_level < 0;
    return a.item.id < b.item.id;
}

void Canvas::take(const views::BoardNews& news) {
    ++revision_;
    if (news.whole || !(news.board == board_)) clear();
    board_ = news.board;
    can_undo = news.can_undo;
    can_redo = news.can_redo;
    if (news.whole) items_.reserve(news.put.size());
    Touched lines;
    for (const auto& id : news.gone) remove(id, lines);
    for (const auto& item : news.put) put(item, lines);
    for (const auto& id : lines) lay_line(id);
}

void Canvas::lay(const std::vector<model::Item>& items) {
    Touched now, lines;
    bool same = items.size() == laid_.size();
    for (const auto& item : items) {
        now.insert(item.id);
        const auto* before = laid_.contains(item.id) ? find(item.id) : nullptr;
        same = same && before != nullptr && *before == item;
    }
    if (same) return;
    ++revision_;
    for (const auto& id : std::exchange(laid_, std::move(now))) {
        if (!laid_.contains(id)) remove(id, lines);
    }
    for (const auto& item : items) {
        const auto* before = find(item.id);
        if (before == nullptr || !(*before == item)) put(item, lines);
    }
}

std::vector<const model::Item*> Canvas::laid() const {
    std::vector<const model::Item*> out;
    for (const auto& id : laid_) out.push_back(find(id));
    return out;
}

void Canvas::clear() {
    laid_.clear();
    index_.clear();
    items_.clear();
    lines_.clear();
    groups_.clear();
    top_.clear();
    bottom_.clear();
    extent_ = {};
    spans_nothing_ = true;
    extent_is_old_ = false;
}

void Canvas::put(const model::Item& item, Touched& lines) {
    auto [found, fresh] = items_.try_emplace(item.id);
    auto& held = found->second;
    if (!fresh) {
        lift(held);
        unlink(held);
    }
    const bool moved = fresh || !(held.item.place == item.place);
    held.item = item;
    held.revision = revision_;
    held.order = first_bytes(item.level);
    held.path.reset();
    held.is_seen = !model::parse_row_field(item.slot);
    if (methods::is_order_key(item.level)) {
        if (top_.empty() || item.level > top_) top_ = item.level;
        if (bottom_.empty() || item.level < bottom_) bottom_ = item.level;
    }
    if (!item.group.empty()) groups_[item.group].push_back(item.id);
    if (item.type == ItemType::line) {
        if (!item.from.item.empty()) lines_[item.from.item].push_back(item.id);
        if (!item.to.item.empty() && item.to.item != item.from.item) lines_[item.to.item].push_back(item.id);
        lines.insert(item.id);
    }
    if (moved) {
        if (const auto ending = lines_.find(item.id); ending != lines_.end()) {
            lines.insert(ending->second.begin(), ending->second.end());
        }
    }
    // A line's way is laid when all that has come is here.
    held.extent = clean(item.type == ItemType::line ? item.place : paint::extent_of(held.item, nullptr));
    place(held);
}

void Canvas::remove(const base::Id& id, Touched& lines) {
    const auto found = items_.find(id);
    if (found == items_.end()) return;
    lift(found->second);
    unlink(found->second);
    items_.erase(found);
    laid_.erase(id);
    if (const auto ending = lines_.find(id); ending != lines_.end()) {
        lines.insert(ending->second.begin(), ending->second.end());
    }
}

void Canvas::unlink(const Held& held) {
    const auto& item = held.item;
    if (!item.group.empty()) take_from(groups_, item.group, item.id);
    if (item.type != ItemType::line) return;
    if (!item.from.item.empty()) take_from(lines_, item.from.item, item.id);
    if (!item.to.item.empty()) take_from(lines_, item.to.item, item.id);
}

void Canvas::lay_line(const base::Id& id) {
    const auto found = items_.find(id);
    if (found == items_.end() || found->second.item.type != ItemType::line) return;
    auto& held = found->second;
    const auto place_of = [this](const model::LineEnd& end) -> const base::Rect* {
        const auto at = end.item.empty() ? items_.end() : items_.find(end.item);
        return at == items_.end() ? nullptr : &at->second.item.place;
    };
    lift(held);
    held.path = paint::line_path(held.item, place_of(held.item.from), place_of(held.item.to));
    held.extent = clean(paint::extent_of(held.item, &*held.path));
    held.revision = revision_;
    place(held);
}

void Canvas::place(Held& held) {
    if (!held.is_seen) return;
    index_.insert(held);
    extent_ = spans_nothing_ ? held.extent : spanned(extent_, held.extent);
    spans_nothing_ = false;
}

void Canvas::lift(Held& held) {
    if (!held.is_seen) return;
    index_.remove(held);
    // Sums of what was kept as place and size are not exact.
    constexpr double near = 0.01;
    const auto& area = held.extent;
    const bool at_edge = area.x <= extent_.x + near || area.y <= extent_.y + near ||
                         area.right() >= extent_.right() - near || area.bottom() >= extent_.bottom() - near;
    if (at_edge) extent_is_old_ = true;
}

const model::Item* Canvas::find(const base::Id& id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : &found->second.item;
}

std::optional<SeenItem> Canvas::see(const base::Id& id) const {
    const auto found = items_.find(id);
    if (found == items_.end()) return std::nullopt;
    const auto& held = found->second;
    return SeenItem{&held.item, held.path ? &*held.path : nullptr, held.extent, held.revision};
}

const paint::LinePath* Canvas::path_of(const base::Id& id) const {
    const auto found = items_.find(id);
    return found == items_.end() || !found->second.path ? nullptr : &*found->second.path;
}

std::vector<const CanvasIndex::Thing*> Canvas::sorted_within(const base::Rect& area) const {
    std::vector<const CanvasIndex::Thing*> found;
    index_.find(area, found);
    std::sort(found.begin(), found.end(),
              [](const auto* a, const auto* b) { return is_below(held_of(*a), held_of(*b)); });
    return found;
}

std::vector<const model::Item*> Canvas::within(const base::Rect& area) const {
    std::vector<const model::Item*> out;
    for (const auto* thing : sorted_within(area)) out.push_back(&held_of(*thing).item);
    return out;
}

void Canvas::within(const base::Rect& area, std::vector<SeenItem>& out) const {
    out.clear();
    for (const auto* thing : sorted_within(area)) {
        const auto& held = held_of(*thing);
        out.push_back({&held.item, held.path ? &*held.path : nullptr, held.extent, held.revision});
    }
}

void Canvas::around(const base::Rect& area, std::vector<SeenItem>& out) const {
    std::vector<const CanvasIndex::Thing*> found;
    index_.find(area, found);
    out.clear();
    for (const auto* thing : found) {
        const auto& held = held_of(*thing);
        out.push_back({&held.item, held.path ? &*held.path : nullptr, held.extent, held.revision});
    }
}

const model::Item* Canvas::at(base::Point at, double slop) const {
    // A line may be as thick as its half beside what it spans.
    std::vector<const CanvasIndex::Thing*> near;
    index_.find({at.x - slop, at.y - slop, 2 * slop, 2 * slop}, near);
    const Held* top = nullptr;
    for (const auto* thing : near) {
        const auto& held = held_of(*thing);
        if (is_laid(held.item.id)) continue;
        const SeenItem seen{&held.item, held.path ? &*held.path : nullptr, held.extent, held.revision};
        if (is_touched(seen, at, slop) && (top == nullptr || is_below(*top, held))) top = &held;
    }
    return top == nullptr ? nullptr : &top->item;
}

std::vector<const model::Item*> Canvas::lines_of(const base::Id& id) const {
    std::vector<const model::Item*> out;
    const auto found = lines_.find(id);
    if (found == lines_.end()) return out;
    for (const auto& line : found->second) {
        if (const auto* item = find(line)) out.push_back(item);
    }
    return out;
}

std::vector<base::Id> Canvas::carried_with(const base::Id& id) const {
    std::vector<base::Id> out;
    if (!items_.contains(id)) return out;
    std::unordered_set<base::Id, base::IdHash> known{id};
    out.push_back(id);
    const auto add = [&](const base::Id& one) {
        if (known.insert(one).second) out.push_back(one);
    };
    // What comes along may be a group or a frame itself.
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto found = items_.find(out[i]);
        if (found == items_.end()) continue;
        const auto& item = found->second.item;
        if (const auto group = groups_.find(item.group); !item.group.empty() && group != groups_.end()) {
            for (const auto& member : group->second) add(member);
        }
        if (item.type != ItemType::frame) continue;
        std::vector<const CanvasIndex::Thing*> near;
        index_.find(item.place, near);
        for (const auto* thing : near) {
            const auto& held = held_of(*thing);
            const bool same = held.item.type == ItemType::frame && held.item.place == item.place;
            if (!same && holds_whole(item.place, held.extent)) add(held.item.id);
        }
    }
    return out;
}

base::Rect Canvas::extent() const {
    if (items_.empty()) return {};
    if (std::exchange(extent_is_old_, false)) {
        bool first = true;
        for (const auto& [id, held] : items_) {
            extent_ = first ? held.extent : spanned(extent_, held.extent);
            first = false;
        }
    }
    return extent_;
}

std::string Canvas::top_level() const {
    return methods::key_between(top_, {}).value_or(std::string(methods::first_order_key));
}

std::string Canvas::bottom_level() const {
    return methods::key_between({}, bottom_).value_or(std::string(methods::first_order_key));
}

std::vector<const model::Item*> Canvas::all() const {
    std::vector<const Held*> found;
    found.reserve(items_.size());
    for (const auto& [id, held] : items_) found.push_back(&held);
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return is_below(*a, *b); });
    std::vector<const model::Item*> out;
    out.reserve(found.size());
    for (const auto* held : found) out.push_back(&held->item);
    return out;
}

}  // namespace ui
