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

TEST_CASE("a block that was passed by has no tick and no time, but says so") {
    auto view = scenes::journey();
    auto& passed = view.remote.agenda.front();
    passed.state = "skipped";
    WallDesk wall(view);
    wall.enter();
    wall.desk.wheel(wall.desk.rect("rail/agenda/" + view.remote.room.block->id).centre(), {0, 9000});
    CHECK(wall.desk.text("rail/agenda/" + passed.id + "/passed") == "utgår");
    CHECK(wall.desk.text("rail/agenda/" + view.remote.agenda[1].id + "/passed").empty());
}
