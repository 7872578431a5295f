// A note of the board whose words go on on a tablet: handed over by its writer, locked meanwhile, taken back.
#include <algorithm>

#include "ui/board_desk.hpp"

namespace {

struct HandedDesk : BoardDesk {
    HandedDesk() : BoardDesk({note(11, {900, 300, 200, 200}, "Fika")}) { view.can_hand = true; }

    void write() {
        wall.board.hands.writing = scenes::id(11);
        desk.settle();
        REQUIRE(desk.has("canvas/write/text"));
    }
    /// The registrar tells that it is handed over, and who has taken it.
    void tell_handed(std::string by = {}) {
        view.remote.room.field = views::HandedField{scenes::id(40), board, scenes::id(11), "Fika", std::move(by), true};
        desk.settle();
    }
    std::size_t count_hand_deeds() const {
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [](const auto& one) { return std::holds_alternative<intents::HandField>(one); }));
    }
};

}  // namespace

TEST_CASE("a field is handed over with what was written in it, and the keyboard goes") {
    HandedDesk wall;
    wall.write();
    CHECK(wall.desk.text("canvas/write/hand") == "Skriv från en platta");
    wall.desk.save("board-hand");
    wall.desk.type(U" på");
    wall.desk.tap("canvas/write/hand");
    REQUIRE(wall.all.size() >= 2);
    // The words first: whoever takes the field is given them.
    const auto put = std::find_if(wall.all.begin(), wall.all.end(),
                                  [](const auto& one) { return std::holds_alternative<intents::PutItems>(one); });
    REQUIRE(put != wall.all.end());
    CHECK(std::get<intents::PutItems>(*put).items.front().text == "Fika på");
    CHECK(std::any_of(put, wall.all.end(),
                      [](const auto& one) { return std::holds_alternative<intents::HandField>(one); }));
    const auto deed = wall.take<intents::HandField>();
    CHECK(deed.board == BoardDesk::board);
    CHECK(deed.item == scenes::id(11));
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("canvas/write/text"));
}

TEST_CASE("what is written on a tablet says so beside the note, is not written at the wall, and can be taken back") {
    HandedDesk wall;
    wall.tell_handed();
    CHECK(wall.desk.text("canvas/handed/aim") == "Väntar på en platta. Tryck på Skriv på väggen där.");
    wall.tell_handed("seat");
    CHECK(wall.desk.text("canvas/handed/aim") == "Skrivs på en platta");
    wall.desk.save("board-handed");
    wall.wall.board.hands.writing = scenes::id(11);
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("canvas/write/text"));
    wall.wall.board.hands.selected = {scenes::id(11)};
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("canvas/menu/ground"));
    wall.desk.tap("canvas/handed/stop");
    CHECK(wall.take<intents::HandField>().item.empty());
    wall.view.remote.room.field.reset();
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("canvas/handed/aim"));
    wall.write();
}

TEST_CASE("what is written on a tablet is nobody's at the wall: whoever drags it gets a ghost that says so") {
    HandedDesk wall;
    wall.tell_handed("seat");
    const auto note = BoardDesk::zone(11);
    const base::Point at{1000, 400};
    wall.desk.contact(1, Desk::Phase::begin, at);
    wall.desk.frame();
    for (int i = 1; i <= 5; ++i) {
        wall.desk.pass(0.02);
        wall.desk.contact(1, Desk::Phase::move, {at.x - 40.0 * i, at.y + 20.0 * i});
        wall.desk.frame();
    }
    CHECK(wall.desk.text(note + "/barred") == "Låst");
    CHECK(wall.desk.rect(note) == base::Rect{900, 300, 200, 200});
    wall.desk.save("board-handed-barred");
    wall.desk.contact(1, Desk::Phase::end, {at.x - 200, at.y + 100});
    wall.desk.settle();
    CHECK(wall.desk.text(note + "/barred").empty());
    CHECK(wall.wall.board.holds.empty());
    CHECK(wall.all.empty());
    // When it is back it can be carried again.
    wall.view.remote.room.field.reset();
    wall.desk.settle();
    wall.desk.drag_from(at, {-200, 100}, 1);
    CHECK(wall.take<intents::PutItems>().items.front().place == base::Rect{700, 400, 200, 200});
}

TEST_CASE("what is written on a tablet stays where it is when its frame, its group or what is chosen is moved") {
    HandedDesk wall;
    auto frame = BoardDesk::note(12, {800, 200, 600, 500}, "Ram");
    frame.type = model::ItemType::frame;
    frame.colour.clear();
    wall.tell({frame, BoardDesk::note(13, {1150, 300, 200, 200}, "Annat")});
    wall.tell_handed();
    wall.desk.drag_from({1100, 215}, {-100, 0}, 1);
    const auto moved = wall.take<intents::PutItems>();
    std::vector<base::Id> ids;
    for (const auto& item : moved.items) ids.push_back(item.id);
    CHECK(ids == std::vector{scenes::id(12), scenes::id(13)});
    wall.obey(moved);
    wall.wall.board.hands.selected = {scenes::id(11), scenes::id(13)};
    wall.desk.settle();
    wall.desk.key(ui::Key::right);
    wall.desk.wait(0.5);
    const auto pushed = wall.take<intents::PutItems>();
    REQUIRE(pushed.items.size() == 1);
    CHECK(pushed.items.front().id == scenes::id(13));
}

TEST_CASE("a new note that is handed over empty stays, to be written on") {
    HandedDesk wall;
    wall.desk.tap("tool/note");
    wall.wall.board.hands.work.flyout = false;
    wall.desk.settle();
    wall.desk.tap_at({600, 600});
    const auto made = wall.take<intents::PutItems>();
    wall.obey(made);
    wall.desk.tap("canvas/write/hand");
    CHECK(wall.count_hand_deeds() == 1);
    CHECK(std::none_of(wall.all.begin(), wall.all.end(), [](const auto& one) {
        const auto* put = std::get_if<intents::PutItems>(&one);
        return put != nullptr && put->deed == "remove_items";
    }));
    CHECK(wall.take<intents::HandField>().item == made.items.front().id);
}

TEST_CASE("it is not offered while another is handed over, when nobody could take it, and of too long a text") {
    HandedDesk wall;
    wall.tell({BoardDesk::note(12, {300, 300, 200, 200}, "Annat")});
    wall.tell_handed();
    wall.wall.board.hands.writing = scenes::id(12);
    wall.desk.settle();
    REQUIRE(wall.desk.has("canvas/write/text"));
    CHECK_FALSE(wall.desk.has("canvas/write/hand"));
    wall.view.remote.room.field.reset();
    wall.desk.settle();
    CHECK(wall.desk.has("canvas/write/hand"));
    wall.view.can_hand = false;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("canvas/write/hand"));
    wall.view.can_hand = true;
    wall.desk.tap("canvas/write/done");
    wall.tell({BoardDesk::note(12, {300, 300, 200, 200}, std::string(601, 'a'))});
    wall.wall.board.hands.writing = scenes::id(12);
    wall.desk.settle();
    REQUIRE(wall.desk.has("canvas/write/text"));
    CHECK_FALSE(wall.desk.has("canvas/write/hand"));
}
