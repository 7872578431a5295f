#include "app/displays.hpp"

#include <algorithm>

namespace app {
namespace {

std::optional<std::size_t> named(const std::vector<Display>& displays, const std::string& name) {
    const auto found =
        std::find_if(displays.begin(), displays.end(), [&name](const Display& one) { return one.name == name; });
    if (name.empty() || found == displays.end()) return std::nullopt;
    return static_cast<std::size_t>(found - displays.begin());
}

}  // namespace

Places plan_places(const std::vector<Display>& displays, const std::string& wall_had, const std::string& second_had,
                   bool wants_second) {
    Places places;
    if (displays.empty()) return places;
    places.wall = named(displays, wall_had);
    const auto apart = [&displays](std::size_t one, std::size_t other) {
        return !displays[one].place.overlaps(displays[other].place);
    };
    if (!places.wall) {
        // Not where the second view is, if there is a choice.
        const auto second = named(displays, second_had);
        for (std::size_t i = 0; i < displays.size(); ++i) {
            const bool taken = wants_second && second && (i == *second || !apart(i, *second));
            if (taken) continue;
            if (!places.wall || displays[i].primary) places.wall = i;
        }
        if (!places.wall) places.wall = 0;
    }
    if (!wants_second) return places;
    if (const auto had = named(displays, second_had); had && apart(*had, *places.wall)) {
        places.second = had;
        return places;
    }
    for (std::size_t i = 0; i < displays.size() && !places.second; ++i) {
        if (apart(i, *places.wall)) places.second = i;
    }
    return places;
}

}  // namespace app
