#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "views/board_form.hpp"

namespace views {
namespace {

constexpr double note_side = 200, note_gap = 16, least_side = 48, sentence_wide = 2 * note_side + note_gap;
/// What is longer is a sentence: on a square its letters would be small.
constexpr std::size_t most_square_letters = 32;
/// With more than this no place is looked for: it would be full, or take long.
constexpr std::size_t most_looked_at = 2000;

/// The first place of this size that is free, in rows from above; a step is half a gap, so that odd ones are used too.
std::optional<base::Rect> find_free(const base::Rect& area, base::Size size, const std::vector<base::Rect>& taken) {
    for (double y = area.y; y + size.h <= area.bottom() + 0.001;) {
        double next_row = area.bottom();
        for (double x = area.x; x + size.w <= area.right() + 0.001;) {
            const base::Rect place{x, y, size.w, size.h};
            const auto hit = std::find_if(taken.begin(), taken.end(),
                                          [&place](const base::Rect& one) { return one.overlaps(place); });
            if (hit == taken.end()) return place;
            x = std::max(x + 1, hit->right() + note_gap);
            next_row = std::min(next_row, hit->bottom() + note_gap);
        }
        y = std::max(y + 1, next_row);
    }
    return {};
}

/// How many of this size an empty area takes.
double room_for(const base::Rect& area, base::Size size) {
    if (area.empty()) return 0;
    return std::floor((area.w + note_gap) / (size.w + note_gap)) *
           std::floor((area.h + note_gap) / (size.h + note_gap));
}

base::Rect widened(const base::Rect& place, const base::Rect& area) {
    return {place.x, place.y, std::min(std::max(place.w, sentence_wide), area.right() - place.x), place.h};
}

}  // namespace

base::Rect free_place(const base::Rect& region, const std::vector<model::Item>& items, std::size_t expected,
                      std::string_view text) {
    const auto area = region.inset(std::min({note_gap, region.w / 8, region.h / 8}));
    std::vector<base::Rect> taken;
    for (const auto& item : items) {
        if (is_furniture(item) || item.type == model::ItemType::line) continue;
        if (item.place.overlaps(area)) taken.push_back(item.place);
    }
    constexpr std::array<double, 5> parts{1, 0.75, 0.65, 0.55, 0.4};
    base::Size size{std::min(note_side, area.w), std::min(note_side, area.h)};
    for (const double part : parts) {
        if (taken.size() > most_looked_at) break;
        const base::Size smaller{std::min(area.w, std::max(least_side, size.w * part)),
                                 std::min(area.h, std::max(least_side, size.h * part))};
        if (room_for(area, smaller) < static_cast<double>(expected) && part > parts.back()) continue;
        if (const auto place = find_free(area, smaller, taken)) {
            const auto wide = widened(*place, area);
            const bool is_free =
                std::none_of(taken.begin(), taken.end(), [&wide](const base::Rect& one) { return one.overlaps(wide); });
            const bool fits = is_free && room_for(area, wide.size()) >= static_cast<double>(expected);
            return base::graphemes(text) > most_square_letters && fits ? wide : *place;
        }
    }
    // Full: on top, each a little further, so that it is seen that there are several.
    const double aside = static_cast<double>(taken.size() % 8) * 12;
    return {std::min(area.x + aside, area.right() - size.w), std::min(area.y + aside, area.bottom() - size.h), size.w,
            size.h};
}

}  // namespace views
