// Several people at one board: who has what, menus and writing side by side, two fingers, palms.
#include <cmath>

#include "ui/wall_desk.hpp"

using scenes::id;
using Phase = Desk::Phase;

namespace {

std::string note_of(int number) {
    return "note/" + id(number).text();
}

base::Point on_the_way(base::Point from, base::Point to, double part) {
    return {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
}

/// Fingers that come down, go and are lifted together, in small steps.
struct Finger {
    int number = 1;
    base::Point from, to;
};
void go_together(Desk& desk, const std::vector<Finger>& fingers, bool lift = true) {
    for (const auto& one : fingers) {
        desk.contact(one.number, Phase::begin, one.from);
        desk.pass(0.1);
    }
    desk.frame();
    for (int step = 1; step <= 10; ++step) {
        desk.pass(0.02);
        for (const auto& one : fingers)
            desk.contact(one.number, Phase::move, on_the_way(one.from, one.to, step / 10.0));
        desk.frame();
    }
    if (!lift) return;
    desk.pass(0.3);
    for (const auto& one : fingers) desk.contact(one.number, Phase::end, one.to);
    desk.settle();
}

base::Point empty_place(const WallDesk& wall, double across, double up) {
    const auto board = wall.desk.rect("board");
    return {board.x + board.w * across, board.bottom() - up};
}

/// The middle of two places beside each other, this far from it, with nothing on them.
base::Point between_free_places(const WallDesk& wall, double beside) {
    const auto board = wall.desk.rect("pinch/ideas");
    const auto is_free = [&](base::Point at) {
        const auto& zones = wall.desk.state.probed().zones;
        return board.contains(at) && std::none_of(zones.begin(), zones.end(), [&](const auto& zone) {
                   const bool thing = zone.first.starts_with("note/") || zone.first.ends_with("/title");
                   return thing && zone.second.contains(at);
               });
    };
    for (double y = board.bottom() - 20; y > board.y; y -= 20) {
        for (double x = board.x + beside; x < board.right(); x += 20) {
            if (is_free({x - beside, y}) && is_free({x + beside, y})) return {x, y};
        }
    }
    FAIL("the board is full");
    return {};
}

}  // namespace

TEST_CASE("four people carry four notes at once, each where it goes") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const std::array<std::pair<int, int>, 4> ways{{{111, 60}, {112, 61}, {113, 62}, {105, 60}}};
    std::vector<Finger> fingers;
    for (const auto& [note, cluster] : ways) {
        const auto area = wall.desk.rect("cluster/" + id(cluster).text());
        fingers.push_back({int(fingers.size()) + 1, wall.desk.rect(note_of(note)).centre(), area.centre()});
    }
    go_together(wall.desk, fingers, false);
    CHECK(wall.all.empty());
    wall.desk.save("04-four-hands");
    wall.desk.pass(0.3);
    for (const auto& one : fingers) wall.desk.contact(one.number, Phase::end, one.to);
    wall.desk.settle();
    REQUIRE(wall.all.size() == 4);
    for (const auto& way : ways) {
        const int note = way.first, cluster = way.second;
        const auto sorted = std::find_if(wall.all.begin(), wall.all.end(), [&](const intents::Intent& one) {
            const auto* sort = std::get_if<intents::SortNote>(&one);
            return sort != nullptr && sort->note == id(note) && sort->cluster == id(cluster);
        });
        CHECK_MESSAGE(sorted != wall.all.end(), "note ", note);
    }
}

TEST_CASE("what the wall said when a hand last moved is what happens, though others have moved the board meanwhile") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto from = wall.desk.rect(note_of(1)).centre();
    const auto cell = wall.desk.rect("cell/step/under");
    const base::Point to{cell.centre().x, cell.bottom() - 4};
    go_together(wall.desk, {{1, from, to}}, false);
    const auto said = wall.desk.text("drop");
    CHECK(said.starts_with("Släpp för att lägga i"));
    auto& notes = wall.view.remote.room.wall;
    std::erase_if(notes, [](const auto& note) { return note.type == "step" && note.id != id(1); });
    wall.desk.settle();
    REQUIRE(wall.desk.rect("cell/step/under").bottom() < to.y);
    CHECK(wall.desk.text("drop") == said);
    wall.desk.contact(1, Phase::end, to);
    wall.desk.settle();
    CHECK(wall.take<intents::MoveNote>().group == "under");
}

TEST_CASE("a note that somebody has is locked for a second hand, where it was and where it is carried") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto home = wall.desk.rect(note_of(111)).centre();
    const auto to = wall.desk.rect("cluster/" + id(61).text()).centre();
    go_together(wall.desk, {{1, home, to}}, false);
    CHECK(wall.desk.text(note_of(111) + "/barred").empty());
    for (const auto at : {home, to}) {
        CAPTURE(at.x);
        wall.desk.contact(2, Phase::begin, at);
        wall.desk.frame();
        wall.desk.frame();
        CHECK(wall.desk.text(note_of(111) + "/barred") == "Låst");
        for (int i = 1; i <= 5; ++i) {
            wall.desk.contact(2, Phase::move, {at.x, at.y - 30.0 * i});
            wall.desk.frame();
        }
        wall.desk.save("04-locked");
        wall.desk.contact(2, Phase::end, {at.x, at.y - 150});
        wall.desk.settle();
        CHECK(wall.desk.text(note_of(111) + "/barred").empty());
        CHECK(wall.all.empty());
    }
    // A tap of the second hand is none either.
    wall.desk.tap_at(home, 2);
    CHECK_FALSE(wall.desk.has("menu/fix"));
    wall.desk.contact(1, Phase::end, to);
    wall.desk.settle();
    CHECK(wall.take<intents::SortNote>().cluster == id(61));
    wall.desk.tap_at(home, 2);
    CHECK(wall.desk.has("menu/fix"));
}

TEST_CASE("the first hand keeps the note also when the second one is the last to let go") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto home = wall.desk.rect(note_of(111)).centre();
    const auto one = wall.desk.rect("cluster/" + id(60).text()).centre();
    const auto other = wall.desk.rect("cluster/" + id(62).text()).centre();
    wall.desk.contact(1, Phase::begin, home);
    wall.desk.pass(0.1);
    wall.desk.contact(2, Phase::begin, home);
    wall.desk.frame();
    for (int i = 1; i <= 10; ++i) {
        wall.desk.contact(1, Phase::move, on_the_way(home, one, i / 10.0));
        wall.desk.contact(2, Phase::move, on_the_way(home, other, i / 10.0));
        wall.desk.frame();
    }
    wall.desk.contact(1, Phase::end, one);
    wall.desk.settle();
    CHECK(wall.take<intents::SortNote>().cluster == id(60));
    wall.desk.contact(2, Phase::end, other);
    wall.desk.settle();
    CHECK(wall.all.empty());
}

TEST_CASE("two people who stand apart have a menu each; one who goes on to the next note near by has one") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto left = wall.desk.rect(note_of(100)).centre(), right = wall.desk.rect(note_of(107)).centre();
    REQUIRE((right.x - left.x) * wall.desk.look.mm_per_px > 700);
    wall.desk.tap_at(left, 1);
    wall.desk.tap_at(right, 2);
    CHECK(wall.desk.has("menu/fix"));
    CHECK(wall.desk.has("menu2/fix"));
    CHECK_FALSE(wall.desk.rect("menu/ground").overlaps(wall.desk.rect("menu2/ground")));
    wall.desk.save("04-two-menus");
    // The first goes on to another note: the second's menu stays, under its own name.
    wall.desk.tap(note_of(101));
    CHECK(wall.desk.has("menu/fix"));
    CHECK(wall.desk.has("menu2/fix"));
    wall.desk.tap("menu2/colour");
    wall.desk.tap("menu2/colour/mint");
    CHECK(wall.take<intents::ColourNote>().note == id(107));
    CHECK_FALSE(wall.desk.has("menu2/fix"));
    wall.desk.tap("menu/hide");
    CHECK(wall.take<intents::HideNote>().note == id(101));
}

TEST_CASE("a note that is carried leaves the menu of somebody who stands elsewhere open") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap_at(wall.desk.rect(note_of(100)).centre(), 1);
    const auto from = wall.desk.rect(note_of(107)).centre();
    go_together(wall.desk, {{2, from, {from.x, from.y + 60}}});
    CHECK(wall.desk.has("menu/fix"));
}

TEST_CASE("two write at once, each with a keyboard of their own, and save in any order") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap_at(wall.desk.rect(note_of(100)).centre(), 1);
    wall.desk.tap("menu/fix");
    CHECK(wall.desk.rect("writing/keyboard/ground").w == doctest::Approx(1312));
    wall.desk.tap("writing/keyboard/key-a");
    wall.desk.tap_at(wall.desk.rect(note_of(107)).centre(), 2);
    wall.desk.tap("menu/fix");
    REQUIRE(wall.desk.has("writing2/text"));
    wall.desk.save("04-two-keyboards");
    const auto one = wall.desk.rect("writing/keyboard/ground"), other = wall.desk.rect("writing2/keyboard/ground");
    CHECK(one.w == doctest::Approx(710).epsilon(0.01));  // the rail stays to be seen
    CHECK_FALSE(one.overlaps(other));
    CHECK(one.x < other.x);
    CHECK(wall.desk.rect("writing2/keyboard/key-q").w * wall.desk.look.mm_per_px >= 20);
    // Letter by letter in turn, and both at the same time.
    const auto press = [&](int finger, Phase phase, const std::string& key) {
        wall.desk.contact(finger, phase, wall.desk.rect(key).centre());
    };
    for (const std::string key : {"b", "c", "d"}) {
        press(1, Phase::begin, "writing/keyboard/key-" + key);
        press(2, Phase::begin, "writing2/keyboard/key-x");
        wall.desk.frame();
        press(2, Phase::end, "writing2/keyboard/key-x");
        press(1, Phase::end, "writing/keyboard/key-" + key);
        wall.desk.settle();
    }
    wall.desk.tap("writing2/keyboard/backspace");
    const std::string first = "Svar samma kväll av en människaabcd", second = "Hämta nyckeln på biblioteketxx";
    CHECK(wall.desk.text("writing/text") == first);
    CHECK(wall.desk.text("writing2/text") == second);
    wall.desk.tap("writing/save");
    auto fixed = wall.take<intents::FixNote>();
    CHECK(fixed.note == id(100));
    CHECK(fixed.text == first);
    // Who is left goes on, now also with the keys of a real keyboard.
    wall.desk.tap("writing2/keyboard/key-y");
    wall.desk.type(U"!");
    wall.desk.tap("writing2/save");
    fixed = wall.take<intents::FixNote>();
    CHECK(fixed.note == id(107));
    CHECK(fixed.text == second + "y!");
    CHECK_FALSE(wall.desk.has("writing/text"));
    CHECK_FALSE(wall.desk.has("writing2/text"));
}

TEST_CASE("who writes keeps the keyboard while others touch, carry and choose") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap_at(wall.desk.rect(note_of(100)).centre(), 1);
    wall.desk.tap("menu/fix");
    wall.desk.type(U"1");
    wall.desk.tap_at(wall.desk.rect(note_of(107)).centre(), 2);
    wall.desk.type(U"2");
    const auto group = wall.desk.rect("cluster/" + id(61).text());
    wall.desk.tap_at({group.right() - 10, group.y + 200}, 3);
    wall.desk.tap("writing/keyboard/key-q");
    wall.desk.type(U"3");
    CHECK(wall.desk.focus() == "writing/text");
    CHECK(wall.desk.text("writing/text").ends_with("människa12q3"));
    CHECK(wall.all.empty());
}

TEST_CASE("what has been written is never lost to another who begins; a card that says nothing new gives way") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap_at(wall.desk.rect(note_of(100)).centre(), 1);
    wall.desk.tap("menu/fix");
    wall.desk.tap_at(wall.desk.rect(note_of(101)).centre(), 1);
    wall.desk.tap("menu/fix");
    CHECK_FALSE(wall.desk.has("writing2/text"));
    CHECK(wall.desk.text("writing/text") == "Lampa i fönstret när lokalen är ledig");
    wall.desk.type(U"!");
    wall.desk.tap_at(wall.desk.rect(note_of(100)).centre(), 1);
    wall.desk.tap("menu/fix");
    CHECK(wall.desk.text("writing/text") == "Lampa i fönstret när lokalen är ledig!");
    CHECK(wall.desk.text("writing2/text") == "Svar samma kväll av en människa");
    wall.desk.type(U"?");
    // A third is told to wait.
    wall.desk.tap_at(wall.desk.rect(note_of(102)).centre(), 1);
    wall.desk.tap("menu/fix");
    CHECK(wall.desk.text("writing/text").ends_with("ledig!"));
    CHECK(wall.desk.text("writing2/text").ends_with("människa?"));
    CHECK(wall.desk.text("toast/text") == "Två skriver redan. Vänta tills en är klar.");
}

TEST_CASE("two fingers on empty board make it larger and smaller, within bounds, until everything is to be shown") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto before = wall.desk.rect(note_of(111)).h;
    const auto pinch = [&](double from, double to) {
        const auto centre = between_free_places(wall, from);
        go_together(wall.desk, {{1, {centre.x - from, centre.y}, {centre.x - to, centre.y}},
                                {2, {centre.x + from, centre.y}, {centre.x + to, centre.y}}});
    };
    pinch(60, 100);
    const auto larger = wall.desk.rect(note_of(111)).h;
    CHECK(larger > before * 1.2);
    CHECK(wall.all.empty());
    CHECK(wall.wall.hands.chosen.empty());
    for (int i = 0; i < 4; ++i) pinch(250, 40);
    CHECK(wall.wall.ideas.zoom.factor.value_or(0) == doctest::Approx(0.5));
    wall.desk.tap("dock/show_all");
    CHECK_FALSE(wall.wall.ideas.zoom.factor.has_value());
    wall.desk.tap("dock/show_all");
    CHECK(wall.desk.rect(note_of(111)).h == doctest::Approx(before));
    // The same by keys.
    wall.desk.letter(U'+', true);
    CHECK(wall.wall.ideas.zoom.factor.value_or(0) > 1.1);
}

TEST_CASE("two fingers move nothing while somebody has a note, nor when one of them is on a note, nor far apart") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto at = empty_place(wall, 0.7, 60);
    const auto note = wall.desk.rect(note_of(111)).centre();
    const auto is_still = [&] { return !wall.wall.ideas.zoom.factor.has_value(); };
    wall.desk.contact(3, Phase::begin, note);
    wall.desk.pass(0.1);
    go_together(wall.desk, {{1, {at.x - 60, at.y}, {at.x - 160, at.y}}, {2, {at.x + 60, at.y}, {at.x + 160, at.y}}});
    CHECK(is_still());
    CHECK(wall.desk.rect(note_of(111)).centre() == note);
    wall.desk.contact(3, Phase::cancel, note);
    wall.desk.settle();
    go_together(wall.desk, {{1, note, {note.x - 40, note.y}}, {2, at, {at.x + 100, at.y}}});
    CHECK(is_still());
    go_together(wall.desk, {{1, empty_place(wall, 0.05, 30), empty_place(wall, 0.2, 30)},
                            {2, empty_place(wall, 0.95, 30), empty_place(wall, 0.8, 30)}});
    CHECK(is_still());
    CHECK(wall.all.empty());
}

TEST_CASE("a palm, a sleeve and a whole hand do nothing; the finger beside them does") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto note = wall.desk.rect(note_of(111)).centre();
    const auto wide = 40 / wall.desk.look.mm_per_px;
    for (const auto phase : {Phase::begin, Phase::end}) {
        ui::ContactEvent palm{1, phase, note, wall.desk.look.now_s};
        palm.width_px = wide;
        wall.desk.state.push(palm);
    }
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("menu/fix"));
    // Five points of one hand, within 60 mm and at once.
    for (int i = 1; i <= 5; ++i) wall.desk.contact(i, Phase::begin, {note.x + 9.0 * i, note.y});
    for (int i = 1; i <= 5; ++i) wall.desk.contact(i, Phase::move, {note.x + 9.0 * i, note.y - 300});
    for (int i = 1; i <= 5; ++i) wall.desk.contact(i, Phase::end, {note.x + 9.0 * i, note.y - 300});
    wall.desk.settle();
    CHECK(wall.all.empty());
    CHECK_FALSE(wall.desk.has("menu/fix"));
    // A finger that turns into a palm lets go of what it had.
    const auto to = wall.desk.rect("cluster/" + id(61).text()).centre();
    go_together(wall.desk, {{1, note, to}}, false);
    ui::ContactEvent leans{1, Phase::move, to, wall.desk.look.now_s};
    leans.width_px = wide;
    wall.desk.state.push(leans);
    wall.desk.contact(1, Phase::end, to);
    wall.desk.settle();
    CHECK(wall.all.empty());
    wall.desk.pass(1);
    wall.desk.tap_at(note, 1);
    CHECK(wall.desk.has("menu/fix"));
}

TEST_CASE("a window that loses the keys takes nothing from fingers") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    const auto home = wall.desk.rect(note_of(111)).centre();
    const auto to = wall.desk.rect("cluster/" + id(61).text()).centre();
    go_together(wall.desk, {{1, home, to}}, false);
    wall.desk.state.push(ui::BlurEvent{});
    wall.desk.contact(1, Phase::end, to);
    wall.desk.settle();
    CHECK(wall.take<intents::SortNote>().cluster == id(61));
}
