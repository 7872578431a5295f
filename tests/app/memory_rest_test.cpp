#include "app/memory_rest.hpp"
#include <doctest/doctest.h>

using app::MemoryRest;

TEST_CASE("what frames took is given back once they no longer follow on one another, and not again and again") {
    MemoryRest rest;
    CHECK(rest.due_s() < 0);
    rest.drew(100);
    CHECK(rest.due_s() == doctest::Approx(105));
    for (int i = 1; i < 60; ++i) rest.drew(100 + i / 60.0);
    const double last = 100 + 59 / 60.0;
    CHECK(rest.due_s() == doctest::Approx(last + 5));
    rest.gave(106);
    CHECK(rest.due_s() < 0);

    // A clock's ticks: each is a frame of its own.
    for (int i = 0; i < 10; ++i) rest.drew(107 + i);
    CHECK(rest.due_s() == doctest::Approx(126));
    // A hand at work goes before.
    for (int i = 0; i < 60; ++i) rest.drew(125 + i / 60.0);
    CHECK(rest.due_s() == doctest::Approx(125 + 59 / 60.0 + 5));
}
