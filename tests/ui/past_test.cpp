// The session's own boards as they were: opened, gone through, played, brought back and left, and never touched.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ui/wall_desk.hpp"

namespace {

constexpr std::uint64_t first_moment = 100;

/// A wall at a session's board on which one note after the other came up, and a registrar that answers what it asks.
struct PastDesk {
    WallDesk wall;
    std::vector<views::BoardMoment> moments;

    explicit PastDesk(views::WallView view = scenes::ideas()) : wall(std::move(view)) {
        wall.desk.state.set_probing(true);
        const auto& notes = wall.view.remote.room.wall;
        for (std::size_t i = 0; i < notes.size(); ++i) {
            views::BoardMoment moment;
            moment.seq = first_moment + 10 * i;
            moment.at_ms = scenes::now_ms - 60000 * static_cast<std::int64_t>(notes.size() - i);
            moment.label = "change.add_note";
            moment.author = "seat";
            moment.name = notes[i].author;
            moment.block = wall.view.remote.room.block->title;
            moment.items = i + 1;
            moment.touched = {notes[i].id};
            moments.push_back(moment);
        }
        wall.enter();
    }
    void answer() {
        const auto asked = wall.wall.look.moment;
        if (!asked) return;
        auto told = std::make_shared<views::SessionHistory>();
        told->moments = moments;
        told->shown = *asked == 0 ? moments.back().seq : *asked;
        const auto& room = wall.view.remote.room;
        told->block = room.block;
        told->clusters = room.clusters;
        told->personas = wall.view.personas;
        for (std::size_t i = 0; i < moments.size() && moments[i].seq <= told->shown; ++i) {
            told->wall.push_back(room.wall[i]);
        }
        wall.wall.session_history = told;
        wall.desk.settle();
    }
    void open() {
        wall.desk.letter(U'h');
        wall.desk.settle();
        answer();
    }
    void key(ui::Key key) {
        wall.desk.key(key);
        wall.desk.settle();
        answer();
    }
    void tap(const std::string& id) {
        wall.desk.tap(id);
        wall.desk.settle();
        answer();
    }
    void tap_slider(double share) {
        const auto place = wall.desk.rect("history/slider");
        wall.desk.tap_at({place.x + place.w * share, place.centre().y});
        wall.desk.settle();
        answer();
    }
    /// How many notes of the past are seen.
    std::size_t shown() const { return wall.wall.past.then.remote.room.wall.size(); }
    std::string chosen() const { return wall.desk.text("history/slider"); }
    base::Id note(std::size_t index) const { return wall.view.remote.room.wall[index].id; }
    bool has_object(const base::Id& id) const { return wall.desk.has("history/item/" + id.text()); }
};

}  // namespace

TEST_CASE("the session's board is looked at as it was, marked as such, and nothing of today's is there to be touched") {
    PastDesk past;
    auto& desk = past.wall.desk;
    CHECK(desk.has("dock/timeline"));
    CHECK(desk.has("note/" + past.note(0).text()));
    past.open();
    CHECK(past.wall.wall.look.moment == 0U);
    CHECK_FALSE(past.wall.wall.look.board.has_value());
    CHECK(past.chosen() == "Händelse 15 av 15");
    CHECK(past.shown() == 15);
    CHECK(past.has_object(past.note(14)));
    CHECK_FALSE(desk.has("note/" + past.note(0).text()));
    CHECK_FALSE(desk.has("dock/note"));
    CHECK_FALSE(desk.has("dock/group"));
    CHECK(desk.text("history/count").starts_with("Så här såg det ut"));
    past.key(ui::Key::home);
    CHECK(past.shown() == 1);
    CHECK(past.has_object(past.note(0)));
    CHECK_FALSE(past.has_object(past.note(14)));
    const auto words = desk.text("history/moment");
    for (const std::string_view part : {"Tove", "Sortera", "1 sak på tavlan"}) {
        CAPTURE(part);
        CHECK(words.find(part) != std::string::npos);
    }
    CHECK(past.wall.all.empty());
    past.key(ui::Key::right);
    past.key(ui::Key::right);
    desk.save("session-history");
}

TEST_CASE("who shows no name is told of by role alone") {
    PastDesk past;
    past.open();
    past.key(ui::Key::home);
    past.key(ui::Key::right);
    CHECK(past.moments[1].name.empty());
    CHECK(past.wall.desk.text("history/moment").find("Tove") == std::string::npos);
}

TEST_CASE("hands go through the session's moments by the slider, steps and keys") {
    PastDesk past;
    past.open();
    past.tap_slider(0.01);
    CHECK(past.shown() == 1);
    past.tap("history/forward");
    CHECK(past.shown() == 2);
    past.key(ui::Key::right);
    CHECK(past.shown() == 3);
    past.key(ui::Key::end);
    CHECK(past.shown() == 15);
    past.tap("history/back");
    CHECK(past.shown() == 14);
    const auto place = past.wall.desk.rect("history/slider");
    past.wall.desk.drag_from(place.centre(), {-3000, 0});
    past.wall.desk.settle();
    // The last of those that it was drawn over is asked for when the one before has come.
    for (int i = 0; i < 3; ++i) past.answer();
    CHECK(past.chosen() == "Händelse 1 av 15");
    CHECK(past.shown() == 1);
    CHECK(past.wall.all.empty());
}

TEST_CASE("the session is played in ten seconds and stops at what is") {
    PastDesk past;
    past.open();
    past.wall.desk.tap("history/play");
    std::vector<std::size_t> seen;
    for (int i = 0; i < 24; ++i) {
        past.wall.desk.wait(0.5);
        past.answer();
        seen.push_back(past.shown());
    }
    CHECK(seen.front() <= 2);
    CHECK(std::is_sorted(seen.begin(), seen.end()));
    CHECK(seen[9] > 4);
    CHECK(seen[9] < 12);
    CHECK(seen.back() == 15);
    CHECK_FALSE(past.wall.wall.past.plays_from_s.has_value());
}

TEST_CASE("the whole board or one object is asked for as it was, told, and can be taken back at once") {
    PastDesk past;
    past.open();
    past.wall.desk.tap("history/restore");
    CHECK(past.wall.all.empty());
    past.key(ui::Key::home);
    past.wall.desk.tap("history/restore_item");
    CHECK(past.wall.all.empty());
    past.wall.desk.tap("history/restore");
    const auto whole = past.wall.take<intents::RestoreSession>();
    CHECK(whole.moment == first_moment);
    CHECK_FALSE(whole.object.has_value());
    past.wall.desk.settle();
    past.answer();
    CHECK(past.chosen() == "Händelse 15 av 15");
    CHECK(past.wall.desk.text("toast/text") == "Tavlan är återställd. Det som har skrivits sedan dess ligger kvar.");
    past.wall.desk.tap("toast/undo");
    CHECK_FALSE(past.wall.take<intents::UndoLast>().redo);

    past.key(ui::Key::left);
    past.tap("history/item/" + past.note(3).text());
    CHECK(past.wall.wall.past.chosen == past.note(3));
    past.wall.desk.save("session-history-item");
    past.wall.desk.tap("history/restore_item");
    const auto one = past.wall.take<intents::RestoreSession>();
    CHECK(one.object == past.note(3));
    CHECK(one.moment == first_moment + 130);
}

TEST_CASE("what is not there at a moment is followed, but not brought back from it") {
    PastDesk past;
    past.open();
    past.tap("history/item/" + past.note(9).text());
    past.tap("history/item_back");
    CHECK(past.shown() == 10);
    past.key(ui::Key::left);
    CHECK(past.shown() == 9);
    past.wall.desk.tap("history/restore_item");
    CHECK(past.wall.all.empty());
}

TEST_CASE("an offer to take a restoring back goes when something else has been done at the wall") {
    PastDesk past;
    past.open();
    past.key(ui::Key::home);
    past.wall.desk.tap("history/restore");
    past.wall.desk.settle();
    REQUIRE(past.wall.desk.has("toast/undo"));
    SUBCASE("by hand") {
        past.wall.desk.tap("dock/undo");
    }
    SUBCASE("by key, as the registrar tells") {
        past.wall.view.undone = {1, "change.restore_session", false};
        past.wall.desk.frame();
    }
    past.wall.desk.settle();
    CHECK_FALSE(past.wall.desk.has("toast/undo"));
}

TEST_CASE("Escape, the button and the same key lead back to now, and so does the room when it goes on") {
    PastDesk past;
    auto& desk = past.wall.desk;
    past.open();
    past.key(ui::Key::escape);
    desk.frame();
    CHECK_FALSE(past.wall.wall.past.open);
    CHECK_FALSE(past.wall.wall.look.moment.has_value());
    CHECK(desk.has("note/" + past.note(0).text()));
    past.open();
    desk.tap("history/done");
    desk.settle();
    CHECK_FALSE(desk.has("history/slider"));
    past.open();
    CHECK(desk.has("history/slider"));
    desk.letter(U'h');
    desk.settle();
    CHECK_FALSE(desk.has("history/slider"));
    past.open();
    // What lies over it is closed first.
    past.wall.wall.help_open = true;
    desk.settle();
    desk.key(ui::Key::escape);
    CHECK(past.wall.wall.past.open);
    past.wall.view.remote.room.block->id = "strack-pa-er";
    desk.frame();
    desk.settle();
    CHECK_FALSE(past.wall.wall.past.open);
    CHECK_FALSE(past.wall.wall.look.moment.has_value());
}

TEST_CASE("before its history has come a session's board can be left again, and an old one is not shown meanwhile") {
    PastDesk past;
    past.open();
    past.key(ui::Key::escape);
    past.wall.desk.letter(U'h');
    past.wall.desk.settle();
    CHECK(past.wall.desk.text("history/moment") == "Hämtar tavlans historia");
    CHECK_FALSE(past.has_object(past.note(0)));
    // Arrows mean its moments, not the room's next step.
    past.wall.desk.key(ui::Key::right);
    CHECK(past.wall.all.empty());
    past.wall.desk.tap("history/done");
    CHECK_FALSE(past.wall.wall.past.open);
}

TEST_CASE("journeys and persons have a history as boards of ideas do; votes have none") {
    PastDesk journey(scenes::journey(false));
    journey.open();
    CHECK(journey.shown() == 8);
    CHECK(journey.has_object(journey.note(7)));
    journey.wall.desk.save("session-history-journey");

    auto view = scenes::in_block(2, "board");
    auto& block = *view.remote.room.block;
    block.writes = "known";
    block.groups = block.lanes = {{"vet", "Det vet vi"}, {"gissar", "Det gissar vi"}};
    view.remote.room.wall = {scenes::note(1, "known", "Hon ringer på lunchen", "Tove", "vet")};
    views::PersonaView rami;
    rami.id = scenes::id(70);
    rami.name = "Rami";
    rami.description = "Skolkock på Ekbackeskolan";
    view.personas = {rami};
    PastDesk persons(std::move(view));
    persons.open();
    CHECK(persons.has_object(persons.note(0)));
    CHECK(persons.has_object(rami.id));
    persons.wall.desk.save("session-history-persons");

    WallDesk vote(scenes::vote("open"));
    vote.enter();
    vote.desk.letter(U'h');
    CHECK_FALSE(vote.wall.past.open);
    CHECK_FALSE(vote.desk.has("dock/timeline"));
}
