// "Gruppera": notes become a group by a frame around them, by taps, and by keys.
#include "ui/wall_desk.hpp"

using scenes::id;
using Phase = Desk::Phase;

namespace {

std::string note_zone(int number) {
    return "note/" + id(number).text();
}

/// The notes that went into the group once it had its name.
std::vector<base::Id> sorted_into(WallDesk& wall, const std::string& name) {
    wall.desk.type(U"Prova på");
    wall.desk.tap("writing/save");
    CHECK(wall.take<intents::NameCluster>().name == name);
    wall.view.remote.room.clusters.push_back({id(63), name});
    wall.desk.settle();
    std::vector<base::Id> notes;
    for (const auto& one : wall.all) {
        const auto* sorted = std::get_if<intents::SortNote>(&one);
        REQUIRE(sorted != nullptr);
        CHECK(sorted->cluster == id(63));
        notes.push_back(sorted->note);
    }
    wall.all.clear();
    return notes;
}

}  // namespace

TEST_CASE("a frame drawn on empty board becomes a group of what stands in it") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto first = wall.desk.rect(note_zone(111)), second = wall.desk.rect(note_zone(112));
    // From below the two and up to the left of both: the board's own ground.
    const base::Point from{std::max(first.right(), second.right()) - 4, std::max(first.bottom(), second.bottom()) + 24};
    const base::Point to{std::min(first.x, second.x) + 4, std::min(first.y, second.y) + 4};
    wall.desk.drag_from(from, to - from);
    CHECK(wall.all.empty());
    CHECK_FALSE(wall.desk.has("writing/save"));
    wall.desk.tap("dock/group");
    wall.desk.drag_from(from, to - from);
    const auto notes = sorted_into(wall, "Prova på");
    CHECK(std::count(notes.begin(), notes.end(), id(111)) == 1);
    CHECK(std::count(notes.begin(), notes.end(), id(112)) == 1);
    CHECK_FALSE(wall.desk.has("gather/name"));
}

TEST_CASE("a frame around nothing says so and does nothing") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap("dock/group");
    const auto board = wall.desk.rect("board");
    const base::Point from{board.right() - 12, board.bottom() - 4}, to{board.right() - 92, board.bottom() - 84};
    wall.desk.contact(1, Phase::begin, from);
    wall.desk.frame();
    wall.desk.pass(0.1);
    wall.desk.contact(1, Phase::move, to);
    wall.desk.settle();
    CHECK(wall.desk.text("drop") == "Här ligger inga lappar");
    wall.desk.pass(0.3);
    wall.desk.contact(1, Phase::end, to);
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("writing/save"));
    CHECK(wall.desk.has("gather/name"));
    CHECK(wall.all.empty());
}

TEST_CASE("notes are chosen for a group by taps, and one that was tapped twice is not") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap("dock/group");
    wall.desk.tap(note_zone(111));
    wall.desk.tap(note_zone(112));
    wall.desk.save("04-gather");
    CHECK(wall.desk.text("gather/text") == "2 lappar valda");
    CHECK_FALSE(wall.desk.has("menu/fix"));
    wall.desk.tap(note_zone(112));
    wall.desk.tap("gather/name");
    CHECK(sorted_into(wall, "Prova på") == std::vector{id(111)});
}

TEST_CASE("a chosen note is the group's first, an empty group can be made, and Escape stops it") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap(note_zone(111));
    wall.desk.letter(U'g');
    CHECK(wall.desk.text("gather/text") == "1 lapp vald");
    wall.desk.key(ui::Key::escape);
    CHECK_FALSE(wall.desk.has("gather/name"));
    wall.desk.letter(U'g');
    wall.desk.tap("gather/name");
    CHECK(sorted_into(wall, "Prova på").empty());
    wall.desk.tap("dock/group");
    wall.desk.tap("dock/select");
    CHECK_FALSE(wall.desk.has("gather/name"));
    CHECK(wall.all.empty());
}

TEST_CASE("one hand draws a frame while another carries a note") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap("dock/group");
    const auto first = wall.desk.rect(note_zone(111)), second = wall.desk.rect(note_zone(112));
    const base::Point from{std::max(first.right(), second.right()) - 4, std::max(first.bottom(), second.bottom()) + 24};
    const base::Point to{std::min(first.x, second.x) + 4, std::min(first.y, second.y) + 4};
    const auto held = wall.desk.rect(note_zone(105)).centre();
    const auto group = wall.desk.rect("cluster/" + id(60).text()).centre();
    wall.desk.contact(1, Phase::begin, from);
    wall.desk.pass(0.1);
    wall.desk.contact(2, Phase::begin, held);
    wall.desk.frame();
    for (int i = 1; i <= 10; ++i) {
        const double part = i / 10.0;
        wall.desk.pass(0.02);
        wall.desk.contact(1, Phase::move, {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
        wall.desk.contact(2, Phase::move, {held.x + (group.x - held.x) * part, held.y + (group.y - held.y) * part});
        wall.desk.frame();
    }
    wall.desk.save("04-gather-and-carry");
    wall.desk.pass(0.3);
    wall.desk.contact(2, Phase::end, group);
    wall.desk.settle();
    CHECK(wall.take<intents::SortNote>().note == id(105));
    wall.desk.contact(1, Phase::end, to);
    wall.desk.settle();
    const auto notes = sorted_into(wall, "Prova på");
    CHECK(std::count(notes.begin(), notes.end(), id(111)) == 1);
    CHECK(std::count(notes.begin(), notes.end(), id(112)) == 1);
}

TEST_CASE("a second group that is named keeps its own notes") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap("dock/group");
    wall.desk.tap(note_zone(111));
    wall.desk.tap("gather/name");
    wall.desk.type(U"A");
    ui::begin_writing(wall.wall.writing, ui::Writing::What::cluster).notes = {id(112)};
    wall.desk.settle();
    CHECK(wall.desk.text("writing/text") == "A");
    REQUIRE(wall.desk.has("writing2/text"));
    wall.desk.type(U"B");
    wall.desk.tap("writing2/save");
    CHECK(wall.take<intents::NameCluster>().name == "B");
    wall.view.remote.room.clusters.push_back({id(63), "B"});
    wall.desk.settle();
    CHECK(wall.take<intents::SortNote>().note == id(112));
    wall.desk.tap("writing/save");
    CHECK(wall.take<intents::NameCluster>().name == "A");
    wall.view.remote.room.clusters.push_back({id(64), "A"});
    wall.desk.settle();
    CHECK(wall.take<intents::SortNote>().note == id(111));
}
