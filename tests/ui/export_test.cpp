#include "base/text.hpp"
#include "ui/register_views.hpp"
#include "ui/wall_desk.hpp"

TEST_CASE("what the register shows is exported, in the order in which it stands") {
    WallDesk wall(desk_views::wall());
    wall.wall.place = ui::Wall::Place::ideas;
    wall.desk.settle();
    wall.desk.tap("register/filter/late");
    wall.desk.tap("register/dock/export");
    const auto& shown = wall.wall.idea_register.rows.shown;
    REQUIRE_FALSE(shown.empty());
    REQUIRE(wall.wall.exported.size() == shown.size());
    CHECK(wall.wall.exported.front().id == shown.front().card->id);
    wall.wall.exported.clear();
    wall.wall.told.push_back("17 idéer exporterade");
    wall.desk.settle();
    CHECK(wall.desk.text("toast/text") == "17 idéer exporterade");
    const auto toast = wall.desk.rect("toast/ground");
    CHECK(toast.bottom() < wall.desk.rect("register/search").y);
    CHECK(toast.bottom() < wall.desk.rect("register/filter/late").y);
    wall.desk.letter(U'e');
    CHECK(wall.wall.exported.size() == shown.size());
}

TEST_CASE("of an empty register there is nothing to export") {
    WallDesk wall(desk_views::wall(desk_views::ideas_view({}, 0)));
    wall.wall.place = ui::Wall::Place::ideas;
    wall.desk.settle();
    wall.desk.letter(U'e');
    CHECK(wall.wall.exported.empty());
}

TEST_CASE("an idea is printed from its screen, as a page named by its number") {
    auto view = desk_views::wall();
    view.idea = desk_views::idea_view(41);
    WallDesk wall(view);
    wall.wall.place = ui::Wall::Place::idea;
    wall.wall.idea.idea = desk_views::id_of(41);
    wall.desk.settle();
    wall.desk.tap("idea/dock/print");
    REQUIRE(wall.wall.papers.size() == 1);
    CHECK(wall.wall.papers.front().name == base::slug(view.idea->card.number));
    const auto& page = std::get<paint::IdeaPage>(wall.wall.papers.front().content);
    CHECK(page.title == view.idea->card.title);
    CHECK_FALSE(page.parts.empty());
}

TEST_CASE("a result is printed from the reveal, and a board with its notes by the key") {
    WallDesk wall(scenes::vote("revealed"));
    wall.enter();
    wall.desk.tap("dock/print");
    REQUIRE(wall.wall.papers.size() == 1);
    const auto& result = std::get<paint::Sheet>(wall.wall.papers.front().content);
    CHECK(result.polls.size() == 1);
    CHECK(result.notes.empty());
    CHECK(result.title == ui::finding(result.polls.front()));
    WallDesk board(scenes::ideas());
    board.enter();
    board.desk.letter(U'p', true);
    REQUIRE(board.wall.papers.size() == 1);
    const auto& sheet = std::get<paint::Sheet>(board.wall.papers.front().content);
    CHECK(sheet.notes.size() == board.view.remote.room.wall.size());
    CHECK(sheet.clusters.size() == board.view.remote.room.clusters.size());
}

TEST_CASE("persons are on the paper of the block about them: the course's, those that were made, and the notes") {
    auto view = scenes::in_block(2, "collect");
    view.persona = "Samira, kassör i en liten förening. Hon sköter allt efter jobbet.\n”Jag vill bara veta.”";
    view.remote.room.block->writes = "known";
    view.remote.room.block->groups =
        view.remote.room.block->lanes = {{"vet", "Det vet vi"}, {"gissar", "Det gissar vi"}};
    view.remote.room.wall = {};
    views::PersonaView ulla{desk_views::id_of(71), "Ulla", "Rektor", "”Fråga bara.”"};
    ulla.needs = "Att slippa mejl på kvällen";
    view.personas = {ulla};
    const auto printed = [](const views::WallView& shown) {
        WallDesk wall(shown);
        wall.enter();
        wall.desk.letter(U'p', true);
        REQUIRE(wall.wall.papers.size() == 1);
        return std::get<paint::Sheet>(wall.wall.papers.front().content);
    };
    const auto without = printed(view);
    CHECK(without.notes.empty());
    REQUIRE(without.persons.size() == 2);
    CHECK(without.persons[0].name == "Samira");
    CHECK(without.persons[0].who == "kassör i en liten förening");
    CHECK(without.persons[0].parts.size() == 2);
    CHECK(without.persons[1].name == "Ulla");
    CHECK(without.persons[1].who == "Rektor");
    REQUIRE(without.persons[1].parts.size() == 2);
    CHECK(without.persons[1].parts[0].heading == "Behov");
    CHECK(without.persons[1].parts[0].text == ulla.needs);
    CHECK(without.persons[1].parts[1].heading == "Med egna ord");
    view.remote.room.wall = {scenes::note(1, "known", "Hon sköter allt på kvällen", "Tove", "vet")};
    const auto with = printed(view);
    CHECK(with.notes.size() == 1);
    CHECK(with.phases.size() == 2);
    CHECK(with.persons.size() == 2);
}

TEST_CASE("what has nothing for paper is not printed") {
    WallDesk wall(scenes::vote("open"));
    wall.enter();
    CHECK_FALSE(wall.commands.enabled("print"));
    wall.desk.letter(U'p', true);
    CHECK(wall.wall.papers.empty());
}
