// The start screen leads to what it names.
#include "ui/register_views.hpp"
#include "ui/wall_desk.hpp"

namespace {

views::WallView with_meeting() {
    auto view = desk_views::wall();
    const auto lobby = scenes::lobby();
    view.remote = lobby.remote;
    view.start = lobby.start;
    view.start.meetings = {{desk_views::id_of(41), "Ungas makt över maten", "Möte i dag 13.00", scenes::now_ms, true},
                           {desk_views::id_of(37), "Livsappen", "Möte i dag", scenes::now_ms, false}};
    return view;
}

}  // namespace

TEST_CASE("what is booked today stands on the start screen and leads to its idea") {
    WallDesk wall(with_meeting());
    wall.desk.save("01-start-meetings");
    const auto meeting = "start/meeting/" + desk_views::id_of(41).text();
    CHECK(wall.desk.text(meeting) == "Ungas makt över maten");
    CHECK(wall.desk.has("start/meeting/" + desk_views::id_of(37).text()));
    wall.desk.tap(meeting);
    CHECK(wall.wall.place == ui::Wall::Place::idea);
    CHECK(wall.wall.look.idea == desk_views::id_of(41));
}

TEST_CASE("the day stands in order of time, blocks and what is booked together") {
    auto view = with_meeting();
    const auto second = view.remote.agenda[1].starts_at_ms;
    view.start.meetings.front().at_ms = second + 1;  // after Ramen, before Lär känna Samira
    WallDesk wall(view);
    std::vector<std::string> order;
    for (const auto& [name, words] : wall.desk.state.probed().texts) {
        if (name.starts_with("start/planned/") || name.starts_with("start/meeting/")) order.push_back(words);
    }
    REQUIRE(order.size() == view.remote.agenda.size() + 2);
    order.resize(5);
    CHECK(order ==
          std::vector<std::string>{"Livsappen", "Kom in", "Ramen", "Ungas makt över maten", "Lär känna Samira"});
}

TEST_CASE("what waits for somebody leads to just that in the register, and is taken away there") {
    WallDesk wall(with_meeting());
    wall.desk.tap("start/waiting/fresh");
    CHECK(wall.desk.screen() == "register");
    for (const auto& row : wall.wall.idea_register.rows.shown) {
        CHECK(ideas::column_of(row.card->state) == ideas::Column::fresh);
    }
    CHECK(wall.desk.text("register/count/fresh") == std::to_string(wall.wall.idea_register.rows.shown.size()));
    const auto shown = wall.wall.idea_register.rows.shown.size();
    CHECK(shown > 0);
    wall.desk.tap("register/filter/fresh");
    CHECK_FALSE(wall.desk.has("register/filter/fresh"));
    CHECK(wall.wall.idea_register.rows.shown.size() > shown);
    wall.desk.tap("register/dock/home");
    wall.desk.tap("start/waiting/tests");
    CHECK(wall.desk.has("register/filter/results"));
    for (const auto& row : wall.wall.idea_register.rows.shown) {
        CHECK(row.standing.next == ideas::Next::write_result);
    }
}

TEST_CASE("a municipality is called one once, however it was written") {
    WallDesk wall(with_meeting());
    for (const std::string name : {"Lindåsa", "Lindåsa kommun"}) {
        wall.view.remote.room.municipality = name;
        wall.desk.settle();
        CHECK(wall.desk.text("start/municipality") == "Lindåsa kommun");
    }
    wall.view.remote.room.municipality = "Region Lindåsa";
    wall.desk.settle();
    CHECK(wall.desk.text("start/municipality") == "Region Lindåsa");
}
