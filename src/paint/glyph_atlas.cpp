#include "paint/glyph_atlas.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "paint/glyph_picture_private.hpp"

namespace paint {
namespace {

constexpr double largest_exact_px = 64;  // larger ink is as sharp without steps of a quarter

struct Key {
    const Font* font = nullptr;
    std::uint32_t glyph = 0;
    std::int16_t step = 0;  // raster scale = √2 to this
    std::int16_t quarter = 0;
    bool operator==(const Key&) const = default;
};
struct GlyphKeyHash {
    std::size_t operator()(const Key& key) const {
        const auto small = (static_cast<std::uint64_t>(static_cast<std::uint16_t>(key.step)) << 16U) |
                           static_cast<std::uint16_t>(key.quarter);
        const auto pointer = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(key.font)) >> 4U;
        std::uint64_t hash = pointer * 0x9E3779B97F4A7C15U + key.glyph * 0xC2B2AE3D27D4EB4FU + small * 0x165667B1U;
        return static_cast<std::size_t>(hash ^ (hash >> 29U));
    }
};

/// Where a glyph's picture lies. Nothing is drawn for one of width 0 (a space).
struct Place {
    int page = 0, x = 0, y = 0, w = 0, h = 0;
    double left = 0, top = 0;  // of its corner, from the glyph's origin, px of the picture
    double scale = 1;          // px of the picture per px of the layout
    bool coloured = false;
};

struct Shelf {
    int y = 0, h = 0, x = 0;
    std::vector<GlyphPicture> fresh;  // that have not been taken: the last on it, side by side
};

struct Page {
    std::vector<Shelf> shelves;
    int used_rows = 0;
};

/// What is fresh on a shelf, which then no longer is.
GlyphAtlas::Change take_strip(int page, Shelf& shelf) {
    GlyphAtlas::Change strip{page, shelf.x, shelf.y, 0, 0, {}};
    for (const auto& picture : shelf.fresh) {
        strip.w += picture.w;
        strip.h = std::max(strip.h, picture.h);
    }
    strip.x -= strip.w;
    const auto row = static_cast<std::size_t>(strip.w) * 4;
    strip.rgba.resize(row * static_cast<std::size_t>(strip.h));
    std::size_t left = 0;
    for (const auto& picture : std::exchange(shelf.fresh, {})) {
        const auto part = static_cast<std::size_t>(picture.w) * 4;
        for (std::size_t y = 0; y < static_cast<std::size_t>(picture.h); ++y) {
            std::memcpy(strip.rgba.data() + y * row + left, picture.rgba.data() + y * part, part);
        }
        left += part;
    }
    return strip;
}

}  // namespace

struct GlyphAtlas::Inside {
    int side;
    std::vector<Page> pages;
    std::unordered_map<Key, Place, GlyphKeyHash> places;
    std::unordered_map<const Font*, std::shared_ptr<const Font>> fonts;

    Shelf* find_room(Page& page, int w, int h) const;
    const Place& place_of(const TextLayout::Inside& layout, const Glyph& glyph, const Key& key);
    Place make(const Font& font, std::uint32_t glyph, int step, int quarter);
    void put(GlyphPicture picture, Place& place);
};

/// The lowest shelf that is high enough and not wastefully so, else a new one below; null when there is no room.
Shelf* GlyphAtlas::Inside::find_room(Page& page, int w, int h) const {
    Shelf* best = nullptr;
    for (auto& shelf : page.shelves) {
        if (shelf.h < h || shelf.h > h + h / 3 + 4 || shelf.x + w > side) continue;
        if (best == nullptr || shelf.h < best->h) best = &shelf;
    }
    if (best == nullptr) {
        // A little higher than asked for, so that the next glyphs of this size find it.
        const int height = std::min((h + 3) / 4 * 4, side);
        if (page.used_rows + height > side) return nullptr;
        page.shelves.push_back({page.used_rows, height, 0, {}});
        page.used_rows += height;
        best = &page.shelves.back();
    }
    return best;
}

void GlyphAtlas::Inside::put(GlyphPicture picture, Place& place) {
    place.w = picture.w;
    place.h = picture.h;
    place.left = picture.left;
    place.top = picture.top;
    if (picture.w == 0) return;
    // Older pages may have room for a small one still, but looking through them all would cost more than it saves.
    auto* shelf = find_room(pages.back(), picture.w, picture.h);
    if (shelf == nullptr) shelf = find_room(pages.emplace_back(), picture.w, picture.h);
    place.page = static_cast<int>(pages.size()) - 1;
    place.x = shelf->x;
    place.y = shelf->y;
    shelf->x += picture.w;
    shelf->fresh.push_back(std::move(picture));
}

Place GlyphAtlas::Inside::make(const Font& font, std::uint32_t glyph, int step, int quarter) {
    Place place;
    place.coloured = font.coloured;
    // A ligature as wide as a line (﷽) is made smaller rather than not at all.
    for (double scale = std::pow(2.0, step / 2.0);; scale /= 2) {
        place.scale = scale;
        auto picture = draw_glyph(font, glyph, scale, quarter / 4.0, side);
        if (!picture) continue;
        put(std::move(*picture), place);
        return place;
    }
}

const Place& GlyphAtlas::Inside::place_of(const TextLayout::Inside& layout, const Glyph& glyph, const Key& key) {
    const auto found = places.find(key);
    if (found != places.end()) return found->second;
    if (!fonts.contains(glyph.font)) {
        for (const auto& font : layout.fonts) {
            if (font.get() == glyph.font) fonts.emplace(glyph.font, font);
        }
    }
    return places.emplace(key, make(*glyph.font, glyph.id, key.step, key.quarter)).first->second;
}

GlyphAtlas::GlyphAtlas(int side_px) : inside_(std::make_unique<Inside>()) {
    inside_->side = std::max(side_px, 64);
    inside_->pages.emplace_back();
}
GlyphAtlas::~GlyphAtlas() = default;

void GlyphAtlas::place(const TextLayout& layout, base::Point at, double scale, std::vector<Quad>& out) {
    if (!(scale > 0)) return;
    const auto& text = layout.inside();
    const double texel = 1.0 / inside_->side;
    // Steps are rounded up, so that pictures are drawn smaller, never larger; 1e-6 forgives rounding.
    const int step = std::clamp(static_cast<int>(std::ceil(2 * std::log2(scale) - 1e-6)), -12, 12);
    for (const auto& glyph : text.glyphs) {
        const double x = at.x + glyph.x * scale;
        const double y = at.y + glyph.y * scale;
        const bool exact = scale == 1 && glyph.font->size_px <= largest_exact_px;
        const double quarters = std::floor(x * 4 + 0.5);
        const double whole = std::floor(quarters / 4);
        const int quarter = exact ? static_cast<int>(quarters - whole * 4) : 0;
        const Key key{glyph.font, glyph.id, static_cast<std::int16_t>(step), static_cast<std::int16_t>(quarter)};
        const auto& place = inside_->place_of(text, glyph, key);
        if (place.w == 0) continue;
        const double factor = scale / place.scale;
        const double left = (exact ? whole : x) + place.left * factor;
        const double top = (exact ? std::floor(y + 0.5) : y) + place.top * factor;
        out.push_back({{left, top, place.w * factor, place.h * factor},
                       {place.x * texel, place.y * texel, place.w * texel, place.h * texel},
                       place.page,
                       place.coloured,
                       exact && factor == 1});
    }
}

int GlyphAtlas::pages() const {
    return static_cast<int>(inside_->pages.size());
}

int GlyphAtlas::side_px() const {
    return inside_->side;
}

std::vector<GlyphAtlas::Change> GlyphAtlas::take_changes() {
    std::vector<Change> changes;
    for (std::size_t i = 0; i < inside_->pages.size(); ++i) {
        for (auto& shelf : inside_->pages[i].shelves) {
            if (!shelf.fresh.empty()) changes.push_back(take_strip(static_cast<int>(i), shelf));
        }
    }
    return changes;
}

void GlyphAtlas::forget() {
    inside_->places.clear();
    inside_->fonts.clear();
    inside_->pages.clear();
    inside_->pages.emplace_back();
}

std::size_t GlyphAtlas::pictures() const {
    return inside_->places.size();
}

}  // namespace paint
