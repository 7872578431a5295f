#include "paint/board_pages_private.hpp"

#include <algorithm>
#include <cmath>

namespace paint {
namespace {

constexpr double mm = 72 / 25.4;
constexpr double page_margin = 10 * mm;
constexpr double sheet_overlap = 10 * mm;
constexpr double head_of_page = 60, foot_of_page = 20;
constexpr double most_scale = 0.75;    // a board px as a px on paper: 1/96 of an inch
constexpr double several_scale = 0.4;  // where one sheet would be too small to read
constexpr double nearly_whole = 1e-6;

base::Size turned(PaperSize size, bool lying) {
    const double wide = paper_width_pt(size), high = wide / std::sqrt(2.0);
    return lying ? base::Size{wide, high} : base::Size{high, wide};
}

BoardPages single_page(const base::Rect& extent, PaperSize size, bool lying) {
    BoardPages pages;
    pages.page = turned(size, lying);
    base::Rect room = base::Rect{0, 0, pages.page.w, pages.page.h}.inset(page_margin);
    room.cut_top(head_of_page);
    room.cut_bottom(foot_of_page);
    pages.scale = std::min({room.w / extent.w, room.h / extent.h, most_scale});
    pages.area = room;
    const base::Size drawn{extent.w * pages.scale, extent.h * pages.scale};
    const auto placed = room.centred(drawn);
    pages.corner = {extent.x - (placed.x - room.x) / pages.scale, extent.y};
    return pages;
}

BoardPages best_single(const base::Rect& extent, PaperSize size) {
    const auto lying = single_page(extent, size, true), standing = single_page(extent, size, false);
    return standing.scale > lying.scale * (1 + nearly_whole) ? standing : lying;
}

int pages_for(double length, double area, double overlap) {
    return std::max(1, static_cast<int>(std::ceil((length - overlap) / (area - overlap) - nearly_whole)));
}

BoardPages poster(const base::Rect& extent, PaperSize size, bool lying, double scale) {
    BoardPages pages;
    pages.page = turned(size, lying);
    pages.area = base::Rect{0, 0, pages.page.w, pages.page.h}.inset(page_margin);
    pages.area.cut_bottom(foot_of_page);
    pages.overlap = sheet_overlap;
    pages.corner = extent.top_left();
    // A board that reaches very far is drawn smaller.
    double columns = 0, rows = 0;
    for (;; scale *= 0.9) {
        columns = std::ceil(extent.w * scale / (pages.area.w - pages.overlap));
        rows = std::ceil(extent.h * scale / (pages.area.h - pages.overlap));
        if (columns * rows <= most_board_pages) break;
    }
    pages.scale = scale;
    pages.columns = pages_for(extent.w * scale, pages.area.w, pages.overlap);
    pages.rows = pages_for(extent.h * scale, pages.area.h, pages.overlap);
    return pages;
}

BoardPages best_poster(const base::Rect& extent, PaperSize size, double scale) {
    const auto lying = poster(extent, size, true, scale), standing = poster(extent, size, false, scale);
    if (lying.scale != standing.scale) return lying.scale > standing.scale ? lying : standing;
    return standing.columns * standing.rows < lying.columns * lying.rows ? standing : lying;
}

BoardPages::Span span_of(double from, double to, double area, double step, int count) {
    const auto clamped = [count](double value) {
        return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(count - 1)));
    };
    return {clamped(std::ceil((from - area) / step)), clamped(std::floor(to / step))};
}

}  // namespace

std::optional<PaperSize> parse_paper_size(std::string_view name) {
    for (std::size_t i = 0; i < paper_sizes.size(); ++i) {
        if (name == paper_sizes[i] || (name.size() == 2 && name[0] == 'a' && name[1] == paper_sizes[i][1])) {
            return static_cast<PaperSize>(i);
        }
    }
    return std::nullopt;
}

double paper_width_pt(PaperSize size) {
    constexpr std::array<double, 5> long_side_mm{297, 420, 594, 841, 1189};
    return long_side_mm[static_cast<std::size_t>(size)] * mm;
}

base::Point BoardPages::origin(int column, int row) const {
    return {area.x - corner.x * scale - column * (area.w - overlap),
            area.y - corner.y * scale - row * (area.h - overlap)};
}

BoardPages::Span BoardPages::columns_of(const base::Rect& extent) const {
    return span_of((extent.x - corner.x) * scale, (extent.right() - corner.x) * scale, area.w, area.w - overlap,
                   columns);
}

BoardPages::Span BoardPages::rows_of(const base::Rect& extent) const {
    return span_of((extent.y - corner.y) * scale, (extent.bottom() - corner.y) * scale, area.h, area.h - overlap, rows);
}

BoardPages plan_board_pages(const base::Rect& extent, const BoardPaper& paper) {
    if (paper.tiles) {
        const auto size = paper.size.value_or(PaperSize::a4);
        auto pages = best_poster(extent, size, most_scale);
        return pages.is_poster() ? pages : best_single(extent, size);
    }
    if (paper.size) return best_single(extent, *paper.size);
    for (const auto size : {PaperSize::a4, PaperSize::a3, PaperSize::a2, PaperSize::a1, PaperSize::a0}) {
        auto pages = best_single(extent, size);
        if (pages.scale >= readable) return pages;
    }
    return best_poster(extent, PaperSize::a3, several_scale);
}

std::string page_name(int column, int row) {
    std::string name;
    for (int left = row; left >= 0; left = left / 26 - 1) name.insert(name.begin(), static_cast<char>('A' + left % 26));
    return name + std::to_string(column + 1);
}

}  // namespace paint
