#include "ui/canvas_tidy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

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

}  // namespace

std::vector<base::Rect> tidy_places(std::span<const TidyThing> things, TidyBy by) {
    std::vector<base::Rect> places;
    double wide = 1, high = 1;
    for (const auto& thing : things) {
        places.push_back(thing.place);
        wide = std::max(wide, thing.place.w);
        high = std::max(high, thing.place.h);
    }
    if (things.empty()) return places;
    auto order = reading_order(things);
    const auto rank = [&](std::size_t i) {
        if (by == TidyBy::colour) return static_cast<std::ptrdiff_t>(colour_order(things[i].colour));
        return by == TidyBy::stamps ? static_cast<std::ptrdiff_t>(-things[i].stamps) : 0;
    };
    std::stable_sort(order.begin(), order.end(), [&rank](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    const auto corner = span_of_places(places).top_left();
    const double columns_wanted = std::sqrt(static_cast<double>(things.size()) * wide_for_high * high / wide);
    const auto columns =
        static_cast<std::size_t>(std::clamp(std::ceil(columns_wanted), 1.0, static_cast<double>(things.size())));
    std::size_t row = 0, column = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool new_colour = by == TidyBy::colour && i > 0 && rank(order[i]) != rank(order[i - 1]);
        if (column == columns || (new_colour && column > 0)) {
            ++row;
            column = 0;
        }
        auto& place = places[order[i]];
        place.x = corner.x + static_cast<double>(column) * (wide + apart);
        place.y = corner.y + static_cast<double>(row) * (high + apart);
        ++column;
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
