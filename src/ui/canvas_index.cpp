#include "ui/canvas_index.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double cell_px = 512;
/// More cells than these, and a thing is looked at whatever is asked for.
constexpr std::int64_t most_cells = 64;
/// No board reaches further, so that a cell's place always fits in 32 bits.
constexpr double farthest_cell = 1e6;

struct CellSpan {
    std::int32_t left, top, right, bottom;  // all of them belong to it
    std::int64_t count() const { return (std::int64_t{right} - left + 1) * (std::int64_t{bottom} - top + 1); }
    bool holds(std::int32_t x, std::int32_t y) const { return x >= left && x <= right && y >= top && y <= bottom; }
};

std::int32_t cell_of(double at) {
    if (std::isnan(at)) return 0;
    return static_cast<std::int32_t>(std::clamp(std::floor(at / cell_px), -farthest_cell, farthest_cell));
}

CellSpan span_of(const base::Rect& area) {
    return {cell_of(area.x), cell_of(area.y), cell_of(area.right()), cell_of(area.bottom())};
}

std::uint64_t key_of(std::int32_t x, std::int32_t y) {
    return (std::uint64_t{static_cast<std::uint32_t>(x)} << 32U) | static_cast<std::uint32_t>(y);
}

/// The newest stand last, and are those that most often move.
void take_out(std::vector<CanvasIndex::Thing*>& from, const CanvasIndex::Thing* thing) {
    const auto found = std::find(from.rbegin(), from.rend(), thing);
    if (found == from.rend()) return;
    *found = from.back();
    from.pop_back();
}

}  // namespace

void CanvasIndex::insert(Thing& thing) {
    const auto span = span_of(thing.extent);
    thing.coarse = span.count() > most_cells;
    if (thing.coarse) return coarse_.push_back(&thing);
    for (auto x = span.left; x <= span.right; ++x) {
        for (auto y = span.top; y <= span.bottom; ++y) cells_[key_of(x, y)].push_back(&thing);
    }
}

void CanvasIndex::remove(Thing& thing) {
    if (thing.coarse) return take_out(coarse_, &thing);
    const auto span = span_of(thing.extent);
    for (auto x = span.left; x <= span.right; ++x) {
        for (auto y = span.top; y <= span.bottom; ++y) {
            const auto cell = cells_.find(key_of(x, y));
            if (cell == cells_.end()) continue;
            take_out(cell->second, &thing);
            if (cell->second.empty()) cells_.erase(cell);
        }
    }
}

void CanvasIndex::clear() {
    cells_.clear();
    coarse_.clear();
}

void CanvasIndex::find(const base::Rect& area, std::vector<const Thing*>& out) const {
    const auto asked = ++asked_;
    const auto look_at = [&](const std::vector<Thing*>& things) {
        for (const auto* thing : things) {
            if (thing->asked == asked || !meet(thing->extent, area)) continue;
            thing->asked = asked;
            out.push_back(thing);
        }
    };
    look_at(coarse_);
    const auto span = span_of(area);
    if (span.count() > static_cast<std::int64_t>(cells_.size())) {
        for (const auto& [key, things] : cells_) {
            const auto x = static_cast<std::int32_t>(static_cast<std::uint32_t>(key >> 32U));
            const auto y = static_cast<std::int32_t>(static_cast<std::uint32_t>(key));
            if (span.holds(x, y)) look_at(things);
        }
        return;
    }
    for (auto x = span.left; x <= span.right; ++x) {
        for (auto y = span.top; y <= span.bottom; ++y) {
            const auto cell = cells_.find(key_of(x, y));
            if (cell != cells_.end()) look_at(cell->second);
        }
    }
}

}  // namespace ui
