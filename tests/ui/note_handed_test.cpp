// A note of the session whose words go on on a tablet: handed over by its card, marked meanwhile, taken back.
#include <algorithm>

#include "ui/scenes.hpp"
#include "ui/wall_desk.hpp"

using scenes::id;

namespace {

/// Somebody is there to take what is handed over.
struct HandingWall : WallDesk {
    explicit HandingWall(views::WallView view_ = scenes::ideas()) : WallDesk(std::move(view_)) {
        view.can_hand = true;
        enter();
    }
    static std::string note(int number) { return "note/" + id(number).text(); }
    void fix(int number) {
        desk.tap(note(number));
        desk.tap("menu/fix");
        REQUIRE(desk.focus() == "writing/text");
    }
    void tell_handed(std::string by = {}) {
        view.remote.room.field = views::HandedField{id(40), {}, id(111), "Låna lokalen", std::move(by), true};
        desk.settle();
    }
};

}  // namespace

TEST_CASE("a note that is being fixed goes on on a tablet with the words that stand there, and its card goes") {
    HandingWall wall;
    wall.fix(111);
    CHECK(wall.desk.text("writing/hand") == "Skriv från en platta");
    wall.desk.save("04-note-hand");
    wall.desk.type(U"!");
    wall.desk.tap("writing/hand");
    const auto fixed = std::find_if(wall.all.begin(), wall.all.end(),
                                    [](const auto& one) { return std::holds_alternative<intents::FixNote>(one); });
    REQUIRE(fixed != wall.all.end());
    CHECK(std::get<intents::FixNote>(*fixed).text == "Låna lokalen för en dag på prov!");
    CHECK(std::any_of(fixed, wall.all.end(),
                      [](const auto& one) { return std::holds_alternative<intents::HandField>(one); }));
    const auto handed = wall.take<intents::HandField>();
    CHECK(handed.board.empty());
    CHECK(handed.item == id(111));
    CHECK_FALSE(wall.desk.has("writing/text"));
    // Unchanged words are not said again.
    wall.fix(111);
    wall.desk.tap("writing/hand");
    CHECK(wall.all.size() == 1);
}

TEST_CASE("a new note is put up with its first words and handed over; without words there is nothing to hand over") {
    HandingWall wall(scenes::journey());
    wall.desk.tap("dock/note");
    const auto cell = wall.desk.rect("cell/step/efter");
    wall.desk.tap_at({cell.centre().x, cell.bottom() - 6});
    REQUIRE(wall.desk.focus() == "writing/text");
    wall.all.clear();
    wall.desk.tap("writing/hand");
    CHECK(wall.desk.has("writing/text"));
    CHECK(wall.all.empty());
    wall.desk.type(U"Odlingslåda");
    wall.desk.tap("writing/hand");
    const auto written = wall.take<intents::WriteNote>();
    CHECK(written.text == "Odlingslåda");
    CHECK(written.group == "efter");
    CHECK(written.hand);
    CHECK_FALSE(wall.desk.has("writing/text"));
}

TEST_CASE("what is written on a tablet says so beside the note, has no menu, and can be taken back") {
    HandingWall wall;
    wall.desk.tap(HandingWall::note(111));
    REQUIRE(wall.desk.has("menu/fix"));
    wall.tell_handed();
    CHECK_FALSE(wall.desk.has("menu/fix"));
    CHECK(wall.desk.text("note_handed/aim") == "Väntar på en platta. Tryck på Skriv på väggen där.");
    wall.tell_handed("seat");
    CHECK(wall.desk.text("note_handed/aim") == "Skrivs på en platta");
    wall.desk.save("04-note-handed");
    wall.all.clear();
    wall.desk.tap("note_handed/stop");
    CHECK(wall.take<intents::HandField>().item.empty());
    wall.view.remote.room.field.reset();
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("note_handed/aim"));
}

TEST_CASE("it is not offered while another is handed over, nor when nobody could take it, nor for other words") {
    HandingWall wall;
    wall.tell_handed();
    wall.fix(100);
    CHECK_FALSE(wall.desk.has("writing/hand"));
    wall.view.remote.room.field.reset();
    wall.desk.settle();
    CHECK(wall.desk.has("writing/hand"));
    wall.view.can_hand = false;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("writing/hand"));
    wall.view.can_hand = true;
    wall.desk.tap("writing/cancel");
    wall.desk.tap(HandingWall::note(100));
    wall.desk.tap("menu/group");
    REQUIRE(wall.desk.focus() == "writing/text");
    CHECK_FALSE(wall.desk.has("writing/hand"));
}
