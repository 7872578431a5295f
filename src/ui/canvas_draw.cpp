#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "ui/canvas_draw_private.hpp"

namespace ui {
namespace {

using Detail = CanvasPicture::Detail;
using model::ItemType;

constexpr double camera_rest_s = 0.15;
constexpr double least_shadow = 0.4;  // times a design px
constexpr std::size_t most_scales = 3;

/// px of the board of an item's usual letters, as paint sets them; 0: it has no words.
double letters_of(const model::Item& item) {
    constexpr double note = 22, heading = 28;
    if (item.type == ItemType::stamp) return item.place.h / 2;  // its sign
    if (item.text.empty() && item.author.empty()) return 0;
    if (item.type == ItemType::text) return item.size > 0 ? item.size : heading;
    return item.type == ItemType::frame ? heading : note;
}

bool is_stroke(const model::Item& item) {
    return item.type == ItemType::line || item.type == ItemType::ink;
}

/// Grown about its middle.
base::Rect widened(const base::Rect& area, double share) {
    return {area.x - area.w * share, area.y - area.h * share, area.w * (1 + 2 * share), area.h * (1 + 2 * share)};
}

bool is_whole_in(const base::Rect& inner, const base::Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

double times_apart(double a, double b) {
    return std::abs(std::log(a / b));
}

}  // namespace

base::Colour flat_colour(const model::Item& item, const paint::Palette& palette) {
    switch (item.type) {
        case ItemType::note:
            return palette.note(item.colour);
        case ItemType::frame:
            return item.colour.empty() ? base::mix(palette.paper, palette.sunken, 0.6) : palette.area(item.colour);
        case ItemType::text:
            return base::with_alpha(palette.ink, 0.45);
        case ItemType::image:
            return palette.data_grey;
        case ItemType::stamp:
            return palette.accent;
        case ItemType::line:
        case ItemType::ink:
            break;
    }
    return item.colour.empty() || item.colour == "ink" ? palette.ink2 : palette.note(item.colour);
}

model::Item moved_item(model::Item item, base::Point by) {
    static constexpr double far = model::farthest_item;
    const auto within = [](double value) { return std::clamp(value, -far, far); };
    const auto move = [&](base::Point at) { return base::Point{within(at.x + by.x), within(at.y + by.y)}; };
    const auto corner = move(item.place.top_left());
    item.place.x = corner.x;
    item.place.y = corner.y;
    if (item.type != ItemType::line) return item;
    if (item.from.item.empty()) item.from.at = move(item.from.at);
    if (item.to.item.empty()) item.to.at = move(item.to.at);
    return item;
}

double CanvasPicture::steady_s() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void CanvasPicture::look_around(const Canvas& canvas, const base::Rect& seen, const paint::Palette& palette) {
    const bool same = &canvas == near_canvas_ && canvas.revision() == near_revision_ && canvas.board() == near_board_ &&
                      near_dark_ == palette.dark;
    // Looked at closely, the sorted pieces of a wide view are too many.
    if (same && is_whole_in(seen, near_area_) && near_area_.w < seen.w * 3) return;
    near_area_ = widened(seen, 0.3);
    near_revision_ = canvas.revision();
    near_canvas_ = &canvas;
    near_board_ = canvas.board();
    near_dark_ = palette.dark;
    canvas.within(near_area_, found_);
    near_.clear();
    near_.reserve(found_.size());
    for (const auto& one : found_) near_.push_back({one, flat_colour(*one.item, palette)});
}

Detail CanvasPicture::detail_of(const SeenItem& seen, double scale) const {
    const auto& item = *seen.item;
    if (std::max(seen.extent.w, seen.extent.h) * scale < least_shape_px) return Detail::flat;
    if (item.type == ItemType::image || item.type == ItemType::stamp) return Detail::whole;
    const double letters = letters_of(item);
    if (letters == 0) return is_stroke(item) && scale < 0.2 ? Detail::far : Detail::whole;
    return letters * scale < least_letters_px ? Detail::far : Detail::whole;
}

bool CanvasPicture::is_written(const model::Item& item) const {
    return std::find(written_.begin(), written_.end(), item.id) != written_.end();
}

bool CanvasPicture::needs_words(const SeenItem& seen, double scale) const {
    return detail_of(seen, scale) == Detail::whole && letters_of(*seen.item) > 0 && !is_written(*seen.item);
}

void CanvasPicture::draw_flat(const Near& near, const Brush& brush) const {
    const auto& area = near.seen.extent;
    const auto& item = *near.seen.item;
    const auto px = [&brush](base::Point at) {
        return base::Point{brush.origin.x + at.x * brush.scale, brush.origin.y + at.y * brush.scale};
    };
    const auto corner = px(area.top_left());
    const base::Rect place{corner.x, corner.y, area.w * brush.scale, area.h * brush.scale};
    if (!is_stroke(item)) return brush.painter.fill(place, 0, near.flat);
    base::Point from = place.top_left(), to{place.right(), place.bottom()};
    if (near.seen.path != nullptr && !near.seen.path->points.empty()) {
        from = px(near.seen.path->points.front());
        to = px(near.seen.path->points.back());
    }
    brush.painter.line(std::array{from, to}, near.flat, 1);
}

void CanvasPicture::draw_near(const Near& near, const Brush& brush, Frame& frame) const {
    if (detail_of(near.seen, brush.scale) == Detail::flat) return draw_flat(near, brush);
    draw_one(near.seen, near.seen.path, brush, frame);
}

double CanvasPicture::scale_to_set(double scale, Frame& frame) {
    if (scale != scale_) {
        // The first look is not a movement.
        scaled_s_ = scale_ == 0 ? frame.now_s() - camera_rest_s : frame.now_s();
        scale_ = scale;
    }
    const double rests_in = scaled_s_ + camera_rest_s - frame.now_s();
    if (rests_in <= 1e-6) return scale;
    frame.redraw_in(rests_in);
    const double unit = frame.px(1);
    return unit * std::exp2(std::round(2 * std::log2(scale / unit)) / 2);
}

CanvasPicture::Kept& CanvasPicture::kept_of(const SeenItem& seen) {
    auto& kept = kept_[seen.item->id];
    kept.used = frame_;
    if (kept.revision != seen.revision) {
        kept.revision = seen.revision;
        kept.texts.clear();
    }
    return kept;
}

void CanvasPicture::set_text(const model::Item& item, Kept& kept, double scale, Frame& frame) {
    auto text = paint::set_item_text(frame.type, item, scale);
    if (!with_authors) text.author = nullptr;
    text.scale = scale;
    if (kept.texts.size() >= most_scales) kept.texts.erase(kept.texts.begin());
    kept.texts.push_back(std::move(text));
    ++set_;
}

void CanvasPicture::draw_one(const SeenItem& seen, const paint::LinePath* path, const Brush& brush,
                             Frame& frame) const {
    const auto& item = *seen.item;
    const double scale = brush.scale;
    paint::ItemLook look;
    look.origin = brush.origin;
    look.scale = scale;
    look.shadow = scale / frame.px(1) >= least_shadow;
    if (detail_of(seen, scale) != Detail::whole) {
        return paint::draw_item_far(brush.painter, frame.theme, item, path, look);
    }
    static const paint::ItemText no_words;
    const auto* text = &no_words;
    if (needs_words(seen, scale)) {
        const auto kept = kept_.find(item.id);
        text = nullptr;
        if (kept != kept_.end() && kept->second.revision == seen.revision) {
            for (const auto& one : kept->second.texts) {
                if (text == nullptr || times_apart(one.scale, scale) < times_apart(text->scale, scale)) text = &one;
            }
        }
        // Its words come in a frame or two.
        if (text == nullptr) return paint::draw_item_far(brush.painter, frame.theme, item, path, look);
    }
    if (!item.photo.empty()) look.photo = frame.photo(item.photo, is_large(item, scale, frame));
    paint::draw_item(brush.painter, frame.theme, item, *text, path, look);
}

void CanvasPicture::draw_moved(const Canvas& canvas, const Moved& moved, const Brush& brush, Frame& frame) const {
    if (moved.empty()) return;
    const auto place_of = [&](const model::LineEnd& end) -> std::optional<base::Rect> {
        const auto* item = end.item.empty() ? nullptr : canvas.find(end.item);
        if (item == nullptr) return std::nullopt;
        const auto by = moved.find(end.item);
        return by == moved.end() ? item->place : item->place.moved(by->second.x, by->second.y);
    };
    const auto draw_line = [&](const model::Item& line) {
        const auto from = place_of(line.from), to = place_of(line.to);
        const auto path = paint::line_path(line, from ? &*from : nullptr, to ? &*to : nullptr);
        const auto as_it_lies = canvas.see(line.id);
        const SeenItem seen{&line, &path, paint::extent_of(line, &path), as_it_lies ? as_it_lies->revision : 0};
        draw_one(seen, &path, brush, frame);
    };
    std::vector<SeenItem> carried;
    std::unordered_map<base::Id, bool, base::IdHash> lines;
    for (const auto& [id, by] : moved) {
        for (const auto* line : canvas.lines_of(id)) {
            if (!moved.contains(line->id) && lines.emplace(line->id, true).second) draw_line(*line);
        }
        if (const auto seen = canvas.see(id)) carried.push_back(*seen);
    }
    std::sort(carried.begin(), carried.end(), [](const auto& a, const auto& b) {
        const bool a_is_frame = a.item->type == ItemType::frame, b_is_frame = b.item->type == ItemType::frame;
        if (a_is_frame != b_is_frame) return a_is_frame;
        return a.item->level != b.item->level ? a.item->level < b.item->level : a.item->id < b.item->id;
    });
    for (const auto& seen : carried) {
        const auto by = moved.at(seen.item->id);
        if (seen.item->type == ItemType::line) {
            draw_line(moved_item(*seen.item, by));
            continue;
        }
        const auto& [painter, origin, scale] = brush;
        draw_one(seen, nullptr, {painter, {origin.x + by.x * scale, origin.y + by.y * scale}, scale}, frame);
    }
}

void CanvasPicture::look_at(const Canvas& canvas, const Moved& moved, const base::Rect& area, const base::Rect& reached,
                            double to_set, Frame& frame) {
    seen_.clear();
    still_.clear();
    worded_ = 0;
    hidden_ = photos_ = 0;
    // Lines that follow what is carried are drawn with it.
    std::unordered_map<base::Id, bool, base::IdHash> follows;
    const auto hide = [this](const base::Id& id, std::uint64_t how) {
        hidden_ += (base::IdHash()(id) ^ how) * 0x9E3779B97F4A7C15U;  // whatever their order
    };
    for (const auto& id : written_) hide(id, 1);
    for (const auto& [id, by] : moved) {
        hide(id, 2);
        for (const auto* line : canvas.lines_of(id)) {
            if (follows.emplace(line->id, true).second) hide(line->id, 2);
        }
        // What is carried keeps the words that it has.
        if (const auto seen = canvas.see(id); seen && letters_of(*seen->item) > 0) kept_of(*seen);
    }
    for (std::size_t i = 0; i < near_.size(); ++i) {
        const auto& one = near_[i].seen;
        if (!CanvasIndex::meet(one.extent, reached)) continue;
        if (!moved.empty() && (moved.contains(one.item->id) || follows.contains(one.item->id))) continue;
        still_.push_back(static_cast<std::uint32_t>(i));
        if (CanvasIndex::meet(one.extent, area)) seen_.push_back(&one);
        // Far away not even the item is looked at.
        if (detail_of(one, to_set) != Detail::whole) continue;
        photos_ += photo_of(*one.item, to_set, frame) * (i + 1);
        if (letters_of(*one.item) == 0) continue;
        ++worded_;
        if (const auto kept = kept_.find(one.item->id); kept != kept_.end()) kept->second.used = frame_;
    }
}

/// The words of what is new, then all that is seen, by a painter that keeps nothing.
void CanvasPicture::draw_directly(const Brush& brush, double to_set, base::Point middle, Frame& frame) {
    struct Missing {
        const SeenItem* seen;
        double distance;
    };
    std::vector<Missing> missing;
    for (const auto i : still_) {
        const auto& seen = near_[i].seen;
        if (!needs_words(seen, brush.scale) || has_text(kept_of(seen).texts, to_set)) continue;
        const auto by = seen.extent.centre() - middle;
        missing.push_back({&seen, by.x * by.x + by.y * by.y});
    }
    std::sort(missing.begin(), missing.end(), [](const auto& a, const auto& b) { return a.distance < b.distance; });
    const Time time(clock_s);
    for (const auto& one : missing) {
        // One at least, so that it comes to an end on any machine.
        if (set_ > 0 && time.is_up()) {
            frame.redraw_in(0);
            break;
        }
        set_text(*one.seen->item, kept_of(*one.seen), to_set, frame);
    }
    for (const auto i : still_) draw_near(near_[i], brush, frame);
}

void CanvasPicture::draw(const Canvas& canvas, const Camera& camera, const Moved& moved, Frame& frame,
                         const base::Rect& view, std::span<const base::Id> written) {
    ++frame_;
    written_ = written;
    set_ = drawn_anew_ = 0;
    const double scale = camera.zoom;
    const auto area = camera.seen(view);
    const double to_set = scale_to_set(scale, frame);
    // On whole px: then squares are shown px by px, and all in them lies as it would on the glass.
    const auto whole = [](double px) { return std::floor(px + 0.5); };
    const base::Point origin{whole(view.x - camera.corner.x * scale), whole(view.y - camera.corner.y * scale)};
    const Brush brush{frame.painter, origin, scale};
    const Frame::Clip clip(frame, view);
    if (frame.painter.keeps()) {
        const auto grid = CanvasTiles::grid(view, origin, scale, to_set);
        const auto ahead = ahead_of(grid, scale);
        const auto reached = area.joined(ahead.area().inset(-reach_px(to_set) / to_set));
        look_around(canvas, reached, frame.theme);
        look_at(canvas, moved, area, reached, to_set, frame);
        forget_what_changed(canvas, to_set, frame);
        show_squares(grid, ahead, frame);
    } else {
        look_around(canvas, area, frame.theme);
        look_at(canvas, moved, area, area, to_set, frame);
        draw_directly(brush, to_set, area.centre(), frame);
    }
    const auto touched = std::count_if(seen_.begin(), seen_.end(),
                                       [&canvas](const SeenItem* one) { return !canvas.is_laid(one->item->id); });
    readable_ = static_cast<std::size_t>(touched) <= most_touched && scale / frame.px(1) >= 0.2;
    draw_moved(canvas, moved, brush, frame);
    written_ = {};
    forget();
}

void CanvasPicture::forget() {
    constexpr std::size_t always = 64;
    if (kept_.size() <= always + 3 * worded_) return;
    std::erase_if(kept_, [this](const auto& one) { return one.second.used != frame_; });
}

}  // namespace ui
