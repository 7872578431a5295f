// Groups of the idea wall are moved whole and joined: by the hand, and by taps alone.
#include "ui/wall_desk.hpp"

using scenes::id;

namespace {

std::string group_id(int number) {
    return "cluster/" + id(number).text();
}

/// From a group's title to a place in another group's area, across 0 to 1.
void drag_group(WallDesk& wall, int group, int to, double across) {
    const auto from = wall.desk.rect(group_id(group) + "/title").centre();
    const auto area = wall.desk.rect(group_id(to));
    const base::Point at{area.x + area.w * across, area.y + area.h - 12};
    wall.desk.drag_from(from, at - from);
}

}  // namespace

TEST_CASE("a group that is dropped in the middle of another is joined with it, and that is said before") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto from = wall.desk.rect(group_id(60) + "/title").centre();
    const auto to = wall.desk.rect(group_id(61)).centre();
    wall.desk.contact(0, Desk::Phase::begin, from);
    wall.desk.frame();
    for (int i = 1; i <= 10; ++i) {
        wall.desk.pass(0.02);
        wall.desk.contact(0, Desk::Phase::move, from + base::Point{(to.x - from.x) * i / 10, (to.y - from.y) * i / 10});
        wall.desk.frame();
    }
    CHECK(wall.desk.text("drop") == "Släpp för att slå ihop med Nyckeln");
    wall.desk.save("04-group-carried");
    CHECK(wall.all.empty());
    wall.desk.contact(0, Desk::Phase::end, to);
    wall.desk.settle();
    const auto joined = wall.take<intents::JoinClusters>();
    CHECK(joined.cluster == id(60));
    CHECK(joined.into == id(61));
}

TEST_CASE("a group that is dropped at another's side stands there, and behind all when dropped below") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    drag_group(wall, 62, 60, 0.05);
    auto moved = wall.take<intents::MoveCluster>();
    CHECK(moved.cluster == id(62));
    CHECK(moved.before == id(60));
    drag_group(wall, 60, 61, 0.95);
    moved = wall.take<intents::MoveCluster>();
    CHECK(moved.cluster == id(60));
    CHECK(moved.before == id(62));
    const auto from = wall.desk.rect(group_id(60) + "/title").centre();
    const auto board = wall.desk.rect("board");
    wall.desk.drag_from(from, base::Point{board.right() - 20, board.bottom() - 20} - from);
    CHECK_FALSE(wall.take<intents::MoveCluster>().before);
}

TEST_CASE("a group that is dropped where it stands is left alone") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.drag(group_id(60) + "/title", {60, 40});
    drag_group(wall, 60, 61, 0.05);
    drag_group(wall, 61, 60, 0.95);
    CHECK(wall.all.empty());
}

TEST_CASE("by taps alone a group is renamed, moved and joined from its title's menu") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto title = group_id(60) + "/title";
    wall.desk.tap(title);
    wall.desk.save("04-group-menu");
    wall.desk.tap("cluster/menu/rename");
    CHECK(wall.desk.focus() == "writing/text");
    wall.desk.type(U"!");
    wall.desk.tap("writing/save");
    CHECK(wall.take<intents::NameCluster>().cluster == id(60));

    wall.desk.tap(title);
    wall.desk.tap("cluster/menu/move");
    CHECK_FALSE(wall.desk.has(group_id(60) + "/target"));
    wall.desk.tap(group_id(61) + "/target");
    CHECK_FALSE(wall.desk.has("cluster/menu/before"));  // it stands there
    CHECK(wall.desk.text("cluster/menu/join") == "Slå ihop med Nyckeln");
    wall.desk.save("04-group-join");
    wall.desk.tap("cluster/menu/join");
    CHECK(wall.take<intents::JoinClusters>().into == id(61));

    wall.desk.tap(title);
    wall.desk.tap("cluster/menu/move");
    wall.desk.tap(group_id(61) + "/target");
    wall.desk.tap("cluster/menu/after");
    CHECK(wall.take<intents::MoveCluster>().before == id(62));

    wall.desk.tap(title);
    wall.desk.tap("cluster/menu/move");
    wall.desk.tap("last");
    CHECK_FALSE(wall.take<intents::MoveCluster>().before);

    wall.desk.tap(title);
    wall.desk.tap("cluster/menu/move");
    wall.desk.tap("cluster/menu/stop");
    CHECK_FALSE(wall.desk.has("cluster/menu/stop"));

    wall.desk.tap(title);
    wall.desk.tap("cluster/menu/remove");
    CHECK(wall.take<intents::RemoveCluster>().cluster == id(60));
    wall.desk.tap("toast/undo");
    CHECK(wall.take<intents::RemoveCluster>().undo);
    wall.desk.tap(title);
    wall.desk.tap("note/" + id(111).text());
    CHECK_FALSE(wall.desk.has("cluster/menu/move"));
    CHECK(wall.desk.has("menu/fix"));
    CHECK(wall.all.empty());
}
