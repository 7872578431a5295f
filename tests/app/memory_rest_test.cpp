#include "app/memory_rest.hpp"
#include <doctest/doctest.h>

using app::MemoryRest;

TEST_CASE("what frames took is given back once they no longer follow on one another, at the latest after a minute") {
    MemoryRest rest;
    CHECK(rest.due_s() < 0);
    rest.drew(100);
    CHECK(rest.due_s() == doctest::Approx(120));
    for (int i = 1; i < 60 * 30; ++i) rest.drew(100 + i / 60.0);
    const double last = 130 - 1 / 60.0;
    CHECK(rest.due_s() == doctest::Approx(last + 5));
    rest.gave(135);
    CHECK(rest.due_s() < 0);

    // A clock's ticks: each is a frame of its own.
    for (int i = 0; i < 10; ++i) rest.drew(136 + i);
    CHECK(rest.due_s() == doctest::Approx(155));
    // A hand at work goes before, for a minute.
    for (int i = 0; i < 60; ++i) rest.drew(154 + i / 60.0);
    CHECK(rest.due_s() == doctest::Approx(154 + 59 / 60.0 + 5));
    for (int i = 60; i < 60 * 60; ++i) rest.drew(154 + i / 60.0);
    CHECK(rest.due_s() == doctest::Approx(195));
}
