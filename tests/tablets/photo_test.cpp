#include <doctest/doctest.h>

#include <array>

#include "tablets/http_answer.hpp"
#include "tablets/offered_photos.hpp"
#include "tablets/own_names.hpp"
#include "tablets/page_cache.hpp"
#include "tablets/scripted_room.hpp"

namespace {

tablets::HttpAnswer fetched(tablets::OfferedPhotos& photos, const std::string& path,
                            const std::string& method = "GET") {
    static const AssetFolder folder;
    static const auto pages = *tablets::PageCache::read(folder.path());
    tablets::HttpAsk ask;
    ask.method = method;
    ask.target = path;
    ask.host = "localhost";
    return answer_to(ask, pages, tablets::OwnNames({}), &photos);
}

}  // namespace

TEST_CASE("a photo is served by its address alone, as what it is, for nobody to keep") {
    tablets::OfferedPhotos photos([](std::string_view hash) { return std::optional("jpeg of " + std::string(hash)); });
    photos.offer("a1", "hash");
    const auto answer = fetched(photos, "/photo/a1");
    CHECK(answer.status == 200);
    CHECK(answer.body == "jpeg of hash");
    for (const auto* header :
         {"Content-Type: image/jpeg\r\n", "X-Content-Type-Options: nosniff\r\n", "Cache-Control: private, no-store\r\n",
          "Content-Security-Policy: default-src 'none'; sandbox", "Cross-Origin-Resource-Policy: same-origin\r\n"}) {
        CAPTURE(header);
        CHECK(answer.head.find(header) != std::string::npos);
    }
    CHECK(fetched(photos, "/photo/a1", "HEAD").body.empty());
    for (const auto* path : {"/photo/hash", "/photo/", "/photo/a1/", "/photo/../photo/a1x", "/assets/photo/a1"}) {
        CAPTURE(path);
        CHECK(fetched(photos, path).status == 404);
    }
    photos.withdraw("a1");
    CHECK(fetched(photos, "/photo/a1").status == 404);
}

TEST_CASE("a photo that many fetch at once is read once, and only so many different ones are sent at a time") {
    int reads = 0;
    tablets::OfferedPhotos photos([&reads](std::string_view hash) {
        ++reads;
        return hash == "gone" ? std::nullopt : std::optional(std::string(hash));
    });
    photos.offer("same", "same");
    photos.offer("none", "gone");
    std::vector<tablets::OfferedPhotos::Found> sending;
    for (int i = 0; i < 3; ++i) sending.push_back(photos.find("same"));
    CHECK(reads == 1);
    CHECK(photos.find("none").jpeg == nullptr);
    for (int i = 0; i < tablets::OfferedPhotos::most_at_once; ++i) {
        photos.offer(std::to_string(i), "h");
        sending.push_back(photos.find(std::to_string(i)));
    }
    CHECK(sending.back().full);
    CHECK(fetched(photos, "/photo/63").status == 503);
    CHECK(photos.find("same").jpeg != nullptr);
    sending.clear();
    CHECK(fetched(photos, "/photo/63").status == 200);
}

TEST_CASE("who reads many photos slowly leaves the others half of what is sent at a time") {
    tablets::OfferedPhotos photos([](std::string_view hash) { return std::optional(std::string(hash)); });
    for (int i = 0; i < 80; ++i) photos.offer(std::to_string(i), "h");
    const auto at = [](std::uint8_t last) {
        const std::array<std::uint8_t, 4> bytes{192, 168, 1, last};
        return tablets::address_of(bytes);
    };
    const auto slow = at(7), other = at(8);
    std::vector<tablets::OfferedPhotos::Found> sending;
    int i = 0;
    for (; i < tablets::OfferedPhotos::most_to_one; ++i) {
        sending.push_back(photos.find(std::to_string(i), &slow));
        REQUIRE(sending.back().jpeg != nullptr);
    }
    CHECK(photos.find(std::to_string(i), &slow).full);
    CHECK(photos.find("0", &slow).jpeg != nullptr);  // one that is being sent anyway
    for (; i < tablets::OfferedPhotos::most_at_once; ++i) {
        sending.push_back(photos.find(std::to_string(i), &other));
        REQUIRE(sending.back().jpeg != nullptr);
    }
    sending.clear();
    CHECK(photos.find(std::to_string(i), &slow).jpeg != nullptr);
    // The host's own browser has no share.
    tablets::Address own = at(1);
    own.loopback = true;
    for (i = 0; i < tablets::OfferedPhotos::most_at_once; ++i) {
        sending.push_back(photos.find(std::to_string(i), &own));
        CHECK(sending.back().jpeg != nullptr);
    }
}
