// What the wall says when something is missing or wrong.
#include "ui/screen_trainer.hpp"
#include "ui/wall_desk.hpp"

namespace {

views::WallView troubled(views::WallView view) {
    view.remote.trouble = base::Error{base::Code::disk_full, "Disken är full. Ta bort något stort.", {}};
    return view;
}

}  // namespace

TEST_CASE("what cannot be saved is told on every screen, and made small it still stands there") {
    for (auto view : {scenes::ideas(), scenes::vote("open"), scenes::vote("revealed"), scenes::pause()}) {
        WallDesk wall(troubled(std::move(view)));
        for (const auto place : {ui::Wall::Place::start, ui::Wall::Place::session, ui::Wall::Place::ideas}) {
            wall.wall.place = place;
            wall.desk.settle();
            CAPTURE(wall.desk.screen());
            CHECK(wall.desk.text("trouble/text").starts_with("Disken är full. Ta bort något stort."));
        }
        wall.desk.save("trouble");
        wall.desk.tap("trouble/smaller");
        CHECK_FALSE(wall.desk.has("trouble/smaller"));
        CHECK(wall.desk.text("trouble/open") == "Det går inte att spara");
        wall.desk.tap("trouble/open");
        CHECK(wall.desk.has("trouble/smaller"));
        wall.view.remote.trouble.reset();
        wall.desk.settle();
        CHECK_FALSE(wall.desk.has("trouble/smaller"));
    }
}

TEST_CASE("little room on the disk is told before it is too late, and another trouble opens what was made small") {
    WallDesk wall(scenes::ideas());
    wall.view.remote.low_space = "Det finns 80 MB kvar på disken.";
    wall.enter();
    CHECK(wall.desk.text("trouble/text") == "Det finns 80 MB kvar på disken.");
    wall.desk.tap("trouble/smaller");
    wall.view = troubled(wall.view);
    wall.desk.settle();
    CHECK(wall.desk.has("trouble/smaller"));
}

TEST_CASE("the room is told nothing of what the trainer has to see to") {
    const auto view = troubled(scenes::ideas());
    ui::Audience audience;
    Desk desk([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
    CHECK_FALSE(desk.has("trouble/smaller"));
    ui::TrainerScreen trainer;
    ui::Commands commands;
    ui::Intents out;
    Desk own([&](ui::Frame& frame) { ui::draw_trainer(trainer, view, frame, commands, out); });
    CHECK(own.has("trainer/trouble/smaller"));
}

TEST_CASE("an idea that does not come is said to be gone, and there is a way back") {
    WallDesk wall(scenes::ideas());
    wall.wall.place = ui::Wall::Place::idea;
    wall.wall.idea.idea = scenes::id(999);
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("idea/gone/first"));
    wall.desk.wait(3.2);
    CHECK(wall.desk.has("idea/gone/first"));
    wall.desk.save("idea-gone");
    wall.desk.tap("idea/gone/first");
    CHECK(wall.wall.place == ui::Wall::Place::ideas);
}
