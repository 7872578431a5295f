#include "base/geometry.hpp"

#include <doctest/doctest.h>

using base::Rect;

TEST_CASE("cutting a rectangle gives the piece and leaves the rest") {
    Rect rest{10, 20, 100, 50};
    CHECK(rest.cut_left(30) == Rect{10, 20, 30, 50});
    CHECK(rest.cut_right(20) == Rect{90, 20, 20, 50});
    CHECK(rest.cut_top(10) == Rect{40, 20, 50, 10});
    CHECK(rest.cut_bottom(15) == Rect{40, 55, 50, 15});
    CHECK(rest == Rect{40, 30, 50, 25});
}

TEST_CASE("no more is cut than there is, and nothing by a negative length") {
    Rect rest{0, 0, 40, 40};
    CHECK(rest.cut_left(-5).w == 0);
    CHECK(rest.cut_left(100) == Rect{0, 0, 40, 40});
    CHECK(rest.empty());
    CHECK(rest.x == 40);
}

TEST_CASE("an inset larger than the rectangle leaves an empty one in its middle") {
    const Rect inner = Rect{0, 0, 10, 20}.inset(8);
    CHECK(inner.empty());
    CHECK(inner.centre() == base::Point{5, 10});
}

TEST_CASE("neighbours share no point") {
    Rect right{0, 0, 10, 10};
    const Rect left = right.cut_left(5);
    CHECK(left.contains({4.99, 0}));
    CHECK_FALSE(left.contains({5, 0}));
    CHECK(right.contains({5, 0}));
    CHECK_FALSE(left.overlaps(right));
}

TEST_CASE("colours mix from the one to the other") {
    CHECK(base::rgb(0x0E5C63) == base::Colour{0x0E, 0x5C, 0x63, 255});
    CHECK(base::mix(base::rgb(0x000000), base::rgb(0xFFFFFF), 0.5).r == 128);
    CHECK(base::mix(base::rgb(0x102030), base::rgb(0xFFFFFF), -1) == base::rgb(0x102030));
    CHECK(base::with_alpha(base::rgb(0), 0.25).a == 64);
}
