#include "base/clock.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>
#include <string>

namespace {

constexpr std::int64_t morning_ms = 1'777'626'000'000;

/// The machine's time zone for one test. The rule is written out, so that no zone files are needed.
struct InSweden {
    InSweden() { set("CET-1CEST,M3.5.0,M10.5.0/3"); }
    ~InSweden() { set(before_); }
    InSweden(const InSweden&) = delete;
    InSweden& operator=(const InSweden&) = delete;

  private:
    static void set(const std::string& zone) {
        if (zone.empty()) {
            ::unsetenv("TZ");
        } else {
            ::setenv("TZ", zone.c_str(), 1);
        }
        ::tzset();
    }
    std::string before_ = std::getenv("TZ") != nullptr ? std::getenv("TZ") : "";
};

}  // namespace

TEST_CASE("a moment is written in ISO 8601, in UTC, to the millisecond") {
    CHECK(base::to_iso_utc(morning_ms) == "2026-05-01T09:00:00.000Z");
    CHECK(base::to_iso_utc(morning_ms + 7) == "2026-05-01T09:00:00.007Z");
    CHECK(base::to_iso_utc(0) == "1970-01-01T00:00:00.000Z");
    CHECK(base::to_iso_utc(-1) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("what was written reads back") {
    for (const std::int64_t at : {std::int64_t{0}, morning_ms, morning_ms + 999, std::int64_t{4'102'444'800'000}}) {
        CHECK(base::from_iso_utc(base::to_iso_utc(at)) == at);
    }
}

TEST_CASE("dates and shorter times are read") {
    CHECK(base::from_iso_utc("2026-05-01") == morning_ms - 9 * 3'600'000);
    CHECK(base::from_iso_utc("2026-05-01T09:00Z") == morning_ms);
    CHECK(base::from_iso_utc("2026-05-01T09:00:30Z") == morning_ms + 30'000);
    CHECK(base::from_iso_utc("2024-02-29") > 0);
}

TEST_CASE("what is no moment is told") {
    for (const char* text : {"",
                             "2026",
                             "2026-5-1",
                             " 2026-05-01",
                             "2026-05-01 ",
                             "2026-13-01",
                             "2026-00-10",
                             "2026-04-31",
                             "2026-02-29",
                             "2026-05-00",
                             "2026-05-01T24:00Z",
                             "2026-05-01T09:60Z",
                             "2026-05-01T09:00:61Z",
                             "2026-05-01T09:00",
                             "2026-05-01T09:00:00.5Z",
                             "2026-05-01T09:00:00.000Zx",
                             "2026-05-01T9:00Z",
                             "+026-05-01",
                             "1969-12-31",
                             "den första maj"}) {
        CAPTURE(text);
        CHECK(base::from_iso_utc(text) == -1);
    }
}

TEST_CASE("people see the time of their own place, summer and winter") {
    const InSweden here;
    CHECK(base::to_local_time(morning_ms) == "11.00");
    CHECK(base::to_local_time(base::from_iso_utc("2026-01-15T08:05Z")) == "09.05");
    CHECK(base::to_local_date(base::from_iso_utc("2026-12-31T23:30Z")) == "2027-01-01");
    CHECK(base::local_year(base::from_iso_utc("2026-12-31T23:30Z")) == 2027);
}
