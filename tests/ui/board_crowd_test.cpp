// Many things on a board: what is drawn and recorded follows what is seen, never what there is.
#include <cmath>

#include "ui/audience.hpp"
#include "ui/board_desk.hpp"

namespace {

constexpr int many = 10000, across = 100;
constexpr double pitch = 240;

base::Id crowd_id(int number) {
    base::Id id;
    id.bytes[0] = 8;
    id.bytes[14] = static_cast<std::uint8_t>(number / 256);
    id.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return id;
}

std::vector<model::Item> crowd() {
    std::vector<model::Item> items;
    items.reserve(many);
    for (int i = 0; i < many; ++i) {
        auto item = BoardDesk::note(1, {pitch * (i % across), pitch * (i / across), 200, 200},
                                    "Lapp " + std::to_string(i) + " om vad vi kan göra annorlunda i höst");
        item.id = crowd_id(i);
        items.push_back(std::move(item));
    }
    return items;
}

void draw_counted(BoardDesk& wall, CountingPainter& painter) {
    ui::Frame frame(wall.desk.state, painter, Desk::type_setter(), wall.desk.theme, wall.desk.look);
    wall.draw(frame);
}

}  // namespace

TEST_CASE("all of 10,000 notes in view are a flat piece each, without zones, words or shadows") {
    BoardDesk wall(crowd());
    wall.desk.letter(U'0');
    wall.desk.wait(0.6);
    REQUIRE(wall.wall.board.picture.seen().size() == many);
    CHECK(wall.zones_of_items() == 0);
    CHECK(wall.desk.state.probed().zones.size() < 80);
    CountingPainter painter;
    draw_counted(wall, painter);
    // The notes, the small map's pieces (at most 96 × 64), and the controls.
    CHECK(painter.calls >= many);
    CHECK(painter.calls < many + 96 * 64 + 500);
    CHECK(painter.texts < 100);
    CHECK(painter.shadows < 20);
    CHECK(wall.wall.board.picture.set() == 0);
    wall.desk.save("board-crowd");
}

TEST_CASE("items are carried also where they are too many for zones of their own") {
    BoardDesk wall(crowd());
    wall.desk.letter(U'0');
    wall.desk.wait(0.6);
    const auto& screen = wall.wall.board;
    const auto place = screen.camera.to_window({pitch * 50, pitch * 50, 200, 200}, screen.view);
    wall.desk.drag_from(place.centre(), {60, 0});
    const auto deed = wall.take<intents::PutItems>();
    REQUIRE(deed.items.size() == 1);
    CHECK(deed.items.front().id == crowd_id(50 * across + 50));
    CHECK(deed.items.front().place.x == doctest::Approx(pitch * 50 + 60 / screen.camera.zoom));
    wall.obey(deed);
    wall.desk.tap_at(screen.camera.to_window({pitch * 20, pitch * 20, 200, 200}, screen.view).centre());
    CHECK(screen.hands.selected == std::set{crowd_id(20 * across + 20)});
}

TEST_CASE("near by there are zones and words for what is seen, and no more is kept than that is worth") {
    BoardDesk wall(crowd());
    auto& screen = wall.wall.board;
    for (int step = 0; step < 12; ++step) {
        CAPTURE(step);
        screen.camera = {{1500.0 * step, 1000.0 * step}, 1};
        wall.desk.wait(0.3);
        const auto seen = screen.picture.seen().size();
        CHECK(seen < 60);
        CHECK(wall.zones_of_items() == seen);
        CHECK(screen.picture.kept() <= 64 + 4 * seen);
    }
    CountingPainter painter;
    draw_counted(wall, painter);
    CHECK(painter.texts >= screen.picture.seen().size());
    CHECK(painter.calls < 2000);
    // At rest nothing is set again.
    CHECK(screen.picture.set() == 0);
    CHECK_FALSE(wall.desk.state.has_more());
}

TEST_CASE("whatever the camera does, all of it is numbers and comes to rest") {
    BoardDesk wall(crowd());
    for (const double zoom : {0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 4.0}) {
        CAPTURE(zoom);
        wall.wall.board.camera.zoom = zoom;
        wall.desk.wait(0.4);
        CountingPainter painter;
        draw_counted(wall, painter);
        CHECK(painter.calls < many * 6 + 96 * 64 + 2000);
        CHECK(wall.zones_of_items() <= 2 * ui::CanvasPicture::most_touched);
    }
    wall.wall.board.camera = {{NAN, INFINITY}, 0};
    wall.desk.settle();
    CHECK(ui::is_sound(wall.wall.board.camera));
}

TEST_CASE("the room sees what the wall sees of the board, and the same while the picture stands still") {
    BoardDesk wall({BoardDesk::note(11, {500, 300, 200, 200}), BoardDesk::note(12, {900, 300, 200, 200})});
    ui::Audience audience;
    auto view = wall.view;
    Desk desk([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
    CHECK(audience.board_picture.seen().empty());
    audience.board = ui::sight_of(wall.wall);
    REQUIRE(audience.board.canvas != nullptr);
    desk.settle();
    CHECK(audience.board_picture.seen().size() == 2);
    CHECK(desk.state.probed().zones.empty());
    desk.save("audience-board");
    auto frozen = std::make_shared<views::WallView>(view);
    view.frozen = frozen;
    desk.settle();
    wall.tell({}, {scenes::id(12)});
    audience.board = ui::sight_of(wall.wall);
    desk.settle();
    CHECK(audience.board_picture.seen().size() == 2);
    view.frozen.reset();
    desk.settle();
    CHECK(audience.board_picture.seen().size() == 1);
    wall.desk.tap("dock/home");
    audience.board = ui::sight_of(wall.wall);
    CHECK(audience.board.canvas == nullptr);
}

TEST_CASE("what is shown large, and the moment of the history, are seen by the room") {
    BoardDesk wall({BoardDesk::note(11, {500, 300, 200, 200}, "Fler stolar ute")});
    ui::Audience audience;
    auto view = wall.view;
    Desk desk([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
    desk.state.set_probing(true);
    const auto look = [&] {
        audience.board = ui::sight_of(wall.wall);
        desk.settle();
    };
    look();
    CHECK(desk.text("audience/large/text").empty());
    wall.wall.board.hands.large = scenes::id(11);
    wall.desk.settle();
    look();
    CHECK(desk.text("audience/large/text") == "Fler stolar ute");
    CHECK(desk.state.probed().zones.empty());
    wall.wall.board.hands.large.reset();
    wall.desk.settle();
    wall.desk.tap("dock/timeline");
    auto history = std::make_shared<views::BoardHistory>();
    history->board = BoardDesk::board;
    views::BoardMoment moment;
    moment.seq = history->shown = 3;
    moment.at_ms = scenes::now_ms;
    moment.label = "change.move_note";
    history->moments = {moment};
    history->items = {BoardDesk::note(11, {500, 300, 200, 200}), BoardDesk::note(12, {900, 300, 200, 200})};
    wall.wall.board_history = history;
    wall.desk.frame();
    wall.desk.settle();
    look();
    CHECK(audience.board.canvas == &wall.wall.history.then);
    CHECK(audience.board_picture.seen().size() == 2);
    // What is told meanwhile covers nothing of the timeline.
    wall.wall.told.push_back("Sparad som PDF: lokaler.pdf, i mappen Verkstaden");
    wall.desk.settle();
    CHECK_FALSE(wall.desk.rect("toast/ground").overlaps(wall.desk.rect("history/slider")));
    CHECK_FALSE(wall.desk.rect("toast/ground").overlaps(wall.desk.rect("history/done")));
    wall.desk.tap("history/done");
    look();
    CHECK(audience.board_picture.seen().size() == 1);
}
