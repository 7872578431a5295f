#include <algorithm>
#include <array>
#include <span>

#include "paint/board_item_private.hpp"
#include "paint/stamp.hpp"

namespace paint {
namespace {

constexpr double bars_from = 0.04;                // of the scale: below it a line of words is less than a px high
constexpr double bar_height = 11, bar_step = 26;  // board px

/// Grey bars where words are, at most `most`. `room` is board px.
void draw_bars(Painter& painter, const base::Rect& room, std::size_t letters, int most, base::Colour colour,
               const ItemLook& look) {
    if (look.scale < bars_from || letters == 0) return;
    constexpr std::array<double, 4> widths{0.94, 0.8, 0.88, 0.6};
    const double on_a_line = std::max(1.0, room.w / 12);
    const int fitting = static_cast<int>((room.h + bar_step - bar_height) / bar_step);
    const int wanted = 1 + static_cast<int>(std::min(static_cast<double>(letters) / on_a_line, 8.0));
    const int lines = std::min({wanted, most, std::max(1, fitting)});
    for (int i = 0; i < lines; ++i) {
        const double width = room.w * widths[static_cast<std::size_t>(i) % widths.size()];
        painter.fill(on_target({room.x, room.y + i * bar_step, width, bar_height}, look), 0, colour);
    }
}

/// A thin line through some of the points: as many as a place on the stack holds.
template <class At>
void draw_thin(Painter& painter, std::size_t count, At at, base::Colour colour, double width) {
    constexpr std::size_t most = 64;
    std::array<base::Point, most + 1> points;
    const std::size_t step = count / most + 1;
    std::size_t taken = 0;
    for (std::size_t i = 0; i < count; i += step) points[taken++] = at(i);
    if (count > 0 && (count - 1) % step != 0) points[taken++] = at(count - 1);
    painter.line(std::span<const base::Point>(points.data(), taken), colour, width);
}

/// So many straight pieces of the way, each `on` of its part: what is dashed or dotted near by is broken here too.
void draw_broken(Painter& painter, const LinePath& path, int pieces, double on, base::Colour colour, double width,
                 const ItemLook& look) {
    const auto& points = path.points;
    if (points.size() < 2) return;
    const auto at = [&](double t) {
        const double place = t * static_cast<double>(points.size() - 1);
        const auto before = std::min(static_cast<std::size_t>(place), points.size() - 2);
        const double part = place - static_cast<double>(before);
        const auto &a = points[before], &b = points[before + 1];
        return on_target(base::Point{a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part}, look);
    };
    for (int i = 0; i < pieces; ++i) {
        const std::array piece{at(i / static_cast<double>(pieces)), at((i + on) / pieces)};
        painter.line(piece, colour, width);
    }
}

}  // namespace

void draw_item_far(Painter& painter, const Palette& palette, const model::Item& item, const LinePath* path,
                   const ItemLook& look) {
    const auto area = on_target(item.place, look);
    const double thin = std::max(1.0, pen_width(item) * look.scale);
    switch (item.type) {
        case model::ItemType::note: {
            const auto paper = palette.note(item.colour);
            painter.fill(area, 0, paper);
            const auto bars = base::mix(paper, palette.note_ink, 0.4);
            return draw_bars(painter, item.place.inset(16), item.text.size(), 3, bars, look);
        }
        case model::ItemType::text:
            return draw_bars(painter, item.place.inset(0, 4), item.text.size(), 4,
                             base::mix(palette.paper, palette.ink, 0.5), look);
        case model::ItemType::frame: {
            const bool plain = item.colour.empty();
            painter.fill(area, 0, plain ? base::mix(palette.paper, palette.sunken, 0.6) : palette.area(item.colour));
            const base::Rect title{item.place.x + 18, item.place.y + 20, std::min(item.place.w * 0.6, 400.0), 11};
            return draw_bars(painter, title, item.text.size(), 1, base::mix(palette.paper, palette.ink, 0.5), look);
        }
        case model::ItemType::line:
            if (path == nullptr) return;
            if (item.means == "causes") {
                return draw_broken(painter, *path, 5, 0.7, pen_colour(palette, item.colour), thin, look);
            }
            if (item.means == "belongs_to") {
                return draw_broken(painter, *path, 6, 0.4, pen_colour(palette, item.colour), thin, look);
            }
            return draw_thin(
                painter, path->points.size(), [&](std::size_t i) { return on_target(path->points[i], look); },
                pen_colour(palette, item.colour), thin);
        case model::ItemType::ink: {
            const auto at = [&](std::size_t i) {
                return on_target(base::Point{item.place.x + static_cast<double>(item.ink[i].x),
                                             item.place.y + static_cast<double>(item.ink[i].y)},
                                 look);
            };
            if (palette.dark) draw_thin(painter, item.ink.size(), at, palette.paper, (1 + 2 * ink_edge) * thin);
            return draw_thin(painter, item.ink.size(), at, pen_colour(palette, item.colour), thin);
        }
        case model::ItemType::image:
            if (look.photo != nullptr) {
                return painter.photo(*look.photo, covering_part(*look.photo, area.size()), area, 1);
            }
            painter.fill(area, 0, palette.sunken);
            return painter.stroke(area, 0, palette.line_control, std::max(1.0, 2 * look.scale));
        case model::ItemType::stamp:
            return painter.circle(area.centre(), std::min(area.w, area.h) / 2, palette.*(stamp_of(item.means).colour));
    }
}

}  // namespace paint
