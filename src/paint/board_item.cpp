#include "paint/board_item.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "paint/board_item_private.hpp"
#include "paint/mark.hpp"
#include "paint/note_card.hpp"
#include "paint/stamp.hpp"

namespace paint {
namespace {

constexpr double frame_radius = 12;
constexpr double image_radius = 4;

void draw_board_note(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
                     const ItemLook& look) {
    const auto area = on_target(item.place, look);
    const auto paper = palette.note(item.colour);
    const auto pen = palette.note_ink;
    const double radius = note_radius * look.scale;
    if (look.shadow) painter.shadow(area, radius, 12 * look.scale, palette.dark ? 0.28 : 0.07);
    painter.fill(area, radius, paper);
    if (look.edge) painter.stroke(area, radius, base::mix(paper, pen, 0.2), look.scale);
    const auto parts = note_parts(item);
    const auto within = [&](const base::Rect& part) { return part.scaled(look.scale).moved(area.x, area.y); };
    if (!parts.photo.empty()) {
        const auto place = within(parts.photo);
        painter.fill(place, radius, base::mix(paper, pen, 0.14));
        if (look.photo != nullptr) painter.photo(*look.photo, covering_part(*look.photo, place.size()), place, 1);
    }
    draw_item_words(painter, text.words, text.at, text, area, pen, look);
    draw_mark(painter, note_colour(item.colour).mark, within(parts.mark), base::mix(paper, pen, 0.72));
    draw_item_words(painter, text.author, text.author_at, text, area, pen, look);
}

void draw_board_text(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
                     const ItemLook& look) {
    const auto area = on_target(item.place, look);
    if (!item.colour.empty() && item.colour != "ink") {
        painter.fill(area, note_radius * look.scale, palette.area(item.colour));
        painter.fill({area.x, area.y, 5 * look.scale, area.h}, 0, pen_colour(palette, item.colour));
    }
    draw_item_words(painter, text.words, text.at, text, area, palette.ink, look);
}

void draw_board_frame(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
                      const ItemLook& look) {
    const auto area = on_target(item.place, look);
    const double radius = frame_radius * look.scale;
    const bool plain = item.colour.empty();
    painter.fill(area, radius, plain ? base::mix(palette.paper, palette.sunken, 0.6) : palette.area(item.colour));
    painter.stroke(area, radius, plain ? palette.data_grey : base::mix(palette.paper, palette.note(item.colour), 0.8),
                   2 * look.scale);
    if (!plain && text.words != nullptr) {
        const base::Rect sign{18, 19, 20, 20};
        draw_mark(painter, note_colour(item.colour).mark, sign.scaled(look.scale).moved(area.x, area.y),
                  pen_colour(palette, item.colour));
    }
    draw_item_words(painter, text.words, text.at, text, area, palette.ink, look);
}

/// Its words stand below the picture, within its place; before the picture is here, they say what it will show.
void draw_board_image(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
                      const ItemLook& look) {
    const auto area = on_target(item.place, look);
    auto picture = area;
    const bool caption = has_caption(item) && text.words != nullptr;
    if (caption) picture.h = std::max(area.h * 0.4, (text.at.y / text.scale - 6) * look.scale);
    if (look.shadow) painter.shadow(area, image_radius * look.scale, 12 * look.scale, palette.dark ? 0.28 : 0.07);
    if (caption || look.photo == nullptr) painter.fill(area, image_radius * look.scale, palette.surface);
    if (look.photo != nullptr) {
        painter.photo(*look.photo, covering_part(*look.photo, picture.size()), picture, 1);
    } else {
        painter.fill(picture, image_radius * look.scale, palette.sunken);
        painter.stroke(area, image_radius * look.scale, palette.line_control, 1.5 * look.scale);
    }
    if (caption || look.photo == nullptr) {
        draw_item_words(painter, text.words, text.at, text, area, palette.ink2, look);
    }
}

void draw_board_stamp(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
                      const ItemLook& look) {
    const auto area = on_target(item.place, look);
    const double shorter = std::min(area.w, area.h);
    const auto& stamp = stamp_of(item.means);
    const auto colour = palette.*(stamp.colour);
    const auto shape = area.centred({shorter, shorter});
    // A pale rim, so that it stands out from whatever it is stamped on.
    const double rim = std::max(1.0, shorter / 16);
    draw_mark(painter, stamp.shape, shape, palette.surface);
    draw_mark(painter, stamp.shape, shape.inset(rim), colour);
    draw_item_words(painter, text.words, text.at, text, area, palette.surface, look);
}

}  // namespace

base::Colour pen_colour(const Palette& palette, std::string_view colour) {
    if (colour.empty() || colour == "ink") return palette.ink;
    const auto light = palette.note(colour);
    return palette.dark ? light : base::mix(light, palette.note_ink, 0.5);
}

void draw_item_words(Painter& painter, const Text& words, base::Point at, const ItemText& text, const base::Rect& area,
                     base::Colour colour, const ItemLook& look) {
    if (words == nullptr) return;
    const double ratio = look.scale / text.scale;
    const base::Point corner{area.x + at.x * ratio, area.y + at.y * ratio};
    // Nearly the same is the same: only then letters stand sharp on the wall's px.
    painter.text(*words, corner, colour, std::abs(ratio - 1) < 1e-6 ? 1 : ratio);
}

base::Rect extent_of(const model::Item& item, const LinePath* path) {
    const auto span = [](base::Rect& all, double x, double y, bool first) {
        if (first) {
            all = {x, y, 0, 0};
            return;
        }
        const double right = std::max(all.right(), x), bottom = std::max(all.bottom(), y);
        all.x = std::min(all.x, x);
        all.y = std::min(all.y, y);
        all.w = right - all.x;
        all.h = bottom - all.y;
    };
    // With its width; a line with its head and its label too.
    base::Rect all;
    if (item.type == model::ItemType::ink && !item.ink.empty()) {
        for (const auto& point : item.ink) {
            span(all, item.place.x + static_cast<double>(point.x), item.place.y + static_cast<double>(point.y),
                 &point == item.ink.data());
        }
        const double around = 2 * pen_width(item);  // the smooth way swings out a little
        return {all.x - around, all.y - around, all.w + 2 * around, all.h + 2 * around};
    }
    if (item.type == model::ItemType::line) {
        const std::array ends{item.from.at, item.to.at};
        const std::span<const base::Point> points =
            path != nullptr ? std::span<const base::Point>(path->points) : std::span<const base::Point>(ends);
        for (const auto& point : points) span(all, point.x, point.y, &point == points.data());
        const double around = 4 * pen_width(item);
        all = {all.x - around, all.y - around, all.w + 2 * around, all.h + 2 * around};
        if (!item.text.empty() && path != nullptr) {
            all = all.joined({path->label_at.x - 125, path->label_at.y - 45, 250, 90});
        }
        return all;
    }
    return item.place;
}

void draw_item(Painter& painter, const Palette& palette, const model::Item& item, const ItemText& text,
               const LinePath* path, const ItemLook& look) {
    switch (item.type) {
        case model::ItemType::note:
            return draw_board_note(painter, palette, item, text, look);
        case model::ItemType::text:
            return draw_board_text(painter, palette, item, text, look);
        case model::ItemType::frame:
            return draw_board_frame(painter, palette, item, text, look);
        case model::ItemType::line:
            if (path != nullptr) draw_board_line(painter, palette, item, text, *path, look);
            return;
        case model::ItemType::ink:
            return draw_board_ink(painter, palette, item, look);
        case model::ItemType::image:
            return draw_board_image(painter, palette, item, text, look);
        case model::ItemType::stamp:
            return draw_board_stamp(painter, palette, item, text, look);
    }
}

}  // namespace paint
