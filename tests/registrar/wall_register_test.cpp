// What the wall searches for and takes back, each alone.
#include "registrar/session_wall.hpp"

TEST_CASE("the register as the wall sees it is searched by number, too") {
    SessionWall wall;
    for (const std::string title : {"Simskola", "Smakråd"}) {
        wall.ask(intents::AddIdea{{{"title", title}, {"description", "Fler vill"}, {"giver_category", "workshop"}}});
    }
    wall.look({true, {}, {}});
    model::Draft numbered("host", "change.number_ideas");
    for (const auto& card : wall.view->ideas->cards) {
        numbered.set(card.id, "idea.number", card.title == "Smakråd" ? "L26-016" : "L26-017");
    }
    wall.room.workshop().book().write(std::move(numbered));
    wall.hear();
    for (const std::string typed : {"L26-016", "016", "26-016"}) {
        CAPTURE(typed);
        wall.look({true, typed, {}});
        REQUIRE(wall.view->ideas->cards.size() == 1);
        CHECK(wall.view->ideas->cards[0].title == "Smakråd");
    }
}

TEST_CASE("a group that is removed leaves its notes in none, and comes back with them") {
    SessionWall wall;
    wall.ask(intents::NameCluster{"Nycklar", {}});
    const auto keys = wall.view->remote.room.clusters.front().id;
    const auto note = wall.room.add_note(1, "ideer-i-tysthet", "Kodlås");
    wall.ask(intents::SortNote{note, keys});
    const auto seen = [&wall] {
        return std::pair(wall.view->remote.room.clusters.size(), wall.notes().front().cluster);
    };
    wall.ask(intents::RemoveCluster{keys});
    CHECK(seen() == std::pair(std::size_t{0}, base::Id{}));
    REQUIRE(wall.notes().size() == 1);
    wall.ask(intents::RemoveCluster{keys});
    CHECK(wall.refusals.size() == 1);
    wall.ask(intents::RemoveCluster{keys, true});
    CHECK(seen() == std::pair(std::size_t{1}, keys));
    wall.ask(intents::RemoveCluster{keys});
    wall.ask(intents::UndoLast{});
    CHECK(seen() == std::pair(std::size_t{1}, keys));
    CHECK(wall.refusals.size() == 1);
}

TEST_CASE("an idea's move is taken back whatever was done since, and only that") {
    SessionWall wall;
    wall.ask(intents::AddIdea{{{"title", "Smakråd"}, {"description", "Fler vill"}, {"giver_category", "workshop"}}});
    wall.look({true, {}, {}});
    const auto idea = wall.view->ideas->cards.front().id;
    const auto state = [&] { return wall.room.cells().text(idea, "idea.state"); };
    wall.ask(intents::MoveIdea{idea, "received", {}});
    REQUIRE(state() == "received");
    wall.ask(intents::FillIdea{idea, {{"area", "Skola"}}});
    wall.ask(intents::WriteNote{"ideer-i-tysthet", "Nyckelskåp", "", ""});
    wall.ask(intents::UndoMove{idea, "draft"});
    CHECK(state() == "draft");
    CHECK(wall.room.cells().text(idea, "idea.area") == "Skola");
    CHECK(wall.notes().size() == 1);
    CHECK(wall.refusals.size() == 0);
    wall.ask(intents::UndoMove{idea, "draft"});
    CHECK(wall.refusals.size() == 1);
}
