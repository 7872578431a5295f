// The day at the wall: clock, agenda, votes and seats in their sheets, the end, blank and lock.
#include "ui/wall_desk.hpp"

using scenes::id;

namespace {

/// Eighteen people, and a course that has planned no vote.
views::WallView without_votes() {
    auto view = scenes::ideas();
    view.remote.planned.clear();
    view.remote.room.polls.clear();
    view.remote.room.people = 18;
    return view;
}

void begin_new_vote(WallDesk& wall) {
    wall.enter();
    wall.desk.tap("dock/new_vote");
    wall.desk.tap("sheet/new_vote/approval");
}

}  // namespace

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

TEST_CASE("a block is closed only when that is meant: its tablets can write no more") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.tap("rail/agenda/block-3");
    wall.desk.tap("sheet/agenda/phase/closed");
    CHECK(wall.all.empty());
    wall.desk.tap("close-block/stay");
    CHECK(wall.all.empty());
    wall.desk.tap("sheet/agenda/phase/closed");
    wall.desk.tap("close-block/go");
    CHECK(wall.take<intents::SetPhase>().phase == "closed");
}

TEST_CASE("the votes' sheet gives a new ballot, calls off and votes again") {
    WallDesk open(scenes::vote("open"));
    open.enter();
    open.desk.tap("dock/more");
    open.desk.tap("sheet/more/votes");
    open.desk.tap("sheet/votes/ballot/" + id(803).text());
    CHECK(open.take<intents::NewBallot>().seat == id(803));
    open.desk.tap("sheet/votes/cancel/0");
    open.desk.tap("cancel-vote/go");
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
    CHECK(wall.desk.text("sheet/seats/use/" + seat) == "En person");
    wall.desk.tap("sheet/seats/use/" + seat);
    CHECK(wall.take<intents::UseSeat>().use == intents::SeatUse::several);
}

TEST_CASE("the room is divided into tables, a seat is moved by two taps, and the seats tell their tables") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.wall.sheets.open = ui::SheetKind::tables;
    wall.desk.settle();
    wall.desk.tap("sheet/tables/deal");
    CHECK(wall.take<intents::MakeTables>().size == 4);
    wall.desk.tap("sheet/tables/size/5");
    wall.desk.tap("sheet/tables/choose");
    const auto made = wall.take<intents::MakeTables>();
    CHECK(made.how == intents::Seating::choose);
    CHECK(made.size == 5);

    wall.view.remote.room.tables = views::TablesView{"choose", false, {1, 1, 0}};
    wall.view.remote.seats[0].table = 1;
    wall.view.remote.seats[1].table = 2;
    wall.desk.settle();
    CHECK(wall.desk.text("sheet/tables/table/1") == "Bord 1 · 1");
    wall.desk.save("tables");
    CHECK_FALSE(wall.desk.has("sheet/tables/here/2"));
    wall.desk.tap("sheet/tables/seat/" + id(800).text());
    CHECK_FALSE(wall.desk.has("sheet/tables/here/1"));
    wall.desk.tap("sheet/tables/here/2");
    const auto moved = wall.take<intents::SeatAt>();
    CHECK(moved.seat == id(800));
    CHECK(moved.table == 2);
    CHECK_FALSE(wall.desk.has("sheet/tables/here/2"));
    // Another way with the tables that there are.
    wall.desk.tap("sheet/tables/place");
    CHECK(wall.take<intents::MakeTables>().size == 0);

    wall.wall.sheets.open = ui::SheetKind::seats;
    wall.desk.settle();
    CHECK(wall.desk.text("sheet/seats/state/" + id(801).text()) == "Är här · Bord 2");
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
    wall.wall.lock.pin_hash = "of another PIN";
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
    // With no other display it waits for one, unless the room may see it.
    CHECK_FALSE(wall.wall.screens.wants_beside);
    wall.desk.tap("sheet/screens/beside");
    CHECK(wall.wall.screens.wants_beside);
    wall.desk.tap("sheet/screens/inches/55");
    CHECK(wall.wall.screens.display.text_size == doctest::Approx(1.45));
}

TEST_CASE("every block of the day has a screen that fits large text and small windows") {
    for (const auto& view :
         {scenes::lobby(), scenes::question(), scenes::journey(), scenes::ideas(), scenes::vote("open"),
          scenes::saved(), scenes::scale(), scenes::pause(), scenes::cards()}) {
        WallDesk wall(view, {1280, 720});
        wall.desk.look.text_size = 1.45;
        wall.enter();
        CHECK_FALSE(wall.desk.screen().empty());
        CHECK(wall.desk.has("dock/more"));
    }
}

TEST_CASE("a vote that no course planned is started in three taps, after notes that say the same are joined") {
    auto view = without_votes();
    auto& notes = view.remote.room.wall;
    REQUIRE(notes.size() > 2);
    notes[1].text = notes[0].text + "!";
    WallDesk wall(view);
    begin_new_vote(wall);
    wall.desk.tap("sheet/new_vote/join/" + notes[1].id.text());
    CHECK(wall.take<intents::MergeNotes>().into == notes[0].id);
    wall.desk.save("new-vote");
    wall.desk.tap("sheet/new_vote/others");
    wall.desk.save("new-vote-ways");
    wall.desk.tap("sheet/new_vote/dots");
    wall.desk.tap("sheet/new_vote/dots/plus");
    wall.desk.tap("sheet/new_vote/open");
    const auto vote = wall.take<intents::StartPoll>();
    CHECK(vote.method == "dots");
    CHECK(vote.dots == 4);
}

TEST_CASE("a new vote says how far it can be trusted, and counts the people in the room when it shall") {
    WallDesk wall(without_votes());
    begin_new_vote(wall);
    CHECK_FALSE(wall.desk.has("sheet/new_vote/people"));
    wall.desk.tap("sheet/new_vote/trust/heads");
    CHECK(wall.desk.text("sheet/new_vote/people") == "18");
    wall.desk.tap("sheet/new_vote/people/add-10");
    wall.desk.tap("sheet/new_vote/people/take-1");
    wall.desk.save("new-vote-trust");
    wall.desk.tap("sheet/new_vote/open");
    const auto vote = wall.take<intents::StartPoll>();
    CHECK(vote.trust == model::Trust::heads);
    CHECK(vote.people == 27);
}

TEST_CASE("a planned vote that counts heads is opened in the votes' sheet, with the number") {
    auto view = scenes::vote("open");
    view.remote.room.polls.clear();
    view.remote.room.people = 14;
    view.remote.planned.front().poll = {};
    view.remote.planned.front().trust = model::Trust::heads;
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    wall.desk.tap("sheet/votes/0/people/add-1");
    wall.desk.tap("sheet/votes/open/0");
    const auto wish = wall.take<intents::OpenPoll>();
    CHECK(wish.index == 0);
    CHECK(wish.people == 15);
}

TEST_CASE("the wall says when there are more votes than people") {
    auto view = scenes::vote("open");
    auto& poll = view.remote.room.polls.back();
    poll.form.trust = model::Trust::heads;
    poll.form.people = 12;
    poll.in = 13;
    WallDesk open(view);
    open.enter();
    CHECK(open.desk.text("surplus") == "Fler röster än personer: 13 röster, 12 i rummet.");
    open.desk.save("vote-surplus");
    open.desk.tap("dock/more");
    open.desk.tap("sheet/more/votes");
    CHECK(open.desk.text("sheet/votes/surplus/0") == open.desk.text("surplus"));
    auto shown = scenes::vote("revealed");
    shown.remote.room.polls.back().form = view.remote.room.polls.back().form;
    WallDesk revealed(shown);
    revealed.enter();
    CHECK(revealed.desk.text("reveal/voters").find("14 röster, 12 i rummet") != std::string::npos);
}

TEST_CASE("a new vote by codes has cards made, and opens when there are codes") {
    WallDesk wall(without_votes());
    begin_new_vote(wall);
    wall.desk.tap("sheet/new_vote/trust/codes");
    CHECK(wall.desk.text("sheet/new_vote/codes") == "0 oanvända koder");
    wall.desk.tap("sheet/new_vote/open");
    CHECK(wall.all.empty());
    wall.desk.tap("sheet/new_vote/people/add-10");
    wall.desk.tap("sheet/new_vote/codes/make");
    CHECK(wall.take<intents::MakeCodes>().count == 28);
    wall.view.remote.codes = 28;
    wall.view.remote.codes_file = "/hem/register-codes-20260501.pdf";
    wall.desk.settle();
    CHECK(wall.desk.text("sheet/new_vote/codes/file").find("/hem/register-codes-20260501.pdf") != std::string::npos);
    wall.desk.save("new-vote-codes");
    wall.desk.tap("sheet/new_vote/open");
    CHECK(wall.take<intents::StartPoll>().trust == model::Trust::codes);
}

TEST_CASE("a planned vote by codes is opened in the votes' sheet, beside its cards") {
    auto view = scenes::vote("open");
    view.remote.room.polls.clear();
    view.remote.planned.front().poll = {};
    view.remote.planned.front().trust = model::Trust::codes;
    view.remote.codes = 1;
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/next");
    CHECK(wall.desk.text("sheet/votes/0/codes") == "1 oanvänd kod");
    wall.desk.tap("sheet/votes/open/0");
    CHECK(wall.take<intents::OpenPoll>().people == 0);
}

TEST_CASE("the room is told when all have voted, and when the time is over") {
    WallDesk wall(scenes::vote("open"));
    auto& room = wall.view.remote.room;
    auto& poll = room.polls.front();
    poll.of = 18;
    poll.in = 12;
    wall.enter();
    CHECK(wall.desk.text("secret").find("dolda") != std::string::npos);
    poll.in = 18;
    wall.desk.settle();
    CHECK(wall.desk.text("secret") == "Alla har röstat");
    poll.in = 17;
    room.block->clock = {"running", -5000, 900000};
    wall.desk.settle();
    CHECK(wall.desk.text("secret") == "Tiden är slut. Rösta klart nu.");
    CHECK(wall.all.empty());
}
