#include "ui/canvas_tiles.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

int tile_of(double px) {
    constexpr double farthest = 1e8;
    return static_cast<int>(std::floor(std::clamp(px, -farthest, farthest) / CanvasTiles::side_px));
}

/// A square of another scale stands in for at most so many, else others are better.
constexpr int most_standing_in = 6;  // on a side

}  // namespace

base::Rect CanvasTiles::Grid::place(At at) const {
    const auto edge = [this](double from, int number) { return std::floor(from + number * ratio * side_px + 0.5); };
    const double x = edge(origin.x, at.column), y = edge(origin.y, at.row);
    return {x, y, edge(origin.x, at.column + 1) - x, edge(origin.y, at.row + 1) - y};
}

base::Rect CanvasTiles::Grid::area() const {
    const double side = side_px / scale;
    return {first.column * side, first.row * side, columns() * side, rows() * side};
}

std::pair<CanvasTiles::At, CanvasTiles::At> CanvasTiles::Grid::touched_by(const base::Rect& area, double reach) const {
    const At from{tile_of(area.x * scale - reach), tile_of(area.y * scale - reach)};
    const At to{tile_of(area.right() * scale + reach), tile_of(area.bottom() * scale + reach)};
    return {{std::max(from.column, first.column), std::max(from.row, first.row)},
            {std::min(to.column, last.column), std::min(to.row, last.row)}};
}

CanvasTiles::Grid CanvasTiles::Grid::ahead(base::Point by) const {
    auto more = *this;
    if (by.x < 0) --more.first.column;
    if (by.x > 0) ++more.last.column;
    if (by.y < 0) --more.first.row;
    if (by.y > 0) ++more.last.row;
    return more;
}

CanvasTiles::Grid CanvasTiles::grid(const base::Rect& view, base::Point origin, double zoom, double scale) {
    Grid grid{scale, zoom / scale, origin, {}, {}};
    // Stretched, their edges are put on whole px, up to one further in.
    const double more = grid.ratio == 1 ? 0 : 1;
    const auto number = [&grid](double px) { return tile_of(px / grid.ratio); };
    grid.first = {number(view.x - origin.x - more), number(view.y - origin.y - more)};
    grid.last = {number(std::ceil(view.right()) - origin.x + more - 1),
                 number(std::ceil(view.bottom()) - origin.y + more - 1)};
    return grid;
}

const CanvasTiles::Tile* CanvasTiles::find(double scale, At at) const {
    const auto found = tiles_.find({scale, at});
    return found == tiles_.end() ? nullptr : &found->second;
}

CanvasTiles::Tile& CanvasTiles::at(double scale, At at) {
    return tiles_[{scale, at}];
}

std::optional<double> CanvasTiles::standing_in(const Grid& grid, At at) const {
    std::optional<double> best;
    const auto scales_apart = [&grid](double scale) { return std::abs(std::log(scale / grid.scale)); };
    for (auto one = tiles_.begin(); one != tiles_.end();) {
        const double scale = std::get<double>(one->first);
        one = tiles_.upper_bound({scale, {INT32_MAX, INT32_MAX}});
        if (scale == grid.scale || (best && scales_apart(*best) <= scales_apart(scale))) continue;
        const double side = side_px / grid.scale * scale;
        const At from{tile_of(at.column * side), tile_of(at.row * side)};
        const At to{tile_of((at.column + 1) * side - 1e-6), tile_of((at.row + 1) * side - 1e-6)};
        if (to.column - from.column >= most_standing_in) continue;
        bool all = true;
        for (int row = from.row; all && row <= to.row; ++row) {
            for (int column = from.column; all && column <= to.column; ++column) {
                const auto* tile = find(scale, {column, row});
                all = tile != nullptr && tile->picture != nullptr;
            }
        }
        if (all) best = scale;
    }
    return best;
}

void CanvasTiles::forget_other_scales(double scale) {
    std::erase_if(tiles_, [scale](const auto& one) { return std::get<double>(one.first) != scale; });
}

void CanvasTiles::trim(std::size_t most, std::uint64_t frame) {
    if (tiles_.size() <= most) return;
    std::vector<std::pair<std::uint64_t, Key>> old;
    for (const auto& [key, tile] : tiles_) {
        if (tile.used < frame) old.emplace_back(tile.used, key);
    }
    const auto count = std::min(old.size(), tiles_.size() - most);
    std::partial_sort(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(count), old.end());
    for (std::size_t i = 0; i < count; ++i) tiles_.erase(old[i].second);
}

}  // namespace ui
