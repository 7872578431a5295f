#include "paint/image_intake.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "base/jpeg.hpp"
#include "images.hpp"
#include "must.hpp"
#include "paint/image_bounds.hpp"
#include "paint/photo.hpp"
#include "photo.hpp"

namespace {

using base::Code;

base::Code why_not(std::string_view bytes, const paint::IntakePlan& plan = {}) {
    const auto taken = paint::take_in_image(bytes, plan);
    REQUIRE_FALSE(taken.has_value());
    return taken.error().code;
}

/// What it looks like after all: pixels, as the wall decodes them.
paint::Photo seen(const paint::TakenImage& image) {
    return must(paint::read_photo(image.jpeg, 1600));
}

base::Colour colour_at(const paint::Photo& photo, int x, int y) {
    const auto* px =
        &photo
             .rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(photo.width) + static_cast<std::size_t>(x)) *
                   4];
    return {px[0], px[1], px[2], px[3]};
}

bool is_near(base::Colour a, base::Colour b) {
    return std::abs(a.r - b.r) < 24 && std::abs(a.g - b.g) < 24 && std::abs(a.b - b.b) < 24;
}

}  // namespace

TEST_CASE("every kind of image comes out as a JPEG that the register takes, as it is and of its own size") {
    for (const auto& bytes : {a_photo(), images::png_of({32, 24}), images::gif_of(), images::bmp_of()}) {
        const auto image = must(paint::take_in_image(bytes));
        const auto clean = must(base::clean_jpeg(image.jpeg, 1600));
        CHECK(clean.bytes == image.jpeg);
        CHECK(clean.width == image.width);
        CHECK(image.jpeg.size() < 600'000);
    }
    CHECK(must(paint::take_in_image(a_photo())).width == 32);
    CHECK(must(paint::take_in_image(images::gif_of())).height == 2);
    for (const int depth : {1, 2, 4, 8, 16}) {
        CAPTURE(depth);
        CHECK(must(paint::take_in_image(images::png_of({5, 3, depth, 0, {}, {}}))).width == 5);
    }
    for (const int colours : {2, 4, 6}) {
        CAPTURE(colours);
        CHECK(must(paint::take_in_image(images::png_of({5, 3, 16, colours, {}, {}}))).width == 5);
    }
}

TEST_CASE("colours stay, and what is transparent is white") {
    const auto png = images::png_of(64, 32, [](int x, int) {
        return x < 32 ? images::Pixel{200, 30, 40, 255} : images::Pixel{0, 0, 0, 0};
    });
    const auto photo = seen(must(paint::take_in_image(png)));
    CHECK(is_near(colour_at(photo, 10, 16), base::rgb(0xC81E28)));
    CHECK(is_near(colour_at(photo, 50, 16), base::rgb(0xFFFFFF)));
    const auto gif = seen(must(paint::take_in_image(images::gif_of())));
    CHECK(colour_at(gif, 0, 0).r > colour_at(gif, 0, 0).b);
    CHECK(colour_at(gif, 3, 1).b > colour_at(gif, 3, 1).r);
}

TEST_CASE("a large image is made smaller on its longer side, every px by the share that it has") {
    // Stripes of one px, three under each new px: what comes out is their mean, not one of them.
    const auto stripes = images::png_of(300, 30, [](int x, int) {
        const int grey = x % 2 == 0 ? 255 : 0;
        return images::Pixel{grey, grey, grey, 255};
    });
    paint::IntakePlan plan;
    plan.most_px = 100;
    const auto small = must(paint::take_in_image(stripes, plan));
    CHECK(small.width == 100);
    CHECK(small.height == 10);
    const auto photo = seen(small);
    for (int x = 1; x < 99; ++x) {
        const int grey = colour_at(photo, x, 5).r;
        const bool mean = std::abs(grey - 85) < 30 || std::abs(grey - 170) < 30;
        CHECK_MESSAGE(mean, x, ": ", grey);
    }
    plan.most_px = 1;
    const auto one = must(paint::take_in_image(stripes, plan));
    CHECK(one.width == 1);
    CHECK(one.height == 1);
    CHECK(std::abs(colour_at(seen(one), 0, 0).r - 127) < 8);
}

TEST_CASE("it is turned as the camera was held") {
    // Bright in the stored top left quarter: where it is seen for each orientation, by halves across and down.
    const auto stored = images::png_of(64, 32, [](int x, int y) {
        const int grey = x < 32 && y < 16 ? 255 : 0;
        return images::Pixel{grey, grey, grey, 255};
    });
    const auto bright = [](const paint::Photo& photo, bool right, bool low) {
        return colour_at(photo, photo.width * (right ? 3 : 1) / 4, photo.height * (low ? 3 : 1) / 4).r > 128;
    };
    struct Seen {
        int turn;
        bool on_side, right, low;
    };
    for (const auto& one : {Seen{1, false, false, false}, Seen{2, false, true, false}, Seen{3, false, true, true},
                            Seen{4, false, false, true}, Seen{5, true, false, false}, Seen{6, true, true, false},
                            Seen{7, true, true, true}, Seen{8, true, false, true}, Seen{9, false, false, false}}) {
        CAPTURE(one.turn);
        auto with_exif = stored;
        with_exif.insert(33, images::chunk("eXIf", images::exif(one.turn, one.turn % 2 == 0)));
        const auto photo = seen(must(paint::take_in_image(with_exif)));
        CHECK((photo.width < photo.height) == one.on_side);
        for (const bool right : {false, true}) {
            for (const bool low : {false, true}) {
                CHECK(bright(photo, right, low) == (right == one.right && low == one.low));
            }
        }
    }
    const auto held = must(paint::take_in_image(photo_with(0xe1, images::exif_segment(6))));
    CHECK(held.width == 24);
    CHECK(held.height == 32);
}

TEST_CASE("where a photo was taken, when and by whom is gone") {
    REQUIRE(photo_with(0xe1, images::exif_segment(1)).find("GPS 57") != std::string::npos);
    for (const auto& bytes : {photo_with(0xe1, images::exif_segment(1)), photo_with(0xfe, "Anna Exempel"),
                              images::png_of({8, 4, 8, 2, {}, images::chunk("tEXt", "Author Anna Exempel")})}) {
        const auto image = must(paint::take_in_image(bytes));
        for (const std::string_view word : {"GPS", "Exif", "Anna", "JFIF"}) {
            CAPTURE(word);
            CHECK(image.jpeg.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("what is no image is told from one that is broken") {
    for (const std::string_view bytes :
         {"", "B", "Hej", "GIF", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>"}) {
        CAPTURE(bytes);
        CHECK(why_not(bytes) == Code::bad_input);
    }
    CHECK(why_not("\xff\xd8\xff") == Code::corrupt);
    CHECK(why_not(std::string("\x89PNG\r\n\x1a\n", 8)) == Code::corrupt);
    CHECK(why_not("GIF89a") == Code::corrupt);
    CHECK(why_not("BM" + std::string(40, 'x')) != Code::bad_input);
}

TEST_CASE("an image that is cut off anywhere is refused") {
    for (const auto& bytes : {a_photo(), images::png_of({8, 4}), images::gif_of(), images::bmp_of()}) {
        // The byte behind a GIF's first picture ends its file, and says nothing of the picture.
        const std::size_t whole = bytes.starts_with("GIF") ? bytes.size() - 1 : bytes.size();
        for (std::size_t size = 0; size < whole; ++size) {
            CAPTURE(size);
            CHECK_FALSE(paint::take_in_image(std::string_view(bytes).substr(0, size)).has_value());
        }
    }
}

TEST_CASE("a header that promises what nobody can hold is refused before anything is decoded") {
    CHECK(why_not(images::png_of({65535, 65535, 8, 2, "x", {}})) == Code::too_large);
    CHECK(why_not(images::png_of({0xffffffff, 1, 8, 2, "x", {}})) == Code::too_large);
    CHECK(why_not(images::png_of({10001, 10000, 8, 2, "x", {}})) == Code::too_large);
    CHECK(why_not(images::png_of({8000, 8000, 16, 2, "x", {}})) == Code::too_large);
    CHECK(why_not(images::gif_of(65535, 65535)) == Code::too_large);
    CHECK(why_not(photo_of_size(65535, 65535)) == Code::too_large);
    auto bmp = images::bmp_of();
    bmp.replace(18, 8, images::little_endian(0x7fffffff) + images::little_endian(0x80000000));
    CHECK(why_not(bmp) == Code::too_large);
    CHECK(why_not(std::string(paint::most_image_bytes + 1, 'x')) == Code::too_large);
}

TEST_CASE("a side of nothing is refused") {
    CHECK(why_not(images::png_of({0, 4, 8, 2, "x", {}})) == Code::corrupt);
    CHECK(why_not(images::png_of({4, 0, 8, 2, "x", {}})) == Code::corrupt);
    CHECK(why_not(images::gif_of(0, 0)) == Code::corrupt);
    CHECK(why_not(photo_of_size(0, 24)) == Code::corrupt);
    auto bmp = images::bmp_of();
    bmp.replace(18, 4, images::little_endian(0));
    CHECK(why_not(bmp) == Code::corrupt);
    bmp.replace(18, 4, images::little_endian(0xfffffffe));
    CHECK(why_not(bmp) == Code::corrupt);
}

TEST_CASE("a small PNG that unpacks to far more than its header says is refused") {
    const auto bomb = images::stored(std::string(4'000'000, '\0'));
    CHECK(why_not(images::png_of({8, 4, 8, 2, bomb, {}})) == Code::corrupt);
    // One that has a little too much is shown by everybody, and taken.
    CHECK(paint::take_in_image(images::png_of({8, 4, 8, 2, images::stored(std::string(4 * 25 + 9, '\0')), {}})));
    CHECK(why_not(images::png_of({8, 4, 8, 2, images::stored(std::string(4 * 25 - 1, '\0')), {}})) == Code::corrupt);
    CHECK(why_not(images::png_of({8, 4, 8, 2, "neither zlib nor anything", {}})) == Code::corrupt);
    CHECK(why_not(images::png_of({8, 4, 3, 2, "x", {}})) == Code::corrupt);
    CHECK(why_not(images::png_of({8, 4, 8, 5, "x", {}})) == Code::corrupt);
}

TEST_CASE("what is hard to pack is written worse, then smaller, until it fits") {
    std::uint32_t noise = 1;
    const auto png = images::png_of(400, 400, [&noise](int, int) {
        images::Pixel px{0, 0, 0, 255};
        for (std::size_t i = 0; i < 3; ++i) {
            noise = noise * 1664525U + 1013904223U;
            px[i] = static_cast<int>(noise >> 24U);
        }
        return px;
    });
    const auto whole = must(paint::take_in_image(png));
    CHECK(whole.width == 400);
    paint::IntakePlan plan;
    plan.most_bytes = whole.jpeg.size() / 2;
    const auto worse = must(paint::take_in_image(png, plan));
    CHECK(worse.width == 400);
    CHECK(worse.jpeg.size() <= plan.most_bytes);
    plan.most_bytes = 8000;
    const auto smaller = must(paint::take_in_image(png, plan));
    CHECK(smaller.width < 400);
    CHECK(smaller.jpeg.size() <= 8000);
    plan.most_bytes = 10;
    CHECK(why_not(png, plan) == Code::too_large);
}

TEST_CASE("it can be stopped between its steps") {
    int asked = 0;
    paint::IntakePlan plan;
    plan.stopped = [&asked] {
        ++asked;
        return false;
    };
    CHECK(paint::take_in_image(images::png_of({8, 200}), plan).has_value());
    const int steps = asked;
    CHECK(steps > 4);
    for (int stop_at = 1; stop_at <= steps; ++stop_at) {
        asked = 0;
        plan.stopped = [&asked, stop_at] { return ++asked >= stop_at; };
        CHECK(why_not(images::png_of({8, 200}), plan) == Code::closed);
    }
}

TEST_CASE("notes of a camera that make no sense say nothing") {
    for (const std::string_view tiff : {"", "II", "XX\0*\0\0\0\10"}) CHECK(paint::exif_turn(tiff) == 1);
    const auto good = images::exif(8);
    CHECK(paint::exif_turn(good) == 8);
    for (std::size_t size = 0; size < 22; ++size) CHECK(paint::exif_turn(std::string_view(good).substr(0, size)) == 1);
    auto far = good;
    far.replace(4, 4, images::little_endian(0xfffffff0));
    CHECK(paint::exif_turn(far) == 1);
    CHECK(paint::exif_turn(images::exif(0)) == 1);
}
