#include <doctest/doctest.h>

#include "tablets/http_answer.hpp"
#include "tablets/http_reader.hpp"
#include "tablets/own_names.hpp"
#include "tablets/page_cache.hpp"
#include "tablets/scripted_room.hpp"

using tablets::HttpReader;
using tablets::OwnNames;
using tablets::PageCache;
using Kind = tablets::HttpReader::Outcome::Kind;

TEST_CASE("our own names are addresses, localhost and what we were told") {
    const OwnNames names({"Iderum.Lindasa.se"});
    for (const auto* host : {"localhost", "LOCALHOST:8080", "192.168.1.7", "192.168.1.7:80", "[::1]", "[fe80::1]:8080",
                             "iderum.lindasa.se:443"}) {
        CAPTURE(host);
        CHECK(names.is_ours(host));
    }
    for (const auto* host : {"", "evil.example", "localhost.evil.example", "192.168.1.7.evil.example", "1.2.3", "[::1",
                             "localhost:80x", "localhost:", "::1", "user@localhost", "localhost:80:80"}) {
        CAPTURE(host);
        CHECK_FALSE(names.is_ours(host));
    }
}

TEST_CASE("an origin is ours when it is the address that was asked, or a name that we were told") {
    const OwnNames names({"iderum.lindasa.se"});
    CHECK(names.is_own_origin("http://192.168.1.7:8080", "192.168.1.7:8080"));
    CHECK(names.is_own_origin("https://Localhost", "localhost"));
    CHECK(names.is_own_origin("https://iderum.lindasa.se", "192.168.1.7:8080"));
    CHECK_FALSE(names.is_own_origin("http://192.168.1.8:8080", "192.168.1.7:8080"));
    CHECK_FALSE(names.is_own_origin("http://192.168.1.7:9090", "192.168.1.7:8080"));
    CHECK_FALSE(names.is_own_origin("http://localhost", "192.168.1.7"));
    CHECK_FALSE(names.is_own_origin("file://localhost", "localhost"));
    CHECK_FALSE(names.is_own_origin("null", "localhost"));
    CHECK_FALSE(names.is_own_origin("http://", ""));
}

TEST_CASE("a folder without index.html is no set of pages") {
    CHECK(PageCache::read("/nonexistent").error().code == base::Code::not_found);
}

TEST_CASE("the version follows the content of every file") {
    const AssetFolder folder;
    const auto before = PageCache::read(folder.path());
    REQUIRE(before);
    const auto same = PageCache::read(folder.path());
    CHECK(same->version() == before->version());
    folder.write("deep/clock.js", "export {} // changed");
    const auto after = PageCache::read(folder.path());
    CHECK(after->version() != before->version());
    CHECK(after->find("/assets/" + after->version() + "/deep/clock.js") != nullptr);
    CHECK(after->find("/assets/" + before->version() + "/deep/clock.js") == nullptr);
}

TEST_CASE("small or dense files are not compressed, texts are") {
    CHECK(tablets::gzipped("export {}").empty());
    const auto packed = tablets::gzipped(std::string(5000, 'a'));
    CHECK(packed.size() < 100);
    CHECK(packed.substr(0, 2) == "\x1f\x8b");
}

TEST_CASE("gzip is sent when it is accepted, and not when it is refused") {
    const AssetFolder folder;
    const auto pages = PageCache::read(folder.path());
    REQUIRE(pages);
    const OwnNames names({});
    const auto is_packed = [&](const std::string& accepted) {
        tablets::HttpAsk ask;
        ask.method = "GET";
        ask.target = "/assets/app.js";
        ask.host = "localhost";
        ask.accept_encoding = accepted;
        return answer_to(ask, *pages, names).head.find("Content-Encoding: gzip") != std::string::npos;
    };
    CHECK(is_packed("gzip"));
    CHECK(is_packed("br;q=1.0, gzip;q=0.8"));
    CHECK(is_packed("*"));
    CHECK_FALSE(is_packed(""));
    CHECK_FALSE(is_packed("br"));
    CHECK_FALSE(is_packed("gzip;q=0"));
    CHECK_FALSE(is_packed("identity, gzip;q=0.000"));
}

TEST_CASE("a request is read the same however its bytes are cut") {
    const std::string bytes =
        "GET /a?b HTTP/1.1\r\nHost: localhost:80\r\nOrigin: http://x\r\nAccept-Encoding: gzip\r\n"
        "If-None-Match: \"e\"\r\n\r\nrest";
    for (std::size_t step = 1; step < bytes.size(); ++step) {
        HttpReader reader;
        auto outcome = HttpReader::Outcome{};
        for (std::size_t end = step; outcome.kind == Kind::more; end += step) {
            outcome = reader.read(std::string_view(bytes).substr(0, end));
            REQUIRE(end < bytes.size() + step);
        }
        CAPTURE(step);
        REQUIRE(outcome.kind == Kind::request);
        CHECK(outcome.bytes == bytes.size() - 4);
        const auto ask = reader.ask();
        CHECK(ask.method == "GET");
        CHECK(ask.target == "/a?b");
        CHECK(ask.host == "localhost:80");
        CHECK(ask.origin == "http://x");
        CHECK(ask.if_none_match == "\"e\"");
        CHECK(ask.keep_alive);
        CHECK_FALSE(ask.has_body);
        CHECK_FALSE(ask.wants_websocket);
    }
}

TEST_CASE("the machine has at least one address, loopback last") {
    const auto addresses = tablets::reachable_addresses();
    REQUIRE_FALSE(addresses.empty());
    for (std::size_t i = 0; i + 1 < addresses.size(); ++i) {
        if (addresses[i] == "127.0.0.1") CHECK(addresses[i + 1] == "::1");
    }
}
