#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <tuple>

#include "paint/glyph_atlas.hpp"
#include "paint/type.hpp"

using paint::GlyphAtlas;

namespace {

std::vector<GlyphAtlas::Quad> quads_of(GlyphAtlas& atlas, const paint::Text& text, base::Point at, double scale = 1) {
    std::vector<GlyphAtlas::Quad> quads;
    atlas.place(*text, at, scale, quads);
    return quads;
}

/// What the textures of an atlas hold.
class Textures {
  public:
    explicit Textures(GlyphAtlas& atlas) : side_(atlas.side_px()) { take(atlas); }
    void take(GlyphAtlas& atlas) {
        pages_.resize(static_cast<std::size_t>(atlas.pages()),
                      std::vector<std::uint8_t>(static_cast<std::size_t>(side_ * side_ * 4), 7));
        for (const auto& change : atlas.take_changes()) {
            for (int y = 0; y < change.h; ++y) {
                const auto row = change.rgba.begin() + y * change.w * 4;
                std::copy(row, row + change.w * 4, at(change.page, change.x, change.y + y));
            }
        }
    }
    std::uint8_t* at(int page, int x, int y) {
        return &pages_[static_cast<std::size_t>(page)][static_cast<std::size_t>((y * side_ + x) * 4)];
    }
    int side_px() const { return side_; }

  private:
    int side_;
    std::vector<std::vector<std::uint8_t>> pages_;
};

/// Alpha summed over what a quad shows.
int ink_of(Textures& textures, const GlyphAtlas::Quad& quad) {
    int sum = 0;
    const auto part = quad.part.scaled(textures.side_px());
    for (int y = static_cast<int>(std::lround(part.y)); y < std::lround(part.bottom()); ++y) {
        for (int x = static_cast<int>(std::lround(part.x)); x < std::lround(part.right()); ++x) {
            sum += textures.at(quad.page, x, y)[3];
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("every glyph with ink gets a quad, spaces get none") {
    GlyphAtlas atlas(512);
    const auto quads = quads_of(atlas, type().set("a b", {.size_px = 20}), {10, 10});
    REQUIRE(quads.size() == 2);
    Textures textures(atlas);
    for (const auto& quad : quads) CHECK(ink_of(textures, quad) > 500);
    CHECK(quads[0].place.x < quads[1].place.x);
}

TEST_CASE("the same glyphs make no new pictures, and change nothing") {
    GlyphAtlas atlas(512);
    const auto text = type().set("samma samma", {.size_px = 20});
    quads_of(atlas, text, {0, 0});
    CHECK_FALSE(atlas.take_changes().empty());
    const auto pictures = atlas.pictures();
    quads_of(atlas, text, {100, 50});
    CHECK(atlas.pictures() == pictures);
    CHECK(atlas.take_changes().empty());
}

TEST_CASE("at scale 1 quads lie on whole pixels") {
    GlyphAtlas atlas(512);
    for (const auto& quad : quads_of(atlas, type().set("Väg svinnet", {.size_px = 18}), {10.3, 7.6})) {
        CHECK(quad.place.x == std::floor(quad.place.x));
        CHECK(quad.place.y == std::floor(quad.place.y));
        CHECK(quad.place.w == doctest::Approx(quad.part.w * 512));
        CHECK(quad.place.h == doctest::Approx(quad.part.h * 512));
    }
}

TEST_CASE("other scales are drawn from a larger picture, by at most the square root of two") {
    GlyphAtlas atlas;
    const auto text = type().set("Zoom", {.size_px = 20});
    for (double scale = 0.3; scale < 3; scale *= 1.07) {
        CAPTURE(scale);
        for (const auto& quad : quads_of(atlas, text, {0, 0}, scale)) {
            const double factor = quad.part.w * atlas.side_px() / quad.place.w;
            CHECK(factor > 0.999);
            CHECK(factor < 1.4143);
        }
    }
    CHECK(atlas.pictures() <= 4 * 9);
}

TEST_CASE("around every picture there is a pixel of emptiness") {
    GlyphAtlas atlas(512);
    auto quads = quads_of(atlas, type().set("ÅjgW@ سلام ሰላም 学校", {.size_px = 23}), {0.4, 0.7});
    Textures textures(atlas);
    for (const auto& quad : quads) {
        const auto part = quad.part.scaled(512);
        const int left = static_cast<int>(std::lround(part.x));
        const int right = static_cast<int>(std::lround(part.right())) - 1;
        const int top = static_cast<int>(std::lround(part.y));
        const int bottom = static_cast<int>(std::lround(part.bottom())) - 1;
        for (int x = left; x <= right; ++x) {
            CHECK(textures.at(quad.page, x, top)[3] == 0);
            CHECK(textures.at(quad.page, x, bottom)[3] == 0);
        }
        for (int y = top; y <= bottom; ++y) {
            CHECK(textures.at(quad.page, left, y)[3] == 0);
            CHECK(textures.at(quad.page, right, y)[3] == 0);
        }
    }
}

TEST_CASE("emoji keep their colours, with alpha not multiplied in; ink is white") {
    GlyphAtlas atlas(512);
    const auto quads = quads_of(atlas, type().set("a🇸🇪", {.size_px = 40}), {0, 0});
    REQUIRE(quads.size() == 2);
    CHECK_FALSE(quads[0].coloured);
    CHECK(quads[1].coloured);
    // The flag's blue and yellow are there, also at its half-transparent edge.
    Textures textures(atlas);
    int blue = 0;
    int yellow = 0;
    const auto part = quads[1].part.scaled(512);
    for (int y = static_cast<int>(part.y); y < part.bottom(); ++y) {
        for (int x = static_cast<int>(part.x); x < part.right(); ++x) {
            const auto* at = textures.at(quads[1].page, x, y);
            if (at[3] == 0) continue;
            blue += at[2] > at[0] + 60 ? 1 : 0;
            yellow += at[0] > at[2] + 60 ? 1 : 0;
        }
    }
    CHECK(blue > 300);
    CHECK(yellow > 100);
    const auto ink = quads[0].part.scaled(512);
    const auto* middle = textures.at(0, static_cast<int>(ink.centre().x), static_cast<int>(ink.y));
    CHECK(middle[0] == 255);
}

TEST_CASE("a full page is not reset: the next one is begun, and earlier quads stay right") {
    GlyphAtlas atlas(128);
    const auto first = quads_of(atlas, type().set("Å", {.size_px = 40}), {0, 0});
    Textures textures(atlas);
    const int ink = ink_of(textures, first[0]);
    quads_of(atlas, type().set("abcdefghijklmnopqrstuvwxyzåäö", {.size_px = 40}), {0, 0});
    CHECK(atlas.pages() > 1);
    textures.take(atlas);
    CHECK(ink_of(textures, first[0]) == ink);
}

TEST_CASE("a change lies within its page, and brings nothing that was brought before") {
    GlyphAtlas atlas(128);
    std::set<std::tuple<int, int, int>> brought;
    for (const char* text : {"Å", "abcdefghijklm", "nopqrstuvwxyzåäö", "ÅÄÖ"}) {
        quads_of(atlas, type().set(text, {.size_px = 40}), {0, 0});
        for (const auto& change : atlas.take_changes()) {
            CHECK(change.page < atlas.pages());
            CHECK(change.x + change.w <= 128);
            CHECK(change.y + change.h <= 128);
            CHECK(change.rgba.size() == static_cast<std::size_t>(change.w * change.h * 4));
            for (int x = change.x; x < change.x + change.w; ++x)
                CHECK(brought.emplace(change.page, x, change.y).second);
        }
    }
}

TEST_CASE("when the textures are gone, every picture is brought again") {
    GlyphAtlas atlas(128);
    const auto text = type().set("Åbc", {.size_px = 20});
    const auto first = quads_of(atlas, text, {0, 0});
    const int ink = ink_of(*std::make_unique<Textures>(atlas), first[0]);
    atlas.forget();
    const auto again = quads_of(atlas, text, {0, 0});
    CHECK(ink_of(*std::make_unique<Textures>(atlas), again[0]) == ink);
}

TEST_CASE("pictures do not lie on each other") {
    GlyphAtlas atlas(256);
    std::vector<GlyphAtlas::Quad> quads;
    for (const double size : {14.0, 18.0, 22.0, 31.0, 48.0}) {
        atlas.place(*type().set("abcdefgåäöABCDEFG", {.size_px = size}), {0, 0}, 1, quads);
    }
    for (std::size_t i = 0; i < quads.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (quads[i].page != quads[j].page || quads[i].part == quads[j].part) continue;
            CHECK(quads[i].part.inset(1e-6).overlaps(quads[j].part) == false);
        }
    }
}

TEST_CASE("a glyph wider than a page is made smaller rather than left out") {
    GlyphAtlas atlas(128);
    const auto quads = quads_of(atlas, type().set("﷽", {.size_px = 120}), {0, 0});
    REQUIRE_FALSE(quads.empty());
    CHECK(quads[0].place.w > 100);
    CHECK(quads[0].part.w <= 1);
}

TEST_CASE("a character that no font has is a box, not a hole") {
    GlyphAtlas atlas(512);
    const auto quads = quads_of(atlas, type().set("\U000E0FF0\U0010FFFD", {.size_px = 30}), {0, 0});
    REQUIRE_FALSE(quads.empty());
    Textures textures(atlas);
    CHECK(ink_of(textures, quads.back()) > 500);
}
