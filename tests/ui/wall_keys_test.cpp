// The wall by keys alone.
#include <set>

#include "ui/wall_desk.hpp"

TEST_CASE("no key means two things, and no command has the name of another") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    std::set<std::string> names, keys;
    for (const auto& command : wall.commands.all()) {
        CAPTURE(command.id);
        CHECK(names.insert(command.id).second);
        CHECK_FALSE(command.text_key.empty());
        for (const auto& chord : command.keys) CHECK(keys.insert(ui::chord_name(chord)).second);
    }
}

TEST_CASE("the register, the rest of the tools and a new vote are reached by keys and by the palette") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.key(ui::Key::f10);
    CHECK(wall.wall.sheets.open == ui::SheetKind::more);
    wall.desk.key(ui::Key::f10);
    CHECK(wall.wall.sheets.open == ui::SheetKind::none);
    wall.desk.letter(U'k', true);
    wall.desk.type(U"Bord");
    wall.desk.key(ui::Key::enter);
    CHECK(wall.wall.sheets.open == ui::SheetKind::tables);
    wall.desk.key(ui::Key::f2);
    CHECK(wall.desk.screen() == "register");
    CHECK(wall.wall.sheets.open == ui::SheetKind::none);
}

TEST_CASE("a result is covered by a key, and nowhere else is there anything to cover") {
    WallDesk wall(scenes::vote("revealed"));
    wall.enter();
    wall.desk.letter(U'c');
    CHECK(wall.wall.reveal.hidden);
    wall.desk.letter(U'c');
    CHECK_FALSE(wall.wall.reveal.hidden);
    WallDesk ideas(scenes::ideas());
    ideas.enter();
    ideas.desk.letter(U'c');
    CHECK_FALSE(ideas.wall.reveal.hidden);
}

TEST_CASE("every tool of a scene and all that lies on its board is reached by Tab") {
    for (const auto& view : {scenes::journey(), scenes::ideas(), scenes::vote("revealed")}) {
        WallDesk wall(view);
        wall.view.can_undo = wall.view.can_redo = true;
        wall.enter();
        std::set<std::string> reached;
        for (int i = 0; i < 160; ++i) {
            wall.desk.key(ui::Key::tab);
            if (!reached.insert(wall.desk.focus()).second && i > 100) break;
        }
        CAPTURE(wall.desk.screen());
        const std::set<std::string> no_tools{"dock/grip", "dock/tools", "dock/ground"};
        for (const auto& zone : wall.desk.state.probed().zones) {
            const auto& id = zone.first;
            const bool tool = id.starts_with("dock/") && !no_tools.contains(id);
            const bool thing = id.starts_with("note/") || id.starts_with("feeling/") || id.starts_with("reveal/row/");
            if (!tool && !thing) continue;
            CAPTURE(id);
            CHECK(reached.contains(id));
        }
    }
}
