// "Testa skärmen", and what a clicker may do.
#include "base/language.hpp"
#include "ui/wall_desk.hpp"

using Phase = Desk::Phase;

namespace {

struct TryDesk : WallDesk {
    TryDesk() : WallDesk(scenes::lobby()) {
        desk.tap("start/screens");
        CHECK(desk.text("sheet/screens/fingers") == "Inte testad än.");
        desk.tap("sheet/screens/test");
        CHECK(desk.screen() == "screen-test");
    }
    base::Point pad(int number) const { return desk.rect("test/pad/" + std::to_string(number)).centre(); }
};

}  // namespace

TEST_CASE("the test of the screen counts the fingers that are on it, and remembers the most") {
    TryDesk it;
    CHECK(it.desk.text("test/now") == "0");
    for (int i = 1; i <= 7; ++i) {
        it.desk.contact(i, Phase::begin, {200.0 * i, 300});
        it.desk.pass(0.1);
        it.desk.frame();
    }
    it.desk.frame();
    CHECK(it.desk.text("test/now") == "7");
    it.desk.save("test-seven-fingers");
    for (int i = 1; i <= 7; ++i) it.desk.contact(i, Phase::end, {200.0 * i, 300});
    it.desk.settle();
    CHECK(it.desk.text("test/now") == "0");
    CHECK(it.desk.text("test/most") == "Flest samtidigt: 7");
    it.desk.tap("test/close");
    CHECK(it.desk.screen() == "start");
    CHECK(it.wall.screens.display.fingers == 7);
    CHECK(it.desk.text("sheet/screens/fingers") == "Testad: 7 fingrar samtidigt.");
}

TEST_CASE("four people hold a place each for a second; three are not enough, nor one after the other") {
    TryDesk it;
    for (int i = 1; i <= 4; ++i) it.desk.tap_at(it.pad(i), i);
    const auto done = base::tr("wall.test.four_done");
    CHECK(it.desk.text("test/four") != done);
    for (int i = 1; i <= 3; ++i) it.desk.contact(i, Phase::begin, it.pad(i));
    it.desk.settle();
    it.desk.wait(2);
    CHECK(it.desk.text("test/four") == "3 av 4 hålls. Håll alla fyra samtidigt.");
    it.desk.contact(4, Phase::begin, it.pad(4));
    it.desk.settle();
    CHECK(it.desk.text("test/four") != done);
    it.desk.wait(1.1);
    CHECK(it.desk.text("test/four") == done);
    it.desk.save("test-four-people");
}

TEST_CASE("a longer bar of 100 mm is a smaller screen; the texts follow when the test is done") {
    TryDesk it;
    CHECK(it.desk.text("test/inches") == "75,0 tum");
    const double before = it.wall.screens.display.text_size;
    const double length = 100 / it.desk.look.mm_per_px;
    it.desk.drag("test/bar", {length * 0.25, 0});
    CHECK(it.wall.screens.display.diagonal_inches == doctest::Approx(60));
    CHECK(it.wall.screens.display.text_size == before);
    it.desk.tap("test/shorter");
    CHECK(it.wall.screens.display.diagonal_inches == doctest::Approx(60.6));
    it.desk.key(ui::Key::escape);
    CHECK(it.desk.screen() == "start");
    CHECK(it.wall.screens.display.text_size == doctest::Approx(ui::text_size_for(60.6)).epsilon(0.02));
}

TEST_CASE("a clicker's start key shows the session from anywhere, and its next key never closes a vote") {
    WallDesk wall(scenes::vote("open"));
    CHECK(wall.desk.screen() == "start");
    wall.desk.key(ui::Key::f5);
    CHECK(wall.desk.screen() == "vote");
    wall.desk.pass(1);
    wall.desk.key(ui::Key::page_down);
    CHECK(wall.all.empty());
    wall.desk.letter(U'b');
    CHECK(wall.take<intents::Blank>().on);
    wall.desk.tap("dock/next");
    wall.take<intents::ClosePoll>();
}
