// A vote from its opening to its result: what the main action asks for, and when the result tells what.
#include "ui/vote_closing.hpp"
#include "ui/wall_desk.hpp"

TEST_CASE("four quick taps at one place do not open, close and show a vote: each new step rests first") {
    auto view = scenes::vote("open");
    view.remote.room.polls.clear();
    view.remote.planned.front().poll = {};
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/next");
    wall.take<intents::OpenPoll>();
    wall.view = scenes::vote("open");
    wall.desk.settle();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    CHECK(wall.desk.text("dock/next/rests") == "Stäng röstningen");
    wall.desk.wait(1.2);
    wall.desk.tap("dock/next");
    wall.take<intents::ClosePoll>();
    wall.view = scenes::vote("closed");
    wall.desk.settle();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    wall.desk.wait(1.2);
    wall.desk.tap("dock/next");
    wall.take<intents::RevealPoll>();
}

TEST_CASE("a vote that nobody has answered is closed after it was asked for, and an answer takes the question away") {
    auto view = scenes::vote("open");
    view.remote.room.polls.front().in = 0;
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    REQUIRE(wall.desk.has("close-vote/go"));
    wall.view.remote.room.polls.front().in = 1;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("close-vote/go"));
    wall.view.remote.room.polls.front().in = 0;
    wall.wall.sheets.open = ui::SheetKind::votes;
    wall.desk.settle();
    wall.desk.tap("sheet/votes/close/0");
    CHECK(wall.all.empty());
    wall.desk.tap("close-vote/go");
    wall.take<intents::ClosePoll>();
}

TEST_CASE("until the winner's row has come, neither the title nor what can be saved tells who has won") {
    WallDesk wall(scenes::vote("closed"));
    wall.enter();
    wall.view = scenes::vote("revealed");
    wall.desk.frame();
    CHECK(wall.desk.text("reveal/title") == "Så här röstade ni");
    CHECK(wall.desk.text("reveal/voters") == "14 av 14 röstade.");
    CHECK_FALSE(wall.desk.has("reveal/save"));
    wall.desk.settle();
    CHECK(wall.desk.text("reveal/title").find("fick flest prickar") != std::string::npos);
    CHECK(wall.desk.has("reveal/save"));

    WallDesk still(scenes::vote("closed"));
    still.desk.look.less_motion = true;
    still.enter();
    still.view = scenes::vote("revealed");
    still.desk.frame();
    CHECK(still.desk.has("reveal/save"));
}

TEST_CASE("what another vote has saved does not keep this vote's winners out of the register") {
    auto view = scenes::saved();
    auto& poll = view.remote.room.polls.front();
    poll.saved = false;  // the three were saved from a vote before
    poll.saved_notes.clear();
    WallDesk wall(view);
    wall.desk.look.text_size = 1.45;
    wall.enter();
    CHECK_FALSE(wall.desk.has("reveal/saved"));
    CHECK_FALSE(wall.desk.has("reveal/undo"));
    CHECK(wall.desk.text("reveal/open/58").starts_with("✓ 58 "));
    const auto more = poll.can_save.front();
    const auto row = "reveal/save/" + more.text();
    if (!wall.desk.text(row).starts_with("✓")) wall.desk.tap(row);
    wall.desk.tap("reveal/save");
    const auto save = wall.take<intents::SaveIdeas>();
    CHECK(save.poll == poll.id);
    CHECK(std::find(save.notes.begin(), save.notes.end(), more) != save.notes.end());
}

TEST_CASE("a toast on a result lies over its rows, and on none of the buttons that it is about") {
    for (const double size : {1.0, 1.45}) {
        WallDesk wall(scenes::saved());
        wall.desk.look.text_size = size;
        wall.enter();
        REQUIRE(wall.desk.text("toast/text") == "Sparade i registret: 3");
        const auto toast = wall.desk.rect("toast/ground");
        CHECK_FALSE(toast.overlaps(wall.desk.rect("reveal/undo")));
        CHECK_FALSE(toast.overlaps(wall.desk.rect("reveal/open")));
        CHECK(toast.x >= wall.wall.reveal.rows.x);
        CHECK(toast.right() <= wall.wall.reveal.rows.right());
        CHECK(toast.bottom() <= wall.wall.reveal.rows.bottom());
        wall.desk.save("06-saved-toast-" + std::to_string(static_cast<int>(size * 100)));
        wall.wall.told.push_back("Sparad som PDF: dag-resultat-2026-05-01-1130.pdf, i mappen Verkstaden om lokalerna");
        wall.desk.settle();
        const auto two_lines = wall.desk.rect("toast/ground");
        CHECK_FALSE(two_lines.overlaps(wall.desk.rect("reveal/undo")));
        CHECK_FALSE(two_lines.overlaps(wall.desk.rect("reveal/open")));
    }
}

TEST_CASE("a way to vote is told from its beginning, wherever it and the list were scrolled to") {
    WallDesk wall(scenes::ideas());
    wall.desk.look.text_size = 1.45;
    wall.enter();
    wall.wall.sheets.open = ui::SheetKind::new_vote;
    wall.desk.settle();
    wall.desk.wheel(wall.desk.rect("sheet/new_vote/ways").centre(), {0, -9000});
    wall.desk.settle();
    wall.desk.tap("sheet/new_vote/show14");
    const auto is_at_top = [&wall] { return wall.desk.shows_whole(wall.desk.text("sheet/new_vote/title")); };
    CHECK(is_at_top());
    wall.desk.wheel(wall.desk.rect("sheet/new_vote/list").centre(), {0, -9000});
    wall.desk.settle();
    CHECK_FALSE(is_at_top());
    wall.desk.tap("sheet/new_vote/others");
    wall.desk.tap("sheet/new_vote/show14");
    CHECK(is_at_top());
}

TEST_CASE("a fourth idea of the same vote is saved after the first three") {
    auto view = scenes::saved();
    view.remote.undo_until_ms = scenes::now_ms - 1;
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.text("reveal/count") == "3 idéer");
    CHECK_FALSE(wall.desk.has("reveal/undo"));
    CHECK(wall.desk.has("reveal/open"));
    const auto fourth = view.remote.room.polls.front().can_save.front();
    wall.desk.tap("reveal/save/" + fourth.text());
    CHECK_FALSE(wall.desk.has("reveal/open"));
    wall.desk.tap("reveal/save");
    CHECK(wall.take<intents::SaveIdeas>().notes == std::vector<base::Id>{fourth});
}

TEST_CASE("of a vote without votes nothing is said but that") {
    auto view = scenes::vote("revealed");
    auto& poll = view.remote.room.polls.front();
    poll.in = 0;
    poll.outcome = methods::count_poll(poll.form.rule, {}, 14);
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.text("reveal/title") == "Ingen röstade");
    CHECK_FALSE(wall.desk.has("reveal/voters"));
}

TEST_CASE("twelve options of a vote by grades are all reached, and what is read in them is not small") {
    auto view = scenes::vote("revealed");
    auto& poll = view.remote.room.polls.front();
    auto& rule = poll.form.rule;
    poll.form.criteria.clear();
    poll.form.options.clear();
    rule = {};
    rule.method = methods::Method::score;
    rule.lowest = 0;
    rule.highest = 5;
    methods::CountedBallot ballot;
    ballot.count = 9;
    for (int i = 0; i < 12; ++i) {
        const auto option = scenes::id(900 + i).text();
        poll.form.options.push_back({option, "Ett alternativ med några ord " + std::to_string(i), ""});
        rule.options.push_back(option);
        ballot.ballot.marks[""][option] = i % 6;
    }
    poll.outcome = methods::count_poll(rule, std::vector{ballot}, 9);
    poll.can_save.clear();
    WallDesk wall(view);
    wall.enter();
    wall.desk.save("06-reveal-twelve");
    const auto last = "reveal/row/" + poll.outcome->rows.back().option;
    CHECK(wall.desk.rect("reveal/row/" + poll.outcome->rows.front().option).h >= 64);
    wall.desk.wheel(wall.desk.rect("reveal/row/" + poll.outcome->rows.front().option).centre(), {0, -2000});
    wall.desk.settle();
    CHECK(wall.desk.rect(last).h >= 40);
    ui::Audience audience;
    Desk room([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
    room.save("06-audience-twelve");
}

namespace {

/// Everybody has voted, and it is known who everybody is.
views::WallView all_have_voted() {
    auto view = scenes::vote("open");
    auto& poll = view.remote.room.polls.front();
    poll.lost.clear();
    poll.in = poll.of = poll.drawn = 14;
    poll.form.trust = model::Trust::heads;
    poll.form.people = 14;
    view.remote.room.people = 14;
    return view;
}

}  // namespace

TEST_CASE("when all have voted it is counted down for all to see, and then the vote closes, once") {
    WallDesk wall(all_have_voted());
    wall.view.remote.room.polls.front().in = 13;
    wall.enter();
    CHECK_FALSE(wall.desk.has("vote/wait"));
    wall.view.remote.room.polls.front().in = 14;
    wall.desk.settle();
    CHECK(wall.desk.text("vote/countdown") == "10");
    wall.desk.save("05-vote-closes");
    wall.desk.wait(6.2);
    CHECK(wall.desk.text("vote/countdown") == "4");
    CHECK(wall.all.empty());
    wall.desk.wait(4);
    wall.take<intents::ClosePoll>();
    wall.desk.wait(12);
    CHECK(wall.all.empty());
}

TEST_CASE("'Vänta' stops the countdown, and then the vote is closed by hand") {
    WallDesk wall(all_have_voted());
    wall.enter();
    wall.desk.wait(2);
    wall.desk.tap("vote/wait");
    CHECK_FALSE(wall.desk.has("vote/wait"));
    wall.desk.wait(15);
    CHECK(wall.all.empty());
    wall.desk.tap("dock/next");
    wall.take<intents::ClosePoll>();
}

TEST_CASE("the countdown begins anew when somebody has not voted after all, and does not go on unseen") {
    WallDesk wall(all_have_voted());
    wall.enter();
    wall.desk.wait(6);
    wall.view.remote.room.polls.front().in = 13;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("vote/wait"));
    wall.view.remote.room.polls.front().in = 14;
    wall.desk.settle();
    CHECK(wall.desk.text("vote/countdown") == "10");
    wall.wall.place = ui::Wall::Place::start;
    wall.desk.wait(15);
    CHECK(wall.all.empty());
    wall.wall.place = ui::Wall::Place::session;
    wall.desk.settle();
    CHECK(wall.desk.text("vote/countdown") == "10");
}

TEST_CASE(
    "where each device draws a ballot, a vote closes by itself only when the trainer has said that all are here") {
    auto view = all_have_voted();
    view.remote.room.polls.front().form.trust = model::Trust::open;
    WallDesk wall(view);
    wall.enter();
    CHECK_FALSE(wall.desk.has("vote/wait"));
    wall.desk.tap("dock/more");
    wall.desk.tap("sheet/more/votes");
    wall.desk.tap("sheet/votes/by_itself");
    wall.desk.tap("sheet/close");
    CHECK(wall.desk.has("vote/wait"));
}

TEST_CASE("who has voted is not known with shared devices, paper, lost ballots, or somebody who has drawn none") {
    auto view = all_have_voted();
    auto& poll = view.remote.room.polls.front();
    CHECK(ui::have_all_voted(view, poll, false));
    poll.in = 15;  // more than there are people
    CHECK_FALSE(ui::have_all_voted(view, poll, true));
    poll.in = 14;
    poll.form.trust = model::Trust::codes;
    poll.form.codes = 30;
    CHECK_FALSE(ui::have_all_voted(view, poll, true));
    poll.form.codes = 14;
    CHECK(ui::have_all_voted(view, poll, false));
    poll.form.trust = model::Trust::open;
    CHECK_FALSE(ui::have_all_voted(view, poll, false));
    view.remote.seats.clear();
    CHECK(ui::have_all_voted(view, poll, true));
    view.remote.room.people = 15;
    CHECK_FALSE(ui::have_all_voted(view, poll, true));
    view.remote.room.people = 14;
    poll.paper = 1;
    CHECK_FALSE(ui::have_all_voted(view, poll, true));
    poll.paper = 0;
    poll.lost = {{"x", "Plats 4"}};
    CHECK_FALSE(ui::have_all_voted(view, poll, true));
    poll.lost.clear();
    view.remote.seats.push_back({scenes::id(1), "Plats 1", "", true, false, false, "several"});
    CHECK_FALSE(ui::have_all_voted(view, poll, true));
    view.remote.seats.back().use = "one";
    CHECK(ui::have_all_voted(view, poll, true));
    poll.state = "closed";
    CHECK_FALSE(ui::have_all_voted(view, poll, true));
}

TEST_CASE("when the time is over a vote closes by itself only when the trainer has said so, and somebody has voted") {
    auto view = scenes::vote("open");
    view.remote.room.block->clock = {"running", -1000, 900000};
    view.remote.room.now_ms = scenes::now_ms;
    const auto& poll = view.remote.room.polls.front();
    CHECK(ui::why_it_closes(view, poll, false, scenes::now_ms) == ui::ClosesBecause::nothing);
    CHECK(ui::why_it_closes(view, poll, true, scenes::now_ms) == ui::ClosesBecause::time_is_over);
    view.remote.room.block->clock.state = "paused";
    CHECK(ui::why_it_closes(view, poll, true, scenes::now_ms) == ui::ClosesBecause::nothing);
    view.remote.room.block->clock.state = "running";
    view.remote.room.polls.front().in = 0;
    CHECK(ui::why_it_closes(view, poll, true, scenes::now_ms) == ui::ClosesBecause::nothing);
}
