#include "ui/board_minimap.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr int map_columns = 96, map_rows = 64;
constexpr double remade_each_s = 0.25;

struct MapCell {
    base::Colour colour{0, 0, 0, 0};
    bool frame = false;
};

/// Calls `visit` so often along a stroke that no cell on its way is left out; board px. What it goes around stays free.
template <class Visit>
void along_stroke(const model::Item& item, double wide, double high, Visit visit) {
    const auto point = [&item](std::size_t i) {
        return base::Point{item.place.x + static_cast<double>(item.ink[i].x),
                           item.place.y + static_cast<double>(item.ink[i].y)};
    };
    for (std::size_t i = 0; i < item.ink.size(); ++i) {
        const auto to = point(i), from = i == 0 ? to : point(i - 1);
        const double cells = std::max(std::abs(to.x - from.x) / wide, std::abs(to.y - from.y) / high);
        const int steps = 1 + static_cast<int>(std::min(cells, static_cast<double>(map_columns)));
        for (int step = 1; step <= steps; ++step) {
            const double part = static_cast<double>(step) / steps;
            visit({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
        }
    }
}

}  // namespace

void BoardMinimap::remake(const Canvas& canvas, const paint::Palette& palette) {
    pieces_.clear();
    extent_ = canvas.extent();
    if (extent_.w <= 0) extent_.w = 1;
    if (extent_.h <= 0) extent_.h = 1;
    std::vector<SeenItem> all;
    canvas.around(extent_, all);
    std::vector<MapCell> cells(static_cast<std::size_t>(map_columns) * map_rows);
    const auto column = [this](double x) {
        return std::clamp(static_cast<int>((x - extent_.x) / extent_.w * map_columns), 0, map_columns - 1);
    };
    const auto row = [this](double y) {
        return std::clamp(static_cast<int>((y - extent_.y) / extent_.h * map_rows), 0, map_rows - 1);
    };
    const double wide = extent_.w / map_columns, high = extent_.h / map_rows;
    for (const auto& one : all) {
        const auto& item = *one.item;
        // Lines would be all that is seen.
        if (item.type == model::ItemType::line) continue;
        if (item.type == model::ItemType::ink) {
            const auto colour = flat_colour(item, palette);
            along_stroke(item, wide, high, [&](base::Point at) {
                auto& cell =
                    cells[static_cast<std::size_t>(row(at.y)) * map_columns + static_cast<std::size_t>(column(at.x))];
                if (cell.colour.a == 0 || cell.frame) cell = {colour, false};
            });
            continue;
        }
        const bool is_frame = item.type == model::ItemType::frame;
        const auto colour = is_frame ? palette.line : flat_colour(item, palette);
        const int right = column(one.extent.right()), bottom = row(one.extent.bottom());
        for (int y = row(one.extent.y); y <= bottom; ++y) {
            for (int x = column(one.extent.x); x <= right; ++x) {
                auto& cell = cells[static_cast<std::size_t>(y) * map_columns + static_cast<std::size_t>(x)];
                if (is_frame && cell.colour.a != 0) continue;
                cell = {colour, is_frame};
            }
        }
    }
    for (int y = 0; y < map_rows; ++y) {
        for (int x = 0; x < map_columns;) {
            const auto colour = cells[static_cast<std::size_t>(y) * map_columns + static_cast<std::size_t>(x)].colour;
            const int from = x;
            while (x < map_columns &&
                   cells[static_cast<std::size_t>(y) * map_columns + static_cast<std::size_t>(x)].colour == colour) {
                ++x;
            }
            if (colour.a == 0) continue;
            pieces_.push_back({{extent_.x + from * wide, extent_.y + y * high, (x - from) * wide, high}, colour});
        }
    }
}

std::optional<base::Point> BoardMinimap::draw(const Canvas& canvas, const base::Rect& seen, Frame& frame,
                                              const base::Rect& box) {
    const auto& theme = frame.theme;
    const bool other = !(canvas.board() == board_) || theme.dark != dark_ || made_s_ < 0;
    if (other || canvas.revision() != revision_) {
        const double due_in = made_s_ + remade_each_s - frame.now_s();
        if (other || due_in <= 0) {
            remake(canvas, theme);
            board_ = canvas.board();
            revision_ = canvas.revision();
            dark_ = theme.dark;
            made_s_ = frame.now_s();
        } else {
            frame.redraw_in(due_in);
        }
    }
    const double corner = frame.px(radius::control);
    frame.painter.shadow(box, corner, frame.px(12), 0.07 * theme.shadow);
    frame.painter.fill(box, corner, theme.surface);
    frame.painter.stroke(box.inset(0.5), corner, theme.line, std::max(1.0, frame.px(1)));
    // What is looked at may lie beside all that there is.
    const auto whole = extent_.joined(seen);
    const auto inside = box.inset(frame.px(8));
    const double scale = std::min(inside.w / whole.w, inside.h / whole.h);
    const auto place = inside.centred({whole.w * scale, whole.h * scale});
    const auto on_map = [&](const base::Rect& area) {
        return base::Rect{place.x + (area.x - whole.x) * scale, place.y + (area.y - whole.y) * scale, area.w * scale,
                          area.h * scale};
    };
    const double least = std::max(1.0, frame.px(1));
    for (const auto& piece : pieces_) {
        auto area = on_map(piece.place);
        area.w = std::max(area.w, least);
        area.h = std::max(area.h, least);
        frame.painter.fill(area, 0, piece.colour);
    }
    auto view = on_map(seen).intersected(box);
    view = view.joined(view.centred({frame.px(6), frame.px(6)})).intersected(box);
    frame.painter.stroke(view, frame.px(2), theme.accent, std::max(2.0, frame.px(2)));

    const auto press = frame.press("map", box);
    frame.say("map", base::tr("wall.board.map"));
    if (press.focused) focus_ring(frame, box, corner);
    const auto to_board = [&](base::Point at) {
        return base::Point{whole.x + (at.x - place.x) / scale, whole.y + (at.y - place.y) / scale};
    };
    if (const auto drag = frame.drag("map", box); drag && !drag->cancelled) return to_board(drag->at());
    if (press.tapped) return to_board(press.at);
    return std::nullopt;
}

}  // namespace ui
