// What lies beside the screens: the sheet of all that the dock has no room for, and what a sheet does to the rest.
#include "ui/register_views.hpp"
#include "ui/screen_register.hpp"
#include "ui/screen_trainer.hpp"
#include "ui/wall_desk.hpp"

namespace {

/// Everything that "Mer" can hold at once.
views::WallView with_all_entries() {
    auto view = scenes::ideas();
    view.remote.started = true;
    view.remote.previous = views::Labelled{"b-1", "Lär känna Samira och hennes förening"};
    return view;
}

}  // namespace

TEST_CASE("all that the dock has no room for is seen at once, in windows of every size") {
    for (const base::Size size : {base::Size{1920, 1080}, {3840, 2160}, {1280, 720}, {1366, 768}}) {
        CAPTURE(size.w);
        WallDesk wall(with_all_entries(), size);
        wall.enter();
        wall.desk.tap("dock/more");
        const auto close = wall.desk.rect("sheet/close");
        int rows = 0;
        for (const std::string id : {"back", "agenda", "votes", "support", "seats", "tables", "tell", "boards", "end",
                                     "blank", "lock", "screens", "remote", "net", "help"}) {
            CAPTURE(id);
            REQUIRE(wall.desk.has("sheet/more/" + id));
            const auto row = wall.desk.rect("sheet/more/" + id);
            // Whole and above what closes the sheet.
            CHECK(row.h == doctest::Approx(size.h / 1080 * 64).epsilon(0.03));
            CHECK(row.bottom() <= close.y);
            ++rows;
        }
        CHECK(rows == 15);
        wall.desk.save("sheet-more-" + std::to_string(static_cast<int>(size.w)));
    }
}

TEST_CASE("each entry of the sheet is reached by its tap") {
    WallDesk wall(with_all_entries());
    wall.enter();
    wall.desk.tap("dock/more");
    wall.desk.tap("sheet/more/help");
    CHECK(wall.wall.help_open);
    wall.desk.key(ui::Key::escape);
    wall.desk.tap("dock/more");
    wall.desk.tap("sheet/more/end");
    CHECK(wall.wall.sheets.asked_end);
}

TEST_CASE("a sheet throws no shadow on the dock") {
    const auto paper = base::rgb(0xF6F4EE);
    bool close = false;
    Desk desk([&](ui::Frame& frame) {
        frame.painter.fill(frame.screen(), 0, paper);
        ui::side_sheet(frame, "sheet", true, "Mer", close, 520);
    });
    desk.settle();
    const auto picture = desk.picture();
    const int dock = picture.height_px() - 112;
    // Beside the sheet there is one.
    CHECK(picture.pixel(picture.width_px() - 526, dock / 2) != paper);
    for (int y = dock; y < dock + 40; y += 4) {
        CAPTURE(y);
        CHECK(picture.pixel(picture.width_px() - 300, y) == paper);
        CHECK(picture.pixel(picture.width_px() - 10, y) == paper);
    }
}

TEST_CASE("an empty register has one main action, and so has a search that finds nothing") {
    auto view = desk_views::wall(desk_views::ideas_view({}, 0));
    ui::RegisterScreen screen;
    ui::Commands commands;
    ui::Intents out;
    views::WallScope look;
    Desk desk([&](ui::Frame& frame) { ui::draw_register(screen, view, frame, commands, out, look); });
    desk.settle();
    const auto is_main = [&desk](std::string_view id) {
        const auto place = desk.rect(id);
        const auto picture = desk.picture();
        // Inside its left edge, where no letter is.
        return picture.pixel(static_cast<int>(place.x + 8), static_cast<int>(place.centre().y)) == desk.theme.accent;
    };
    CHECK(is_main("register/new"));
    CHECK_FALSE(is_main("register/empty/first"));
    view.ideas = desk_views::ideas_view({}, 12);
    desk.settle();
    CHECK(is_main("register/new"));
    CHECK_FALSE(is_main("register/empty/first"));
}

TEST_CASE("how many write now is said beside how many are there, and to the trainer") {
    auto view = scenes::journey();
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.text("rail/doing").find("skriver nu") == std::string::npos);
    wall.view.writing = 3;
    wall.desk.settle();
    CHECK(wall.desk.text("rail/doing") == "3 skriver nu");
    ui::TrainerScreen trainer;
    ui::Commands commands;
    ui::Intents out;
    Desk own([&](ui::Frame& frame) { ui::draw_trainer(trainer, wall.view, frame, commands, out); });
    CHECK(own.text("trainer/writing") == "3 skriver nu");
}
