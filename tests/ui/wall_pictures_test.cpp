// Every session screen as a picture, to be looked at beside the mockups: build/screens/wall.
#include <cstdlib>

#include "ui/wall_desk.hpp"

namespace {

void save(WallDesk& wall, const std::string& name) {
    const char* build = std::getenv("IDERUM_BUILD");
    if (build == nullptr) return;
    const auto folder = base::Path(build) / "screens" / "wall";
    std::filesystem::create_directories(folder);
    CHECK(wall.desk.picture().write(folder / (name + ".png")).has_value());
}

void picture_of(const std::string& name, const std::string& screen, views::WallView view, bool dark = false) {
    CAPTURE(name);
    WallDesk wall(std::move(view));
    if (dark) wall.desk.theme = ui::make_theme(ui::Theme::Kind::dark);
    wall.enter();
    CHECK(wall.desk.screen() == screen);
    save(wall, name);
}

void audience_picture_of(const std::string& name, const views::WallView& view) {
    ui::Audience audience;
    Desk desk([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
    desk.look.host_now_ms = scenes::now_ms;
    desk.settle();
    const char* build = std::getenv("IDERUM_BUILD");
    if (build == nullptr) return;
    const auto folder = base::Path(build) / "screens" / "wall";
    std::filesystem::create_directories(folder);
    CHECK(desk.picture().write(folder / (name + ".png")).has_value());
}

}  // namespace

TEST_CASE("the start screen has its picture, before and during a session") {
    WallDesk before(scenes::lobby());
    CHECK(before.desk.screen() == "start");
    save(before, "01-start");
    WallDesk during(scenes::journey());
    during.desk.theme = ui::make_theme(ui::Theme::Kind::dark);
    during.desk.settle();
    save(during, "01-start-dark");
}

TEST_CASE("every scene of the half-day has its picture") {
    picture_of("lobby", "lobby", scenes::lobby());
    picture_of("block", "info", scenes::question());
    picture_of("02-journey", "journey", scenes::journey());
    picture_of("02-journey-empty", "journey", [] {
        auto view = scenes::journey(false);
        view.remote.room.wall.clear();
        return view;
    }());
    picture_of("14-journey-dark", "journey", scenes::journey(), true);
    picture_of("04-ideas", "ideas", scenes::ideas());
    picture_of("05-vote", "vote", scenes::vote("open"));
    picture_of("06-reveal", "reveal", scenes::vote("revealed"));
    picture_of("06-saved", "reveal", scenes::saved());
    picture_of("06-scale", "reveal", scenes::scale());
    picture_of("break", "break", scenes::pause());
    picture_of("cards", "info", scenes::cards());
}

TEST_CASE("the room's picture has no controls and no names") {
    audience_picture_of("02b-audience", scenes::journey());
    audience_picture_of("04b-audience", scenes::ideas());
    audience_picture_of("05b-audience", scenes::vote("open"));
    audience_picture_of("06b-audience", scenes::vote("revealed"));
    audience_picture_of("lobby-audience", scenes::lobby());
    const auto view = scenes::journey();
    ui::Audience audience;
    Desk desk([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
    CHECK(desk.state.probed().zones.empty());
}

TEST_CASE("sheets, menus and the keyboard have their pictures") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap("note/" + scenes::id(111).text());
    save(wall, "04-menu");
    wall.desk.tap("menu/fix");
    save(wall, "04-writing");
    wall.desk.tap("writing/cancel");
    for (const std::string sheet : {"agenda", "votes", "seats", "support", "screens", "net"}) {
        wall.desk.tap("dock/more");
        wall.desk.tap("sheet/more/" + sheet);
        CHECK(wall.wall.sheets.open != ui::SheetKind::more);
        CHECK(wall.wall.sheets.open != ui::SheetKind::none);
        save(wall, "sheet-" + sheet);
        wall.desk.tap("sheet/close");
    }
    wall.desk.tap("dock/more");
    save(wall, "sheet-more");
    CHECK(wall.wall.sheets.open == ui::SheetKind::more);
    wall.desk.tap("sheet/more/lock");
    save(wall, "lock");
}
