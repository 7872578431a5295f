#include "paint/apart.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <optional>

namespace paint {
namespace {

constexpr int directions = 24;

std::optional<base::Point> nearest_free(const DiscAt& disc, double step,
                                        const std::function<bool(base::Point)>& is_free_at) {
    const double farthest = std::hypot(disc.field.w, disc.field.h);
    for (double far = step; far <= farthest; far += step) {
        for (int turn = 0; turn < directions; ++turn) {
            const double angle = 2 * std::numbers::pi * turn / directions;
            const base::Point at{disc.place.x + far * std::cos(angle), disc.place.y + far * std::sin(angle)};
            if (disc.field.contains(at) && is_free_at(at)) return at;
        }
    }
    return {};
}

}  // namespace

std::vector<base::Point> moved_apart(const std::vector<DiscAt>& discs, double apart) {
    std::vector<base::Point> placed;
    if (apart <= 0) {
        for (const auto& disc : discs) placed.push_back(disc.place);
        return placed;
    }
    for (auto disc = discs.begin(); disc != discs.end(); ++disc) {
        const auto is_clear = [&](base::Point at) {
            return std::all_of(placed.begin(), placed.end(),
                               [&](base::Point other) { return std::hypot(at.x - other.x, at.y - other.y) >= apart; });
        };
        const auto disturbs_nobody = [&](base::Point at) {
            return is_clear(at) && std::all_of(disc + 1, discs.end(), [&](const DiscAt& later) {
                       return std::hypot(at.x - later.place.x, at.y - later.place.y) >= apart;
                   });
        };
        auto at = is_clear(disc->place) ? disc->place : nearest_free(*disc, apart / 8, disturbs_nobody);
        if (!at) at = nearest_free(*disc, apart / 8, is_clear);
        placed.push_back(at.value_or(disc->place));
    }
    return placed;
}

}  // namespace paint
