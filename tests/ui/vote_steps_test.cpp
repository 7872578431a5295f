// A vote from its opening to its result: what the main action asks for, and when the result tells what.
#include "ui/wall_desk.hpp"

TEST_CASE("four quick taps at one place do not open, close and show a vote: each new step rests first") {
    auto view = scenes::vote("open");
    view.remote.room.polls.clear();
    view.remote.planned.front().poll = {};
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/next");
    wall.take<intents::OpenPoll>();
    wall.view = scenes::vote("open");
    wall.desk.settle();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    CHECK(wall.desk.text("dock/next/rests") == "Stäng röstningen");
    wall.desk.wait(1.2);
    wall.desk.tap("dock/next");
    wall.take<intents::ClosePoll>();
    wall.view = scenes::vote("closed");
    wall.desk.settle();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    wall.desk.wait(1.2);
    wall.desk.tap("dock/next");
    wall.take<intents::RevealPoll>();
}

TEST_CASE("a vote that nobody has answered is closed after it was asked for, and an answer takes the question away") {
    auto view = scenes::vote("open");
    view.remote.room.polls.front().in = 0;
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    REQUIRE(wall.desk.has("close-vote/go"));
    wall.view.remote.room.polls.front().in = 1;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("close-vote/go"));
    wall.view.remote.room.polls.front().in = 0;
    wall.wall.sheets.open = ui::SheetKind::votes;
    wall.desk.settle();
    wall.desk.tap("sheet/votes/close/0");
    CHECK(wall.all.empty());
    wall.desk.tap("close-vote/go");
    wall.take<intents::ClosePoll>();
}

TEST_CASE("until the winner's row has come, neither the title nor what can be saved tells who has won") {
    WallDesk wall(scenes::vote("closed"));
    wall.enter();
    wall.view = scenes::vote("revealed");
    wall.desk.frame();
    CHECK(wall.desk.text("reveal/title") == "Så här röstade ni");
    CHECK(wall.desk.text("reveal/voters") == "14 av 14 röstade.");
    CHECK_FALSE(wall.desk.has("reveal/save"));
    wall.desk.settle();
    CHECK(wall.desk.text("reveal/title").find("fick flest prickar") != std::string::npos);
    CHECK(wall.desk.has("reveal/save"));

    WallDesk still(scenes::vote("closed"));
    still.desk.look.less_motion = true;
    still.enter();
    still.view = scenes::vote("revealed");
    still.desk.frame();
    CHECK(still.desk.has("reveal/save"));
}

TEST_CASE("of a vote without votes nothing is said but that") {
    auto view = scenes::vote("revealed");
    auto& poll = view.remote.room.polls.front();
    poll.in = 0;
    poll.outcome = methods::count_poll(poll.form.rule, {}, 14);
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.text("reveal/title") == "Ingen röstade");
    CHECK_FALSE(wall.desk.has("reveal/voters"));
}
