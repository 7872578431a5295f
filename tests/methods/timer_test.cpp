#include <doctest/doctest.h>

#include "methods/timer.hpp"

using namespace methods;

namespace {

constexpr std::int64_t begun_ms = 1767258000000;

Timer ten_minutes() {
    Timer timer;
    timer.planned_ms = 10 * base::minute_ms;
    return timer;
}

}  // namespace

TEST_CASE("a clock that has not started has all its time left") {
    CHECK(remaining_ms(ten_minutes(), begun_ms) == 10 * base::minute_ms);
    CHECK(elapsed_ms(ten_minutes(), begun_ms) == 0);
}

TEST_CASE("pauses do not count") {
    auto timer = started(ten_minutes(), begun_ms);
    timer = paused(timer, begun_ms + 2 * base::minute_ms);
    CHECK(elapsed_ms(timer, begun_ms + 30 * base::minute_ms) == 2 * base::minute_ms);
    timer = resumed(timer, begun_ms + 30 * base::minute_ms);
    CHECK(remaining_ms(timer, begun_ms + 33 * base::minute_ms) == 5 * base::minute_ms);
    timer = resumed(paused(timer, begun_ms + 33 * base::minute_ms), begun_ms + 34 * base::minute_ms);
    CHECK(remaining_ms(timer, begun_ms + 34 * base::minute_ms) == 5 * base::minute_ms);
}

TEST_CASE("over time is below zero") {
    CHECK(remaining_ms(started(ten_minutes(), begun_ms), begun_ms + 12 * base::minute_ms) == -2 * base::minute_ms);
}

TEST_CASE("minutes may be added before, during and after, and the whole never gets below zero") {
    auto timer = lengthened(ten_minutes(), 5 * base::minute_ms);
    CHECK(timer.total_ms() == 15 * base::minute_ms);
    timer = lengthened(timer, -60 * base::minute_ms);
    CHECK(timer.total_ms() == 0);
    timer = lengthened(timer, base::minute_ms);
    CHECK(timer.total_ms() == base::minute_ms);
}

TEST_CASE("moves without meaning change nothing") {
    const auto timer = started(ten_minutes(), begun_ms);
    CHECK(started(timer, begun_ms + base::minute_ms) == timer);
    CHECK(resumed(timer, begun_ms + base::minute_ms) == timer);
    const auto still = paused(timer, begun_ms + base::minute_ms);
    CHECK(paused(still, begun_ms + 2 * base::minute_ms) == still);
    CHECK(paused(ten_minutes(), begun_ms) == ten_minutes());
}

TEST_CASE("a wall clock that steps back never gives negative time") {
    const auto timer = started(ten_minutes(), begun_ms);
    CHECK(elapsed_ms(timer, begun_ms - 5 * base::minute_ms) == 0);
    CHECK(resumed(paused(timer, begun_ms + base::minute_ms), begun_ms).paused_total_ms == 0);
}

TEST_CASE("signals come once each: half, two minutes, thirty seconds, over") {
    const auto timer = started(ten_minutes(), begun_ms);
    std::vector<Signal> heard;
    for (int second = 0; second <= 660; ++second) {
        for (const auto signal : signals_between(timer, begun_ms + second * 1000, begun_ms + (second + 1) * 1000)) {
            heard.push_back(signal);
        }
    }
    CHECK(heard == std::vector<Signal>{Signal::half, Signal::two_minutes, Signal::thirty_seconds, Signal::over});
    CHECK(signals_between(timer, begun_ms, begun_ms + 11 * base::minute_ms).size() == 4);
}

TEST_CASE("a short block has no signal for two minutes left, and a pause none at all") {
    Timer timer;
    timer.planned_ms = 90000;
    timer = started(timer, begun_ms);
    CHECK(signals_between(timer, begun_ms, begun_ms + 2 * base::minute_ms) ==
          std::vector<Signal>{Signal::half, Signal::thirty_seconds, Signal::over});
    timer = paused(timer, begun_ms + 1000);
    CHECK(signals_between(timer, begun_ms + 1000, begun_ms + 5 * base::minute_ms).empty());
    CHECK(signal_name(Signal::thirty_seconds) == "thirty_seconds");
}

TEST_CASE("a clock survives its JSON form") {
    auto timer = paused(lengthened(started(ten_minutes(), begun_ms), -base::minute_ms), begun_ms + base::minute_ms);
    timer.paused_total_ms = 77;
    const auto json = to_json(timer);
    CHECK(
        json ==
        R"({"extra_ms":-60000,"paused_at":1767258060000,"paused_total_ms":77,"planned_ms":600000,"started_at":1767258000000})");
    CHECK(parse_timer(json).value() == timer);
}

TEST_CASE("a clock may be written with spaces, in any order, with keys left out or new") {
    const auto timer = parse_timer(" { \"started_at\" : 5 , \"planned_ms\":60000, \"mood\": 3 } ");
    REQUIRE(timer);
    CHECK(timer->started_at == 5);
    CHECK(timer->planned_ms == base::minute_ms);
    CHECK(parse_timer("{}").value() == Timer{});
}

TEST_CASE("what is no clock is refused") {
    for (const char* text : {"", "null", "[]", "{", "{\"planned_ms\":}", "{\"planned_ms\":1.5}", "{\"planned_ms\":-1}",
                             "{\"planned_ms\":1,}", "{\"planned_ms\":1} x", "{\"a\":1,\"a\":2}",
                             "{\"planned_ms\":9223372036854775807}", "{\"planned_ms\":99999999999999999999}"}) {
        INFO(text);
        CHECK_FALSE(parse_timer(text));
    }
}
