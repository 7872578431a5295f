#include "paint/slice.hpp"

#include <algorithm>
#include <utility>

#include "paint/text.hpp"

namespace paint {

Slice::Slice(Painter& painter, const base::Rect& band, double to)
    : painter_(painter), aloud_(told_by(painter)), band_(band), by_(to - band.y) {
    painter_.push_clip(band_.moved(0, by_));
}

Slice::~Slice() {
    painter_.pop_clip();
}

std::vector<base::Point> Slice::moved(std::span<const base::Point> points, double around) const {
    if (points.empty()) return {};
    const auto [low, high] =
        std::minmax_element(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    if (!is_within(low->y - around, high->y + around)) return {};
    std::vector<base::Point> all;
    all.reserve(points.size());
    for (const auto& point : points) all.push_back(moved(point));
    return all;
}

void Slice::fill(const base::Rect& area, double radius, base::Colour colour) {
    if (is_within(area.y, area.bottom())) painter_.fill(area.moved(0, by_), radius, colour);
}

void Slice::stroke(const base::Rect& area, double radius, base::Colour colour, double width) {
    if (is_within(area.y - width, area.bottom() + width)) {
        painter_.stroke(area.moved(0, by_), radius, colour, width);
    }
}

void Slice::line(std::span<const base::Point> points, base::Colour colour, double width) {
    painter_.line(moved(points, width), colour, width);
}

void Slice::polygon(std::span<const base::Point> convex, base::Colour colour) {
    painter_.polygon(moved(convex, 0), colour);
}

void Slice::circle(base::Point centre, double radius, base::Colour colour) {
    if (is_within(centre.y - radius, centre.y + radius)) painter_.circle(moved(centre), radius, colour);
}

void Slice::ring(base::Point centre, double radius, base::Colour colour, double width) {
    const double out = radius + width;
    if (is_within(centre.y - out, centre.y + out)) painter_.ring(moved(centre), radius, colour, width);
}

void Slice::shadow(const base::Rect& area, double radius, double spread, double alpha) {
    if (is_within(area.y - spread, area.bottom() + 2 * spread)) {
        painter_.shadow(area.moved(0, by_), radius, spread, alpha);
    }
}

void Slice::text(const TextLayout& layout, base::Point at, base::Colour colour, double scale) {
    if (!is_within(at.y, at.y + layout.size().h * scale)) return;
    tell_part();
    painter_.text(layout, moved(at), colour, scale);
}

void Slice::strip(std::span<const base::Point> points, base::Colour colour) {
    painter_.strip(moved(points, 0), colour);
}

void Slice::photo(const Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) {
    if (!is_within(place.y, place.bottom())) return;
    tell_part();
    painter_.photo(photo, part, place.moved(0, by_), alpha);
}

void Slice::push_clip(const base::Rect& area) {
    painter_.push_clip(area.moved(0, by_));
}

void Slice::pop_clip() {
    painter_.pop_clip();
}

void Slice::begin_section(std::size_t number) {
    if (aloud_ != nullptr) aloud_->begin_section(number);
}

void Slice::begin_part(AloudPart part) {
    part.at = moved(part.at);
    untold_ = std::move(part);
}

void Slice::tell_part() {
    if (!untold_ || aloud_ == nullptr) return;
    aloud_->begin_part(std::move(*untold_));
    untold_.reset();
    told_ = true;
}

void Slice::end_part() {
    untold_.reset();
    if (std::exchange(told_, false)) aloud_->end_part();
}

}  // namespace paint
