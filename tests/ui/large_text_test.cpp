// A display of 55" at 1920 × 1080: everything is 1.45 times as large, and what is said is still read to its end.
#include "ui/wall_desk.hpp"

namespace {

void stand_close(WallDesk& wall) {
    wall.desk.look.text_size = 1.45;
    wall.enter();
}

}  // namespace

TEST_CASE("at large text the block of idea cards shows every question to its end, and each saved idea") {
    auto view = scenes::cards();
    std::vector<std::string> starts;
    for (auto& note : view.remote.room.wall) {
        if (note.type != "idea" || note.number.empty()) continue;
        note.text = "Idé " + note.number + ": ";
        starts.push_back(note.text);
        note.text += "en lampa i fönstret som lyser när lokalen är ledig, så att ingen går förgäves om kvällen";
    }
    REQUIRE(starts.size() == 3);
    WallDesk wall(view);
    stand_close(wall);
    for (const auto& field : view.remote.room.block->form) {
        CAPTURE(field.label);
        CHECK(wall.desk.shows_whole(field.label));
    }
    const auto& written = wall.desk.nothing.written;
    for (const auto& start : starts) {
        CAPTURE(start);
        CHECK(std::any_of(written.begin(), written.end(), [&](const auto& text) { return text.starts_with(start); }));
    }
}

TEST_CASE("at large text the remote's code and address are in sight, however many have been let in") {
    for (const int let_in : {0, 1, 3}) {
        CAPTURE(let_in);
        WallDesk wall(scenes::ideas());
        wall.view.pair_code = "K7M2PX";
        wall.view.base_url = "http://10.0.0.5:8080";
        for (int number = 1; number <= let_in; ++number) wall.view.remotes.push_back({number, scenes::now_ms, true});
        wall.wall.sheets.open = ui::SheetKind::remote;
        stand_close(wall);
        wall.desk.wheel(wall.desk.rect("sheet/remote/list").centre(), {0, -9000});
        wall.desk.tap("sheet/remote/show");
        CHECK(wall.desk.shows_whole("K7M2PX"));
        CHECK(wall.desk.shows_whole("10.0.0.5:8080/remote"));
        if (let_in == 0) continue;
        wall.desk.wheel(wall.desk.rect("sheet/remote/list").centre(), {0, -400});
        wall.desk.tap("sheet/remote/revoke");
        CHECK(wall.take<intents::SettleRemotes>().what == intents::SettleRemotes::What::revoke_all);
    }
}

TEST_CASE("at large text every option of a running vote is read to its end, all in one size") {
    auto view = scenes::vote("open");
    auto& options = view.remote.room.polls.front().form.options;
    REQUIRE(options.size() >= 4);
    options[0].label = "Lampa i fönstret när lokalen är ledig, så att ingen går dit förgäves";
    options[1].label = "Karta";
    WallDesk wall(view);
    stand_close(wall);
    for (const auto& option : options) {
        CAPTURE(option.label);
        CHECK(wall.desk.shows_whole(option.label));
        CHECK(wall.desk.nothing.line_px[option.label] ==
              doctest::Approx(wall.desk.nothing.line_px[options[2].label]).epsilon(0.05));
    }
}

TEST_CASE("at large text the start screen says how far the day has come, and its sheets reach the screen's edge") {
    WallDesk wall(scenes::ideas());
    wall.view.remote.room.title = "En förening lånar lokal av kommunen för första gången";
    wall.desk.look.text_size = 1.45;
    wall.desk.settle();
    const auto where = wall.desk.text("start/where");
    REQUIRE(where.find(wall.view.remote.room.block->title) != std::string::npos);
    CHECK(wall.desk.shows_whole(where));
    wall.wall.sheets.open = ui::SheetKind::screens;
    wall.desk.wait(0.5);
    CHECK(wall.desk.rect("sheet/ground").bottom() == doctest::Approx(1080));
    wall.enter();
    wall.desk.wait(0.5);
    CHECK(wall.desk.rect("sheet/ground").bottom() == doctest::Approx(1080 - 1.45 * 112).epsilon(0.01));
}

TEST_CASE("at large text the rail's code keeps the card's padding, however wide its letters are") {
    WallDesk wall(scenes::journey());
    wall.view.remote.room.join_code = "TYNSCZ";
    stand_close(wall);
    const auto card = wall.desk.rect("rail/people");
    REQUIRE(wall.desk.shows_whole("TYNSCZ"));
    CHECK(wall.desk.nothing.boxes["TYNSCZ"].right() <= card.right() - 1.45 * 14 + 1);
}

TEST_CASE("the code of a running vote is as large as its card has room for, at every size of text") {
    for (const double size : {1.0, 1.25, 1.45}) {
        CAPTURE(size);
        const auto view = scenes::vote("open");
        ui::Audience audience;
        Desk desk([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
        desk.look.host_now_ms = scenes::now_ms;
        desk.look.text_size = size;
        desk.settle();
        desk.save("05-vote-audience-" + std::to_string(static_cast<int>(size * 100)));
        const auto code = desk.nothing.boxes[view.remote.room.join_code];
        REQUIRE_FALSE(code.empty());
        const auto picture = desk.picture();
        int from = 1920, to = 0;
        for (int y = 200; y < static_cast<int>(code.y) - 4; ++y) {
            for (int x = 1300; x < 1860; ++x) {
                if (picture.pixel(x, y) != base::rgb(0x17211F)) continue;
                from = std::min(from, x);
                to = std::max(to, x);
            }
        }
        CHECK(to - from >= 280);
        CHECK(desk.shows_whole(view.remote.room.join_code));
    }
}
