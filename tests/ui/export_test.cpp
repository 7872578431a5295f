#include "ui/register_views.hpp"
#include "ui/wall_desk.hpp"

TEST_CASE("what the register shows is exported, in the order in which it stands") {
    WallDesk wall(desk_views::wall());
    wall.wall.place = ui::Wall::Place::ideas;
    wall.desk.settle();
    wall.desk.tap("register/filter/late");
    wall.desk.tap("register/dock/export");
    const auto& shown = wall.wall.idea_register.rows.shown;
    REQUIRE_FALSE(shown.empty());
    REQUIRE(wall.wall.exported.size() == shown.size());
    CHECK(wall.wall.exported.front().id == shown.front().card->id);
    wall.wall.exported.clear();
    wall.wall.told.push_back("17 idéer exporterade");
    wall.desk.settle();
    CHECK(wall.desk.text("toast/text") == "17 idéer exporterade");
    const auto toast = wall.desk.rect("toast/ground");
    CHECK(toast.bottom() < wall.desk.rect("register/search").y);
    CHECK(toast.bottom() < wall.desk.rect("register/filter/late").y);
    wall.desk.letter(U'e');
    CHECK(wall.wall.exported.size() == shown.size());
}

TEST_CASE("of an empty register there is nothing to export") {
    WallDesk wall(desk_views::wall(desk_views::ideas_view({}, 0)));
    wall.wall.place = ui::Wall::Place::ideas;
    wall.desk.settle();
    wall.desk.letter(U'e');
    CHECK(wall.wall.exported.empty());
}
