// What is taken away or moved is told, with the undoing of just that.
#include "ui/register_views.hpp"
#include "ui/wall_desk.hpp"

using scenes::id;

TEST_CASE("what is refused is not offered to be taken back") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.desk.tap("inbox/hide/" + id(51).text());
    CHECK(wall.desk.has("toast/undo"));
    wall.wall.refusals.push_back({{base::Code::not_now, "in_vote", {}}, "Det röstas om lappen."});
    wall.desk.settle();
    CHECK(wall.desk.text("toast/text") == "Det röstas om lappen.");
    CHECK_FALSE(wall.desk.has("toast/undo"));
}

TEST_CASE("an idea that is moved to its test is shown with its test card, and the move alone can be taken back") {
    WallDesk wall(desk_views::wall());
    wall.wall.place = ui::Wall::Place::ideas;
    wall.desk.settle();
    wall.desk.hold("register/card/" + desk_views::id_of(50).text());
    wall.desk.tap("register/take/test");
    CHECK(wall.take<intents::MoveIdea>().to == "test_planned");
    CHECK(wall.desk.text("toast/text").starts_with("Idén är flyttad till "));
    CHECK(wall.wall.place == ui::Wall::Place::ideas);  // it is not there yet
    auto cards = desk_views::cards();
    for (auto& card : cards) {
        if (card.id == desk_views::id_of(50)) card.state = ideas::State::test_planned;
    }
    wall.view.ideas = desk_views::ideas_view(cards);
    wall.desk.settle();
    CHECK(wall.wall.place == ui::Wall::Place::idea);
    CHECK(wall.wall.look.idea == desk_views::id_of(50));
    auto idea = desk_views::idea_view(50);
    idea.card.state = ideas::State::test_planned;
    wall.view.idea = idea;
    wall.desk.settle();
    CHECK(wall.wall.idea.edit.open);
    wall.desk.save("09-test-card-opened");
    wall.desk.tap("toast/undo");
    const auto undone = wall.take<intents::UndoMove>();
    CHECK(undone.idea == desk_views::id_of(50));
    CHECK(undone.from == "developing");
}

TEST_CASE("a move that is refused opens no test card") {
    WallDesk wall(desk_views::wall());
    wall.wall.place = ui::Wall::Place::ideas;
    wall.desk.settle();
    wall.desk.hold("register/card/" + desk_views::id_of(50).text());
    wall.desk.tap("register/take/test");
    wall.wall.refusals.push_back({{base::Code::not_now, "gate", {}}, "Något saknas."});
    wall.desk.settle();
    CHECK_FALSE(wall.wall.idea.tested.has_value());
    CHECK_FALSE(wall.desk.has("toast/undo"));
}
