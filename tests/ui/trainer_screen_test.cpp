#include "ui/desk.hpp"
#include "ui/register_views.hpp"
#include "ui/scenes.hpp"
#include "ui/screen_trainer.hpp"

namespace {

views::WallView trainer_view() {
    views::WallView view;
    auto& remote = view.remote;
    auto& room = remote.room;
    room.title = "Halvdag om skollunchen";
    room.people = 23;
    room.now_ms = desk_views::now_ms;
    room.join_code = "K7QP2M";
    room.join_url = "http://192.168.1.7:8437/?k=K7QP2M";
    views::BlockView block;
    block.id = "kundresan";
    block.kind = "journey";
    block.title = "Kundresan";
    block.question = "Hur går det till i dag?";
    block.phase = "share";
    block.clock = {"running", 1122000, 2700000};
    block.writes = "step";
    block.groups = block.lanes = {{"fore", "Före"}, {"under", "Under"}, {"efter", "Efter"}};
    room.block = block;
    for (int i = 0; i < 6; ++i) {
        views::NoteView note;
        note.id = desk_views::id_of(i);
        note.type = "step";
        note.group = block.groups[static_cast<std::size_t>(i % 3)].id;
        note.text = i % 2 == 0 ? "Väntar tolv minuter i kön" : "Kollar menyn i mobilen";
        room.wall.push_back(note);
    }
    remote.started = true;
    remote.hands = 1;
    view.writers = 20;
    remote.phases = {"prepared", "intro", "individual", "share", "closed"};
    remote.say = {"Nu står Saga i kön. Vad ser hon? Vad hör hon? Skriv det som händer, inte det som borde hända."};
    remote.act = {"Låt två minuter gå tyst. Be sedan ett bord läsa upp en lapp. De har inte hörts än."};
    remote.tips = {"Går det trögt? Be två elever spela upp kön."};
    const auto minute = [](int minutes) { return desk_views::now_ms + minutes * 60000LL; };
    remote.agenda = {{"valkommen", "Välkommen", "done", 15, minute(-90), false},
                     {"personor", "Personor", "done", 35, minute(-75), false},
                     {"fika", "Fika", "done", 15, minute(-40), false},
                     {"kundresan", "Kundresan", "now", 45, minute(-25), true},
                     {"idestorm", "Idéstorm", "next", 30, minute(20), true},
                     {"rosta", "Rösta", "later", 15, minute(50), false}};
    remote.previous = views::Labelled{"fika", "Fika"};
    remote.next = views::Labelled{"idestorm", "Idéstorm"};
    room.next_title = "Idéstorm";
    remote.drift_min = 4;
    remote.day_ends_at_ms = minute(94);
    methods::Cut cut;
    cut.block = "idestorm";
    cut.minutes = 26;
    cut.saves = 4;
    cut.enough = true;
    remote.cut = cut;
    remote.cut_text = "Korta Idéstorm till 26 min så slutar ni i tid.";
    views::RemoteView::InboxItem item;
    item.note = desk_views::id_of(101);
    item.text = "Trångt vid brickorna";
    remote.inbox.push_back(item);
    item.note = desk_views::id_of(102);
    item.text = "Ring mig på 070-000 00 00";
    item.held = "phone";
    remote.inbox.push_back(item);
    for (int i = 1; i <= 4; ++i) {
        remote.seats.push_back({desk_views::id_of(200 + i), "Plats " + std::to_string(i), "", i != 3, i == 2, false});
    }
    return view;
}

struct TrainerDesk {
    views::WallView view = trainer_view();
    ui::TrainerScreen screen;
    ui::Commands commands;
    ui::Intents out;
    Desk desk{[this](ui::Frame& frame) { ui::draw_trainer(screen, view, frame, commands, out); }};
    template <typename Wish>
    Wish only() {
        REQUIRE(out.size() == 1);
        REQUIRE(std::holds_alternative<Wish>(out[0]));
        auto wish = std::get<Wish>(out[0]);
        out.clear();
        return wish;
    }
};

double text_wide(const Desk& desk, const std::string& words) {
    const auto found = desk.nothing.boxes.find(words);
    return found == desk.nothing.boxes.end() ? 1e9 : found->second.w;
}

}  // namespace

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

TEST_CASE("The block that is on is in sight, however long the day is and however late") {
    TrainerDesk one;
    auto& agenda = one.view.remote.agenda;
    const auto before = agenda.front();
    for (int i = 0; i < 12; ++i) {
        auto item = before;
        item.id = "block-" + std::to_string(i);
        agenda.insert(agenda.begin(), item);
    }
    one.desk.settle();
    one.desk.save("13-trainer-long-day");
    REQUIRE(one.desk.has("trainer/agenda/kundresan"));
    CHECK(one.desk.rect("trainer/agenda/kundresan").h == doctest::Approx(56));
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

TEST_CASE("With large text the picture gives way to what waits") {
    TrainerDesk one;
    one.desk.look.text_size = 1.3;
    one.desk.settle();
    one.desk.save("13-trainer-large");
    const auto last = one.desk.rect("trainer/inbox/hide/" + desk_views::id_of(102).text());
    CHECK(last.h >= one.desk.look.text_size * ui::touch::secondary - 1);
}

TEST_CASE("What is to be said keeps the room that large text takes: the clock and the rows of chips give way") {
    TrainerDesk one;
    one.desk.look.text_size = 1.25;
    one.desk.settle();
    const double line = 28 * 1.35 * 1.25;
    const auto room = [&one] {
        return one.desk.rect("trainer/phase/share").y - one.desk.rect("trainer/larger").bottom();
    };
    CHECK(room() >= 5 * line);
    // At the smallest display too there are lines of it, and what is pressed stays as large as hands need.
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    CHECK(room() >= 120);
    const auto pause = one.desk.rect("trainer/clock/pause");
    CHECK(pause.w >= 160);
    CHECK(pause.h * one.desk.look.mm_per_px >= 20);
}

TEST_CASE("At large text all of what is said is read at once, however the clock is, and the step is in sight") {
    TrainerDesk one;
    one.view.remote.say = {
        "Nu följer vi Samira. Vi börjar när hon får veta att de behöver en lokal. Vi slutar när nyckeln är "
        "tillbaka.",
        "Skriv ett steg per lapp, i fem minuter, i tysthet. Skriv det som faktiskt händer, inte det som "
        "borde hända.",
        "Nu lägger vi stegen i ordning tillsammans. Vad är före, under och efter?"};
    one.view.remote.phases = {"prepared", "intro", "individual", "share", "converge", "vote", "reveal", "closed"};
    for (const double size : {1.0, 1.25, 1.45}) {
        one.desk.look.text_size = size;
        for (const std::string phase : {"prepared", "converge", "reveal"}) {
            one.view.remote.room.block->phase = phase;
            one.desk.settle();
            CAPTURE(size);
            CAPTURE(phase);
            for (const auto& said : one.view.remote.say) CHECK(one.desk.shows_whole("”" + said + "”"));
            // Where it is, not where it would be below the row's edge.
            const auto step = one.desk.rect("trainer/phase/" + phase);
            CHECK(step.w >= text_wide(one.desk, one.desk.text("trainer/phase/" + phase)));
        }
        one.desk.save("13-trainer-said-" + std::to_string(static_cast<int>(size * 100)));
    }
}

TEST_CASE("What is said is as large as fits until the trainer chooses, and then as large as that") {
    TrainerDesk one;
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    const auto said = "”" + one.view.remote.say.front() + "”";
    const auto line = [&] { return one.desk.nothing.line_px[said]; };
    const double fits = line();
    one.desk.tap("trainer/larger");
    CHECK(line() > fits);
    one.desk.tap("trainer/smaller");
    one.desk.tap("trainer/smaller");
    CHECK(line() < fits + 0.01);
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
