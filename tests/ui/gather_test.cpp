// "Gruppera": notes become a group by a frame around them, by taps, and by keys.
#include "ui/wall_desk.hpp"

using scenes::id;

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
