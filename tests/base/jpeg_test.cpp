#include "base/jpeg.hpp"

#include <doctest/doctest.h>

#include "photo.hpp"

using base::clean_jpeg;
using base::Code;

TEST_CASE("a photograph keeps its picture and its size") {
    const auto photo = clean_jpeg(a_photo(), 1600);
    REQUIRE(photo);
    CHECK(photo->width == 32);
    CHECK(photo->height == 24);
    // Cleaned again there is nothing left to take out.
    CHECK(clean_jpeg(photo->bytes, 1600)->bytes == photo->bytes);
}

TEST_CASE("place, camera, names and small pictures are taken out, also what follows the end") {
    const auto plain = clean_jpeg(a_photo(), 1600);
    REQUIRE(plain);
    for (const int marker : {0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xef, 0xfe}) {
        CAPTURE(marker);
        const auto cleaned = clean_jpeg(photo_with(marker, "Exif GPS 58.38 N \xff\xd9 Nikon"), 1600);
        REQUIRE(cleaned);
        CHECK(cleaned->bytes == plain->bytes);
    }
    CHECK(clean_jpeg(a_photo() + "PK\x03\x04 another file", 1600)->bytes == plain->bytes);
}

TEST_CASE("a remark stands as the only segment that tells something") {
    const auto photo = clean_jpeg(photo_with(0xfe, "Foto: Elif"), 1600, "iderum 7f");
    REQUIRE(photo);
    CHECK(photo->bytes.substr(0, 15) == std::string("\xff\xd8\xff\xfe\x00\x0b", 6) + "iderum 7f");
    CHECK(photo->bytes.find("Elif") == std::string::npos);
    CHECK(clean_jpeg(photo->bytes, 1600)->bytes == clean_jpeg(a_photo(), 1600)->bytes);
}

TEST_CASE("what is no whole photograph is refused, wherever it is cut off") {
    const auto whole = a_photo();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        const auto cut = clean_jpeg(whole.substr(0, size), 1600);
        REQUIRE_FALSE(cut);
        CHECK(cut.error().code == Code::bad_input);
    }
    for (const std::string_view other : {"\x89PNG\r\n\x1a\n", "GIF89a", "<svg onload=alert(1)>", "RIFF\x10WEBPVP8 "}) {
        CHECK(clean_jpeg(other, 1600).error().code == Code::bad_input);
    }
}

TEST_CASE("a picture larger than the limit is refused before anybody makes room for it") {
    CHECK(clean_jpeg(photo_of_size(1600, 1600), 1600));
    CHECK(clean_jpeg(photo_of_size(1601, 24), 1600).error().code == Code::too_large);
    CHECK(clean_jpeg(photo_of_size(32, 1601), 1600).error().code == Code::too_large);
    CHECK(clean_jpeg(photo_of_size(65535, 65535), 1600).error().code == Code::too_large);
    CHECK(clean_jpeg(photo_of_size(0, 24), 1600).error().code == Code::bad_input);
    CHECK(clean_jpeg(photo_of_size(32, 0), 1600).error().code == Code::bad_input);
}

TEST_CASE("two frames, endless scans and other ways to code are refused") {
    const auto photo = a_photo();
    const auto frame = photo.find("\xff\xc0"), scan = photo.find("\xff\xda");
    const auto frame_bytes = photo.substr(frame, 19);
    auto twice = photo;
    CHECK_FALSE(clean_jpeg(twice.insert(frame, frame_bytes), 1600));
    // Lossless, arithmetic, hierarchical; a size that comes later (DNL).
    for (const int marker : {0xc3, 0xc9, 0xca, 0xcc, 0xdc, 0xde, 0xf7, 0x01, 0xd8, 0xd0}) {
        CAPTURE(marker);
        auto other = photo;
        other[frame + 1] = static_cast<char>(marker);
        CHECK_FALSE(clean_jpeg(other, 1600));
    }
    const auto scan_bytes = photo.substr(scan, photo.size() - 2 - scan);
    auto many = photo;
    for (int i = 0; i < 31; ++i) many.insert(scan, scan_bytes);
    CHECK(clean_jpeg(many, 1600));
    CHECK_FALSE(clean_jpeg(many.insert(scan, scan_bytes), 1600));
}

TEST_CASE("no change of a byte makes it read beyond its end, or more than it says") {
    for (std::size_t at = 0; at < a_photo().size(); ++at) {
        for (const char value : {'\x00', '\xff', '\xd9', '\x7f'}) {
            auto changed = a_photo();
            changed[at] = value;
            const auto cleaned = clean_jpeg(changed, 1600);
            if (cleaned) CHECK(cleaned->bytes.size() <= changed.size());
        }
    }
}
