// What people do with a keyboard and nothing else: where it goes, what shows it, and what closes.
#include <set>

#include "ui/register_views.hpp"
#include "ui/wall_desk.hpp"

namespace {

using Keys = ui::Key;

/// Tab, until the keyboard is on what begins so.
bool go_to(WallDesk& wall, std::string_view beginning, bool back = false) {
    for (int i = 0; i < 120; ++i) {
        wall.desk.key(Keys::tab, false, back);
        if (wall.desk.focus().starts_with(beginning)) return true;
    }
    return false;
}

void begin_note(WallDesk& wall) {
    wall.enter();
    wall.desk.letter(U'n');
    REQUIRE(go_to(wall, "cell/"));
    wall.desk.key(Keys::enter);
    REQUIRE(wall.wall.writing.is_open());
    wall.desk.wait(0.5);
}

struct IdeaAlone : WallDesk {
    IdeaAlone() : WallDesk(desk_views::wall()) {
        view.idea = desk_views::idea_view(41);
        wall.idea.idea = view.idea->card.id;
        wall.place = ui::Wall::Place::idea;
        desk.settle();
    }
    void edit_test() {
        REQUIRE(go_to(*this, "idea/test"));
        desk.key(Keys::enter);
        REQUIRE(wall.idea.edit.open);
        desk.wait(0.5);
    }
};

}  // namespace

TEST_CASE("a note is put up by keys: Ctrl+Enter, and the keyboard is back where it was") {
    WallDesk wall(scenes::journey());
    begin_note(wall);
    CHECK(wall.desk.focus() == "writing/text");
    CHECK(wall.desk.text("writing/key") == "Ctrl+Enter: Sätt upp");
    wall.desk.type(U"Kön");
    wall.desk.key(Keys::enter);
    wall.desk.type(U"är lång");
    wall.all.clear();
    wall.desk.key(Keys::enter, true);
    CHECK(wall.take<intents::WriteNote>().text == "Kön\när lång");
    CHECK_FALSE(wall.wall.writing.is_open());
    CHECK(wall.desk.focus().starts_with("cell/"));
}

TEST_CASE("Tab goes about in the card, one place at a time shows that it has the keyboard, and Enter puts up") {
    WallDesk wall(scenes::journey());
    begin_note(wall);
    bool marked = false;
    wall.desk.draw = [&](ui::Frame& frame) {
        wall.draw(frame);
        marked = frame.shows_keyboard("writing/text");
    };
    wall.desk.type(U"Skriven lapp");
    CHECK(marked);
    for (const char* const next : {"writing/cancel", "writing/save", "writing/text"}) {
        wall.desk.key(Keys::tab);
        CHECK(wall.desk.focus() == next);
        CHECK(marked == (wall.desk.focus() == "writing/text"));
    }
    wall.desk.key(Keys::tab, false, true);
    CHECK(wall.desk.focus() == "writing/save");
    wall.all.clear();
    wall.desk.key(Keys::enter);
    CHECK(wall.take<intents::WriteNote>().text == "Skriven lapp");
}

TEST_CASE("Escape closes the card first, wherever the keyboard is, and then what lies below it") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.letter(U'm');
    wall.desk.wait(0.5);
    REQUIRE(go_to(wall, "sheet/tell/own"));
    wall.desk.key(Keys::enter);
    REQUIRE(wall.wall.writing.is_open());
    wall.desk.type(U"Nu");
    wall.desk.key(Keys::tab);
    wall.desk.letter(U'i');
    CHECK(wall.wall.sheets.open == ui::SheetKind::tell);
    wall.desk.key(Keys::escape);
    CHECK_FALSE(wall.wall.writing.is_open());
    CHECK(wall.wall.sheets.open == ui::SheetKind::tell);
    wall.desk.key(Keys::escape);
    CHECK(wall.wall.sheets.open == ui::SheetKind::none);
}

TEST_CASE("Tab goes through all of a form, each field is scrolled into view, and it stays in the sheet") {
    IdeaAlone idea;
    SUBCASE("as mostly") {}
    SUBCASE("on a small display, where all is large") {
        idea.desk.look.text_size = 1.45;
    }
    idea.edit_test();
    std::set<std::string> reached;
    bool round = false;
    for (int i = 0; i < 40 && !round; ++i) {
        idea.desk.key(Keys::tab);
        idea.desk.wait(0.5);
        const auto at = idea.desk.focus();
        CAPTURE(at);
        REQUIRE(at.starts_with("idea/edit/"));
        const auto seen = idea.desk.rect(at);
        CHECK(seen.h > 40);
        CHECK(seen.y > 0);
        CHECK(seen.bottom() < idea.desk.rect("idea/edit/close").bottom() + 1);
        if (i == 0) CHECK(at == "idea/edit/" + idea.wall.idea.edit.fields.front().target + "/text");
        round = !reached.insert(at).second;
    }
    CHECK(round);
    CHECK(idea.wall.idea.edit.keyboard.open);
    CHECK(reached.contains("idea/edit/save"));
    CHECK(reached.contains("idea/edit/close"));
    REQUIRE(idea.wall.idea.edit.fields.size() > 7);
    for (const auto& field : idea.wall.idea.edit.fields) {
        CAPTURE(field.target);
        CHECK(reached.contains("idea/edit/" + field.target + "/text") == field.locked_key.empty());
    }
}

TEST_CASE("while a form is open a letter is no command, and Escape gives the keyboard back to where it was opened") {
    IdeaAlone idea;
    idea.wall.screens.display.theme = ui::Theme::Kind::light;
    idea.edit_test();
    REQUIRE(go_to(idea, "idea/edit/save"));
    idea.desk.letter(U't');
    idea.desk.letter(U'r');
    idea.desk.letter(U'b');
    CHECK(idea.wall.screens.display.theme == ui::Theme::Kind::light);
    CHECK(idea.wall.sheets.open == ui::SheetKind::none);
    CHECK(idea.all.empty());
    idea.desk.key(Keys::escape);
    CHECK_FALSE(idea.wall.idea.edit.open);
    CHECK(idea.desk.focus() == "idea/test");
    idea.desk.wait(0.5);
    idea.desk.letter(U't');
    CHECK(idea.wall.screens.display.theme == ui::Theme::Kind::dark);
}

TEST_CASE("a sheet of the session keeps the keyboard: its own letters turn it, those of others rest") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.letter(U'a');
    wall.desk.wait(0.5);
    wall.desk.letter(U'n');
    CHECK_FALSE(wall.wall.note_tool);
    for (int i = 0; i < 40; ++i) {
        wall.desk.key(Keys::tab);
        CHECK(wall.desk.focus().starts_with("sheet/"));
    }
    wall.desk.letter(U'b');
    wall.take<intents::Blank>();
    wall.desk.letter(U'a');
    CHECK(wall.wall.sheets.open == ui::SheetKind::none);
    wall.desk.wait(0.5);
    wall.desk.letter(U'n');
    CHECK(wall.wall.note_tool);
}

TEST_CASE("undo by key is where undo is offered, and says what it took back") {
    WallDesk result(scenes::vote("revealed"));
    result.view.can_undo = result.view.can_redo = true;
    result.enter();
    result.all.clear();
    result.desk.letter(U'z', true);
    result.desk.letter(U'y', true);
    CHECK(result.all.empty());
    result.wall.place = ui::Wall::Place::start;
    result.desk.settle();
    result.desk.letter(U'z', true);
    CHECK(result.all.empty());

    WallDesk ideas(scenes::ideas());
    ideas.view.can_undo = true;
    ideas.enter();
    ideas.all.clear();
    ideas.desk.letter(U'z', true);
    CHECK_FALSE(ideas.take<intents::UndoLast>().redo);
    ideas.view.undone = {1, "change.edit_note", false};
    ideas.desk.settle();
    CHECK(ideas.desk.text("toast/text") == "Ångrat: Ändrade en lapp");
    ideas.view.undone = {2, "change.edit_note", true};
    ideas.desk.settle();
    CHECK(ideas.desk.text("toast/text") == "Gjort igen: Ändrade en lapp");
}

TEST_CASE("F11 leaves full screen and comes back to it, and so does the sheet for displays") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    REQUIRE(wall.wall.screens.full);
    wall.desk.key(Keys::f11);
    CHECK_FALSE(wall.wall.screens.full);
    wall.desk.key(Keys::f11);
    wall.desk.key(Keys::f8);
    wall.desk.wait(0.5);
    REQUIRE(go_to(wall, "sheet/screens/full"));
    wall.desk.key(Keys::space);
    CHECK_FALSE(wall.wall.screens.full);
    wall.desk.key(Keys::escape);
    wall.desk.key(Keys::f1);
    CHECK(wall.desk.has("help/row/full_screen"));
}

TEST_CASE("Escape closes what lies on top, and not what it lies on") {
    IdeaAlone idea;
    idea.desk.key(Keys::f1);
    REQUIRE(idea.wall.help_open);
    idea.desk.key(Keys::escape);
    CHECK_FALSE(idea.wall.help_open);
    CHECK(idea.wall.place == ui::Wall::Place::idea);
    idea.desk.key(Keys::escape);
    CHECK(idea.wall.place == ui::Wall::Place::ideas);
}

TEST_CASE("F6 goes from one part of the screen to the next, and Shift+F6 back") {
    WallDesk wall(scenes::journey());
    wall.enter();
    const auto part = [&wall] {
        const auto& at = wall.desk.focus();
        return at.starts_with("rail/") ? 'r' : at.starts_with("dock/") ? 'd' : 'b';
    };
    std::string way;
    for (int i = 0; i < 4; ++i) {
        wall.desk.key(Keys::f6);
        CHECK_FALSE(wall.desk.focus().empty());
        way += part();
    }
    CHECK(way == "bdrb");
    for (int i = 0; i < 3; ++i) {
        wall.desk.key(Keys::f6, false, true);
        way += part();
    }
    CHECK(way == "bdrbrdb");
    wall.desk.key(Keys::f1);
    CHECK(wall.desk.has("help/row/next_part"));
    CHECK(wall.desk.has("help/row/previous_part"));
}

TEST_CASE("what can be done with a block low in the agenda is seen whole when it is tapped") {
    WallDesk wall(scenes::journey(), {1920, 700});
    wall.enter();
    wall.desk.letter(U'a');
    wall.desk.wait(0.5);
    const auto list = wall.desk.rect("sheet/agenda/list");
    std::string lowest;
    for (const auto& item : wall.view.remote.agenda) {
        const auto row = wall.desk.rect("sheet/agenda/block/" + item.id);
        if (row.h > 20 && row.bottom() <= list.bottom() + 1) lowest = item.id;
    }
    REQUIRE_FALSE(lowest.empty());
    wall.desk.tap("sheet/agenda/block/" + lowest);
    const auto deed = wall.desk.rect("sheet/agenda/jump/" + lowest);
    CHECK(deed.h * wall.desk.look.mm_per_px >= 20);
    CHECK(deed.bottom() <= list.bottom());
    CHECK(wall.desk.rect("sheet/agenda/block/" + lowest).h > 20);
}
