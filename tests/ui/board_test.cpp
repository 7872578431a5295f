// Free boards at the wall: opened, looked at, and what hands do there.
#include <cmath>

#include "ui/board_desk.hpp"

using scenes::id;

namespace {

/// Two notes in the middle, with room between them.
std::vector<model::Item> two_notes() {
    return {BoardDesk::note(11, {500, 300, 200, 200}), BoardDesk::note(12, {900, 300, 200, 200}, "Fler stolar ute")};
}

constexpr base::Point nowhere{760, 760};

const model::Item& only(const intents::PutItems& deed) {
    REQUIRE(deed.items.size() == 1);
    return deed.items.front();
}

}  // namespace

TEST_CASE("the list of boards opens one, and the window is told what is looked at") {
    WallDesk wall(BoardDesk::with_boards());
    wall.desk.tap("start/boards");
    const auto row = "sheet/boards/open/" + BoardDesk::board.text();
    CHECK(wall.desk.text(row) == "Vad gör vi i vår?");
    CHECK(wall.desk.has("sheet/boards/open/" + id(7001).text()));
    wall.desk.save("boards-list");
    wall.desk.tap(row);
    CHECK(wall.desk.screen() == "board");
    CHECK(wall.wall.look.board == BoardDesk::board);
    wall.desk.tap("dock/home");
    CHECK(wall.desk.screen() == "start");
    CHECK_FALSE(wall.wall.look.board.has_value());
}

TEST_CASE("an empty board is begun from the start screen, and looked at before the registrar has answered") {
    WallDesk wall(BoardDesk::with_boards());
    wall.desk.tap("start/board");
    const auto deed = wall.take<intents::MakeBoard>();
    CHECK(deed.items.empty());
    CHECK(deed.form.empty());
    CHECK(deed.title == "Ny tavla");
    CHECK(wall.wall.place == ui::Wall::Place::board);
    CHECK(wall.wall.look.board == deed.board);
    CHECK(wall.desk.text("board/empty") == "Hämtar tavlan");
    auto head = BoardDesk::head();
    head.id = deed.board;
    wall.view.boards.push_back(head);
    auto news = std::make_shared<views::BoardNews>();
    news->board = deed.board;
    news->whole = true;
    wall.wall.board_news.push_back(news);
    wall.desk.settle();
    CHECK(wall.desk.text("board/empty").starts_with("Tavlan är tom"));
    wall.desk.save("board-empty");
}

TEST_CASE("a board is begun from a template") {
    WallDesk wall(BoardDesk::with_boards());
    wall.wall.forms.push_back({"stakeholder_map", "Intressentkarta", "Vilka berörs, och hur mycket", [] {
                                   return std::vector{BoardDesk::note(21, {0, 0, 200, 200})};
                               }});
    wall.desk.tap("start/boards");
    wall.desk.tap("sheet/boards/new");
    CHECK(wall.desk.has("sheet/boards/form/empty"));
    wall.desk.tap("sheet/boards/form/stakeholder_map");
    const auto deed = wall.take<intents::MakeBoard>();
    CHECK(deed.form == "stakeholder_map");
    CHECK(deed.title == "Intressentkarta");
    CHECK(deed.items.size() == 1);
}

TEST_CASE("a board is renamed and removed in the list; removing is taken back by its toast") {
    WallDesk wall(BoardDesk::with_boards());
    wall.desk.tap("start/boards");
    wall.desk.tap("sheet/boards/name/" + BoardDesk::board.text());
    CHECK(wall.desk.has("writing/text"));
    wall.desk.letter(U'a', true);
    wall.desk.type(U"Höstens plan");
    wall.desk.tap("writing/save");
    const auto named = wall.take<intents::NameBoard>();
    CHECK(named.board == BoardDesk::board);
    CHECK(named.title == "Höstens plan");
    wall.desk.tap("sheet/boards/remove/" + id(7001).text());
    CHECK(wall.take<intents::RemoveBoard>().board == id(7001));
    wall.desk.tap("toast/undo");
    const auto undone = wall.take<intents::UndoBoard>();
    CHECK(undone.board == id(7001));
    CHECK_FALSE(undone.redo);
}

TEST_CASE("news come, and who removes the open board leads out of it") {
    BoardDesk wall(two_notes());
    CHECK(wall.desk.text(BoardDesk::zone(11)) == "Byt tid på fikat");
    wall.tell({BoardDesk::note(13, {500, 560, 200, 200}, "Ny")}, {id(12)});
    CHECK(wall.desk.has(BoardDesk::zone(13)));
    CHECK_FALSE(wall.desk.has(BoardDesk::zone(12)));
    CHECK(wall.desk.text("board/count") == "2 saker");
    // Of another board they are nobody's.
    auto other = std::make_shared<views::BoardNews>();
    other->board = id(7001);
    other->whole = true;
    wall.wall.board_news.push_back(other);
    wall.desk.settle();
    CHECK(wall.desk.has(BoardDesk::zone(13)));
    wall.desk.save("board-notes");
    wall.view.boards.erase(wall.view.boards.begin());
    wall.desk.settle();
    CHECK(wall.wall.place == ui::Wall::Place::start);
    CHECK(wall.wall.canvas.size() == 0);
}

TEST_CASE("a note is dragged by the mouse, and stays where it was let go until the news have come") {
    BoardDesk wall(two_notes());
    wall.desk.drag(BoardDesk::zone(11), {40, 180});
    const auto deed = wall.take<intents::PutItems>();
    CHECK(deed.board == BoardDesk::board);
    CHECK(deed.deed == "move_items");
    CHECK(only(deed).place.x == doctest::Approx(540));
    CHECK(only(deed).place.y == doctest::Approx(480));
    CHECK(only(deed).text == "Byt tid på fikat");
    CHECK(wall.desk.rect(BoardDesk::zone(11)).x == doctest::Approx(540));
    wall.obey(deed);
    CHECK(wall.desk.rect(BoardDesk::zone(11)).x == doctest::Approx(540));
    CHECK(wall.wall.board.holds.empty());
    CHECK(wall.wall.board.hands.carried.empty());
}

TEST_CASE("what is refused lies where it lay after a while") {
    BoardDesk wall(two_notes());
    wall.desk.drag(BoardDesk::zone(11), {40, 180});
    wall.take<intents::PutItems>();
    wall.desk.wait(3.5);
    CHECK(wall.desk.rect(BoardDesk::zone(11)).x == doctest::Approx(500));
    CHECK(wall.wall.board.holds.empty());
}

TEST_CASE("two people carry a note each at once, and each has it for himself") {
    BoardDesk wall(two_notes());
    using Phase = Desk::Phase;
    const auto one = wall.desk.rect(BoardDesk::zone(11)).centre(), other = wall.desk.rect(BoardDesk::zone(12)).centre();
    wall.desk.contact(1, Phase::begin, one);
    wall.desk.contact(2, Phase::begin, other);
    wall.desk.settle();
    for (int i = 1; i <= 5; ++i) {
        wall.desk.pass(0.02);
        wall.desk.contact(1, Phase::move, {one.x, one.y + 20.0 * i});
        wall.desk.contact(2, Phase::move, {other.x + 10.0 * i, other.y});
        wall.desk.settle();
    }
    // A third hand on what is carried gets a shadow, and nothing else.
    wall.desk.contact(3, Phase::begin, {one.x, one.y + 100});
    wall.desk.settle();
    wall.desk.contact(3, Phase::move, {one.x - 200, one.y + 100});
    wall.desk.settle();
    CHECK_FALSE(wall.desk.text(BoardDesk::zone(11) + "/barred").empty());
    CHECK(wall.desk.rect(BoardDesk::zone(11)).y == doctest::Approx(400));
    CHECK(wall.desk.rect(BoardDesk::zone(12)).x == doctest::Approx(950));
    wall.desk.contact(3, Phase::end, {one.x - 200, one.y + 100});
    wall.desk.settle();
    CHECK(wall.all.empty());
    wall.desk.contact(1, Phase::end, {one.x, one.y + 100});
    wall.desk.settle();
    const auto first = wall.take<intents::PutItems>();
    CHECK(only(first).id == id(11));
    CHECK(only(first).place.y == doctest::Approx(400));
    wall.desk.contact(2, Phase::end, {other.x + 50, other.y});
    wall.desk.settle();
    CHECK(only(wall.take<intents::PutItems>()).place.x == doctest::Approx(950));
}

TEST_CASE("what the system takes from a hand lies where it lay") {
    BoardDesk wall(two_notes());
    using Phase = Desk::Phase;
    const auto at = wall.desk.rect(BoardDesk::zone(11)).centre();
    wall.desk.contact(1, Phase::begin, at);
    wall.desk.settle();
    wall.desk.contact(1, Phase::move, {at.x, at.y + 150});
    wall.desk.settle();
    wall.desk.contact(1, Phase::cancel, {at.x, at.y + 150});
    wall.desk.settle();
    CHECK(wall.all.empty());
    CHECK(wall.desk.rect(BoardDesk::zone(11)).y == doctest::Approx(300));
}

TEST_CASE("a group and what lies in a frame are carried together, a locked thing is not") {
    auto items = two_notes();
    items[0].group = items[1].group = id(50);
    auto locked = BoardDesk::note(13, {500, 600, 200, 200}, "Fast");
    locked.locked = true;
    items.push_back(locked);
    BoardDesk wall(items);
    wall.desk.drag(BoardDesk::zone(11), {0, -60});
    const auto deed = wall.take<intents::PutItems>();
    CHECK(deed.items.size() == 2);
    const auto corner = wall.wall.board.camera.corner;
    wall.desk.drag(BoardDesk::zone(13), {0, -100});
    CHECK(wall.all.empty());
    CHECK(wall.wall.board.camera.corner.y == doctest::Approx(corner.y));
    // A frame lies fast on the board, which is what moves.
    locked.type = model::ItemType::frame;
    wall.tell({locked});
    wall.desk.drag_from({600, 610}, {0, -100});
    CHECK(wall.all.empty());
    CHECK(wall.wall.board.camera.corner.y == doctest::Approx(corner.y + 100));
}

TEST_CASE("what is removed is taken back by its toast, until something else is done") {
    BoardDesk wall(two_notes());
    const auto remove = [&wall](int number) {
        wall.desk.tap(BoardDesk::zone(number));
        wall.desk.key(ui::Key::del);
        wall.obey(wall.take<intents::PutItems>());
    };
    remove(11);
    REQUIRE(wall.wall.toasts.shown.size() == 1);
    CHECK(wall.wall.toasts.shown[0].text == "1 sak togs bort");
    wall.desk.tap("toast/undo");
    CHECK(wall.take<intents::UndoBoard>().board == BoardDesk::board);
    remove(12);
    CHECK(wall.desk.has("toast/undo"));
    wall.desk.tap("dock/undo");
    CHECK_FALSE(wall.take<intents::UndoBoard>().redo);
    CHECK_FALSE(wall.desk.has("toast/undo"));
}

TEST_CASE("undo is the board's own") {
    BoardDesk wall(two_notes());
    wall.tell({BoardDesk::note(11, {520, 300, 200, 200})});
    wall.desk.tap("dock/undo");
    const auto deed = wall.take<intents::UndoBoard>();
    CHECK(deed.board == BoardDesk::board);
    CHECK_FALSE(deed.redo);
}

TEST_CASE("a tap chooses, a long press adds, and a tap on nothing lets go") {
    BoardDesk wall(two_notes());
    const auto& selected = wall.wall.board.hands.selected;
    wall.desk.tap(BoardDesk::zone(11));
    CHECK(selected == std::set{id(11)});
    wall.desk.save("board-chosen");
    wall.desk.hold(BoardDesk::zone(12));
    CHECK(selected == std::set{id(11), id(12)});
    wall.desk.tap_at(nowhere);
    CHECK(selected.empty());
    wall.desk.tap(BoardDesk::zone(12));
    wall.desk.tap(BoardDesk::zone(11));
    CHECK(selected == std::set{id(11)});
    CHECK(wall.all.empty());
}

TEST_CASE("a finger, two fingers, the wheel and the map move the board") {
    BoardDesk wall(two_notes());
    auto& camera = wall.wall.board.camera;
    wall.desk.drag_from(nowhere, {100, -50});
    CHECK(camera.corner.x == doctest::Approx(-100));
    CHECK(camera.corner.y == doctest::Approx(50));
    wall.desk.wheel(nowhere, {0, -90});
    CHECK(camera.corner.y == doctest::Approx(140));
    const auto under = camera.to_board(nowhere, wall.wall.board.view);
    wall.desk.state.push(ui::WheelEvent{nowhere, {0, 90}, wall.desk.look.now_s, true});
    wall.desk.settle();
    CHECK(camera.zoom > 1.1);
    CHECK(camera.to_board(nowhere, wall.wall.board.view).x == doctest::Approx(under.x));
    camera = {{0, 0}, 1};
    using Phase = Desk::Phase;
    wall.desk.contact(1, Phase::begin, {700, 700});
    wall.desk.contact(2, Phase::begin, {800, 700});
    wall.desk.settle();
    for (int i = 1; i <= 5; ++i) {
        wall.desk.pass(0.02);
        wall.desk.contact(1, Phase::move, {700 - 10.0 * i, 700});
        wall.desk.contact(2, Phase::move, {800 + 10.0 * i, 700});
        wall.desk.settle();
    }
    CHECK(camera.zoom > 1.3);
    wall.desk.contact(1, Phase::end, {650, 700});
    wall.desk.contact(2, Phase::end, {850, 700});
    wall.desk.settle();
    camera = {{-5000, -5000}, 1};
    wall.desk.settle();
    wall.desk.tap("map");
    CHECK(camera.corner.x > -4000);
    CHECK(wall.all.empty());
}

TEST_CASE("all is shown by button, command and key, and zoom stays within its limits") {
    BoardDesk wall(two_notes());
    auto& screen = wall.wall.board;
    const auto sees_all = [&] {
        wall.desk.wait(0.6);
        const auto seen = screen.camera.seen(screen.view);
        const auto all = wall.wall.canvas.extent();
        return seen.intersected(all) == all;
    };
    screen.camera = {{9000, 9000}, 1};
    wall.desk.settle();
    wall.desk.tap("board/all");
    CHECK(sees_all());
    screen.camera = {{9000, 9000}, 1};
    wall.desk.settle();
    wall.desk.tap("dock/show_all");
    CHECK(sees_all());
    screen.camera = {{9000, 9000}, 1};
    wall.desk.letter(U'0');
    CHECK(sees_all());
    for (int i = 0; i < 40; ++i) wall.desk.letter(U'+');
    wall.desk.wait(0.6);
    CHECK(screen.camera.zoom == doctest::Approx(ui::zoom::most));
    for (int i = 0; i < 60; ++i) wall.desk.letter(U'-');
    wall.desk.wait(0.6);
    CHECK(screen.camera.zoom == doctest::Approx(ui::zoom::least));
}

TEST_CASE("keys go between items, move what is chosen, choose all and take away") {
    BoardDesk wall(two_notes());
    for (int i = 0; i < 30 && wall.desk.focus() != BoardDesk::zone(11); ++i) wall.desk.key(ui::Key::tab);
    REQUIRE(wall.desk.focus() == BoardDesk::zone(11));
    wall.desk.key(ui::Key::tab);
    CHECK(wall.desk.focus() == BoardDesk::zone(12));
    wall.desk.key(ui::Key::enter);
    CHECK(wall.wall.board.hands.selected == std::set{id(12)});
    // The keyboard stands on what it moves: its arrows do not lead away.
    wall.desk.key(ui::Key::right);
    wall.desk.key(ui::Key::right);
    wall.desk.key(ui::Key::down, false, true);
    CHECK(wall.all.empty());
    CHECK(wall.desk.rect(BoardDesk::zone(12)).x == doctest::Approx(920));
    wall.desk.wait(0.5);
    const auto deed = wall.take<intents::PutItems>();
    CHECK(deed.deed == "move_items");
    CHECK(only(deed).place.x == doctest::Approx(920));
    CHECK(only(deed).place.y == doctest::Approx(301));
    wall.obey(deed);
    CHECK(wall.desk.rect(BoardDesk::zone(12)).x == doctest::Approx(920));
    wall.desk.letter(U'a', true);
    CHECK(wall.wall.board.hands.selected.size() == 2);
    wall.desk.key(ui::Key::del);
    const auto removed = wall.take<intents::PutItems>();
    CHECK(removed.deed == "remove_items");
    CHECK(removed.gone.size() == 2);
    wall.desk.tap_at(nowhere);
    wall.desk.key(ui::Key::left);
    CHECK(wall.wall.board.camera.corner.x < 0);
}

TEST_CASE("what keys have moved is asked for when the board is left at once") {
    BoardDesk wall(two_notes());
    wall.desk.tap(BoardDesk::zone(11));
    wall.desk.key(ui::Key::right);
    CHECK(wall.all.empty());
    wall.desk.tap("dock/home");
    CHECK(only(wall.take<intents::PutItems>()).place.x == doctest::Approx(510));
}

TEST_CASE("the board's name is written from its title") {
    BoardDesk wall(two_notes());
    CHECK(wall.desk.text("board/name") == "Vad gör vi i vår?");
    wall.desk.tap("board/name");
    wall.desk.tap("writing/text");
    wall.desk.letter(U'a', true);
    wall.desk.type(U"Vad gör vi sen?");
    wall.desk.tap("writing/save");
    CHECK(wall.take<intents::NameBoard>().title == "Vad gör vi sen?");
}

TEST_CASE("in a session the dock leads back to it") {
    auto view = scenes::ideas();
    view.remote.started = true;
    view.boards = {BoardDesk::head()};
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/more");
    wall.desk.tap("sheet/more/boards");
    wall.desk.tap("sheet/boards/open/" + BoardDesk::board.text());
    CHECK(wall.desk.screen() == "board");
    wall.desk.tap("dock/session");
    CHECK(wall.wall.place == ui::Wall::Place::session);
}
