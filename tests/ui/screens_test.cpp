// What is set for the displays: each has its own.
#include "ui/wall_desk.hpp"

TEST_CASE("the other display has a size, a theme and a side of its own") {
    WallDesk wall(scenes::lobby());
    wall.enter();
    wall.desk.key(ui::Key::f8);
    CHECK_FALSE(wall.desk.has("sheet/screens/of/second"));
    wall.wall.screens.displays = 2;
    wall.wall.screens.second = ui::SecondScreen::trainer;
    wall.wall.screens.second_display = wall.wall.screens.display;
    wall.desk.settle();
    CHECK(wall.desk.has("sheet/screens/test"));
    wall.desk.tap("sheet/screens/of/second");
    CHECK_FALSE(wall.desk.has("sheet/screens/test"));
    wall.desk.tap("sheet/screens/inches/55");
    wall.desk.save("screens-second");
    const auto& screens = wall.wall.screens;
    REQUIRE(screens.second_display);
    CHECK(screens.second_display->diagonal_inches == doctest::Approx(55));
    CHECK(screens.second_display->text_size == doctest::Approx(1.45));
    CHECK(screens.display.diagonal_inches == doctest::Approx(75));
    wall.desk.tap("sheet/screens/of/wall");
    wall.desk.tap("sheet/screens/inches/86");
    CHECK(screens.display.diagonal_inches == doctest::Approx(86));
    CHECK(screens.second_display->diagonal_inches == doctest::Approx(55));
    // It is gone: what is set is the wall's again.
    wall.desk.tap("sheet/screens/of/second");
    wall.wall.screens.second_display.reset();
    wall.desk.settle();
    wall.desk.tap("sheet/screens/inches/65");
    CHECK(screens.display.diagonal_inches == doctest::Approx(65));
}
