#include "model/stamp.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>

#include "model/parts.hpp"

using model::HybridClock;
using model::Stamp;
using parts::morning_ms;
using parts::stamp;

namespace {

/// A wall clock that stands where the test puts it.
struct Wall {
    std::int64_t ms = morning_ms;
    base::WallClock clock() {
        return [this] { return ms; };
    }
};

}  // namespace

TEST_CASE("a stamp's bytes are these, for ever") {
    CHECK(base::to_hex(model::to_bytes(stamp(morning_ms, 7))) ==
          "0000019de2c42a800000000711111111111111111111111111111111");
}

TEST_CASE("bytes read back, and sort as stamps do") {
    constexpr unsigned seed = 7;
    std::mt19937_64 random(seed);
    const auto some = [&random] {
        const bool near = random() % 2 == 0;
        return stamp(
            near ? morning_ms + static_cast<std::int64_t>(random() % 3) : static_cast<std::int64_t>(random() >> 1U),
            near ? static_cast<std::uint32_t>(random() % 3) : static_cast<std::uint32_t>(random()),
            static_cast<std::uint8_t>(random() % 3));
    };
    for (int trial = 0; trial < 2000; ++trial) {
        const auto a = some();
        const auto b = some();
        INFO("seed " << seed << ", trial " << trial);
        REQUIRE(model::parse_stamp(model::to_bytes(a)) == a);
        REQUIRE((a < b) == (model::to_bytes(a) < model::to_bytes(b)));
    }
}

TEST_CASE("bytes of another length, or before 1970, are no stamp") {
    auto bytes = model::to_bytes(stamp(morning_ms));
    CHECK_FALSE(model::parse_stamp(std::span(bytes).first(27)).has_value());
    bytes[0] = 0x80;
    CHECK_FALSE(model::parse_stamp(bytes).has_value());
}

TEST_CASE("stamps rise while the wall clock stands still or steps back") {
    Wall wall;
    HybridClock clock(parts::id(1), wall.clock());
    auto before = clock.next();
    CHECK(before == Stamp{morning_ms, 0, parts::id(1)});
    CHECK(clock.next() == Stamp{morning_ms, 1, parts::id(1)});
    wall.ms -= 60'000;
    CHECK(clock.next() == Stamp{morning_ms, 2, parts::id(1)});
    wall.ms = morning_ms + 1;
    CHECK(clock.next() == Stamp{morning_ms + 1, 0, parts::id(1)});
}

TEST_CASE("a clock is later than every stamp it has seen") {
    Wall wall;
    HybridClock clock(parts::id(1), wall.clock());
    CHECK(clock.see(stamp(morning_ms + 1000, 5, 2)));
    CHECK(clock.next() == Stamp{morning_ms + 1000, 6, parts::id(1)});
    CHECK(clock.see(stamp(morning_ms - 1000, 9, 2)));
    CHECK(clock.next() == Stamp{morning_ms + 1000, 7, parts::id(1)});
}

TEST_CASE("a stamp more than five minutes ahead is not followed") {
    Wall wall;
    HybridClock clock(parts::id(1), wall.clock());
    CHECK(clock.see(stamp(morning_ms + model::far_ahead_ms, 0, 2)));
    CHECK_FALSE(clock.see(stamp(morning_ms + model::far_ahead_ms + 1, 0, 2)));
    CHECK(clock.next().ms == morning_ms + model::far_ahead_ms);
}

TEST_CASE("a full counter moves on to the next millisecond") {
    Wall wall;
    HybridClock clock(parts::id(1), wall.clock());
    clock.see(stamp(morning_ms, std::numeric_limits<std::uint32_t>::max(), 2));
    CHECK(clock.next() == Stamp{morning_ms + 1, 0, parts::id(1)});
}

TEST_CASE("a wall clock before 1970 still gives stamps that are not empty") {
    Wall wall;
    wall.ms = -5;
    HybridClock clock(parts::id(0), wall.clock());
    CHECK_FALSE(clock.next().empty());
}
