// The timeline of a free board: hands choose a moment, the board is shown as it was, and can be made so again.
#include "ui/screen_history.hpp"

#include <set>

#include "ui/wall_desk.hpp"

namespace {

constexpr std::uint64_t first_seq = 100;  // others' changes lie between those of a board

model::Item note_at(int number, double x) {
    model::Item note;
    note.id = scenes::id(500 + number);
    note.place = {x, 100, 200, 200};
    note.text = "Lapp " + std::to_string(number);
    note.level = "V000";
    return note;
}

/// A board on which one note after the other was put, and a registrar that answers what the screen asks for.
struct HistoryDesk {
    ui::HistoryScreen screen;
    views::BoardHistory all;   // its moments
    views::BoardHistory told;  // what the registrar answered last
    bool answers = true, has_told = false;
    std::size_t asked = 0;  // how many moments were asked for
    views::WallScope look, look_before;
    ui::Camera camera{{0, 0}, 1};
    ui::Intents out;
    base::Rect area{0, 0, 1920, 968};
    Desk desk;

    explicit HistoryDesk(int moments) : desk([this](ui::Frame& frame) { draw(frame); }) {
        desk.look.host_now_ms = scenes::now_ms;
        desk.state.set_probing(true);
        all.board = scenes::id(900);
        for (int i = 0; i < moments; ++i) {
            views::BoardMoment moment;
            moment.seq = first_seq + 10 * static_cast<std::uint64_t>(i);
            moment.at_ms = scenes::now_ms - 60000 * (moments - i);
            moment.label = "change.move_note";
            moment.author = "trainer";
            moment.items = static_cast<std::size_t>(i) + 1;
            moment.touched = {scenes::id(500 + i)};
            all.moments.push_back(moment);
        }
        ui::open_history(screen, all.board);
        desk.settle();
    }
    void answer() {
        if (!answers || !look.moment || all.moments.empty()) return;
        const auto newest = all.moments.back().seq;
        told = all;
        told.shown = *look.moment == 0 ? newest : *look.moment;
        has_told = true;
        for (std::size_t i = 0; i < all.moments.size(); ++i) {
            if (all.moments[i].seq > told.shown) break;
            told.items.push_back(note_at(static_cast<int>(i), 220.0 * static_cast<double>(i % 8)));
        }
    }
    void draw(ui::Frame& frame) {
        look = {};
        frame.name_screen("board");
        ui::draw_board_history(screen, has_told ? &told : nullptr, camera, frame, area, out, look);
        if (look == look_before) return;
        look_before = look;
        asked += look.moment.has_value() ? 1 : 0;
        answer();
        frame.redraw_in(0);
    }
    base::Point on_board(base::Point at) const {
        return screen.camera.to_window({at.x, at.y, 0, 0}, screen.view).top_left();
    }
    /// Which of how many is chosen, as it is read aloud.
    std::string chosen() const { return desk.text("history/slider"); }
    /// What is shown, counted.
    std::size_t shown() const { return screen.then.size(); }
    base::Point on_slider(double share) const {
        const auto place = desk.rect("history/slider");
        return {place.x + place.w * share, place.centre().y};
    }
    template <class Intent>
    Intent take() {
        REQUIRE(out.size() == 1);
        const auto intent = std::get<Intent>(out.front());
        out.clear();
        return intent;
    }
};

}  // namespace

TEST_CASE("it begins at the newest moment, and says when, what, who and how much") {
    HistoryDesk wall(12);
    CHECK(wall.look.board == scenes::id(900));
    CHECK(wall.look.moment == 0U);
    CHECK(wall.shown() == 12);
    CHECK(wall.chosen() == "Händelse 12 av 12");
    const auto words = wall.desk.text("history/moment");
    for (const std::string_view part : {"Flyttade en lapp", "handledaren", "12 saker på tavlan"}) {
        CAPTURE(part);
        CHECK(words.find(part) != std::string::npos);
    }
    wall.desk.save("board-history");
}

TEST_CASE("buttons and keys go a step at a time, and to both ends") {
    HistoryDesk wall(12);
    wall.desk.tap("history/back");
    wall.desk.settle();
    CHECK(wall.look.moment == first_seq + 100);
    CHECK(wall.shown() == 11);
    CHECK(wall.chosen() == "Händelse 11 av 12");
    wall.desk.key(ui::Key::left);
    wall.desk.settle();
    CHECK(wall.shown() == 10);
    wall.desk.key(ui::Key::home);
    wall.desk.settle();
    CHECK(wall.shown() == 1);
    wall.desk.key(ui::Key::left);
    wall.desk.settle();
    CHECK(wall.chosen() == "Händelse 1 av 12");
    wall.desk.tap("history/forward");
    wall.desk.settle();
    CHECK(wall.shown() == 2);
    wall.desk.key(ui::Key::end);
    wall.desk.settle();
    CHECK(wall.shown() == 12);
    CHECK(wall.look.moment == 0U);
    wall.desk.key(ui::Key::right);
    wall.desk.settle();
    CHECK(wall.chosen() == "Händelse 12 av 12");
}

TEST_CASE("the slider is tapped and dragged, and its end is the newest whatever comes") {
    HistoryDesk wall(12);
    wall.desk.tap_at(wall.on_slider(0.5));
    wall.desk.settle();
    CHECK(wall.shown() >= 6);
    CHECK(wall.shown() <= 7);
    wall.desk.drag_from(wall.on_slider(0.5), {-2000, 0});
    wall.desk.settle();
    CHECK(wall.shown() == 1);
    wall.desk.drag_from(wall.on_slider(0.1), {2000, 0});
    wall.desk.settle();
    CHECK(wall.shown() == 12);
    CHECK_FALSE(wall.screen.wanted.has_value());
}

TEST_CASE(
    "a slider that is drawn fast asks for the next moment when the one before is here, and for the last in the end") {
    HistoryDesk wall(60);
    const auto before = wall.asked;
    wall.answers = false;
    wall.desk.tap_at(wall.on_slider(0.5));
    wall.desk.settle();
    CHECK(wall.asked == before + 1);
    for (const double share : {0.6, 0.7, 0.3, 0.2}) wall.desk.tap_at(wall.on_slider(share));
    CHECK(wall.asked == before + 1);
    wall.answers = true;
    wall.answer();
    wall.desk.frame();
    wall.desk.settle();
    CHECK(wall.asked == before + 2);
    CHECK(wall.look.moment == *wall.screen.wanted);
    // One that is never answered does not stop the timeline for ever.
    wall.answers = false;
    wall.desk.tap_at(wall.on_slider(0.8));
    wall.desk.settle();
    wall.desk.tap_at(wall.on_slider(0.4));
    wall.desk.pass(3);
    wall.desk.frame();
    CHECK(wall.look.moment == *wall.screen.wanted);
}

TEST_CASE("the board is made as it was at what is seen, as a change of its own; at the newest there is nothing to do") {
    HistoryDesk wall(12);
    wall.desk.tap("history/restore");
    CHECK(wall.out.empty());
    wall.desk.key(ui::Key::home);
    wall.desk.settle();
    wall.desk.tap("history/restore");
    const auto restore = wall.take<intents::RestoreBoard>();
    CHECK(restore.board == scenes::id(900));
    CHECK(restore.moment == first_seq);
    CHECK_FALSE(restore.item.has_value());
    wall.desk.settle();
    CHECK(wall.shown() == 12);
}

TEST_CASE("what is chosen but not yet seen is not restored") {
    HistoryDesk wall(12);
    wall.answers = false;
    wall.desk.key(ui::Key::home);
    wall.desk.settle();
    wall.desk.tap("history/restore");
    CHECK(wall.out.empty());
}

TEST_CASE("what the camera saw of the board is seen whole above the timeline") {
    HistoryDesk wall(12);
    const auto before = wall.camera.seen(wall.area), now = wall.screen.camera.seen(wall.screen.view);
    CHECK(wall.screen.view.bottom() < wall.desk.rect("history/slider").y);
    CHECK(now.x <= before.x);
    CHECK(now.y <= before.y + 0.01);
    CHECK(now.right() >= before.right());
    CHECK(now.bottom() >= before.bottom() - 0.01);
}

TEST_CASE("an object that is chosen is restored alone; what is touched by the moment is reached by keyboard") {
    HistoryDesk wall(12);
    wall.desk.tap("history/back");
    wall.desk.settle();
    wall.desk.tap("history/restore_item");
    CHECK(wall.out.empty());
    wall.desk.tap_at(wall.on_board({320, 200}));
    CHECK(wall.screen.chosen.has_value());
    wall.desk.tap_at(wall.on_board({900, 700}));
    CHECK_FALSE(wall.screen.chosen.has_value());
    wall.desk.tap("history/item/" + scenes::id(510).text());
    CHECK(wall.screen.chosen == scenes::id(510));
    wall.desk.save("board-history-item");
    wall.desk.tap("history/restore_item");
    const auto restore = wall.take<intents::RestoreBoard>();
    CHECK(restore.item == scenes::id(510));
    CHECK(restore.moment == first_seq + 100);
    // Before it was there it can be followed, but not restored.
    wall.desk.key(ui::Key::left);
    wall.desk.settle();
    wall.desk.tap("history/item/" + scenes::id(510).text());
    wall.desk.key(ui::Key::home);
    wall.desk.settle();
    CHECK(wall.screen.chosen == scenes::id(510));
    wall.desk.tap("history/restore_item");
    CHECK(wall.out.empty());
}

TEST_CASE("playing goes through all of it in ten seconds and stops by itself") {
    HistoryDesk wall(31);
    wall.desk.tap("history/play");
    wall.desk.wait(0.2);
    CHECK(wall.shown() <= 2);
    CHECK(wall.desk.text("history/play") == "Stanna");
    wall.desk.wait(5);
    CHECK(wall.shown() > 12);
    CHECK(wall.shown() < 20);
    wall.desk.wait(6);
    CHECK(wall.shown() == 31);
    CHECK_FALSE(wall.screen.plays_from_s.has_value());
    CHECK(wall.desk.text("history/play") == "Spela");
}

TEST_CASE("a hand on the timeline stops the playing, and it goes on from there") {
    HistoryDesk wall(31);
    wall.desk.tap("history/play");
    wall.desk.wait(3);
    wall.desk.tap("history/back");
    CHECK_FALSE(wall.screen.plays_from_s.has_value());
    const auto here = wall.chosen();
    wall.desk.wait(1);
    CHECK(wall.chosen() == here);
    wall.desk.key(ui::Key::space);
    wall.desk.wait(0.1);
    CHECK(wall.shown() > 5);
    wall.desk.key(ui::Key::space);
    CHECK_FALSE(wall.screen.plays_from_s.has_value());
}

TEST_CASE("with less motion it is played in ten steps") {
    HistoryDesk wall(101);
    wall.desk.look.less_motion = true;
    wall.desk.tap("history/play");
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        wall.desk.wait(0.1);
        seen.insert(wall.chosen());
    }
    CHECK(seen.size() >= 9);
    CHECK(seen.size() <= 12);
}

TEST_CASE("changes that come meanwhile leave a chosen moment where it is") {
    HistoryDesk wall(12);
    wall.desk.key(ui::Key::home);
    wall.desk.key(ui::Key::right);
    wall.desk.settle();
    auto more = wall.all.moments.back();
    more.seq += 50;
    wall.all.moments.push_back(more);
    wall.answer();
    wall.desk.frame();
    CHECK(wall.chosen() == "Händelse 2 av 13");
    wall.desk.key(ui::Key::end);
    wall.desk.settle();
    CHECK(wall.chosen() == "Händelse 13 av 13");
}

TEST_CASE("Escape and the button end it, and the wall asks for no moment any more") {
    HistoryDesk wall(12);
    wall.desk.key(ui::Key::escape);
    wall.desk.frame();
    CHECK_FALSE(wall.screen.open);
    CHECK_FALSE(wall.look.moment.has_value());
    CHECK_FALSE(wall.desk.has("history/slider"));
    ui::open_history(wall.screen, scenes::id(900));
    wall.desk.frame();
    wall.desk.settle();
    wall.desk.tap("history/done");
    CHECK_FALSE(wall.screen.open);
}

TEST_CASE("before it has come, and where nothing has happened, it can be left again") {
    HistoryDesk waits(0);
    CHECK(waits.desk.text("history/moment") == "Hämtar tavlans historia");
    waits.told.board = waits.all.board;
    waits.has_told = true;
    waits.desk.frame();
    CHECK(waits.desk.text("history/moment") == "Ingenting har hänt på tavlan än.");
    waits.desk.tap("history/done");
    CHECK_FALSE(waits.screen.open);
    // Another board's history is not this one's.
    HistoryDesk other(3);
    other.told.board = scenes::id(901);
    other.desk.frame();
    CHECK(other.desk.text("history/moment") == "Hämtar tavlans historia");
}

TEST_CASE("at the wall the timeline covers the board that is looked at, and goes with it") {
    WallDesk wall(scenes::ideas());
    views::BoardHead head;
    head.id = scenes::id(900);
    head.title = "Aktörskarta";
    wall.view.boards = {head};
    ui::open_board(wall.wall, head.id);
    auto news = std::make_shared<views::BoardNews>();
    news->board = head.id;
    news->whole = true;
    news->put = {note_at(0, 100), note_at(1, 400)};
    wall.wall.board_news.push_back(news);
    wall.desk.settle();
    CHECK_FALSE(wall.wall.look.moment.has_value());
    CHECK(wall.desk.has("item/" + scenes::id(500).text()));
    wall.desk.tap("dock/timeline");
    CHECK(wall.wall.look.board == head.id);
    CHECK(wall.wall.look.moment == 0U);
    CHECK_FALSE(wall.desk.has("item/" + scenes::id(500).text()));
    auto history = std::make_shared<views::BoardHistory>();
    history->board = head.id;
    for (const std::uint64_t seq : {3U, 4U}) {
        views::BoardMoment moment;
        moment.seq = history->shown = seq;
        moment.at_ms = scenes::now_ms;
        moment.label = "change.move_note";
        moment.author = "trainer";
        history->moments.push_back(moment);
    }
    history->items = news->put;
    wall.wall.board_history = history;
    wall.desk.frame();
    wall.desk.settle();
    CHECK(wall.desk.text("history/slider") == "Händelse 2 av 2");
    wall.desk.save("board-history-wall");
    // What lies over it is closed first.
    wall.wall.help_open = true;
    wall.desk.settle();
    wall.desk.key(ui::Key::escape);
    CHECK(wall.wall.history.open);
    wall.desk.key(ui::Key::escape);
    CHECK_FALSE(wall.wall.history.open);
    wall.desk.settle();
    CHECK(wall.desk.has("item/" + scenes::id(500).text()));
    // Another board begins in the present.
    wall.desk.tap("dock/timeline");
    ui::open_board(wall.wall, scenes::id(901));
    wall.desk.frame();
    CHECK_FALSE(wall.wall.history.open);
}

TEST_CASE("from one event of an object hands go to what else was done to it") {
    HistoryDesk wall(9);
    for (const std::size_t moment : {3U, 7U}) wall.all.moments[moment].touched.push_back(scenes::id(501));
    wall.desk.key(ui::Key::home);
    CHECK_FALSE(wall.desk.has("history/item_forward"));
    wall.desk.key(ui::Key::end);
    wall.desk.tap_at(wall.on_board({320, 200}));
    REQUIRE(wall.screen.chosen == scenes::id(501));
    for (const std::uint64_t seq : {70U, 30U, 10U, 10U}) {
        wall.desk.tap("history/item_back");
        CHECK(wall.screen.held == first_seq + seq);
    }
    for (const std::uint64_t seq : {30U, 70U, 70U}) {
        wall.desk.tap("history/item_forward");
        CHECK(wall.screen.held == first_seq + seq);
    }
}
