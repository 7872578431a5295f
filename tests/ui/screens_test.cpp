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
    const auto of_wall = wall.desk.text("sheet/screens/inches");
    wall.desk.tap("sheet/screens/of/second");
    CHECK(wall.desk.text("sheet/screens/inches") != of_wall);
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

TEST_CASE("a size is ticked when it and the text are as the tap would set them") {
    WallDesk wall(scenes::lobby());
    wall.enter();
    wall.desk.key(ui::Key::f8);
    auto& display = wall.wall.screens.display;
    display.diagonal_inches = 75;
    display.text_size = 1;
    wall.desk.settle();
    // A chip with a tick is wider.
    const auto wide = [&] { return wall.desk.rect("sheet/screens/inches/75").w; };
    const double plain = wide();
    wall.desk.tap("sheet/screens/inches/75");
    CHECK(display.text_size == doctest::Approx(1.1));
    CHECK(wide() > plain + 8);
    wall.desk.tap("sheet/screens/text/larger");
    CHECK(wide() == doctest::Approx(plain));
}
