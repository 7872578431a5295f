#include "paint/glyph_atlas.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <unordered_map>

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
};

struct Page {
    // Zero pages of calloc take no memory until a glyph lies there.
    std::unique_ptr<std::uint8_t, decltype(&std::free)> pixels{nullptr, &std::free};
    std::vector<Shelf> shelves;
    int used_rows = 0;
    int left = 0, top = 0, right = 0, bottom = 0;  // changed

    void touch(int x, int y, int w, int h) {
        const bool clean = left >= right;
        left = clean ? x : std::min(left, x);
        top = clean ? y : std::min(top, y);
        right = clean ? x + w : std::max(right, x + w);
        bottom = clean ? y + h : std::max(bottom, y + h);
    }
};

}  // namespace

struct GlyphAtlas::Inside {
    int side;
    std::vector<Page> pages;
    std::unordered_map<Key, Place, GlyphKeyHash> places;
    std::unordered_map<const Font*, std::shared_ptr<const Font>> fonts;

    void add_page();
    std::optional<std::pair<int, int>> find_room(Page& page, int w, int h) const;
    const Place& place_of(const TextLayout::Inside& layout, const Glyph& glyph, const Key& key);
    Place make(const Font& font, std::uint32_t glyph, int step, int quarter);
    void put(const GlyphPicture& picture, Place& place);
};

void GlyphAtlas::Inside::add_page() {
    auto& page = pages.emplace_back();
    const auto row = static_cast<std::size_t>(side) * 4;
    page.pixels.reset(static_cast<std::uint8_t*>(std::calloc(static_cast<std::size_t>(side), row)));
    if (page.pixels == nullptr) throw std::bad_alloc();
}

/// Shelves: the lowest that is high enough and not wastefully so, else a new one below.
std::optional<std::pair<int, int>> GlyphAtlas::Inside::find_room(Page& page, int w, int h) const {
    Shelf* best = nullptr;
    for (auto& shelf : page.shelves) {
        if (shelf.h < h || shelf.h > h + h / 3 + 4 || shelf.x + w > side) continue;
        if (best == nullptr || shelf.h < best->h) best = &shelf;
    }
    if (best == nullptr) {
        // A little higher than asked for, so that the next glyphs of this size find it.
        const int height = std::min((h + 3) / 4 * 4, side);
        if (page.used_rows + height > side) return std::nullopt;
        page.shelves.push_back({page.used_rows, height, 0});
        page.used_rows += height;
        best = &page.shelves.back();
    }
    const std::pair<int, int> found{best->x, best->y};
    best->x += w;
    return found;
}

void GlyphAtlas::Inside::put(const GlyphPicture& picture, Place& place) {
    place.w = picture.w;
    place.h = picture.h;
    place.left = picture.left;
    place.top = picture.top;
    if (picture.w == 0) return;
    // Older pages may have room for a small one still, but looking through them all would cost more than it saves.
    auto room = find_room(pages.back(), picture.w, picture.h);
    if (!room) {
        add_page();
        room = find_room(pages.back(), picture.w, picture.h);
    }
    place.page = static_cast<int>(pages.size()) - 1;
    place.x = room->first;
    place.y = room->second;
    auto& page = pages.back();
    const auto row = static_cast<std::size_t>(picture.w) * 4;
    for (int y = 0; y < picture.h; ++y) {
        const auto to = (static_cast<std::size_t>(place.y + y) * static_cast<std::size_t>(side) +
                         static_cast<std::size_t>(place.x)) *
                        4;
        std::memcpy(page.pixels.get() + to, picture.rgba.data() + static_cast<std::size_t>(y) * row, row);
    }
    page.touch(place.x, place.y, picture.w, picture.h);
}

Place GlyphAtlas::Inside::make(const Font& font, std::uint32_t glyph, int step, int quarter) {
    Place place;
    place.coloured = font.coloured;
    // A ligature as wide as a line (﷽) is made smaller rather than not at all.
    for (double scale = std::pow(2.0, step / 2.0);; scale /= 2) {
        place.scale = scale;
        const auto picture = draw_glyph(font, glyph, scale, quarter / 4.0, side / 2);
        if (!picture) continue;
        put(*picture, place);
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
    inside_->add_page();
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

std::span<const std::uint8_t> GlyphAtlas::pixels(int page) const {
    const auto side = static_cast<std::size_t>(inside_->side);
    return {inside_->pages[static_cast<std::size_t>(page)].pixels.get(), side * side * 4};
}

std::vector<GlyphAtlas::Change> GlyphAtlas::take_changes() {
    std::vector<Change> changes;
    for (std::size_t i = 0; i < inside_->pages.size(); ++i) {
        auto& page = inside_->pages[i];
        if (page.left >= page.right) continue;
        changes.push_back({static_cast<int>(i), page.left, page.top, page.right - page.left, page.bottom - page.top});
        page.left = page.top = page.right = page.bottom = 0;
    }
    return changes;
}

std::size_t GlyphAtlas::pictures() const {
    return inside_->places.size();
}

}  // namespace paint
