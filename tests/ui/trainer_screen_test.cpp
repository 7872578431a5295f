#include "ui/trainer_desk.hpp"

using desk_views::TrainerDesk;

TEST_CASE("The trainer's view tells what to say, how late it is and how many are there") {
    TrainerDesk one;
    CHECK(one.desk.text("trainer/people") == "23 är med");
    CHECK(one.desk.text("trainer/drift") == "Ni ligger 4 min efter");
    CHECK(one.desk.text("trainer/away") == "1");
    one.desk.save("13-trainer");
    one.desk.theme = ui::make_theme(ui::Theme::Kind::dark);
    one.desk.save("13-trainer-dark");
}

TEST_CASE("The clock is paused, and given and taken minutes") {
    TrainerDesk one;
    one.desk.tap("trainer/clock/pause");
    one.only<intents::PauseClock>();
    one.desk.tap("trainer/clock/add-5");
    CHECK(one.only<intents::AddMinutes>().minutes == 5);
    one.desk.tap("trainer/clock/take-1");
    CHECK(one.only<intents::AddMinutes>().minutes == -1);
}

TEST_CASE("The proposed cut is taken, or put off until there is another") {
    TrainerDesk one;
    one.desk.tap("trainer/cut/take");
    const auto cut = one.only<intents::TakeCut>();
    CHECK(cut.block == "idestorm");
    CHECK(cut.minutes == 26);
    one.desk.tap("trainer/cut/later");
    CHECK_FALSE(one.desk.has("trainer/cut/take"));
    one.view.remote.cut->minutes = 20;
    one.desk.settle();
    CHECK(one.desk.has("trainer/cut/take"));
}

TEST_CASE("Holding a block asks before it jumps there") {
    TrainerDesk one;
    one.desk.hold("trainer/agenda/rosta");
    CHECK(one.out.empty());
    one.desk.save("13-trainer-jump");
    one.desk.tap("trainer/jump/go");
    CHECK(one.only<intents::JumpTo>().block == "rosta");
}

TEST_CASE("All that waits is released, but what was held for a reason stays to be read") {
    TrainerDesk one;
    CHECK(one.desk.text("trainer/inbox/hint/" + desk_views::id_of(102).text()) == "Stoppad: telefonnummer");
    one.desk.tap("trainer/inbox/all");
    CHECK(one.only<intents::ApproveNote>().note == desk_views::id_of(101));
    one.desk.tap("trainer/inbox/hide/" + desk_views::id_of(102).text());
    CHECK(one.only<intents::HideNote>().note == desk_views::id_of(102));
    CHECK(one.desk.text("trainer/toast/text") == "Lappen är dold");
    one.desk.tap("trainer/toast/undo");
    const auto undone = one.only<intents::HideNote>();
    CHECK(undone.note == desk_views::id_of(102));
    CHECK(undone.undo);
}

TEST_CASE("A presenter's keys go on and back, pause and blank") {
    TrainerDesk one;
    one.desk.key(ui::Key::page_up);
    one.only<intents::GoBack>();
    one.desk.key(ui::Key::space);
    one.only<intents::PauseClock>();
    one.desk.letter(U'b');
    CHECK(one.only<intents::Blank>().on);
}

TEST_CASE("The picture is frozen and tablets are locked by a tap each, and it shows") {
    TrainerDesk one;
    one.desk.tap("trainer/dock/freeze");
    CHECK(one.only<intents::FreezePicture>().on);
    one.view.remote.frozen = true;
    one.desk.tap("trainer/dock/freeze");
    CHECK_FALSE(one.only<intents::FreezePicture>().on);
    one.desk.save("13-trainer-frozen");
    one.desk.tap("trainer/dock/lock");
    CHECK(one.only<intents::LockTablets>().on);
}

TEST_CASE("A message to all tablets is ready or the trainer's own, and letters written are no keys") {
    TrainerDesk one;
    one.desk.tap("trainer/dock/tell");
    one.desk.tap("trainer/sheet/tell/ready/break");
    CHECK(one.only<intents::TellTablets>().text == "Nu tar vi paus");
    one.view.remote.room.message = "Nu tar vi paus";
    one.desk.settle();
    CHECK(one.desk.text("trainer/sheet/tell/message") == "Nu tar vi paus");
    one.desk.save("13-trainer-tell");
    one.desk.tap("trainer/sheet/tell/own");
    one.desk.type(U"bb.");
    CHECK(one.out.empty());
    one.desk.tap("trainer/writing/save");
    CHECK(one.only<intents::TellTablets>().text == "bb.");
    one.desk.tap("trainer/sheet/tell/take");
    CHECK(one.only<intents::TellTablets>().text.empty());
}

TEST_CASE("How it feels is asked at any time, except while another vote is open") {
    TrainerDesk one;
    one.desk.tap("trainer/dock/tell");
    one.desk.tap("trainer/sheet/tell/feeling");
    const auto poll = one.only<intents::StartPoll>();
    CHECK(poll.feeling);
    CHECK(poll.method == "scale");
    views::PollView open;
    open.id = desk_views::id_of(900);
    open.state = "open";
    one.view.remote.room.polls.push_back(open);
    one.desk.settle();
    one.desk.tap("trainer/sheet/tell/feeling");
    CHECK(one.out.empty());
}

TEST_CASE("A step of the block is taken by its chip") {
    TrainerDesk one;
    one.desk.tap("trainer/phase/individual");
    CHECK(one.only<intents::SetPhase>().phase == "individual");
    one.desk.tap("trainer/phase/closed");
    CHECK(one.out.empty());
    one.desk.tap("trainer/close-block/go");
    CHECK(one.only<intents::SetPhase>().phase == "closed");
}

TEST_CASE("Hands do not reach into the live picture") {
    TrainerDesk one;
    for (const auto& [id, rect] : one.desk.state.probed().zones) CHECK(id.starts_with("trainer/"));
}

TEST_CASE("A planned vote that has to be told more first is opened in the votes' sheet") {
    TrainerDesk one;
    one.view.remote.planned = {{0, "choice", "Kaffe eller te?", {}}, {1, "choice", "Nu eller sedan?", {}}};
    one.view.remote.planned[0].trust = model::Trust::heads;
    int shown = 0;
    one.commands.add({"votes", "wall.votes", ui::icon::bar_chart, {}, {}, [&shown] { ++shown; }});
    one.desk.settle();
    one.desk.tap("trainer/dock/poll/0");
    CHECK(one.out.empty());
    CHECK(shown == 1);
    one.desk.tap("trainer/dock/poll/1");
    CHECK(one.only<intents::OpenPoll>().index == 1);
    one.view.remote.room.block->kind = "poll";
    one.desk.settle();
    one.desk.wait(1.2);
    one.desk.tap("trainer/next");
    CHECK(shown == 2);
}

TEST_CASE("The day is ended from the trainer's own display, after it was asked for") {
    TrainerDesk one;
    one.view.remote.next.reset();
    one.view.remote.inbox.clear();
    one.desk.settle();
    one.desk.tap("trainer/next");
    CHECK(one.out.empty());
    one.desk.tap("trainer/end/stay");
    CHECK(one.out.empty());
    one.desk.pass(1);
    one.desk.key(ui::Key::page_down);
    one.desk.tap("trainer/end/go");
    one.only<intents::EndSession>();
}

TEST_CASE("A clicker never closes a vote at the trainer's own display, and a key that is held is one press") {
    TrainerDesk one;
    one.view = scenes::vote("open");
    one.desk.settle();
    one.desk.key(ui::Key::page_down);
    one.desk.key(ui::Key::right);
    CHECK(one.out.empty());
    one.desk.wait(1.2);
    one.desk.tap("trainer/next");
    one.only<intents::ClosePoll>();
    one.view = scenes::vote("closed");
    one.desk.settle();
    ui::KeyEvent held;
    held.key = ui::Key::page_down;
    held.repeated = true;
    held.time_s = one.desk.look.now_s;
    one.desk.state.push(held);
    one.desk.settle();
    CHECK(one.out.empty());
    one.desk.key(ui::Key::page_down);
    one.only<intents::RevealPoll>();
}

TEST_CASE("A vote that nobody has answered is closed at the trainer's own display after it was asked for") {
    TrainerDesk one;
    one.view = scenes::vote("open");
    one.view.remote.room.polls.front().in = 0;
    one.desk.settle();
    one.desk.wait(1.2);
    one.desk.tap("trainer/next");
    CHECK(one.out.empty());
    one.desk.tap("trainer/close-vote/stay");
    CHECK(one.out.empty());
    one.desk.tap("trainer/next");
    one.desk.tap("trainer/close-vote/go");
    one.only<intents::ClosePoll>();
}

TEST_CASE("Votes are opened from the trainer's own display, planned ones and others") {
    TrainerDesk one;
    one.desk.tap("trainer/dock/vote");
    CHECK(one.desk.screen() == "trainer");
    CHECK(one.desk.has("trainer/sheet/new_vote/dots"));
    one.view.remote.planned = {{0, "choice", "Kaffe eller te?", {}}};
    one.view.remote.planned[0].trust = model::Trust::heads;
    one.desk.tap("trainer/sheet/close");
    one.desk.settle();
    CHECK_FALSE(one.desk.has("trainer/dock/vote"));
    one.desk.tap("trainer/dock/poll/0");
    CHECK(one.out.empty());
    CHECK(one.desk.has("trainer/sheet/votes/0/people/add-1"));
}

TEST_CASE("Another vote can follow one that the course has not planned, and feelings can be measured again") {
    TrainerDesk one;
    one.view.remote.planned = {{0, "three_dots", "Vilka tar vi vidare?", desk_views::id_of(300)},
                               {1, "feelings", "Hur känns det?", desk_views::id_of(301)}};
    one.desk.settle();
    CHECK_FALSE(one.desk.has("trainer/dock/poll/0"));
    CHECK_FALSE(one.desk.has("trainer/dock/poll/1"));
    one.desk.tap("trainer/dock/feeling");
    CHECK(one.only<intents::StartPoll>().feeling);
    one.desk.tap("trainer/dock/vote");
    CHECK(one.desk.has("trainer/sheet/new_vote/dots"));
}

TEST_CASE("The trainer alone is told who has not been heard yet") {
    TrainerDesk one;
    CHECK_FALSE(one.desk.text("trainer/quiet").starts_with("Inte"));
    one.view.quiet = {"Leila", "Nils", "Farah"};
    one.desk.settle();
    CHECK(one.desk.text("trainer/quiet") == "Inte hörts än: Leila, Nils, Farah");
    one.view.quiet = {"1", "2", "3", "4", "5", "6", "7"};
    one.desk.settle();
    CHECK(one.desk.text("trainer/quiet") == "Inte hörts än: 1, 2, 3, 4, 5 och 2 till");
    one.desk.save("13-trainer-quiet");
}

TEST_CASE("The trainer alone is told when several seats with a ballot come from one address, before who is silent") {
    TrainerDesk one;
    CHECK(one.desk.text("trainer/one_origin").empty());
    one.view.of_one_origin = 4;
    one.view.quiet = {"Leila"};
    one.desk.settle();
    CHECK(one.desk.text("trainer/one_origin") == "4 platser röstar från samma adress: en enhet eller ett delat nät");
    // One hand is up: there is room for two lines.
    CHECK_FALSE(one.desk.text("trainer/quiet").starts_with("Inte"));
    one.desk.save("13-trainer-one-origin");
}
