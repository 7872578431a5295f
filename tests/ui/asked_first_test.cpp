// What is asked about before it is done to a vote: calling it off, and opening it among notes that are alike.
#include "ui/asked_first.hpp"

#include "ui/wall_desk.hpp"

namespace {

/// A block that is a vote, which the course has planned among the notes of an earlier one: two say nearly the same.
views::WallView planned_among_notes() {
    auto view = scenes::vote("open");
    auto& room = view.remote.room;
    room.polls.clear();
    view.remote.planned.front().poll = {};
    view.remote.planned.front().of_notes = true;
    room.wall.clear();
    int number = 0;
    for (const auto* text : {"Bokbuss till Sjövik på torsdagar", "Bokbuss till Sjövik varje torsdag",
                             "Cykelpump vid stationen", "Bänk vid ån", "Tyst rum på biblioteket"}) {
        views::NoteView note;
        note.id = scenes::id(700 + number++);
        note.type = "idea";
        note.text = text;
        room.wall.push_back(note);
    }
    return view;
}

bool is_whole_within(Desk& desk, const std::string& id, const std::string& list) {
    if (!desk.has(id)) return false;
    const auto box = desk.rect(id), room = desk.rect(list);
    return box.h >= 40 && box.y >= room.y && box.bottom() <= room.bottom();
}

}  // namespace

TEST_CASE("a vote with ballots in is called off after a question, one without at once, and a closed one not at all") {
    WallDesk wall(scenes::vote("open"));
    wall.view.remote.room.polls.front().in = 3;
    wall.enter();
    wall.desk.tap("dock/cancel_vote");
    CHECK(wall.all.empty());
    REQUIRE(wall.desk.has("cancel-vote/go"));
    wall.desk.save("05-vote-cancel");
    wall.desk.tap("cancel-vote/stay");
    CHECK(wall.all.empty());
    CHECK_FALSE(wall.desk.has("cancel-vote/go"));
    wall.wall.sheets.open = ui::SheetKind::votes;
    wall.desk.settle();
    wall.desk.tap("sheet/votes/cancel/0");
    CHECK(wall.all.empty());
    wall.desk.tap("cancel-vote/go");
    wall.take<intents::CancelPoll>();
    wall.view.remote.room.polls.front().in = 0;
    wall.desk.settle();
    wall.desk.tap("sheet/votes/cancel/0");
    wall.take<intents::CancelPoll>();
    wall.view = scenes::vote("closed");
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("sheet/votes/cancel/0"));
    CHECK(wall.desk.has("sheet/votes/reveal/0"));
    CHECK_FALSE(wall.desk.has("dock/cancel_vote"));
}

TEST_CASE("the question whether to call a vote off goes away when somebody else closes it") {
    WallDesk wall(scenes::vote("open"));
    wall.view.remote.room.polls.front().in = 3;
    wall.enter();
    wall.desk.tap("dock/cancel_vote");
    wall.view = scenes::vote("closed");
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("cancel-vote/go"));
}

TEST_CASE("a planned vote among notes that are alike shows them first, with its method's card, and then opens") {
    WallDesk wall(planned_among_notes());
    wall.enter();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    const auto join = "sheet/new_vote/join/" + scenes::id(701).text();
    CHECK(is_whole_within(wall.desk, join, "sheet/new_vote/list"));
    CHECK(wall.desk.text("sheet/new_vote/title") == "Tre prickar");
    CHECK_FALSE(wall.desk.has("sheet/new_vote/others"));
    wall.desk.save("05-vote-planned-alike");
    wall.desk.tap(join);
    const auto merge = wall.take<intents::MergeNotes>();
    CHECK(merge.note == scenes::id(701));
    CHECK(merge.into == scenes::id(700));
    wall.desk.tap("sheet/new_vote/open");
    CHECK(wall.take<intents::OpenPoll>().index == 0);
    CHECK(wall.wall.sheets.open == ui::SheetKind::none);
}

TEST_CASE("the next step pressed once more opens the planned vote as well") {
    WallDesk wall(planned_among_notes());
    wall.enter();
    wall.desk.tap("dock/next");
    CHECK(wall.all.empty());
    wall.desk.key(ui::Key::page_down);
    wall.take<intents::OpenPoll>();
    CHECK(wall.wall.sheets.open == ui::SheetKind::none);
}

TEST_CASE("a planned vote opens by one press when no notes are alike, or when the course names its alternatives") {
    auto view = planned_among_notes();
    view.remote.room.wall[1].text = "Skymningscafé";
    WallDesk apart(view);
    apart.enter();
    apart.desk.tap("dock/next");
    apart.take<intents::OpenPoll>();
    view = planned_among_notes();
    view.remote.planned.front().of_notes = false;
    WallDesk named(view);
    named.enter();
    named.desk.tap("dock/next");
    named.take<intents::OpenPoll>();
}

TEST_CASE("of a block that builds on others only their notes are compared") {
    auto room = planned_among_notes().remote.room;
    room.wall[0].block = "ideer";
    room.block->sources = {{"ideer", "Idéer"}};
    CHECK(ui::planned_candidates(room).size() == 1);
    room.block->sources.clear();
    CHECK(ui::planned_candidates(room).size() == 5);
}

TEST_CASE("in the sheet of a new vote notes that are alike are seen without scrolling, whatever the way to vote") {
    for (const auto* method : {"dots", "tre-prickar", "schulze", "bradley-terry"}) {
        CAPTURE(method);
        auto view = scenes::ideas();
        view.remote.room.wall = planned_among_notes().remote.room.wall;
        WallDesk wall(view);
        wall.enter();
        wall.wall.sheets.open = ui::SheetKind::new_vote;
        wall.wall.sheets.new_vote.method = method;
        wall.desk.settle();
        wall.desk.save(std::string("05-new-vote-alike-") + method);
        CHECK(is_whole_within(wall.desk, "sheet/new_vote/join/" + scenes::id(701).text(), "sheet/new_vote/list"));
        CHECK(wall.desk.has("sheet/new_vote/open"));
    }
}

TEST_CASE("notes that are changed while the sheet is open are compared anew") {
    auto view = scenes::ideas();
    view.remote.room.wall = planned_among_notes().remote.room.wall;
    WallDesk wall(view);
    wall.enter();
    wall.wall.sheets.open = ui::SheetKind::new_vote;
    wall.wall.sheets.new_vote.method = "dots";
    wall.desk.settle();
    wall.view.remote.room.wall[1].text = "Något helt annat nu";
    wall.view.remote.room.wall[2].text = "Bänk vid ån!";
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("sheet/new_vote/join/" + scenes::id(701).text()));
    CHECK(wall.desk.has("sheet/new_vote/join/" + scenes::id(703).text()));
}
