#include <doctest/doctest.h>

#include "paint/glyph_atlas.hpp"

// The sanitizer tells of every allocation, those of C libraries too. Other builds cannot count them.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)

#include <sanitizer/allocator_interface.h>

namespace {
std::size_t allocations = 0;
void count_one(const volatile void*, std::size_t) {
    ++allocations;
}
void ignore(const volatile void*) {}
}  // namespace

TEST_CASE("a frame of texts and glyphs that are known allocates nothing") {
    paint::Typesetter type;
    paint::GlyphAtlas atlas;
    const paint::TextStyle style{.size_px = 22, .weight = paint::Weight::medium};
    std::vector<paint::GlyphAtlas::Quad> quads;
    const auto frame = [&] {
        quads.clear();
        for (const char* text : {"Kollar menyn i mobilen på rasten", "سلام", "学校午餐", "👩‍🚀 18:42"}) {
            atlas.place(*type.set(text, style, 200), {10.2, 20.7}, 1, quads);
            atlas.place(*type.fit(text, style, {200, 60}, 18), {10.2, 20.7}, 1.3, quads);
        }
    };
    frame();
    REQUIRE(__sanitizer_install_malloc_and_free_hooks(count_one, ignore) > 0);
    const auto text = std::make_unique<std::string>("hooks do count");
    REQUIRE(allocations > 0);
    const auto before = allocations;
    frame();
    CHECK(allocations == before);
    CHECK(quads.size() > 50);
}

#endif
#endif
