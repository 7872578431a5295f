#include <doctest/doctest.h>

#include "methods/timer.hpp"

using namespace methods;

namespace {

constexpr std::int64_t minute = 60000;
constexpr std::int64_t nine = 1767258000000;

Timer ten_minutes() {
    Timer timer;
    timer.planned_ms = 10 * minute;
    return timer;
}

}  // namespace

TEST_CASE("a clock that has not started has all its time left") {
    CHECK(remaining_ms(ten_minutes(), nine) == 10 * minute);
    CHECK(elapsed_ms(ten_minutes(), nine) == 0);
}

TEST_CASE("pauses do not count") {
    auto timer = started(ten_minutes(), nine);
    timer = paused(timer, nine + 2 * minute);
    CHECK(elapsed_ms(timer, nine + 30 * minute) == 2 * minute);
    timer = resumed(timer, nine + 30 * minute);
    CHECK(remaining_ms(timer, nine + 33 * minute) == 5 * minute);
    timer = resumed(paused(timer, nine + 33 * minute), nine + 34 * minute);
    CHECK(remaining_ms(timer, nine + 34 * minute) == 5 * minute);
}

TEST_CASE("over time is below zero") {
    CHECK(remaining_ms(started(ten_minutes(), nine), nine + 12 * minute) == -2 * minute);
}

TEST_CASE("minutes may be added before, during and after, and the whole never gets below zero") {
    auto timer = lengthened(ten_minutes(), 5 * minute);
    CHECK(timer.total_ms() == 15 * minute);
    timer = lengthened(timer, -60 * minute);
    CHECK(timer.total_ms() == 0);
    timer = lengthened(timer, minute);
    CHECK(timer.total_ms() == minute);
}

TEST_CASE("moves without meaning change nothing") {
    const auto timer = started(ten_minutes(), nine);
    CHECK(started(timer, nine + minute) == timer);
    CHECK(resumed(timer, nine + minute) == timer);
    const auto still = paused(timer, nine + minute);
    CHECK(paused(still, nine + 2 * minute) == still);
    CHECK(paused(ten_minutes(), nine) == ten_minutes());
}

TEST_CASE("a wall clock that steps back never gives negative time") {
    const auto timer = started(ten_minutes(), nine);
    CHECK(elapsed_ms(timer, nine - 5 * minute) == 0);
    CHECK(resumed(paused(timer, nine + minute), nine).paused_total_ms == 0);
}

TEST_CASE("signals come once each: half, two minutes, thirty seconds, over") {
    const auto timer = started(ten_minutes(), nine);
    std::vector<Signal> heard;
    for (int second = 0; second <= 660; ++second) {
        for (const auto signal : signals_between(timer, nine + second * 1000, nine + (second + 1) * 1000)) {
            heard.push_back(signal);
        }
    }
    CHECK(heard == std::vector<Signal>{Signal::half, Signal::two_minutes, Signal::thirty_seconds, Signal::over});
    CHECK(signals_between(timer, nine, nine + 11 * minute).size() == 4);
}

TEST_CASE("a short block has no signal for two minutes left, and a pause none at all") {
    Timer timer;
    timer.planned_ms = 90000;
    timer = started(timer, nine);
    CHECK(signals_between(timer, nine, nine + 2 * minute) ==
          std::vector<Signal>{Signal::half, Signal::thirty_seconds, Signal::over});
    timer = paused(timer, nine + 1000);
    CHECK(signals_between(timer, nine + 1000, nine + 5 * minute).empty());
    CHECK(signal_name(Signal::thirty_seconds) == "thirty_seconds");
}

TEST_CASE("a clock survives its JSON form") {
    auto timer = paused(lengthened(started(ten_minutes(), nine), -minute), nine + minute);
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
    CHECK(timer->planned_ms == minute);
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
