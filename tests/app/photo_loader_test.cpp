#include "app/photo_loader.hpp"

#include "app/bell.hpp"
#include "base/digest.hpp"
#include "folder.hpp"
#include "intents/limits.hpp"
#include "must.hpp"
#include "paint/glyph_atlas.hpp"
#include "photo.hpp"
#include "store/store.hpp"

namespace {

/// A register with one photo and one blob that is none.
struct PhotoFile {
    Folder folder;
    base::Path file = folder / "r.iderum";
    std::string photo = base::to_hex(base::sha256(a_photo())), other = base::to_hex(base::sha256("text"));

    PhotoFile() {
        store::OpenOptions options;
        options.file = file;
        options.state_folder = folder / "state";
        auto opened = must(store::Store::open(options, [](const store::StoreSays&) {}));
        opened->submit({{1, store::PutBlob{photo, a_photo(), "image/jpeg"}}, {2, store::PutBlob{other, "text", "x"}}});
    }
};

}  // namespace

TEST_CASE("a photo is fetched beside the frames, which are woken when it is here") {
    PhotoFile place;
    Bell bell;
    app::PhotoLoader loader(place.file, bell.rope());
    CHECK(loader.find(place.photo, false) == nullptr);
    bell.wait_for(1);
    const auto photo = loader.find(place.photo, false);
    REQUIRE(photo != nullptr);
    CHECK(photo->width == 32);
    // It is the same one each time: its texture is made once.
    CHECK(loader.find(place.photo, false) == photo);
    CHECK(loader.find(place.photo, true) == nullptr);
    bell.wait_for(2);
    CHECK(loader.find(place.photo, true) != nullptr);
}

TEST_CASE("what is not there, or no photo, is asked for once and never comes") {
    PhotoFile place;
    Bell bell;
    app::PhotoLoader loader(place.file, bell.rope());
    int rings = 0;
    for (const auto& name : {place.other, std::string(64, '0')}) {
        CHECK(loader.find(name, false) == nullptr);
        bell.wait_for(++rings);
        CHECK(loader.find(name, false) == nullptr);
    }
}

TEST_CASE("no texture has a side longer than the 2,048 px that every graphics card takes") {
    constexpr int most_texture_px = 2048;
    CHECK(paint::GlyphAtlas().side_px() <= most_texture_px);
    CHECK(intents::most_photo_px <= most_texture_px);
    CHECK(app::PhotoLoader::small_px <= most_texture_px);
}
