// What hands do at the wall, and what it asks for.
#include "ui/wall_desk.hpp"

using scenes::id;

namespace {

std::string note_id(int number) {
    return "note/" + id(number).text();
}

}  // namespace

TEST_CASE("from the start screen into the session, and the first block begins") {
    WallDesk wall(scenes::lobby());
    wall.desk.tap("start/continue");
    CHECK(wall.desk.screen() == "lobby");
    CHECK(wall.desk.text("dock/next") == "Börja: Kom in");
    wall.desk.tap("dock/next");
    wall.take<intents::GoNext>();
    wall.desk.tap("dock/home");
    CHECK(wall.desk.screen() == "start");
}

TEST_CASE("a door that opens later says what comes, and lets one go on") {
    WallDesk wall(scenes::lobby());
    for (const std::string door : {"challenges", "authoring", "report", "course"}) {
        CAPTURE(door);
        wall.desk.tap("start/door/" + door);
        CHECK_FALSE(wall.desk.text("start/coming/text").empty());
        wall.desk.tap("start/coming/stay");
        CHECK_FALSE(wall.desk.has("start/coming/stay"));
    }
    wall.desk.tap("start/board");
    CHECK(wall.desk.has("start/coming/go"));
}

TEST_CASE("the main action goes to the next block, and a clicker presses it") {
    WallDesk wall(scenes::journey());
    wall.enter();
    CHECK(wall.desk.text("dock/next") == "Nästa: Var gör det ont?");
    wall.desk.tap("dock/next");
    wall.take<intents::GoNext>();
    wall.desk.pass(1);
    wall.desk.key(ui::Key::page_down);
    wall.take<intents::GoNext>();
    wall.desk.pass(1);
    wall.desk.key(ui::Key::page_up);
    wall.take<intents::GoBack>();
}

TEST_CASE("a block that is a vote is opened, closed and shown by the main action") {
    auto view = scenes::vote("open");
    view.remote.room.polls.clear();
    view.remote.planned.front().poll = {};
    WallDesk planned(view);
    planned.enter();
    planned.desk.tap("dock/next");
    CHECK(planned.take<intents::OpenPoll>().index == 0);

    WallDesk open(scenes::vote("open"));
    open.enter();
    CHECK(open.desk.screen() == "vote");
    CHECK(open.desk.text("turnout") == "9 av 14 klara");
    open.desk.tap("dock/next");
    CHECK(open.take<intents::ClosePoll>().poll == id(310));

    WallDesk closed(scenes::vote("closed"));
    closed.enter();
    closed.desk.tap("dock/next");
    CHECK(closed.take<intents::RevealPoll>().poll == id(310));

    WallDesk revealed(scenes::vote("revealed"));
    revealed.enter();
    CHECK(revealed.desk.screen() == "reveal");
    CHECK(revealed.desk.text("dock/next") == "Nästa: Idékort");
}

TEST_CASE("a result that was watched comes row by row, the last place first; one that was there stands still") {
    WallDesk wall(scenes::vote("closed"));
    wall.enter();
    wall.view = scenes::vote("revealed");
    wall.desk.frame();
    wall.desk.pass(0.2);
    wall.desk.frame();
    CHECK(wall.desk.state.next_redraw_s().value_or(9) < 0.1);
    wall.desk.settle();

    WallDesk later(scenes::vote("revealed"));
    later.enter();
    later.desk.frame();
    CHECK(later.desk.state.next_redraw_s().value_or(9) > 0.1);
}

TEST_CASE("ideas of a result are chosen and saved, and saving is undone") {
    WallDesk wall(scenes::vote("revealed"));
    wall.enter();
    wall.desk.tap("reveal/save");
    const auto first = wall.take<intents::SaveIdeas>();
    CHECK(first.poll == id(310));
    REQUIRE(first.notes.size() >= 3);
    wall.desk.tap("reveal/save/" + first.notes.front().text());
    wall.desk.tap("reveal/save");
    CHECK(wall.take<intents::SaveIdeas>().notes.size() == first.notes.size() - 1);

    WallDesk saved(scenes::saved());
    saved.enter();
    saved.desk.tap("reveal/undo");
    CHECK(saved.take<intents::UndoDeed>().undo == "undo-1");
    saved.desk.tap("reveal/open");
    CHECK(saved.desk.screen() == "idea");
}

TEST_CASE("a note is put up in the column that was tapped") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.tap("dock/note");
    const auto cell = wall.desk.rect("cell/step/efter");
    wall.desk.tap_at({cell.centre().x, cell.bottom() - 6});
    CHECK(wall.desk.focus() == "writing/text");
    wall.desk.type(U"Väntar på kvitto");
    wall.desk.tap("writing/save");
    const auto written = wall.take<intents::WriteNote>();
    CHECK(written.block == "block-3");
    CHECK(written.group == "efter");
    CHECK(written.text == "Väntar på kvitto");
    CHECK_FALSE(wall.desk.has("writing/save"));
}

TEST_CASE("a step is carried from one column to another") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto from = wall.desk.rect(note_id(1)).centre();
    const auto to = wall.desk.rect("cell/step/under").centre();
    wall.desk.drag_from(from, to - from);
    const auto moved = wall.take<intents::MoveNote>();
    CHECK(moved.note == id(1));
    CHECK(moved.group == "under");
    // Put down where it was: nothing is asked for.
    const auto home = wall.desk.rect(note_id(2)).centre();
    wall.desk.drag_from(home, {0, 30});
    CHECK(wall.all.empty());
}

TEST_CASE("an idea is carried into a group, or put there by taps alone") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto from = wall.desk.rect(note_id(111)).centre();
    const auto to = wall.desk.rect("cluster/" + id(61).text()).centre();
    wall.desk.drag_from(from, to - from);
    const auto sorted = wall.take<intents::SortNote>();
    CHECK(sorted.note == id(111));
    CHECK(sorted.cluster == id(61));

    wall.desk.tap(note_id(112));
    wall.desk.tap("menu/move");
    const auto area = wall.desk.rect("cluster/" + id(62).text());
    wall.desk.tap_at({area.x + 8, area.bottom() - 6});
    CHECK(wall.take<intents::SortNote>().cluster == id(62));
}

TEST_CASE("a note's menu changes, colours, copies, hides, merges and shows it large") {
    WallDesk wall(scenes::ideas());
    wall.view.remote.room.block->writes = "idea";
    wall.enter();
    const auto menu = [&](const std::string& item) {
        wall.desk.tap(note_id(111));
        wall.desk.tap("menu/" + item);
    };
    menu("colour");
    wall.desk.tap("menu/colour/lila");
    CHECK(wall.take<intents::ColourNote>().colour == "lila");
    menu("copy");
    CHECK(wall.take<intents::WriteNote>().text == "Låna lokalen för en dag på prov");
    menu("hide");
    CHECK(wall.take<intents::HideNote>().note == id(111));
    menu("merge");
    wall.desk.tap(note_id(112));
    const auto merged = wall.take<intents::MergeNotes>();
    CHECK(merged.note == id(111));
    CHECK(merged.into == id(112));
    menu("large");
    CHECK(wall.desk.text("large/text") == "Låna lokalen för en dag på prov");
    wall.desk.tap("large/note");
    CHECK_FALSE(wall.desk.has("large/note"));
    menu("fix");
    wall.desk.type(U"!");
    wall.desk.tap("writing/save");
    CHECK(wall.take<intents::FixNote>().text == "Låna lokalen för en dag på prov!");
}

TEST_CASE("a group that was named for a note takes it as soon as it is there") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap(note_id(111));
    wall.desk.tap("menu/group");
    wall.desk.type(U"Prova på");
    wall.desk.tap("writing/save");
    CHECK(wall.take<intents::NameCluster>().name == "Prova på");
    wall.view.remote.room.clusters.emplace_back(id(63), "Prova på");
    wall.desk.settle();
    const auto sorted = wall.take<intents::SortNote>();
    CHECK(sorted.note == id(111));
    CHECK(sorted.cluster == id(63));
}

TEST_CASE("the inbox lets in, hides, merges and lets all in but what is held") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap("inbox/merge/" + id(50).text());
    CHECK(wall.take<intents::MergeNotes>().into == id(100));
    wall.desk.tap("inbox/approve/" + id(51).text());
    CHECK(wall.take<intents::ApproveNote>().note == id(51));
    wall.desk.tap("inbox/direct");
    CHECK(wall.take<intents::Moderation>().on == false);
    wall.desk.tap("inbox/approve_all");
    REQUIRE(wall.all.size() == 2);
    for (const auto& one : wall.all) CHECK(std::get<intents::ApproveNote>(one).note != id(52));
    wall.all.clear();
    wall.desk.tap("inbox/hide/" + id(51).text());
    CHECK(wall.take<intents::HideNote>().note == id(51));
    wall.desk.tap("toast/undo");
    CHECK(wall.take<intents::ShowNote>().note == id(51));
}

TEST_CASE("the clock is paused, and made longer and shorter") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.tap("rail/pause");
    wall.take<intents::PauseClock>();
    wall.desk.tap("rail/add-5");
    CHECK(wall.take<intents::AddMinutes>().minutes == 5);
    wall.desk.tap("rail/take-1");
    CHECK(wall.take<intents::AddMinutes>().minutes == -1);
    wall.view.remote.room.block->clock.state = "waiting";
    wall.desk.settle();
    wall.desk.tap("rail/start");
    wall.take<intents::StartClock>();
}

TEST_CASE("holding a block of the day asks before everybody goes there") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.hold("rail/agenda/block-5");
    CHECK(wall.desk.has("jump/go"));
    wall.desk.tap("jump/stay");
    CHECK(wall.all.empty());
    wall.desk.hold("rail/agenda/block-5");
    wall.desk.tap("jump/go");
    CHECK(wall.take<intents::JumpTo>().block == "block-5");
}

TEST_CASE("the day's sheet offers a cut, skips a block and changes the phase") {
    auto view = scenes::journey();
    view.remote.drift_min = 6;
    view.remote.cut = methods::Cut{"block-9", true, 0, 15, true};
    view.remote.cut_text = "Hoppa över ”Bygg vidare”?";
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("rail/agenda/block-4");
    wall.desk.tap("sheet/agenda/skip/block-4");
    CHECK(wall.take<intents::SkipBlock>().block == "block-4");
    wall.desk.tap("sheet/agenda/cut");
    CHECK(wall.take<intents::TakeCut>().skip);
    wall.desk.tap("sheet/agenda/phase/share");
    CHECK(wall.take<intents::SetPhase>().phase == "share");
}

TEST_CASE("the votes' sheet gives a new ballot, calls off and votes again") {
    WallDesk open(scenes::vote("open"));
    open.enter();
    open.desk.tap("dock/more");
    open.desk.tap("sheet/more/votes");
    open.desk.tap("sheet/votes/ballot/" + id(803).text());
    CHECK(open.take<intents::NewBallot>().seat == id(803));
    open.desk.tap("sheet/votes/cancel/0");
    CHECK(open.take<intents::CancelPoll>().poll == id(310));
    WallDesk shown(scenes::vote("revealed"));
    shown.enter();
    shown.desk.tap("dock/revote");
    CHECK(shown.take<intents::Revote>().options.empty());
}

TEST_CASE("a vote beside the block's own work is opened from the dock") {
    auto view = scenes::journey(false);
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/vote");
    CHECK(wall.take<intents::OpenPoll>().block == "block-3");
}

TEST_CASE("seats are paused, and their way back is shown only when asked for") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.tap("rail/people");
    const auto seat = id(802).text();
    CHECK(wall.desk.text("sheet/seats/code/" + seat) == "Kod");
    wall.desk.tap("sheet/seats/code/" + seat);
    CHECK(wall.desk.text("sheet/seats/code/" + seat) == "RK1002");
    wall.desk.tap("sheet/seats/mute/" + seat);
    CHECK(wall.take<intents::MuteSeat>().on);
}

TEST_CASE("ending says what would be left out, and asks again for what only the host knew") {
    auto view = scenes::scale();
    view.remote.next.reset();
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/next");
    CHECK(wall.desk.text("end/go") == "Avsluta passet");
    wall.desk.tap("end/go");
    CHECK_FALSE(wall.take<intents::EndSession>().hidden_ok);
    wall.wall.refusals.push_back({base::Error{base::Code::not_now, "hidden", "hidden=2"}, "Det finns gömda lappar."});
    wall.desk.settle();
    CHECK(wall.desk.text("end/go") == "Avsluta ändå");
    wall.desk.tap("end/go");
    CHECK(wall.take<intents::EndSession>().hidden_ok);
}

TEST_CASE("the blank key darkens the wall, and any tap lights it") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.letter(U'b');
    CHECK(wall.take<intents::Blank>().on);
    wall.view.remote.room.blank = true;
    wall.desk.settle();
    CHECK(wall.desk.screen() == "blank");
    wall.desk.tap("blank/off");
    CHECK_FALSE(wall.take<intents::Blank>().on);
}

TEST_CASE("a locked wall shows the room's picture and opens with the PIN alone") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto type = [&](std::string_view digits) {
        for (const char digit : digits) wall.desk.tap("lock/key/" + std::string(1, digit));
        wall.desk.tap("lock/key/ok");
    };
    wall.desk.letter(U'l', true);
    type("4711");
    type("4711");
    CHECK(wall.desk.screen() == "locked");
    CHECK_FALSE(wall.desk.has("dock/next"));
    wall.desk.key(ui::Key::page_down);
    wall.desk.letter(U'b');
    CHECK(wall.all.empty());
    wall.desk.tap("lock/open");
    type("1234");
    CHECK(wall.desk.screen() == "locked");
    type("4711");
    CHECK(wall.desk.screen() == "journey");
    // The PIN stays: the next time it locks at once.
    wall.desk.letter(U'l', true);
    CHECK(wall.desk.screen() == "locked");
}

TEST_CASE("after three wrong PINs the keypad waits") {
    WallDesk wall(scenes::journey());
    wall.wall.lock.pin_digest = "of another PIN";
    wall.enter();
    wall.desk.letter(U'l', true);
    wall.desk.tap("lock/open");
    for (int i = 0; i < 3; ++i) {
        for (int digit = 0; digit < 4; ++digit) wall.desk.tap("lock/key/1");
        wall.desk.tap("lock/key/ok");
    }
    wall.desk.tap("lock/key/1");
    CHECK(wall.wall.lock.typed.empty());
    wall.desk.wait(11);
    wall.desk.tap("lock/key/1");
    CHECK(wall.wall.lock.typed == "1");
}

TEST_CASE("a note that comes is new for eight seconds") {
    WallDesk wall(scenes::journey());
    wall.enter();
    CHECK(wall.wall.hands.came_s.empty());
    wall.view.remote.room.wall.push_back(scenes::note(9, "step", "Ringer vaktmästaren", "Maja", "under"));
    wall.desk.settle();
    CHECK(wall.wall.hands.came_s.contains(id(9)));
    wall.desk.wait(8.2);
    CHECK(wall.wall.hands.came_s.empty());
}

TEST_CASE("what is refused is told as a toast, and the last deed is undone from the dock") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.wall.refusals.push_back({base::Error{base::Code::not_found, "note", ""}, "Lappen finns inte längre."});
    wall.desk.settle();
    CHECK(wall.desk.text("toast/text") == "Lappen finns inte längre.");
    wall.desk.tap("dock/undo");
    CHECK_FALSE(wall.take<intents::UndoLast>().redo);
    wall.desk.tap("dock/redo");
    CHECK(wall.take<intents::UndoLast>().redo);
}

TEST_CASE("sides, theme and the second display are the trainer's to choose") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.tap("dock/swap_sides");
    CHECK(wall.wall.screens.display.dock_left);
    wall.desk.tap("dock/more");
    wall.desk.tap("sheet/more/screens");
    wall.desk.tap("sheet/screens/second/trainer");
    CHECK(wall.wall.screens.second == ui::SecondScreen::trainer);
    wall.desk.tap("sheet/screens/inches/55");
    CHECK(wall.wall.screens.display.text_size == doctest::Approx(1.45));
}

TEST_CASE("every block of the day has a screen that fits large text and small windows") {
    for (const auto& view : {scenes::lobby(), scenes::question(), scenes::journey(), scenes::ideas(),
                             scenes::vote("open"), scenes::saved(), scenes::scale(), scenes::pause(), scenes::cards()}) {
        WallDesk wall(view, {1280, 720});
        wall.desk.look.text_size = 1.45;
        wall.enter();
        CHECK_FALSE(wall.desk.screen().empty());
        CHECK(wall.desk.has("dock/more"));
    }
}
