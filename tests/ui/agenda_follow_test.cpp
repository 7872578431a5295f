// The day's list keeps the block that is on in sight, whatever room it is given.
#include <doctest/doctest.h>
#include "ui/wall_desk.hpp"

TEST_CASE("the block that is on stays in sight when the day's list is given other room") {
    WallDesk wall(scenes::vote("open"));
    wall.enter();
    if (!wall.desk.has("rail/agenda/" + wall.view.remote.room.block->id)) wall.desk.tap("dock/board");
    const auto on = "rail/agenda/" + wall.view.remote.room.block->id;
    for (const double text_size : {1.0, 1.45, 1.0, 1.25}) {
        CAPTURE(text_size);
        wall.desk.look.text_size = text_size;
        wall.desk.settle();
        REQUIRE(wall.desk.has(on));
        CHECK(wall.desk.rect(on).h > 40);
    }
}
