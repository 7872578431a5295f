#include "ui/canvas_tidy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "model/note_colours.hpp"

namespace ui {
namespace {

constexpr double apart = 20;           // between things, board px
constexpr double wide_for_high = 1.6;  // as a wall is

base::Rect span_of_places(std::span<const base::Rect> places) {
    if (places.empty()) return {};
    base::Rect all = places.front();
    for (const auto& place : places) {
        const double right = std::max(all.right(), place.right()), bottom = std::max(all.bottom(), place.bottom());
        all.x = std::min(all.x, place.x);
        all.y = std::min(all.y, place.y);
        all.w = right - all.x;
        all.h = bottom - all.y;
    }
    return all;
}

std::size_t colour_order(std::string_view colour) {
    const auto& known = model::note_colours;
    const auto found = std::find(known.begin(), known.end(), colour);
    // Without a colour of its own a note is as the first.
    return colour.empty() ? 0 : static_cast<std::size_t>(found - known.begin());
}

/// As somebody reads them: rows of things that lie side by side, each from the left.
std::vector<std::size_t> reading_order(std::span<const TidyThing> things) {
    std::vector<std::size_t> order(things.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto by_top = [&things](std::size_t a, std::size_t b) {
        return things[a].place.centre().y < things[b].place.centre().y;
    };
    std::stable_sort(order.begin(), order.end(), by_top);
    for (std::size_t from = 0; from < order.size();) {
        const auto& first = things[order[from]].place;
        const double most = first.centre().y + first.h / 2;
        std::size_t to = from + 1;
        while (to < order.size() && things[order[to]].place.centre().y < most) ++to;
        std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(from),
                         order.begin() + static_cast<std::ptrdiff_t>(to),
                         [&things](std::size_t a, std::size_t b) { return things[a].place.x < things[b].place.x; });
        from = to;
    }
    return order;
}

/// Rows and columns that things lie in, one after the other: where each begins, px from the first.
struct TidyGrid {
    std::vector<std::pair<std::size_t, std::size_t>> cells;  // column and row, of each in order
    std::vector<double> left, top;
    double wide = 0, high = 0;
};

std::vector<double> begins_of(const std::vector<double>& sizes) {
    std::vector<double> begins;
    double at = 0;
    for (const double size : sizes) {
        begins.push_back(at);
        at += size + apart;
    }
    return begins;
}

/// `ranks`: of each in order; empty: a new one begins no row.
TidyGrid grid_of(const std::vector<base::Rect>& in_order, const std::vector<std::ptrdiff_t>& ranks,
                 std::size_t columns) {
    TidyGrid grid;
    std::vector<double> wide, high;
    std::size_t row = 0, column = 0;
    for (std::size_t i = 0; i < in_order.size(); ++i) {
        const bool new_rank = i > 0 && !ranks.empty() && ranks[i] != ranks[i - 1];
        if (column == columns || (new_rank && column > 0)) {
            ++row;
            column = 0;
        }
        grid.cells.emplace_back(column, row);
        wide.resize(std::max(wide.size(), column + 1));
        high.resize(row + 1);
        wide[column] = std::max(wide[column], in_order[i].w);
        high[row] = std::max(high[row], in_order[i].h);
        ++column;
    }
    grid.left = begins_of(wide);
    grid.top = begins_of(high);
    if (!wide.empty()) grid.wide = grid.left.back() + wide.back();
    if (!high.empty()) grid.high = grid.top.back() + high.back();
    return grid;
}

}  // namespace

std::vector<base::Rect> tidy_places(std::span<const TidyThing> things, TidyBy by, const base::Rect& room) {
    std::vector<base::Rect> places;
    double wide = 1, high = 1;  // of all, so that one wide thing does not make a tower of the rest
    for (const auto& thing : things) {
        places.push_back(thing.place);
        wide += thing.place.w;
        high += thing.place.h;
    }
    if (things.empty()) return places;
    auto order = reading_order(things);
    const auto rank = [&](std::size_t i) {
        if (by == TidyBy::colour) return static_cast<std::ptrdiff_t>(colour_order(things[i].colour));
        return by == TidyBy::stamps ? static_cast<std::ptrdiff_t>(-things[i].stamps) : 0;
    };
    std::stable_sort(order.begin(), order.end(), [&rank](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    std::vector<base::Rect> in_order;
    std::vector<std::ptrdiff_t> ranks;
    for (const auto i : order) {
        in_order.push_back(places[i]);
        if (by == TidyBy::colour) ranks.push_back(rank(i));
    }
    const double columns_wanted = std::sqrt(static_cast<double>(things.size()) * wide_for_high * high / wide);
    auto columns =
        static_cast<std::size_t>(std::clamp(std::ceil(columns_wanted), 1.0, static_cast<double>(things.size())));
    auto grid = grid_of(in_order, ranks, columns);
    auto corner = span_of_places(places).top_left();
    if (!room.empty()) {
        while (columns > 1 && grid.wide > room.w) grid = grid_of(in_order, ranks, --columns);
        // What is too high may be wider, as long as that helps.
        while (grid.high > room.h && columns < things.size()) {
            auto wider = grid_of(in_order, ranks, columns + 1);
            if (wider.wide > room.w) break;
            grid = std::move(wider);
            ++columns;
        }
        corner.x = std::max(room.x, std::min(corner.x, room.right() - grid.wide));
        corner.y = std::max(room.y, std::min(corner.y, room.bottom() - grid.high));
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto& place = places[order[i]];
        place.x = corner.x + grid.left[grid.cells[i].first];
        place.y = corner.y + grid.top[grid.cells[i].second];
    }
    return places;
}

std::vector<base::Rect> lined_up(std::span<const base::Rect> places, LineUp how) {
    const auto all = span_of_places(places);
    std::vector<base::Rect> lined(places.begin(), places.end());
    for (auto& place : lined) {
        if (how == LineUp::left) place.x = all.x;
        if (how == LineUp::top) place.y = all.y;
        if (how == LineUp::centre) place.x = all.centre().x - place.w / 2;
    }
    return lined;
}

}  // namespace ui
