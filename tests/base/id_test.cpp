#include "base/id.hpp"

#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "base/digest.hpp"

using base::Id;
using base::new_id;

namespace {
constexpr std::int64_t id_morning_ms = 1'777'626'000'000;  // 2026-05-01 09:00 UTC
}

TEST_CASE("ids rise strictly within a millisecond") {
    Id before = new_id(id_morning_ms);
    for (int i = 0; i < 100'000; ++i) {
        const Id next = new_id(id_morning_ms);
        REQUIRE(before < next);
        before = next;
    }
}

TEST_CASE("ids rise when the clock steps back") {
    const Id before = new_id(id_morning_ms + 5000);
    const Id after = new_id(id_morning_ms);
    CHECK(before < after);
}

TEST_CASE("ids from several threads are all different") {
    constexpr int each = 20'000;
    std::vector<std::vector<Id>> made(4);
    std::vector<std::thread> threads;
    for (auto& mine : made) {
        threads.emplace_back([&mine] {
            for (int i = 0; i < each; ++i) mine.push_back(new_id(id_morning_ms));
        });
    }
    for (auto& thread : threads) thread.join();
    std::set<Id> all;
    for (const auto& mine : made) {
        CHECK(std::is_sorted(mine.begin(), mine.end()));
        all.insert(mine.begin(), mine.end());
    }
    CHECK(all.size() == made.size() * each);
}

TEST_CASE("an id is a UUID of version 7") {
    const auto text = new_id(id_morning_ms).text();
    REQUIRE(text.size() == 36);
    CHECK(text[14] == '7');
    CHECK(std::string("89ab").find(text[19]) != std::string::npos);
}

TEST_CASE("the text of an id reads back, with and without dashes, in either case") {
    const auto id = new_id(id_morning_ms);
    CHECK(base::parse_id(id.text()) == id);
    CHECK(base::parse_id("0190163D-8500-7ABC-8DEF-0123456789AB")->text() == "0190163d-8500-7abc-8def-0123456789ab");
    CHECK(base::parse_id("0190163d85007abc8def0123456789ab")->text() == "0190163d-8500-7abc-8def-0123456789ab");
}

TEST_CASE("what is not an id is told") {
    for (const char* text :
         {"", "0190163d", "0190163d-8500-7abc-8def-0123456789a", "0190163d-8500-7abc-8def-0123456789abc",
          "0190163d85007-abc-8def-0123456789ab", "0190163g-8500-7abc-8def-0123456789ab",
          "0190163d 8500 7abc 8def 0123456789ab", "{190163d-8500-7abc-8def-0123456789a}"}) {
        CAPTURE(text);
        CHECK_FALSE(base::parse_id(text).has_value());
    }
}

TEST_CASE("a derived id is the same on every machine, for ever") {
    CHECK(base::derived_id("iderum.tally", {base::as_bytes("ab"), base::as_bytes("c")}).text() ==
          "903e5ba0-f114-6290-8648-c96ea5194dcb");
    CHECK(base::derived_id("iderum.tally", {base::as_bytes("a"), base::as_bytes("bc")}).text() ==
          "05412fc8-8960-03b5-b5ee-bec3a7e059f9");
}

TEST_CASE("a code is made of letters that are not mistaken for others") {
    for (int i = 0; i < 200; ++i) {
        const auto code = base::new_code(6);
        CHECK(code.size() == 6);
        CHECK(code.find_first_of("01OIL") == std::string::npos);
        CHECK(base::normalized_code(code) == code);
    }
}

TEST_CASE("a code is read as it was meant, however it was typed") {
    CHECK(base::normalized_code("k7m-p2q") == "K7MP2Q");
    CHECK(base::normalized_code(" K7M P2Q ") == "K7MP2Q");
}

TEST_CASE("tokens are 32 hex digits and never the same") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto token = base::new_token();
        CHECK(token.size() == 32);
        CHECK(seen.insert(token).second);
    }
}
