#include "paint/photo.hpp"

#include <doctest/doctest.h>

#include "must.hpp"
#include "paint/paper.hpp"
#include "paint/sheet.hpp"
#include "photo.hpp"
#include "type.hpp"

namespace {

/// 4 × 2 px: the left half red, the right half blue.
paint::Photo two_halves() {
    paint::Photo photo{4, 2, {}, 1};
    for (int row = 0; row < 2; ++row) {
        for (const bool left : {true, true, false, false}) {
            for (const int part : {left ? 255 : 0, 0, left ? 0 : 255, 255}) {
                photo.rgba.push_back(static_cast<std::uint8_t>(part));
            }
        }
    }
    return photo;
}

}  // namespace

TEST_CASE("a photo is decoded, and made smaller as it is asked for") {
    const auto whole = must(paint::read_photo(a_photo(), 1600));
    CHECK(whole.width == 32);
    CHECK(whole.height == 24);
    CHECK(whole.rgba.size() == 32 * 24 * 4);
    const auto small = must(paint::read_photo(a_photo(), 8));
    CHECK(small.width == 8);
    CHECK(small.height == 6);
    CHECK(small.rgba.size() == 8 * 6 * 4);
    CHECK(small.number != whole.number);
    // The sky above is blue, the lawn below is green.
    CHECK(small.rgba[2] > small.rgba[1]);
    const auto lawn = small.rgba.size() - 4;
    CHECK(small.rgba[lawn + 1] > small.rgba[lawn + 2]);
}

TEST_CASE("what cannot be decoded is refused, and never reaches further than its bytes") {
    CHECK_FALSE(paint::read_photo("", 256));
    CHECK_FALSE(paint::read_photo(photo_of_size(30000, 30000), 256));
    for (std::size_t at = 2; at < a_photo().size(); at += 3) {
        auto changed = a_photo();
        changed[at] = static_cast<char>(changed[at] ^ 0x5a);
        const auto photo = paint::read_photo(changed, 64);
        if (photo) CHECK(photo->rgba.size() == static_cast<std::size_t>(photo->width) * photo->height * 4);
    }
}

TEST_CASE("a photo that fills a place is cut at both ends alike; one that fits is whole and in the middle") {
    const paint::Photo wide{400, 200, {}, 1};
    CHECK(paint::covering_part(wide, {100, 100}) == base::Rect{0.25, 0, 0.5, 1});
    CHECK(paint::covering_part(wide, {100, 25}) == base::Rect{0, 0.25, 1, 0.5});
    CHECK(paint::fitting_place(wide, {0, 0, 100, 100}) == base::Rect{0, 25, 100, 50});
}

TEST_CASE("a photo is drawn on paper where it shall be, the part that was asked for") {
    auto picture = must(paint::Picture::make({20, 10}));
    picture.painter().photo(two_halves(), {0.5, 0, 0.5, 1}, {2, 2, 6, 6}, 1);
    CHECK(picture.pixel(0, 0) == base::rgb(0xFFFFFF));
    CHECK(picture.pixel(4, 4) == base::rgb(0x0000FF));
    CHECK(picture.pixel(7, 7) == base::rgb(0x0000FF));
    CHECK(picture.pixel(9, 4) == base::rgb(0xFFFFFF));
    picture.painter().photo(two_halves(), {0, 0, 1, 1}, {10, 2, 8, 4}, 1);
    CHECK(picture.pixel(11, 3) == base::rgb(0xFF0000));
    CHECK(picture.pixel(16, 3) == base::rgb(0x0000FF));
}

TEST_CASE("a note's photo stands on the sheet that is printed, and one that is gone leaves no hole in it") {
    paint::Sheet sheet;
    views::NoteView note;
    note.id.bytes[15] = 1;
    note.text = "Skylten syns inte";
    note.photo = views::PhotoView{{}, "aa", "En port utan skylt"};
    sheet.notes.push_back(note);
    sheet.photos["aa"] = std::make_shared<const paint::Photo>(two_halves());
    const auto reds = [](const paint::Sheet& shown) {
        auto picture = must(paint::Picture::make({paint::sheet_width, paint::sheet_least_height}));
        paint::draw_sheet(picture.painter(), type(), shown, 1);
        int count = 0;
        for (int y = 0; y < 300; ++y) {
            for (int x = 0; x < 300; ++x) count += picture.pixel(x, y) == base::rgb(0xFF0000) ? 1 : 0;
        }
        return count;
    };
    // A place 72 px wide and high: a quarter of it, for the colours run into each other in the middle.
    CHECK(reds(sheet) > 1000);
    sheet.photos.clear();
    CHECK(reds(sheet) == 0);
}
