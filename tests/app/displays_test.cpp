#include "app/displays.hpp"

#include <doctest/doctest.h>

using app::Display;
using app::Places;
using app::plan_places;

namespace {

const Display laptop{"eDP-1", {0, 0, 1920, 1080}, true};
const Display big{"HDMI-1", {1920, 0, 3840, 2160}, false};
const Display mirror{"HDMI-1", {0, 0, 1920, 1080}, false};

}  // namespace

TEST_CASE("without a display nothing is shown") {
    CHECK(plan_places({}, "HDMI-1", "eDP-1", true) == Places{});
}

TEST_CASE("the wall takes the primary display, the second view the other") {
    CHECK(plan_places({big, laptop}, "", "", true) == Places{1, 0});
    CHECK(plan_places({laptop}, "", "", false) == Places{0, {}});
}

TEST_CASE("each goes back to the display it had, whatever order they come in") {
    CHECK(plan_places({laptop, big}, "HDMI-1", "eDP-1", true) == Places{1, 0});
    CHECK(plan_places({big, laptop}, "HDMI-1", "eDP-1", true) == Places{0, 1});
}

TEST_CASE("a lost wall display leaves the wall on what is left, and the second view waits") {
    CHECK(plan_places({laptop}, "HDMI-1", "eDP-1", true) == Places{0, {}});
}

TEST_CASE("a mirrored display is never a second one: the trainer's view is not shown to all") {
    CHECK(plan_places({laptop, mirror}, "eDP-1", "HDMI-1", true) == Places{0, {}});
    CHECK(plan_places({laptop, mirror}, "", "", true) == Places{0, {}});
}

TEST_CASE("a wall that must move does not take the second view's display while there is another") {
    const Display third{"DP-3", {5760, 0, 1920, 1080}, false};
    CHECK(plan_places({laptop, third}, "HDMI-1", "eDP-1", true) == Places{1, 0});
}
