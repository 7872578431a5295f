// What hands do on the wall's boards and results, and what it asks for.
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
    wall.desk.tap("start/door/course");
    wall.desk.tap("start/coming/go");
    CHECK(wall.wall.place == ui::Wall::Place::session);
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

TEST_CASE("what has just been saved can be undone at once, and is opened when it has its number") {
    auto view = scenes::saved();
    for (auto& note : view.remote.room.wall) note.number.clear();
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.text("reveal/count").ends_with("numren kommer strax"));
    CHECK_FALSE(wall.desk.has("reveal/open"));
    wall.desk.tap("reveal/undo");
    CHECK(wall.take<intents::UndoDeed>().undo == "undo-1");
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

TEST_CASE("the code of the rail fills its card but for its quiet zone") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto card = wall.desk.rect("rail/people");
    const auto picture = wall.desk.picture();
    int first = 0, last = 0;
    for (int x = int(card.x) + 4; x < int(card.x + card.h); ++x) {
        for (int y = int(card.y) + 4; y < int(card.bottom()) - 4; ++y) {
            if (picture.pixel(x, y).r > 60) continue;
            if (first == 0) first = x;
            last = x;
        }
    }
    CHECK(last - first >= 110);
    CHECK(first - card.x >= 16);
}

TEST_CASE("a break shows its clock once, and the rail has what it is held with") {
    WallDesk wall(scenes::pause());
    wall.enter();
    CHECK(wall.desk.has("rail/pause"));
    CHECK_FALSE(wall.desk.text("timer").empty());
    CHECK(wall.desk.text("rail/timer").empty());
    CHECK_FALSE(wall.desk.text("rail/ends").empty());
    WallDesk other(scenes::journey());
    other.enter();
    CHECK_FALSE(other.desk.text("rail/timer").empty());
}

TEST_CASE("who writes leaves the rail beside the board to be seen, whichever side it has") {
    for (const bool left : {false, true}) {
        CAPTURE(left);
        WallDesk wall(scenes::journey());
        wall.desk.look.dock_left = left;
        wall.enter();
        const auto rail = wall.desk.rect("rail/people");
        const auto cell = wall.desk.rect("cell/step/efter");
        wall.desk.tap("dock/note");
        wall.desk.tap_at({cell.centre().x, cell.bottom() - 6});
        for (const auto* id : {"writing/keyboard/ground", "writing/ground"}) {
            CAPTURE(id);
            const auto covered = wall.desk.rect(id);
            CHECK((left ? covered.x >= rail.right() : covered.right() <= rail.x));
        }
        CHECK(wall.desk.rect("writing/keyboard/key-q").w * wall.desk.look.mm_per_px >= 20);
    }
}

TEST_CASE("touchpoints have a lane below the curve, and are written into the column that was tapped") {
    auto view = scenes::journey();
    auto& room = view.remote.room;
    room.block->writes = "touchpoint";
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.rect("cell/touchpoint/fore").y > wall.desk.rect("feeling/0").y);
    wall.view.remote.room.wall.push_back(scenes::note(20, "touchpoint", "Kommunens sida", "Maja", "fore"));
    wall.view.remote.room.wall.push_back(scenes::note(21, "touchpoint", "Kundcenter", "", "fore"));
    wall.view.remote.room.wall.push_back(scenes::note(22, "touchpoint", "Vaktmästaren, som har nyckeln", "", "under"));
    wall.desk.settle();
    const auto cell = wall.desk.rect("cell/touchpoint/fore");
    const auto note = wall.desk.rect(note_id(21));
    CHECK(cell.contains(note.centre()));
    CHECK(note.h < wall.desk.rect(note_id(1)).h / 2);
    wall.desk.save("02-touchpoints");
    wall.desk.tap("dock/note");
    wall.desk.tap_at({wall.desk.rect("cell/touchpoint/efter").centre()});
    CHECK(wall.desk.focus() == "writing/text");
    wall.desk.type(U"Skåpet");
    wall.desk.tap("writing/save");
    CHECK(wall.take<intents::WriteNote>().group == "efter");
}

TEST_CASE("a point of the curve is drawn aside while it is talked about, and the group's value stays") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto at = wall.desk.rect("feeling/2");
    wall.desk.contact(0, Desk::Phase::begin, at.centre());
    wall.desk.frame();
    for (int i = 1; i <= 10; ++i) {
        wall.desk.pass(0.02);
        wall.desk.contact(0, Desk::Phase::move, {at.centre().x, at.centre().y - 8.0 * i});
        wall.desk.frame();
    }
    CHECK(wall.desk.rect("feeling/2") == at);
    wall.desk.save("02-curve-dragged");
    wall.desk.contact(0, Desk::Phase::end, {at.centre().x, at.centre().y - 80});
    wall.desk.settle();
    CHECK(wall.desk.rect("feeling/2") == at);
    CHECK(wall.all.empty());
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
    CHECK(wall.desk.text("toast/text") == "Lappen är borttagen");
    wall.desk.save("04-note-removed");
    wall.desk.tap("toast/undo");
    const auto undone = wall.take<intents::HideNote>();
    CHECK(undone.note == id(111));
    CHECK(undone.undo);
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
    wall.view.remote.room.clusters.push_back({id(63), "Prova på"});
    wall.desk.settle();
    const auto sorted = wall.take<intents::SortNote>();
    CHECK(sorted.note == id(111));
    CHECK(sorted.cluster == id(63));
}

TEST_CASE("all in the inbox are hidden by one tap that can be taken back, and several are chosen") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap("inbox/hide_all");
    REQUIRE(wall.all.size() == 3);
    for (const auto& one : wall.all) CHECK_FALSE(std::get<intents::HideNote>(one).undo);
    wall.all.clear();
    wall.desk.tap("toast/undo");
    REQUIRE(wall.all.size() == 3);
    for (const auto& one : wall.all) CHECK(std::get<intents::HideNote>(one).undo);
    wall.all.clear();
    wall.desk.tap("inbox/choose");
    CHECK_FALSE(wall.desk.has("inbox/approve/" + id(51).text()));
    wall.desk.tap("inbox/choose/" + id(51).text());
    wall.desk.tap("inbox/choose/" + id(52).text());
    wall.desk.save("inbox_choosing");
    wall.desk.tap("inbox/show_chosen");
    // What is held is not shown with the rest.
    CHECK(wall.take<intents::ApproveNote>().note == id(51));
    CHECK(wall.desk.has("inbox/approve/" + id(51).text()));
    wall.desk.tap("inbox/choose");
    wall.desk.tap("inbox/choose/" + id(52).text());
    wall.desk.tap("inbox/hide_chosen");
    CHECK(wall.take<intents::HideNote>().note == id(52));
}

TEST_CASE("what is let in is what was read: a tick goes when its words are changed") {
    auto view = scenes::ideas();
    for (auto& item : view.remote.inbox) item.version = "läst";
    WallDesk wall(view);
    wall.enter();
    wall.desk.tap("inbox/approve/" + id(51).text());
    CHECK(wall.take<intents::ApproveNote>().version == "läst");
    wall.desk.tap("inbox/merge/" + id(50).text());
    CHECK(wall.take<intents::MergeNotes>().version == "läst");
    wall.desk.tap("inbox/approve_all");
    for (const auto& one : wall.all) CHECK(std::get<intents::ApproveNote>(one).version == "läst");
    wall.all.clear();
    wall.desk.tap("inbox/choose");
    wall.desk.tap("inbox/choose/" + id(50).text());
    wall.desk.tap("inbox/choose/" + id(51).text());
    for (auto& item : wall.view.remote.inbox) {
        if (item.note == id(51)) item.version = "ändrat";
    }
    wall.desk.settle();
    wall.desk.tap("inbox/show_chosen");
    const auto shown = wall.take<intents::ApproveNote>();
    CHECK(shown.note == id(50));
    CHECK(shown.version == "läst");
    wall.view.remote.inbox.resize(1);
    wall.view.remote.hidden = {{id(59), "Dolt", "", "", {}, std::nullopt, "dolt"}};
    wall.desk.settle();
    wall.desk.tap("inbox/hidden");
    wall.desk.tap("inbox/show/" + id(59).text());
    CHECK(wall.take<intents::ShowNote>().version == "dolt");
}

TEST_CASE("the inbox lets in, hides, merges and lets all in but what is held") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    CHECK(wall.desk.text("inbox/author/" + id(51).text()).ends_with("Petra"));
    CHECK(wall.desk.text("inbox/author/" + id(52).text()).empty());
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
    const auto undone = wall.take<intents::HideNote>();
    CHECK(undone.note == id(51));
    CHECK(undone.undo);
}
