// Which part of the screen the keyboard keeps to, and how it goes from one to the next.
#include <algorithm>

#include "ui/interaction.hpp"

namespace ui {

Region::Kind Interaction::kind_of(const Zone& zone) const {
    return zone.region == 0 ? Region::Kind::part : regions_before_[zone.region - 1].kind;
}

std::vector<std::size_t> Interaction::all_stops() const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < before_.size(); ++i) {
        if (is_stop(i)) found.push_back(i);
    }
    return found;
}

/// The region that the keyboard stays in; 0: it goes everywhere.
std::size_t Interaction::kept_in(const std::vector<std::size_t>& all) const {
    std::size_t top = 0, here = 0;
    for (const auto stop : all) {
        const auto& zone = before_[stop];
        const auto kind = kind_of(zone);
        if (kind == Region::Kind::over) top = std::max(top, zone.region);
        if (kind != Region::Kind::part && zone.id == focus_) here = zone.region;
    }
    return top > 0 && here > 0 ? here : top;
}

std::vector<std::size_t> Interaction::stops() const {
    auto all = all_stops();
    const auto kept = kept_in(all);
    if (kept == 0) return all;
    std::erase_if(all, [this, kept](std::size_t stop) { return before_[stop].region != kept; });
    std::stable_partition(all.begin(), all.end(), [this](std::size_t stop) { return !before_[stop].last; });
    return all;
}

std::string Interaction::find_top() const {
    const auto* zone = focused_zone();
    if (zone != nullptr && kind_of(*zone) == Region::Kind::over) {
        const auto later = std::any_of(before_.begin(), before_.end(), [zone](const Zone& other) {
            return other.block && other.region > zone->region && other.rect.contains(zone->rect.centre());
        });
        if (!later) return regions_before_[zone->region - 1].id;
    }
    const auto top = std::find_if(regions_before_.rbegin(), regions_before_.rend(),
                                  [](const Region& region) { return region.kind == Region::Kind::over; });
    return top == regions_before_.rend() ? std::string() : top->id;
}

void Interaction::move_region(int by) {
    const auto all = all_stops();
    const bool covered = std::any_of(all.begin(), all.end(),
                                     [this](std::size_t stop) { return kind_of(before_[stop]) == Region::Kind::over; });
    std::vector<std::size_t> first;  // stop of each region
    std::ptrdiff_t at = -1, ground = 0;
    for (const auto stop : all) {
        const auto& zone = before_[stop];
        if (covered && kind_of(zone) == Region::Kind::part) continue;
        auto found = std::find_if(first.begin(), first.end(),
                                  [&](std::size_t other) { return before_[other].region == zone.region; });
        if (found == first.end()) {
            found = first.insert(first.end(), stop);
        } else if (before_[*found].last) {
            *found = stop;
        }
        if (zone.region == 0) ground = found - first.begin();
        if (zone.id == focus_) at = found - first.begin();
    }
    if (first.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(first.size());
    // From nowhere it goes to the board.
    const auto next = at < 0 ? ground : (at + by + count) % count;
    focus(before_[first[static_cast<std::size_t>(next)]].id, true);
}

/// What closes gives the keyboard back to where it was opened from.
void Interaction::bring_back_focus() {
    const auto is_over = [this](std::string_view id) {
        return std::any_of(regions_before_.begin(), regions_before_.end(),
                           [id](const Region& region) { return region.id == id && region.kind == Region::Kind::over; });
    };
    for (const auto& region : regions_before_) {
        if (region.kind == Region::Kind::over) origins_.try_emplace(region.id, focus_began_);
    }
    std::erase_if(origins_, [&](const auto& one) {
        const auto& [id, origin] = one;
        if (is_over(id)) return false;
        const auto* zone = focused_zone();
        const bool lost = zone == nullptr || (zone->region > 0 && regions_before_[zone->region - 1].id == id);
        if (ring_ && lost && zone_named(origin) != nullptr) {
            focus_ = origin;
            redraw_in_ = 0;
        }
        return true;
    });
}

}  // namespace ui
