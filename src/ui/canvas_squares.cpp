// A board in squares that were drawn before: which are drawn anew, and in what order.
#include <algorithm>
#include <bit>
#include <tuple>

#include "ui/canvas_draw_private.hpp"
#include "ui/damage.hpp"

namespace ui {

CanvasTiles::Grid CanvasPicture::ahead_of(const CanvasTiles::Grid& grid, double scale) {
    const bool pans = scale == origin_scale_;
    const auto by = pans ? origin_ - grid.origin : base::Point{};
    origin_ = grid.origin;
    origin_scale_ = scale;
    return grid.ahead(by);
}

std::uint64_t CanvasPicture::photo_of(const model::Item& item, double scale, const Frame& frame) const {
    if (item.photo.empty()) return 0;
    const auto photo = frame.photo(item.photo, is_large(item, scale, frame));
    return photo == nullptr ? 0 : photo->number;
}

void CanvasPicture::forget_what_changed(const Canvas& canvas, double to_set, const Frame& frame) {
    auto look = digested(reinterpret_cast<std::uintptr_t>(&canvas), base::IdHash()(canvas.board()));
    look = digested(look, (frame.theme.kind == Theme::Kind::dark ? 1U : 0U) | (frame.theme.high_contrast ? 2U : 0U) |
                              (with_authors ? 4U : 0U));
    look = digested(look, std::bit_cast<std::uint64_t>(frame.px(1)));
    const auto content = digested(digested(look, canvas.revision()), hidden_);
    if (look != std::exchange(look_, look)) tiles_.clear();
    const bool changed = content != std::exchange(content_, content);
    // Those of this scale are looked through, the others are not worth it.
    if (changed) tiles_.forget_other_scales(to_set);
    if (photos_ != std::exchange(shown_photos_, photos_) || changed) ++state_;
}

void CanvasPicture::sort_into_squares(const CanvasTiles::Grid& grid, std::vector<Square>& squares, Frame& frame) const {
    squares.assign(grid.count(), {});
    const double reach = reach_px(grid.scale);
    for (const auto i : still_) {
        const auto& seen = near_[i].seen;
        const auto [from, to] = grid.touched_by(seen.extent, reach);
        auto digest = digested(base::IdHash()(seen.item->id), seen.revision);
        if (!seen.item->photo.empty()) digest = digested(digest, photo_of(*seen.item, grid.scale, frame));
        if (!written_.empty() && is_written(*seen.item)) digest = digested(digest, 1);
        for (int row = from.row; row <= to.row; ++row) {
            for (int column = from.column; column <= to.column; ++column) {
                auto& square = squares[grid.index({column, row})];
                square.items.push_back(i);
                square.digest = digested(square.digest, digest);
            }
        }
    }
}

std::vector<CanvasPicture::ToDraw> CanvasPicture::plan_squares(const CanvasTiles::Grid& grid,
                                                               const CanvasTiles::Grid& ahead,
                                                               const std::vector<Square>& squares) {
    std::vector<ToDraw> plan;
    const auto middle = grid.area().centre();
    for (std::size_t i = 0; i < squares.size(); ++i) {
        const auto at = ahead.at(i);
        auto& tile = tiles_.at(ahead.scale, at);
        tile.used = frame_;
        const bool here = tile.picture != nullptr, same = here && tile.holds == squares[i].digest;
        if (same) tile.checked = state_;
        if (same && tile.whole) continue;
        ToDraw one{at, false, grid.holds(at), 0};
        one.must = one.in_view && !same && (here || !tiles_.standing_in(ahead, at));
        const base::Point by{(at.column + 0.5) * CanvasTiles::side_px / ahead.scale - middle.x,
                             (at.row + 0.5) * CanvasTiles::side_px / ahead.scale - middle.y};
        one.distance = by.x * by.x + by.y * by.y;
        plan.push_back(one);
    }
    const auto order = [](const ToDraw& one) { return std::tuple(!one.must, !one.in_view, one.distance); };
    std::sort(plan.begin(), plan.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    return plan;
}

bool CanvasPicture::set_words(const Square& square, double scale, const Time& time, Frame& frame) {
    for (const auto i : square.items) {
        const auto& seen = near_[i].seen;
        if (!needs_words(seen, scale)) continue;
        auto& kept = kept_of(seen);
        if (has_text(kept.texts, scale)) continue;
        // One at least, so that it comes to an end on any machine.
        if (set_ > 0 && time.is_up()) return false;
        set_text(*seen.item, kept, scale, frame);
    }
    return true;
}

void CanvasPicture::draw_square(double scale, CanvasTiles::At at, const Square& square, bool whole, Frame& frame) {
    constexpr double side = CanvasTiles::side_px;
    auto& tile = tiles_.at(scale, at);
    tile.picture = frame.painter.keep({side, side}, [&](paint::Painter& painter) {
        painter.fill({0, 0, side, side}, 0, frame.theme.paper);
        const Brush brush{painter, {-side * at.column, -side * at.row}, scale};
        for (const auto i : square.items) draw_near(near_[i], brush, frame);
    });
    tile.holds = square.digest;
    tile.checked = state_;
    tile.whole = whole;
    ++drawn_anew_;
}

bool CanvasPicture::show_instead(const CanvasTiles::Grid& grid, CanvasTiles::At at, Frame& frame) {
    const auto scale = tiles_.standing_in(grid, at);
    if (!scale) return false;
    const auto place = grid.place(at);
    const auto others = CanvasTiles::grid(place, grid.origin, grid.scale * grid.ratio, *scale);
    const Frame::Clip clip(frame, place);
    for (std::size_t i = 0; i < others.count(); ++i) {
        if (tiles_.find(*scale, others.at(i)) == nullptr) continue;
        auto& tile = tiles_.at(*scale, others.at(i));
        tile.used = frame_;
        if (tile.picture) frame.painter.show(*tile.picture, others.place(others.at(i)));
    }
    return true;
}

void CanvasPicture::show_squares(const CanvasTiles::Grid& grid, const CanvasTiles::Grid& ahead, Frame& frame) {
    bool is_known = true;
    for (std::size_t i = 0; i < ahead.count(); ++i) {
        auto& tile = tiles_.at(ahead.scale, ahead.at(i));
        tile.used = frame_;
        is_known = is_known && tile.whole && tile.checked == state_;
    }
    if (!is_known) {
        std::vector<Square> squares;
        sort_into_squares(ahead, squares, frame);
        const Time time(clock_s);
        for (const auto& one : plan_squares(grid, ahead, squares)) {
            const auto& square = squares[ahead.index(one.at)];
            const bool whole = set_words(square, ahead.scale, time, frame);
            const bool in_time = !time.is_up() || set_ + drawn_anew_ == 0;
            if (one.must || (whole && in_time)) draw_square(ahead.scale, one.at, square, whole, frame);
            if (one.in_view && !tiles_.at(ahead.scale, one.at).whole) frame.redraw_in(0);
        }
    }
    for (std::size_t i = 0; i < grid.count(); ++i) {
        const auto at = grid.at(i);
        const auto& tile = tiles_.at(grid.scale, at);
        if (tile.picture) {
            frame.painter.show(*tile.picture, grid.place(at));
        } else {
            show_instead(grid, at, frame);
        }
    }
    tiles_.trim(grid.count() + grid.count() / 2, frame_);
}

}  // namespace ui
